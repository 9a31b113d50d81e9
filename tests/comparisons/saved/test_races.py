"""Two at once: nothing is lost without a word, and nobody sees an error."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from advisor.comparisons.models import (
    RecomputePass,
    SavedComparison,
    SavedVersion,
    ShareLink,
    TodayAnswer,
)
from advisor.comparisons.saved import keeping, passes, recomputing, sharing
from tests.comparisons.saved.cases import (
    ASKED,
    draft_of,
    member,
    newest,
    publish_dearer,
    saved,
    today,
)

pytestmark = pytest.mark.django_db(transaction=True)
RICHER: dict[str, Any] = {**ASKED, "savings": 9000}
POORER: dict[str, Any] = {**ASKED, "savings": 10}


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What the deeds return that begin at the same moment, each with a connection of its own."""
    start = Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return deed()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [one.result() for one in [pool.submit(do, deed) for deed in deeds]]


def test_two_tabs_save_the_same_comparison() -> None:
    owner = member("owner")
    comparison = saved(owner)
    tabs = [
        (client_of(owner), draft_of(owner, document, saved=comparison, saved_number=1))
        for document in (RICHER, POORER)
    ]
    sent = {"as": "version", "based_on": "1"}
    answers = at_once(
        *(
            lambda client=client, draft=draft: client.post(f"/en/c/{draft.pk}/save/", sent)
            for client, draft in tabs
        )
    )
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert newest(comparison).number == SavedVersion.objects.count() == 2


def test_a_form_is_sent_twice_at_once() -> None:
    owner = member("owner")
    draft = draft_of(owner)
    sent = {"name": "Mine", "once": "c" * 22}
    first, second = (client_of(owner) for _ in range(2))
    answers = at_once(
        lambda: first.post(f"/en/c/{draft.pk}/save/", sent),
        lambda: second.post(f"/en/c/{draft.pk}/save/", sent),
    )
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert SavedComparison.objects.count() == SavedVersion.objects.count() == 1


def test_a_comparison_is_deleted_while_it_is_worked_out_again() -> None:
    owner = member("owner")
    comparison = saved(owner)
    publish_dearer("rents")
    run = passes.ask()
    assert run is not None
    counts, _ = at_once(
        lambda: recomputing.recompute([comparison.pk], run, today=today()),
        lambda: SavedComparison.objects.filter(pk=comparison.pk).delete(),
    )
    assert counts.failed == 0
    assert not TodayAnswer.objects.exists()


def test_a_link_is_taken_back_while_it_is_looked_at() -> None:
    owner = member("owner")
    link = sharing.make_link(newest(saved(owner)), days=7, hides_amounts=True)
    visitor = Client()
    answer, _ = at_once(
        lambda: visitor.get(f"/en/share/{sharing.token_of(link)}/"),
        lambda: sharing.take_back(link),
    )
    assert answer.status_code in {200, 410}
    assert ShareLink.objects.get().revoked_at is not None
    assert visitor.get(f"/en/share/{sharing.token_of(link)}/").status_code == 410


def test_new_data_is_published_while_a_version_is_saved() -> None:
    owner = member("owner")
    editions = at_once(
        lambda: newest(saved(owner)).edition,
        lambda: publish_dearer("rents").pk,
    )
    version = SavedVersion.objects.get()
    assert version.edition in {editions[0], editions[1]}
    again = keeping.recorded_answer(ASKED, today=today(), edition=version.edition)
    assert again.fingerprint == version.fingerprint


def test_two_workers_reach_for_one_pass() -> None:
    saved(member("owner"))
    publish_dearer("rents")
    runs = at_once(passes.ask, passes.ask)
    assert RecomputePass.objects.count() == 1
    words = at_once(*(lambda: passes.claim(runs[0]) for _ in range(2)))
    assert sorted(map(bool, words)) == [False, True]


def client_of(owner: Any) -> Client:
    client = Client()
    client.force_login(owner)
    return client
