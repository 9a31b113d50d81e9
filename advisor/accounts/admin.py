"""Accounts in the admin: states and counts, never what somebody asked or typed."""

from __future__ import annotations

from functools import partial
from typing import Any

import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401  registered here to be taken out again
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from advisor.accounts import my_data
from advisor.accounts.models import User
from advisor.accounts.support import DEEDS, Support, is_confirmed
from advisor.web.methods import answers

# Keys of second factors and where people were logged in are nobody's business.
admin.site.unregister([EmailAddress, Authenticator, UserSession])

SEEN = ("email", "confirmed", "second_factor", "language", "date_joined", "last_login")
GIVEN = ("is_staff", "is_superuser", "groups")


class WhyForm(forms.Form):
    """Why it is done: kept in the log."""

    why = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea({"rows": 3}))


@admin.register(User)
class AccountAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Accounts come by signing up and go by their owner's will; roles are given by superusers."""

    list_display = ("email", "confirmed", "is_active", "is_staff", "date_joined", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    search_fields = ("email",)
    ordering = ("-date_joined",)
    filter_horizontal = ("groups",)
    fields = (*SEEN, "is_active", "counts", *GIVEN)
    change_form_template = "admin/accounts/user/change_form.html"

    @admin.display(description=_("address confirmed"), boolean=True)
    def confirmed(self, user: User) -> bool:
        """Whether the address is confirmed."""
        return is_confirmed(user)

    @admin.display(description=_("second factor"), boolean=True)
    def second_factor(self, user: User) -> bool:
        """Whether one is set up."""
        return bool(is_mfa_enabled(user))

    @admin.display(description=_("what is kept"))
    def counts(self, user: User) -> str:
        """How many of each kind."""
        return ", ".join(f"{name}: {number}" for name, number in my_data.counts_of(user))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """All, but the roles for superusers."""
        seen = (*SEEN, "is_active", "counts")
        return seen if request.user.is_superuser else (*seen, *GIVEN)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People sign up; staff are made by `createsuperuser` or out of an account."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only its owner deletes an account."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """The deeds' addresses before the table's own, of which one takes everything."""
        own = [
            path(
                f"<int:pk>/{deed.name}/",
                self.admin_site.admin_view(answers("GET", "POST")(partial(self.deed_page, deed))),
                name=f"accounts_user_{deed.name}",
            )
            for deed in DEEDS
        ]
        return [*own, *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **given: Any
    ) -> HttpResponse:
        """The account's page, with what can be done for it."""
        user = given.get("obj")
        context["deeds"] = [
            (deed.title, reverse(f"admin:accounts_user_{deed.name}", args=[user.pk]))
            for deed in DEEDS
            if user and deed.fits(user) and self._may(request, user)
        ]
        return super().render_change_form(request, context, *args, **given)

    def deed_page(self, deed: Support, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the reason (GET), or do it and note it (POST)."""
        user = self.get_queryset(request).filter(pk=pk).first()
        if user is None:
            raise Http404
        if not self._may(request, user):
            raise PermissionDenied
        back = reverse("admin:accounts_user_change", args=[pk])
        form = WhyForm(request.POST if request.method == "POST" else None)
        if not form.is_valid():
            context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form}
            context |= {"title": deed.title, "deed": deed, "row": user, "back": back}
            return TemplateResponse(request, "admin/deed.html", context)
        if deed.fits(user):
            deed.do(request, user)
            self.log_change(request, user, f"{deed.name}: {form.cleaned_data['why']}")
            messages.success(request, str(deed.said))
        return HttpResponseRedirect(back)

    def _may(self, request: HttpRequest, user: User) -> bool:
        """Whether this member of staff may: with other staff only superusers deal."""
        may = self.has_change_permission(request, user)
        is_own = user.pk == request.user.pk
        return may and not is_own and (request.user.is_superuser or not user.is_staff)
