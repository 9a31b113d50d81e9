"""The translations: extracted from code and templates, kept in one .po file, compiled with Babel.

English is the language of the source and needs no catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LOCALE = "zh_Hans"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "_now": None,
}
MADE_AT = datetime(2026, 11, 24, tzinfo=UTC)  # fixed: the same texts give the same files
PLACEHOLDER = re.compile(r"%\((\w+)\)s|\{(\w+)\}")


def po_path() -> Path:
    """Where the catalogue is kept."""
    folder: Path = settings.LOCALE_PATHS[0]
    return folder / LOCALE / "LC_MESSAGES" / "django.po"


def extracted() -> Catalog:
    """Every text of code and templates, without translations."""
    catalog = Catalog(
        locale=LOCALE,
        header_comment="# Texts of Quliu in simplified Chinese.",
        project="quliu",
        version="1",
        msgid_bugs_address=" ",
        last_translator=" ",
        language_team=" ",
        creation_date=MADE_AT,
        revision_date=MADE_AT,
        fuzzy=False,
    )
    for path in _sources():
        name = path.relative_to(settings.ROOT).as_posix()
        for _, message, comments, context in _messages(path):
            catalog.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def kept() -> Catalog:
    """The catalogue with its translations."""
    with po_path().open("rb") as file:
        return read_po(file, locale=LOCALE)


def renewed() -> Catalog:
    """The kept catalogue with what is new in it and without what is gone."""
    catalog = extracted()
    if not po_path().exists():
        return catalog
    translated = {_key(message): message.string for message in kept() if message.id}
    for message in catalog:
        if message.id and _key(message) in translated:
            message.string = translated[_key(message)]
    return catalog


def write(catalog: Catalog) -> None:
    """Keep the catalogue, and compile it."""
    po_path().parent.mkdir(parents=True, exist_ok=True)
    with po_path().open("wb") as file:
        write_po(file, catalog, width=100, include_lineno=False, sort_by_file=True)
    po_path().with_suffix(".mo").write_bytes(compiled(kept()))


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the running product reads it."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def faults() -> Iterator[str]:
    """What is wrong with the translations, a sentence each."""
    catalog, wanted = kept(), extracted()
    ids = {_key(message) for message in catalog if message.id}
    for message in wanted:
        if message.id and _key(message) not in ids:
            yield f"not in the catalogue: {_text(message)!r}"
    wanted_ids = {_key(message) for message in wanted if message.id}
    for message in catalog:
        if message.id:
            yield from _faults_of(message, is_used=_key(message) in wanted_ids)
    mo = po_path().with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(catalog):
        yield f"{mo.name} is not what {po_path().name} compiles to: run manage.py make_translations"


def _faults_of(message: Message, *, is_used: bool) -> Iterator[str]:
    text = _text(message)
    said = message.string if isinstance(message.string, str) else " ".join(message.string or ())
    if not is_used:
        yield f"no longer used: {text!r}"
    elif message.fuzzy:
        yield f"fuzzy: {text!r}"
    elif not said.strip() and text.strip():
        yield f"not translated: {text!r}"
    elif _placeholders(text) != _placeholders(said):
        yield f"other placeholders than the original: {text!r}"


def _key(message: Message) -> tuple[str, str | None]:
    return _text(message), message.context


def _text(message: Message) -> str:
    """The text itself; of a plural the form for many."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def _placeholders(text: str) -> set[str]:
    return {a or b for a, b in PLACEHOLDER.findall(text)}


def _sources() -> Iterator[Path]:
    yield from sorted((settings.ROOT / "advisor").rglob("*.py"))
    for folder in (settings.ROOT / "templates", settings.ROOT / "advisor"):
        yield from sorted(folder.rglob("*.html"))


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = "\n".join(line.strip() for line in templatize(text, str(path)).splitlines())
    yield from extract("python", BytesIO(text.encode()), keywords=KEYWORDS)
