"""Staff read the data in the admin; nobody writes it there."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from advisor.datasets.models import (
    Dataset,
    Deed,
    Edition,
    Indicator,
    Observation,
    Place,
    Source,
    Version,
)

pytestmark = pytest.mark.django_db

READ = (Dataset, Deed, Edition, Indicator, Observation, Place, Version)
TABLES = (*READ, Source)


@pytest.fixture
def staff(client: Client) -> Client:
    """The one who may do everything that the admin allows."""
    client.force_login(get_user_model().objects.create_superuser("staff"))
    return client


def address(table: type, page: str, *args: object) -> str:
    return reverse(f"admin:datasets_{table.__name__.lower()}_{page}", args=args)


@pytest.mark.parametrize("table", TABLES)
def test_staff_see_the_list_and_a_row(staff: Client, table: type) -> None:
    row = table._default_manager.first()
    assert staff.get(address(table, "changelist")).status_code == 200
    page = staff.get(address(table, "change", row.pk))
    assert page.status_code == 200
    assert b'name="_save"' not in page.content


@pytest.mark.parametrize("table", READ)
def test_nobody_adds_changes_or_deletes_a_row(staff: Client, table: type) -> None:
    row = table._default_manager.first()
    assert staff.get(address(table, "add")).status_code == 403
    assert staff.post(address(table, "change", row.pk), {}).status_code == 403
    assert staff.post(address(table, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_the_versions_list_reads_no_files_and_no_contents(
    staff: Client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(10) as queries:
        staff.get(address(Version, "changelist"))
    assert not any("snapshot" in query["sql"] for query in queries)
