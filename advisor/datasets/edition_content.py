"""What an edition holds: from the process, else from the cache, else from the tables.

Figures and rules are kept by version and not by edition: what a new edition takes over from the one
before is there already, and a new version can be laid ready before anybody asks for it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any

from advisor.datasets import contents
from advisor.datasets.coverage import coverage
from advisor.datasets.models import DatasetKind, Edition, RuleFiles, Source, Version
from advisor.datasets.places import all_places
from advisor.datasets.series import Blocks, blocks_of, united
from advisor.datasets.shared_cache import key_of, shared
from advisor.engine.comparison import ENGINE_VERSION
from advisor.engine.reference import Level, Place
from advisor.engine.reference import Source as Citation

CITED = tuple(one.name for one in fields(Citation))  # what answers say of a source
EDITIONS_IN_PROCESS = 4
VERSIONS_IN_PROCESS = 40  # a dozen an edition, all but one the same as those of the next


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class EditionContent:
    """The figures and rules of one edition, with the places and sources they name."""

    id: str
    places: Mapping[str, Place]
    sources: Mapping[str, Citation]
    rule_files: Mapping[str, Any]
    blocks: Blocks


def edition_content(edition: Edition) -> EditionContent:
    """All that the edition holds. Its cost grows with the edition, not with its history."""
    return _content(edition.id, f"{edition.published_at:%Y%m%dT%H%M%S.%f}")


def lay_ready(version: Version) -> None:
    """Put the figures or rules of a version into the cache, before it is in force."""
    if version.dataset.kind == DatasetKind.RULES:
        _shared_rules(*key_of(version))
        return
    _shared_blocks(*key_of(version))
    coverage(version)


def forget_in_process() -> None:
    """As in a process that was just started."""
    for kept in (_content, _rules, _blocks):
        kept.cache_clear()


@lru_cache(maxsize=EDITIONS_IN_PROCESS)
def _content(edition_id: str, moment: str) -> EditionContent:
    """The moment is part of the key: a database made anew counts its editions from 1 again."""
    frame = shared(f"edition:{ENGINE_VERSION}:{edition_id}:{moment}", lambda: _frame(edition_id))
    places = (Place(**{**one, "level": Level(one["level"])}) for one in frame["places"])
    rules = [_rules(*one) for one in frame["rules"]]
    return EditionContent(
        id=edition_id,
        places={place.adcode: place for place in places},
        sources={one["id"]: Citation(**one) for one in frame["sources"]},
        rule_files=rules[0] if rules else {},
        blocks=united(_blocks(*one) for one in frame["figures"]),
    )


def _frame(edition_id: str) -> dict[str, Any]:
    """What an edition consists of, as plain values."""
    versions = Version.objects.filter(editions=edition_id).select_related("dataset")
    kinds: dict[bool, list[tuple[int, str]]] = {True: [], False: []}
    for version in versions:
        kinds[version.dataset.kind == DatasetKind.RULES].append(key_of(version))
    return {
        "places": [asdict(place) for place in all_places()],
        "sources": list(Source.objects.values(*CITED)),
        "rules": kinds[True],
        "figures": kinds[False],
    }


@lru_cache(maxsize=VERSIONS_IN_PROCESS)
def _blocks(version: int, moment: str) -> Blocks:
    return _shared_blocks(version, moment)


@lru_cache(maxsize=VERSIONS_IN_PROCESS)
def _rules(version: int, moment: str) -> Any:
    return _shared_rules(version, moment)


def _shared_rules(version: int, moment: str) -> Any:
    return shared(f"rules:{version}:{moment}", lambda: _rule_files(version))


def _shared_blocks(version: int, moment: str) -> Blocks:
    blocks: Blocks = shared(f"figures:{version}:{moment}", lambda: blocks_of([_text(version)]))
    return blocks


def _text(version: int) -> str:
    return contents.snapshot(version) or contents.text(Version.objects.get(pk=version))


def _rule_files(version: int) -> Any:
    return RuleFiles.objects.values_list("files", flat=True).get(version=version)
