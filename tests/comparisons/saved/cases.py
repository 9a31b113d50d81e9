"""What tests of saved comparisons share: a question, its owner, and newer data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from advisor.accounts.models import User
from advisor.comparisons.models import Draft, SavedComparison, SavedVersion
from advisor.comparisons.saved import keeping
from advisor.datasets import editions
from advisor.datasets.contents import content
from advisor.datasets.drafting import Making, draft_figures
from advisor.datasets.models import Dataset, Edition, Origin

ASKED: dict[str, Any] = {
    "home": {"city": "220400"},
    "earners": [{"pay": {"gross_monthly": 4567}}],
    "destinations": [{"city": "440300", "offers": [{"gross_monthly": 12345}]}],
    "draws": 100,
}


def member(name: str) -> User:
    """An account without a password: tests log it in by force."""
    user = get_user_model().objects.create_user(name, email=f"{name}@example.org")
    assert isinstance(user, User)
    return user


def today() -> date:
    return timezone.localdate()


def saved(owner: User, document: dict[str, Any] = ASKED, **label: str) -> SavedComparison:
    """A comparison as saving makes it."""
    told = {"name": "Shenzhen?", **label}
    return keeping.keep_new(
        owner.pk, keeping.content_of(document, today=today()), keeping.Label(**told)
    )


def newest(comparison: SavedComparison) -> SavedVersion:
    comparison.refresh_from_db()
    version = SavedVersion.objects.get(comparison=comparison, number=comparison.newest)
    assert isinstance(version, SavedVersion)
    return version


def draft_of(owner: User, document: dict[str, Any] = ASKED, **more: Any) -> Draft:
    return Draft.objects.create(visitor="token", user=owner, document=document, **more)


def publish_dearer(
    dataset: str, *, times: str = "1.3", places: tuple[str, ...] = (), indicator: str = ""
) -> Edition:
    """Publish the figures of a dataset, raised, of these places or of all, of one or of all."""
    head = Dataset.objects.get(pk=dataset).head
    raised = {
        key: entry._replace(
            **{
                part: str((Decimal(amount) * Decimal(times)).quantize(Decimal("0.01")))
                for part in ("value", "low", "high")
                if (amount := getattr(entry, part))
            }
        )
        if (not places or key[0] in places) and indicator in {"", key[1]}
        else entry
        for key, entry in content(head).items()
    }
    making = Making(origin=Origin.UPLOAD, file=b"dearer")
    draft = draft_figures(
        dataset=Dataset.objects.get(pk=dataset), figures=raised, whole=True, making=making
    )
    return editions.publish(drafts=[draft], by=None, why="checked")
