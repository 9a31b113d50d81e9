"""Links by which others see one version: opaque, read-only, ending, taken back at any time.

A token is made of the link's nonce and the site's secret, so that its owner can be shown it again,
while neither the token nor what it is made of can be read from a copy of the database.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from advisor.comparisons.models import SavedVersion, ShareLink
from advisor.comparisons.models.sharing import nonce

SALT = "advisor.comparisons.share"
MOST_ALIVE = 50  # links of one comparison


class TooManyLinksError(Exception):
    """The comparison has as many living links as one may have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dead:
    """A link that opened once: it has ended, was taken back, or its comparison was deleted."""

    is_expired: bool


def token_of(link: ShareLink) -> str:
    """The word in the link's address: 43 letters, digits, `-` and `_`."""
    digest = salted_hmac(SALT, link.nonce, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def make_link(version: SavedVersion, *, days: int, hides_amounts: bool) -> ShareLink:
    """A new link to the version. Raises TooManyLinksError."""
    now = timezone.now()
    alive = ShareLink.objects.alive(now).filter(version__comparison=version.comparison_id)
    if alive.count() >= MOST_ALIVE:
        raise TooManyLinksError
    link = ShareLink(
        version=version,
        nonce=nonce(),
        hides_amounts=hides_amounts,
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    link.token_sha256 = _hash(token_of(link))
    link.save()
    return link


def take_back(link: ShareLink) -> None:
    """Let the link open no more. Its first end counts."""
    ShareLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())


def opened(token: str) -> ShareLink | Dead | None:
    """The living link of that token; whether it is dead; None where there never was one."""
    now = timezone.now()
    links = ShareLink.objects.filter(token_sha256=_hash(token))
    alive = links.alive(now).select_related("version").defer("version__used").first()
    if alive is not None:
        return alive
    dead = links.first()
    return None if dead is None else Dead(is_expired=dead.expires_at <= now)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
