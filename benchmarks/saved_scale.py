"""Print the ratios of what was saved: `python -m benchmarks.saved_scale`, see README.md."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks.refreshing import servers
from benchmarks.timing import Row, at_least, at_most, best_in_turn, written

SAVED = 20_000  # a hundred thousand take long to lay out
CONCERNED = 6_000
RECOMPUTED = 30
DRAWS = 500
CHANGED = ("330100", "rents")
ASKED: dict[str, Any] = {
    "home": {"city": "220400"},
    "earners": [{"pay": {"gross_monthly": 4567}}],
    "destinations": [{"city": city} for city in ("440300", "330100", "110000", "440100")],
    "draws": DRAWS,
}
# Copies of the one that is there: its row, its version without pages, and what it uses; for all
# but the first ones the changed place is exchanged for one that is nowhere.
COPIES = (
    """INSERT INTO comparisons_savedcomparison
       SELECT (jsonb_populate_record(c, jsonb_build_object(
           'id', 'n' || lpad(n::text, 21, '0'), 'once', n::text))).*
       FROM comparisons_savedcomparison c, generate_series(1, {saved}) n""",
    """INSERT INTO comparisons_figureuse (comparison_id, place, dataset)
       SELECT 'n' || lpad(n::text, 21, '0'),
           CASE WHEN n > {concerned} AND place = '330100' THEN '999999' ELSE place END, dataset
       FROM comparisons_figureuse, generate_series(1, {saved}) n""",
    "ANALYZE",
)


def prepared(today: date) -> Any:
    """One saved comparison, copied many times."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from advisor.comparisons.saved import keeping  # noqa: PLC0415

    user = get_user_model().objects.create_user("owner")
    content = keeping.content_of(ASKED, today=today)
    comparison = keeping.keep_new(user.pk, content, keeping.Label(name="one"))
    with connection.cursor() as cursor:
        for statement in COPIES:
            cursor.execute(statement.format(saved=SAVED, concerned=CONCERNED))
    return comparison, content


def selecting() -> Iterator[Row]:
    """Whom a changed figure concerns, against a bare count of the same rows."""
    from django.db import connection  # noqa: PLC0415

    from advisor.comparisons.models import FigureUse  # noqa: PLC0415

    place, dataset = CHANGED
    uses = FigureUse.objects.filter(place=place, dataset=dataset)

    def ids() -> None:
        found = uses.order_by("comparison_id").values_list("comparison_id", flat=True).distinct()
        assert len(list(found)) > CONCERNED  # noqa: S101

    def count() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM comparisons_figureuse WHERE dataset = %s AND place = %s",
                [dataset, place],
            )

    selected, counted = best_in_turn([ids, count], rounds=9)
    what = f"selecting {CONCERNED:,} of {SAVED:,} saved: our time over a bare indexed count's"
    yield at_most("saved", what, selected / counted, 5, f"the count takes {counted * 1000:.1f} ms")


def listing(content: Any) -> Iterator[Row]:
    """The list of who saved a thousand against that of who saved ten."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from advisor.comparisons.saved import keeping  # noqa: PLC0415

    clients = []
    for count in (1000, 10):
        user = get_user_model().objects.create_user(f"has {count}")
        for number in range(count):
            keeping.keep_new(user.pk, content, keeping.Label(name=f"{number:04}"))
        client = Client(headers={"host": "localhost"})
        client.force_login(user)
        clients.append(client)
    many, few = best_in_turn([lambda c=c: c.get("/saved/") for c in clients], rounds=15)
    note = f"a page shows 20; with ten saved it takes {few * 1000:.0f} ms"
    yield at_most("saved", "the list of 1,000: our time over the list of 10", many / few, 1.5, note)


def recomputing(content: Any, today: date) -> Iterator[Row]:
    """A pass over comparisons of different pay, against as many `compare` calls one by one."""
    from dataclasses import replace  # noqa: PLC0415

    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from advisor.comparisons.document_answers import answer_to_compare  # noqa: PLC0415
    from advisor.comparisons.models import RecomputePass  # noqa: PLC0415
    from advisor.comparisons.saved import keeping  # noqa: PLC0415
    from advisor.comparisons.saved.recomputing import recompute  # noqa: PLC0415
    from advisor.datasets.models import Edition  # noqa: PLC0415

    user = get_user_model().objects.create_user("recomputed")
    edition = Edition.objects.latest("published_at")
    documents = [
        {**ASKED, "earners": [{"pay": {"gross_monthly": 5000 + number}}]}
        for number in range(RECOMPUTED)
    ]
    ids = [
        keeping.keep_new(
            user.pk,
            replace(content, document=document, fingerprint="older"),
            keeping.Label(name="again"),
        ).pk
        for document in documents
    ]
    run = RecomputePass(
        edition=edition.pk, edition_at=edition.published_at, asked_at=timezone.now()
    )
    start = time.perf_counter()
    counts = recompute(ids, run, today=today)
    ours = time.perf_counter() - start
    assert counts.recomputed == RECOMPUTED  # noqa: S101
    start = time.perf_counter()
    for document in documents:
        answer_to_compare({**document, "savings": 1}, today=today)
    theirs = time.perf_counter() - start
    note = f"{RECOMPUTED / ours:.1f} a second by one worker, each with its record and its rows"
    what = f"recompute at {DRAWS} draws: our throughput over `compare` one by one"
    yield at_least("saved", what, theirs / ours, 5, note)


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    with servers():
        from django.utils import timezone  # noqa: PLC0415

        today = timezone.localdate()
        _comparison, content = prepared(today)
        rows = [*selecting(), *listing(content), *recomputing(content, today)]
    print(f"{os.cpu_count()} cores\n\n{written(rows)}")  # noqa: T201  what it is for


if __name__ == "__main__":
    main()
