"""What loading an edition costs: as much as the edition holds, however long its history."""

from itertools import islice, product

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advisor.datasets import edition_content, editions
from advisor.datasets.canonical import Content, packed, snapshot_text
from advisor.datasets.delta_rows import COLUMNS
from advisor.datasets.drafting import draft_figures
from advisor.datasets.models import Dataset, Edition, Observation, Origin, Snapshot, Status, Version
from tests.datasets.feeds import cities
from tests.datasets.toys import INDICATORS, entry, making, toy_dataset

pytestmark = pytest.mark.django_db

ROWS = 25_000
VERSIONS = 40  # of all rows each: a million rows of history
PERIODS = [str(year) for year in range(1980, 2025)]


def figures(value: str) -> Content:
    keys = product(cities(360), INDICATORS, PERIODS)
    return dict.fromkeys(islice(keys, ROWS), entry(value))


def published(dataset: Dataset, value: str) -> Edition:
    dataset.refresh_from_db()
    draft = draft_figures(dataset=dataset, figures=figures(value), whole=True, making=making(value))
    return editions.publish(drafts=[draft], by=None)


def lengthen_history(dataset: Dataset) -> None:
    """As many versions as make a million rows, each a copy of the first one's rows."""
    first = dataset.versions.get(serial=1)
    columns = ", ".join(COLUMNS)
    table = Observation._meta.db_table
    if connection.vendor == "postgresql":  # to check four million keys takes a minute
        connection.cursor().execute("SET LOCAL session_replication_role = replica")
    for serial in range(2, VERSIONS):
        version = Version.objects.create(
            dataset=dataset, serial=serial, compared_with=serial - 1, status=Status.PUBLISHED,
            origin=Origin.UPLOAD, created_at=timezone.now(), published_at=timezone.now(),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (version_id, {columns})"  # noqa: S608  names of our own
                f" SELECT %s, {columns} FROM {table} WHERE version_id = %s",
                [version.pk, first.pk],
            )
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL session_replication_role = origin")
    Snapshot.objects.create(version=version, content=packed(snapshot_text(figures("1"))))
    dataset.head = version
    dataset.save(update_fields=["head"])


def cost_of_loading(edition: Edition) -> tuple[list[str], int]:
    """The statements by which an edition is loaded that nobody keeps, and how much comes."""
    cache.clear()
    edition_content.forget_in_process()
    with CaptureQueriesContext(connection) as queries:
        found = edition_content.edition_content(edition)
    statements = [one["sql"].partition(" WHERE ")[0] for one in queries.captured_queries]
    size = sum(len(block) for place in found.blocks.values() for block in place.values())
    return statements, size


def test_a_million_rows_of_history_change_nothing_of_what_loading_costs() -> None:
    dataset = toy_dataset()
    short = cost_of_loading(published(dataset, "1"))
    lengthen_history(dataset)
    long = cost_of_loading(published(dataset, "2"))
    assert Observation.objects.filter(version__dataset=dataset).count() == VERSIONS * ROWS
    assert long == short
    assert not any(Observation._meta.db_table in statement for statement in short[0])
