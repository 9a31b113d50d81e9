"""Deeds in the admin: each has a small page that asks once more, and why where that is due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from advisor.datasets.admin.reading import Table
from advisor.datasets.editions import EditionError
from advisor.datasets.roles import may
from advisor.web.methods import answers

type Given = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What a deed did, in a sentence, and the row to look at next."""

    said: str
    row: Model


@dataclass(frozen=True, kw_only=True, slots=True)
class AdminDeed:
    """What staff can do with a row. `do` takes the row, the user and what they filled in.

    `do` raises EditionError where the rules do not allow the deed, and ValidationError for what can
    be mended in the form. `permission` gives the codename that the row asks for; `fits` whether
    there is anything to do with it.
    """

    name: str
    title: str | Promise
    explained: str | Promise
    permission: Callable[[Any], str]
    fits: Callable[[Any], bool]
    needs_reason: Callable[[Any], bool]
    do: Callable[[Any, Any, Given], Done]
    form: "type[ReasonForm]" = field(default_factory=lambda: ReasonForm)

    def is_offered(self, user: Any, row: Any) -> bool:
        """Whether the row's page leads to it."""
        return may(user, self.permission(row)) and self.fits(row)


class ReasonForm(forms.Form):
    """Why it is done: kept in the log."""

    why = forms.CharField(
        label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, row: Any, required: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        self.row = row
        for one in self.fields.values():
            one.label = capfirst(str(one.label))
        self.fields["why"].required = required


class WithDeeds(Table):
    """A table whose rows lead to deeds."""

    deeds: tuple[AdminDeed, ...] = ()

    def get_urls(self) -> list[URLPattern]:
        """The deeds' addresses before the table's own, of which one takes everything."""
        own = [
            path(
                f"<path:pk>/{deed.name}/",
                self.admin_site.admin_view(answers("GET", "POST")(partial(self.deed_page, deed))),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{deed.name}",
            )
            for deed in self.deeds
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The row's page, with the deeds that this user may do."""
        row = self.get_object(request, unquote(object_id))
        found = self.page_of(row) if row and self.has_view_permission(request, row) else {}
        offered = [
            (deed.title, self._address(deed.name, row))
            for deed in self.deeds
            if row and deed.is_offered(request.user, row)
        ]
        more = {**found, "deeds": offered, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, more)

    def page_of(self, row: Any) -> dict[str, Any]:
        """What the row's page shows besides its columns."""
        return {}

    def deed_page(self, deed: AdminDeed, request: HttpRequest, pk: str) -> HttpResponse:
        """Ask once more (GET), or do it (POST) and go on to the row it is about then."""
        row = self.get_object(request, unquote(pk))
        if row is None:
            raise Http404
        if not (self.has_view_permission(request, row) and may(request.user, deed.permission(row))):
            raise PermissionDenied
        filled = (request.POST, request.FILES) if request.method == "POST" else ()
        form = deed.form(*filled, row=row, required=deed.needs_reason(row))
        if form.is_valid():
            return self._do(deed, request, row, form)
        return self._asking(deed, request, row, form)

    def _do(
        self, deed: AdminDeed, request: HttpRequest, row: Any, form: ReasonForm
    ) -> HttpResponse:
        try:
            done = deed.do(row, request.user, form.cleaned_data)
        except ValidationError as fault:
            form.add_error(None, fault)
            return self._asking(deed, request, row, form)
        except EditionError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(self._address("change", row))
        messages.success(request, done.said)
        page = f"admin:datasets_{done.row._meta.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[quote(done.row.pk)]))

    def _asking(
        self, deed: AdminDeed, request: HttpRequest, row: Any, form: ReasonForm
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": deed.title,
            "deed": deed,
            "row": row,
            "back": self._address("change", row),
            "form": form,
        }
        return TemplateResponse(request, "admin/deed.html", context)

    def _address(self, page: str, row: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=[quote(row.pk)])
