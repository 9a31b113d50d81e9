"""What an edition holds: from the process, else from the cache, else from the tables."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from functools import lru_cache
from typing import Any

from django.core.cache import cache

from advisor.datasets import contents
from advisor.datasets.models import DatasetKind, Edition, Source, Version
from advisor.datasets.places import all_places
from advisor.datasets.series import Blocks, blocks_of
from advisor.engine.comparison import ENGINE_VERSION
from advisor.engine.reference import Level, Place
from advisor.engine.reference import Source as Citation

FORM = 1  # of the cached bytes
CITED = tuple(one.name for one in fields(Citation))  # what answers say of a source
EDITIONS_IN_PROCESS = 4
FAST = 1  # level of compression


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


@lru_cache(maxsize=EDITIONS_IN_PROCESS)
def _content(edition_id: str, moment: str) -> EditionContent:
    """The moment is part of the key: a database made anew counts its editions from 1 again."""
    key = f"edition:{FORM}:{ENGINE_VERSION}:{edition_id}:{moment}"
    stored = cache.get(key)
    if stored is None:
        plain = _gathered(edition_id)
        text = json.dumps(plain, ensure_ascii=False)
        cache.set(key, zlib.compress(text.encode(), FAST), timeout=None)
    else:
        plain = json.loads(zlib.decompress(stored))
    return _content_of(edition_id, plain)


def _gathered(edition_id: str) -> dict[str, Any]:
    """The content as plain values, from the tables."""
    texts = []
    rule_files: dict[str, Any] = {}
    for version in Version.objects.filter(editions=edition_id).select_related("dataset"):
        if version.dataset.kind == DatasetKind.RULES:
            rule_files = version.rule_files.files
        else:
            texts.append(contents.text(version))
    return {
        "places": [asdict(place) for place in all_places()],
        "sources": list(Source.objects.values(*CITED)),
        "rule_files": rule_files,
        "blocks": blocks_of(texts),
    }


def _content_of(edition_id: str, plain: Mapping[str, Any]) -> EditionContent:
    places = (Place(**{**one, "level": Level(one["level"])}) for one in plain["places"])
    return EditionContent(
        id=edition_id,
        places={place.adcode: place for place in places},
        sources={one["id"]: Citation(**one) for one in plain["sources"]},
        rule_files=plain["rule_files"],
        blocks=plain["blocks"],
    )
