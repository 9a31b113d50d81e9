"""The log of who did what, when and why."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone

from advisor.datasets.models import Dataset, Deed, Edition, Version


def log(
    what: str,
    *,
    by: AbstractBaseUser | None,
    why: str,
    dataset: Dataset | None = None,
    version: Version | None = None,
    edition: Edition | None = None,
    details: dict[str, Any] | None = None,
) -> Deed:
    """One entry of the log; `by` None = the product itself."""
    return Deed.objects.create(
        at=timezone.now(),
        by_id=by.pk if by else None,
        who=by.get_username() if by else "",
        what=what,
        why=why,
        dataset=version.dataset if version else dataset,
        version=version,
        edition=edition,
        details=details or {},
    )
