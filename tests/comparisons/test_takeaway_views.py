"""What to ask the employer and the summary to send on: the owner's, amounts only if asked."""

from __future__ import annotations

import pytest
from django.test import Client

from advisor.comparisons.models import Draft

DOCUMENT = {
    "home": {"city": "220400", "housing": {"kind": "renter"}},
    "earners": [{"pay": {"gross_monthly": 4567}}],
    "destinations": [{"city": "440300", "housing": {"kind": "room"}}],
    "draws": 100,
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client: Client) -> Client:
    """A visitor whose session holds the token of the draft."""
    session = client.session
    session["visitor"] = "token"
    session.save()
    return client


@pytest.fixture
def draft() -> Draft:
    return Draft.objects.create(visitor="token", document=DOCUMENT)


def test_the_questions_name_the_ranges_of_the_city(owner: Client, draft: Draft) -> None:
    page = owner.get(f"/en/c/{draft.pk}/ask/").content.decode()
    assert "Which housing-fund rate do you pay?" in page
    assert "Allowed there: 5% to 12%." in page
    assert "By law at least 80% of the agreed pay" in page


def test_a_summary_holds_no_amount_unless_asked(owner: Client, draft: Draft) -> None:
    page = owner.get(f"/en/c/{draft.pk}/summary/").content.decode()
    assert "times today" in page
    assert "CNY" not in page
    assert "4,567" not in page
    with_amounts = owner.get(f"/en/c/{draft.pk}/summary/?amounts=yes").content.decode()
    assert "CNY" in with_amounts


@pytest.mark.parametrize("page", ["ask", "summary"])
def test_a_stranger_finds_nothing(client: Client, draft: Draft, page: str) -> None:
    assert client.get(f"/en/c/{draft.pk}/{page}/").status_code == 404


@pytest.mark.parametrize("page", ["ask", "summary"])
def test_the_pages_are_never_kept_or_indexed(owner: Client, draft: Draft, page: str) -> None:
    answer = owner.get(f"/c/{draft.pk}/{page}/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert 'name="robots" content="noindex"' in answer.content.decode()
