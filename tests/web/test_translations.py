from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.core.management import call_command
from django.test import override_settings

from advisor.web import catalogs


def test_every_text_is_translated_and_compiled() -> None:
    assert list(catalogs.faults()) == []


def test_making_them_again_changes_nothing(tmp_path: Path) -> None:
    po = catalogs.po_path().read_bytes()
    with override_settings(LOCALE_PATHS=[copied(tmp_path)]):
        catalogs.write(catalogs.renewed())
        assert catalogs.po_path().read_bytes() == po


def copied(folder: Path) -> Path:
    kept = folder / "locale" / catalogs.LOCALE / "LC_MESSAGES"
    kept.mkdir(parents=True)
    for name in ("django.po", "django.mo"):
        (kept / name).write_bytes((catalogs.po_path().parent / name).read_bytes())
    return folder / "locale"


def changed(folder: Path, change: str) -> list[str]:
    """The faults after a change to one message of a copy."""
    with override_settings(LOCALE_PATHS=[copied(folder)]):
        path = catalogs.po_path()
        with path.open("rb") as file:
            catalog = read_po(file, locale=catalogs.LOCALE)
        make(catalog, change)
        with path.open("wb") as file:
            write_po(file, catalog)
        return list(catalogs.faults())


def make(catalog: Catalog, change: str) -> None:
    message = catalog["{amount} more"]
    if change == "untranslated":
        message.string = ""
    elif change == "fuzzy":
        message.flags.add("fuzzy")
    elif change == "placeholder":
        message.string = "多{quantity}"
    elif change == "missing":
        catalog.delete("{amount} more")
    else:
        catalog.add("a text that nothing says", "没有人说的话")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("untranslated", "not translated: '{amount} more'"),
        ("fuzzy", "fuzzy: '{amount} more'"),
        ("placeholder", "other placeholders than the original: '{amount} more'"),
        ("missing", "not in the catalogue: '{amount} more'"),
        ("unused", "no longer used: 'a text that nothing says'"),
    ],
)
def test_each_fault_of_a_catalogue_is_found(tmp_path: Path, change: str, fault: str) -> None:
    faults = changed(tmp_path, change)
    assert fault in faults
    assert faults[-1].startswith("django.mo is not what django.po compiles to") or change == "fuzzy"


def test_the_command_fails_on_a_fault(tmp_path: Path) -> None:
    with override_settings(LOCALE_PATHS=[copied(tmp_path)]):
        catalogs.po_path().with_suffix(".mo").write_bytes(b"")
        with pytest.raises(SystemExit):
            call_command("check_translations")
