"""The one door through which figures and rules come to the engine."""

from collections import deque
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from advisor.datasets.edition_content import EditionContent, edition_content
from advisor.datasets.models import Edition
from advisor.datasets.series import SeriesAsOf
from advisor.engine.reference import Reference

REFERENCES_IN_PROCESS = 16
_made: deque[Reference] = deque(maxlen=REFERENCES_IN_PROCESS)


class NoEditionError(LookupError):
    """There is no such edition, or none at all; the message says what to do."""


def reference(*, on: date, edition: str | None = None) -> Reference:
    """What was known on that day: figures of periods that had ended, by an edition.

    The edition is the one named; else the newest published by the end of the day in China; else
    the first of all. Raises NoEditionError.
    """
    return _reference(edition_content(_edition(on, edition)), on)


@lru_cache(maxsize=REFERENCES_IN_PROCESS)
def _reference(content: EditionContent, on: date) -> Reference:
    made = Reference(
        edition=content.id,
        on=on,
        places=content.places,
        series=SeriesAsOf(content.blocks, on),
        sources=content.sources,
        rule_files=content.rule_files,
        cache=_known_of_rules(content),
    )
    _made.append(made)
    return made


def _known_of_rules(content: EditionContent) -> dict[Any, Any]:
    """What was worked out from the same rules before: to read them takes as long as an answer."""
    alike = (one for one in tuple(_made) if one.rule_files is content.rule_files)
    return next((known for one in alike if (known := one.of_rules_alone())), {})


def _edition(on: date, named: str | None) -> Edition:
    if named is not None:
        return _required(
            Edition.objects.filter(id=named).first(),
            _("There is no data edition %(name)s.") % {"name": named},
        )
    first = Edition.objects.order_by("published_at")
    return _required(
        Edition.objects.published_by(on).first() or first.first(),
        _("No data is loaded yet: run `python3 manage.py load_bundled_data`."),
    )


def _required(found: Edition | None, otherwise: str) -> Edition:
    if found is None:
        raise NoEditionError(otherwise)
    return found
