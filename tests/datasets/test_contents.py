"""What a version holds: the same from its snapshot as from the deltas, at the same cost always."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from advisor.datasets import editions
from advisor.datasets.contents import content, folded
from advisor.datasets.delta_rows import insert
from advisor.datasets.differences import difference
from advisor.datasets.models import Observation, Snapshot, Version
from advisor.datasets.models.frozen import FrozenRowError
from tests.datasets.toys import PLACES, draft, entry, key, toy_dataset

pytestmark = pytest.mark.django_db

FULL = entry("1000.5", low="900.25", high="1100", range_kind="quartiles", status="e", note="均价")
STATES = [
    {key(place): entry("1") for place in PLACES},
    {key(PLACES[0]): entry("1"), key(PLACES[1]): FULL},
    {key(PLACES[1]): entry("2", status="u")},
    {key(place): entry("1") for place in PLACES},
]


def published(states: list) -> list[Version]:
    dataset = toy_dataset()
    versions = []
    for state in states:
        versions.append(draft(dataset, state))
        editions.publish(drafts=[versions[-1]], by=None)
    return versions


def test_every_version_of_a_history_holds_what_was_published_as_it() -> None:
    for version, state in zip(published(STATES), STATES, strict=True):
        assert content(version) == folded(version) == state


def test_a_snapshot_that_was_lost_is_built_again_from_the_deltas() -> None:
    versions = published(STATES)
    kept = [bytes(version.snapshot.content) for version in versions]
    Snapshot.objects.filter(version__in=versions).delete()
    assert [content(version) for version in versions] == STATES
    again = Snapshot.objects.filter(version__in=versions).order_by("version_id")
    assert [bytes(one.content) for one in again] == kept


def test_only_what_changed_is_stored_as_rows() -> None:
    *_, third, fourth = published(STATES)
    assert third.counts == {"rows": 1, "added": 0, "changed": 1, "gone": 1}
    assert third.observations.count() == 2
    assert fourth.counts == {"rows": 3, "added": 2, "changed": 1, "gone": 0}


def test_a_part_leaves_what_it_does_not_speak_of() -> None:
    dataset = toy_dataset()
    editions.publish(drafts=[draft(dataset, STATES[0])], by=None)
    part = draft(dataset, {key(PLACES[1]): entry("7")}, whole=False)
    assert content(part) == STATES[0] | {key(PLACES[1]): entry("7")}
    assert part.observations.count() == 1


@pytest.mark.parametrize("length", [1, 12])
def test_reading_a_version_costs_the_same_however_long_its_history(length: int) -> None:
    *_, last = published([STATES[number % 2] for number in range(length)])
    with CaptureQueriesContext(
        connection,
    ) as queries:
        content(last)
    assert len(queries) == 1
    assert "observation" not in queries[0]["sql"]


def test_the_bundled_figures_come_back_from_the_rows_as_from_the_snapshot() -> None:
    for dataset in ("home_prices", "rents", "population", "living"):
        version = Version.objects.get(dataset=dataset)
        assert content(version) == folded(version)


@pytest.mark.parametrize(
    "wrong",
    [
        entry("5", low="6", range_kind="quartiles"),
        entry("5", high="4", range_kind="quartiles"),
        entry("5", low="4"),
        entry("5", source="nobody"),
    ],
    ids=["low above value", "high below value", "range of no kind", "unknown source"],
)
def test_the_database_refuses_a_figure_that_cannot_be(wrong: object) -> None:
    version = draft(toy_dataset(), {})
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012
        insert(version, difference({}, {key(): wrong}))
        connection.check_constraints()


def test_rows_are_neither_changed_nor_deleted() -> None:
    row = draft(toy_dataset(), {key(): entry("1")}).observations.get()
    for forbidden in (
        row.save,
        row.delete,
        Observation.objects.all().delete,
        lambda: Observation.objects.update(value=2),
        Version.objects.all().delete,
    ):
        with pytest.raises(FrozenRowError):
            forbidden()
