"""How long is kept what people leave behind: read from retention.toml, which is also shown."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FILE = Path(__file__).with_name("retention.toml")
LONGEST = 3650  # days
NAMES: dict[str, Promise] = {
    "drafts": _("Comparisons that you did not save, after their last change"),
    "deleted_comparisons": _("Saved comparisons that you deleted, to bring them back"),
    "unconfirmed_accounts": _("Accounts whose address was never confirmed"),
    "sessions": _("Where you were logged in, with browser and network address"),
    "report_addresses": _("The e-mail address that you left with the report of a figure"),
    "logs": _("The server's logs, which hold no address of yours and no amount"),
    "staff_log": _("What staff did with accounts, with their reasons"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What is kept for so many days, and the task that deletes it then."""

    what: str
    days: int
    task: str

    def __post_init__(self) -> None:
        """Raise ImproperlyConfigured for what the file can't mean."""
        if self.what not in NAMES:
            raise ImproperlyConfigured(f"{FILE.name}: nothing is called {self.what!r}.")
        if type(self.days) is not int or not 1 <= self.days <= LONGEST:
            raise ImproperlyConfigured(f"{FILE.name}: {self.what} for {self.days!r} days.")

    @property
    def name(self) -> Promise:
        """What it is, for people."""
        return NAMES[self.what]


@cache
def everything_kept() -> tuple[Kept, ...]:
    """What the file says. Raises ImproperlyConfigured where it says something else or lacks one."""
    return read(FILE.read_text())


def read(text: str) -> tuple[Kept, ...]:
    """The rules of such a text."""
    try:
        rules = tuple(Kept(**rule) for rule in tomllib.loads(text)["kept"])
    except (TypeError, KeyError, tomllib.TOMLDecodeError) as error:
        raise ImproperlyConfigured(f"{FILE.name}: {error}") from error
    if sorted(rule.what for rule in rules) != sorted(NAMES):
        raise ImproperlyConfigured(f"{FILE.name}: each of {', '.join(NAMES)} once.")
    return rules


def kept_for(what: str) -> timedelta:
    """How long that is kept."""
    return next(timedelta(days=rule.days) for rule in everything_kept() if rule.what == what)
