"""Deeds on drafts: start one, open one's own, keep a change, delete the old."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest

from advisor.accounts.retention import kept_for
from advisor.comparisons.models import Draft, DraftQuerySet

KEPT_FOR = kept_for("drafts")
VISITOR = "visitor"  # where the session keeps the visitor's token
TOKEN_BYTES = 32


def start(request: HttpRequest, document: dict[str, Any]) -> Draft:
    """A new draft that opens for this session, and for this account if there is one."""
    visitor = request.session.setdefault(VISITOR, secrets.token_urlsafe(TOKEN_BYTES))
    user = request.user if request.user.is_authenticated else None
    return Draft.objects.create(visitor=visitor, user=user, document=document)


def own(request: HttpRequest, draft_id: str) -> Draft:
    """The draft, for who made it. Raises Http404 for everybody else."""
    draft = _own_drafts(request).filter(pk=draft_id).first()
    if draft is None:
        raise Http404
    return draft


def newest(request: HttpRequest) -> Draft | None:
    """The draft that the visitor changed last; None without one."""
    return _own_drafts(request).first()


def keep(draft: Draft, document: dict[str, Any]) -> None:
    """Store the changed document."""
    draft.document = document
    draft.save(update_fields=["document", "updated_at"])


def delete_untouched(now: datetime) -> int:
    """Delete what nobody changed for 30 days; how many drafts that were."""
    deleted, _ = Draft.objects.untouched_since(now - KEPT_FOR).delete()
    return deleted


def _own_drafts(request: HttpRequest) -> DraftQuerySet:
    visitor = request.session.get(VISITOR, "")
    drafts = Draft.objects.of_visitor(visitor) if visitor else Draft.objects.none()
    if request.user.is_authenticated and request.user.pk is not None:
        drafts |= Draft.objects.of_account(request.user.pk)
    return drafts
