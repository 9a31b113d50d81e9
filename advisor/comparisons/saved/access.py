"""Who may see what: saved comparisons open for their owner alone; to others there is nothing."""

from __future__ import annotations

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from advisor.comparisons.models import SavedComparison, SavedVersion
from advisor.web.methods import View


class DeletedError(Exception):
    """It is one's own, but deleted: the list offers to bring it back."""

    def __init__(self, comparison_id: str) -> None:
        super().__init__(comparison_id)
        self.comparison_id = comparison_id


def for_members(view: View) -> View:
    """Ask whoever is not logged in to do so, and lead back afterwards."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            try:
                return view(request, *args, **kwargs)
            except DeletedError as error:
                return redirect(f"{reverse('saved')}?{urlencode({'undo': error.comparison_id})}")
        if request.method in {"GET", "HEAD"}:
            return _to_login(request.get_full_path())
        messages.warning(request, _("You are not logged in any more: nothing was changed."))
        return _to_login(reverse("saved"))

    return inner


def _to_login(following: str) -> HttpResponse:
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': following})}")


def member(request: HttpRequest) -> int:
    """The account's key; only for views that `for_members` guards."""
    key = request.user.pk
    if key is None:
        raise PermissionDenied
    return key


def own_comparison(request: HttpRequest, comparison_id: str) -> SavedComparison:
    """The comparison, for its owner. Raises Http404 for everybody else, DeletedError."""
    comparison = own_deleted(request, comparison_id)
    if comparison.deleted_at is not None:
        raise DeletedError(comparison_id)
    return comparison


def own_deleted(request: HttpRequest, comparison_id: str) -> SavedComparison:
    """The same, whether deleted or not, to bring it back."""
    own = SavedComparison.objects.of_owner(request.user.pk)
    return _found(own.filter(pk=comparison_id).first())


def own_version(
    request: HttpRequest, comparison_id: str, number: int | None = None
) -> SavedVersion:
    """A version of one's own comparison; the newest without a number. Raises Http404."""
    comparison = own_comparison(request, comparison_id)
    rows = SavedVersion.objects.select_related("comparison").filter(comparison=comparison)
    version: SavedVersion | None = rows.filter(number=number or comparison.newest).first()
    return _found(version)


def _found[T: Model](row: T | None) -> T:
    if row is None:
        raise Http404
    return row
