"""Tests of the database run on both, and leave nothing to each other."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from tests.servers.databases import Database


@pytest.mark.django_db
def test_a_marked_test_runs_on_the_database_that_its_name_says(
    request: pytest.FixtureRequest,
) -> None:
    assert connection.vendor == request.node.callspec.params["database"]


def test_the_address_for_other_processes_is_the_test_database(db: None, database: Database) -> None:
    assert database.url.endswith(str(connection.settings_dict["NAME"]))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_for_the_next(time: str) -> None:
    people = get_user_model().objects
    assert not people.filter(username="somebody").exists()
    people.create(username="somebody")
