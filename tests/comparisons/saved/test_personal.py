"""What somebody saved is in the file of their data, and goes with their account."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from advisor.comparisons.saved import keeping, sharing
from tests.comparisons.saved.cases import ASKED, member, newest, saved

pytestmark = pytest.mark.django_db


def test_the_file_of_ones_data_holds_what_was_saved_shared_and_deleted(client: Client) -> None:
    owner = member("owner")
    comparison = saved(owner, name="Mine", note="why")
    saved(member("stranger"), name="Not mine")
    link = sharing.make_link(newest(comparison), days=7, hides_amounts=True)
    keeping.delete(comparison)
    client.force_login(owner)
    file = json.loads(client.get("/en/account/data/download/").content)
    (kept,) = file["saved_comparisons"]
    assert (kept["name"], kept["note"]) == ("Mine", "why")
    assert kept["deleted_at"] is not None
    (version,) = kept["versions"]
    assert version["inputs"]["earners"] == ASKED["earners"]
    assert version["inputs"]["on"] == newest(comparison).on.isoformat()
    assert version["result"]["cities"][0]["city"] == "440300"
    assert kept["links"][0]["hides_amounts"] is True
    assert sharing.token_of(link) not in json.dumps(file)
