"""One figure corrected or set aside on the data desk: a draft, with its reason, for other eyes."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from advisor.datasets import editions
from advisor.datasets.contents import content
from advisor.datasets.models import Dataset, Deed, Observation, Origin, Status, Version
from advisor.datasets.roles import EDITOR, PUBLISHER
from tests.datasets.admin.people import address, signed_in
from tests.datasets.feeds import PRICE, price_dataset
from tests.datasets.toys import SOURCE, draft, entry, key, toy_dataset

pytestmark = pytest.mark.django_db

OTHER = key("110000")


@pytest.fixture
def dataset() -> Dataset:
    dataset = toy_dataset()
    editions.publish(drafts=[draft(dataset, {key(): entry("100"), OTHER: entry("200")})], by=None)
    return dataset


@pytest.fixture
def figure(dataset: Dataset) -> Observation:
    return Observation.objects.get(version__dataset=dataset, place="220400")


@pytest.fixture
def editor() -> Client:
    return signed_in(EDITOR)


def corrected(client: Client, figure: Observation, **given: str) -> Any:
    form = {"value": "101", "source": SOURCE, "why": "The office wrote to us.", **given}
    return client.post(address("observation_correct", figure.pk), form)


def test_a_correction_becomes_a_draft_for_somebody_else(
    dataset: Dataset, figure: Observation, editor: Client
) -> None:
    page = editor.get(address("observation_change", figure.pk)).text
    assert address("observation_correct", figure.pk) in page
    form = editor.get(address("observation_correct", figure.pk)).context["form"]
    assert (form["value"].value(), form["source"].value()) == ("100", SOURCE)
    answer = corrected(editor, figure, note="corrected, see letter")
    version = Version.objects.get(origin=Origin.CORRECTION)
    assert answer.headers["Location"] == address("version_change", version.pk)
    assert version.counts == {"rows": 2, "added": 0, "changed": 1, "gone": 0}
    assert b"220400,toy_price,2024,101" in editor_file(version)
    deed = Deed.objects.get(version=version)
    assert (deed.what, deed.who, deed.why) == ("draft", EDITOR, "The office wrote to us.")
    publisher = signed_in(PUBLISHER)
    publisher.post(address("version_publish", version.pk), {"why": "Seen."})
    dataset.refresh_from_db()
    assert content(dataset.head)[key()].value == "101"
    assert content(dataset.head)[OTHER].value == "200"


def editor_file(version: Version) -> bytes:
    import zlib  # noqa: PLC0415

    return zlib.decompress(version.raw_file.content)


def test_setting_a_figure_aside_drops_it_alone(
    dataset: Dataset, figure: Observation, editor: Client
) -> None:
    editor.post(address("observation_set_aside", figure.pk), {"why": "It counts another city."})
    version = Version.objects.get(origin=Origin.CORRECTION)
    assert version.counts["gone"] == 1
    deed = Deed.objects.get(what="set_aside")
    assert deed.details == {"place": "220400", "indicator": "toy_price", "period": "2024"}
    editions.publish(drafts=[version], by=None)
    dataset.refresh_from_db()
    assert {*content(dataset.head)} == {OTHER}
    page = editor.get(address("observation_change", figure.pk)).text
    assert address("observation_correct", figure.pk) not in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"value": "a lot"}, "“a lot” in column value is not a number."),
        ({"value": "2000000"}, "lies outside what is plausible"),
        ({"low": "50"}, "fill range_kind with one of"),
        ({"source": "hearsay"}, "“hearsay” is not a source that Quliu knows"),
        ({"status": "z"}, "“z” is not a status"),
        ({"value": "100"}, "The figure in force says exactly this already."),
        ({"why": " "}, "This field is required."),
    ],
)
def test_what_can_be_no_figure_is_said_and_nothing_typed_is_lost(
    dataset: Dataset, figure: Observation, editor: Client, given: dict[str, str], said: str
) -> None:
    answer = corrected(editor, figure, **given)
    assert answer.status_code == 200
    assert said in answer.context["form"].errors.as_text()
    for text in given.values():
        assert text.strip() in answer.text
    assert not Version.objects.filter(origin=Origin.CORRECTION).exists()


def test_a_figure_whose_unit_slipped_can_be_mended_and_one_that_is_right_not_broken(
    editor: Client,
) -> None:
    prices = price_dataset()
    figures = {
        ("220400", f"toys_{PRICE}", month): entry(value)
        for month, value in (("2026-04", "3000"), ("2026-05", "3010"), ("2026-06", "30100"))
    }
    editions.publish(drafts=[draft(prices, figures)], by=None)
    rows = {row.period: row for row in Observation.objects.filter(version__dataset=prices)}
    refused = corrected(editor, rows["2026-05"], value="30200")
    assert "30200 is about 10 times the figure" in refused.context["form"].errors.as_text()
    corrected(editor, rows["2026-06"], value="3020")
    version = Version.objects.get(origin=Origin.CORRECTION)
    assert version.counts["changed"] == 1
    assert "unit_mended" in {found.code for found in version.findings.all()}


def test_nobody_publishes_their_own_correction(figure: Observation) -> None:
    publisher = signed_in(PUBLISHER)
    corrected(publisher, figure)
    version = Version.objects.get(origin=Origin.CORRECTION)
    answer = publisher.post(address("version_publish", version.pk), {"why": "Right."})
    said = " ".join(str(one) for one in get_messages(answer.wsgi_request))
    assert "somebody else must look at it" in said
    version.refresh_from_db()
    assert version.status == Status.DRAFT


def test_a_stranger_changes_no_figure(figure: Observation) -> None:
    stranger = signed_in("stranger")
    assert corrected(stranger, figure).status_code == 403
    assert stranger.post(address("observation_set_aside", figure.pk)).status_code == 403
