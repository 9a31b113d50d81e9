"""Faults of sources, a row a fault: what staff read, and that nothing published is touched."""

import gzip
import io
import socket
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import translation

from advisor.datasets import editions, runs, tasks
from advisor.datasets.contents import content
from advisor.datasets.models import Dataset, Edition, Feed, RefreshRun
from advisor.datasets.outcomes import SETTLED
from advisor.datasets.refreshing import fetching
from advisor.datasets.wording.sentences import sentence
from advisor.sources.limits import Limits
from tests.datasets.feeds import feed_of, price_dataset, prices, publish_prices
from tests.sources.misbehaving_server import Answering, Asked, Server, page, redirect
from tests.sources.samples import workbook

pytestmark = pytest.mark.django_db

QUICK = Limits(
    total_seconds=1.5, silence_seconds=0.4, size=8_000_000, attempts=2, first_wait=0.01,
    longest_wait=1,
)  # fmt: skip
HTML = b"<!DOCTYPE html><html><body>Service unavailable</body></html>"
ROWS = [line.split(",") for line in prices(1.01).decode().splitlines()]
XLSX_MAPPING = {
    "columns": {
        "place": "adcode", "indicator": "indicator", "period": "period", "value": "value",
    }
}  # fmt: skip


def silence(asked: Asked, connection: socket.socket) -> None:
    time.sleep(1)


def drip(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 99\r\n\r\n")
    for _ in range(60):
        connection.sendall(b"a")
        time.sleep(0.05)


def cut(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n" + prices(1.01))


def huge(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n\r\n")
    for _ in range(3_200):  # 200 MB, given up long before
        connection.sendall(b"1" * 65_536)


def column(number: int, change: Callable[[str], str], *, every: int = 1) -> bytes:
    """The file with one column changed in every so manieth row."""
    rows = [list(row) for row in ROWS]
    for row in rows[1::every]:
        row[number] = change(row[number])
    return "\n".join(",".join(row) for row in rows).encode()


def swapped(one: int, other: int) -> bytes:
    rows = [list(row) for row in ROWS]
    for row in rows[1:]:
        row[one], row[other] = row[other], row[one]
    return "\n".join(",".join(row) for row in rows).encode()


def archive(name: str, text: bytes) -> bytes:
    """A workbook with one more, or another, part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(*ROWS))) as old, zipfile.ZipFile(out, "w", 8) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, text)
    return out.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>'
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What the source does, how the run ends, and words that staff must read."""

    does: Answering | bytes | str
    ends: str
    says: str
    feed: tuple[tuple[str, Any], ...] = ()
    findings: frozenset[str] = frozenset()


def xlsx(content: bytes, ends: str, says: str) -> Fault:
    given = (("format", "xlsx"), ("mapping", XLSX_MAPPING))
    return Fault(
        does=page(content, content_type="application/zip"), ends=ends, says=says, feed=given
    )


def found(does: bytes, finding: str, ends: str = "blocked", **feed: Any) -> Fault:
    says = "Nothing can be published" if ends == "blocked" else "waits for a person"
    return Fault(
        does=does, ends=ends, says=says, feed=tuple(feed.items()), findings=frozenset({finding})
    )


FAULTS = {
    "upstream 404": Fault(
        does=page(b"", status="404 Not Found"), ends="not_found", says="find the new one"
    ),
    "upstream 429 with a short pause": Fault(
        does=page(b"", status="429 Slow", retry_after="1"),
        ends="too_many_requests",
        says="asks for a pause",
    ),
    "upstream 429 with a long pause": Fault(
        does=page(b"", status="429 Slow", retry_after="7200"),
        ends="too_many_requests",
        says="repeated by itself",
    ),
    "upstream 500": Fault(
        does=page(b"", status="500 Oh"), ends="server_failed", says="server failed (status 500)"
    ),
    "timeout": Fault(does=silence, ends="timed_out", says="did not answer in time"),
    "slow drip": Fault(does=drip, ends="too_slow", says="came too slowly"),
    "truncated body": Fault(does=cut, ends="cut_short", says="broke off before its end"),
    "wrong content type": Fault(
        does=page(b"x", content_type="image/png"), ends="wrong_content_type", says="image/png"
    ),
    "an HTML error page with status 200": Fault(
        does=page(HTML, content_type="text/html"), ends="page_instead", says="A web page came"
    ),
    "an HTML error page that says it is CSV": Fault(
        does=HTML, ends="page_instead", says="A web page came"
    ),
    "an empty body": Fault(does=b"", ends="empty", says="empty"),
    "a 200 MB body": Fault(does=huge, ends="too_large", says="larger than 8000000 bytes"),
    "a gzip bomb": Fault(
        does=page(gzip.compress(bytes(60_000_000)), content_encoding="gzip"),
        ends="expands_too_much",
        says="no honest file",
    ),
    "a zip bomb in XLSX": xlsx(
        archive("xl/media/a.bin", bytes(201_000_000)), "expands_too_much", "no honest file"
    ),
    "XML entities in XLSX": xlsx(archive(SHEET, ENTITIES), "entities_in_xml", "XML entities"),
    "an XLSX that is none": xlsx(b"PK nothing", "not_xlsx", "not an XLSX file"),
    "redirect to the own network": Fault(
        does=redirect("http://169.254.169.254/"), ends="own_network", says="that is refused"
    ),
    "redirect loop": Fault(
        does=redirect("/a.csv"), ends="redirect_loop", says="leads back to itself"
    ),
    "DNS failure": Fault(
        does="http://no-such-host.invalid/a.csv", ends="unknown_host", says="no machine named"
    ),
    "nobody listens": Fault(
        does="http://127.0.0.1:9/a.csv", ends="no_connection", says="can't be reached"
    ),
    "changed column names": found(
        prices(1.01).replace(b"value", b"price", 1), "columns_missing"
    ),
    "swapped columns": found(swapped(2, 3), "columns_swapped"),
    "unit x 10,000": found(column(3, lambda text: f"{float(text) * 10_000:g}"), "units_slipped"),
    "unit x 10": found(column(3, lambda text: f"{float(text) * 10:g}"), "units_slipped"),
    "decimal comma": found(
        column(3, lambda text: f'"{text},5"'), "no_row_left"
    ),
    "a period in the future": found(column(2, lambda _: "2031-01"), "no_row_left"),
    "NaN": found(column(3, lambda _: "NaN"), "no_row_left"),
    "inf": found(column(3, lambda _: "inf"), "no_row_left"),
    "formulas in cells": found(column(3, lambda _: "=1+1"), "no_row_left"),
    "half of the rows gone": found(prices(1.0, 30, period="2026-05"), "rows_lost", whole=True),
    "duplicate keys": Fault(
        does=prices(1.01) + prices(1.02).split(b"\n", 1)[1],
        ends="blocked",
        says="120 rows set aside",
        findings=frozenset({"no_row_left"}),
    ),
    "some bad rows": Fault(
        does=column(3, lambda _: "NaN", every=6), ends="waits", says="10 rows set aside"
    ),
    "a mapping that leads nowhere": Fault(
        does=prices(1.01),
        ends="parts_missing",
        says="Nothing leads to: indicator, period, value.",
        feed=(("mapping", {"columns": {"place": "adcode"}}),),
    ),
    "GBK": Fault(
        does=prices(1.01).replace(b",\n", ",新\n".encode("gbk")), ends="waits", says="60 new"
    ),
    "UTF-8 with BOM": Fault(
        does=b"\xef\xbb\xbf" + prices(1.01), ends="waits", says="60 new"
    ),
}  # fmt: skip


@pytest.fixture
def dataset(monkeypatch: pytest.MonkeyPatch) -> Dataset:
    monkeypatch.setattr(fetching, "LIMITS", QUICK)
    dataset = price_dataset()
    publish_prices(dataset)
    return dataset


def in_force(dataset: Dataset) -> Any:
    return content(Dataset.objects.select_related("head").get(pk=dataset.pk).head)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_its_run_with_a_sentence_and_touches_nothing_published(
    dataset: Dataset, server: Server, name: str
) -> None:
    fault = FAULTS[name]
    is_address = isinstance(fault.does, str)
    address = fault.does if is_address else server.serve("/a.csv", fault.does)
    feed = feed_of(dataset, str(address), **dict(fault.feed))
    before, edition = in_force(dataset), Edition.objects.all()[0]
    run = runs.ask(feed)
    tasks.refresh_feed(run_id=run.pk)
    run.refresh_from_db()
    with translation.override("en"):
        said = sentence(run.outcome, run.params)
    assert (run.outcome, fault.says in said) == (fault.ends, True), said
    if fault.findings:
        assert fault.findings <= {one.code for one in run.version.findings.all()}
    assert not RefreshRun.objects.open().exists()
    assert in_force(dataset) == before
    assert Edition.objects.all()[0] == edition


def test_a_fault_that_may_pass_is_tried_again_soon_and_one_that_does_not_is_left(
    dataset: Dataset, server: Server
) -> None:
    for status, is_soon in (("503 Busy", True), ("404 Not Found", False)):
        name = f"feed {status}"
        feed = feed_of(dataset, server.serve("/a.csv", page(b"", status=status)), name=name)
        tasks.refresh_feed(run_id=runs.ask(feed).pk)
        feed.refresh_from_db()
        assert (feed.due_at is not None) == is_soon


def test_after_any_fault_the_next_refresh_works(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", page(b"", status="500 Oh")))
    tasks.refresh_feed(run_id=runs.ask(feed).pk)
    server.serve("/a.csv", prices(1.01))
    run = runs.ask(Feed.objects.get())
    tasks.refresh_feed(run_id=run.pk)
    run.refresh_from_db()
    assert run.outcome in SETTLED
    editions.publish(drafts=[run.version], by=None, why="seen")
    assert len(in_force(dataset)) == 120
