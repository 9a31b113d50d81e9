"""Sources on the data desk: staff add their own, with their terms; a release keeps the others."""

import pytest
from django.test import Client

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.models import Deed, Source
from advisor.datasets.registry import write_registry
from advisor.datasets.roles import EDITOR
from tests.datasets.admin.people import address, signed_in

pytestmark = pytest.mark.django_db

OWN = {
    "id": "office_2026",
    "publisher": "The office",
    "title": "Prices of homes",
    "kind": "official",
    "terms": "free to use with its name",
    "allows_bulk": "on",
}


@pytest.fixture
def editor() -> Client:
    return signed_in(EDITOR)


def test_an_editor_adds_a_source_with_its_terms_and_changes_it(editor: Client) -> None:
    editor.post(address("source_add"), OWN)
    own = Source.objects.get(pk="office_2026")
    assert (own.allows_bulk, own.is_bundled) == (True, False)
    changed = {name: text for name, text in OWN.items() if name not in ("id", "allows_bulk")}
    editor.post(address("source_change", own.pk), changed)
    own.refresh_from_db()
    assert own.allows_bulk is False
    deeds = Deed.objects.filter(by__username=EDITOR).values_list("what", flat=True)
    assert sorted(deeds) == ["add_source", "change_source"]


def test_a_source_that_ships_with_the_product_is_only_read(editor: Client) -> None:
    bundled = Source.objects.filter(is_bundled=True).first()
    assert editor.post(address("source_change", bundled.pk), OWN).status_code == 403


def test_a_release_leaves_the_sources_of_staff_alone(editor: Client) -> None:
    editor.post(address("source_add"), OWN)
    write_registry(BundledEdition())
    own = Source.objects.get(pk="office_2026")
    assert (own.allows_bulk, own.is_bundled) == (True, False)


def test_a_stranger_adds_no_source() -> None:
    assert signed_in("stranger").post(address("source_add"), OWN).status_code == 403
