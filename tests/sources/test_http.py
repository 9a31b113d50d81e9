"""Fetching is bounded, conditional, polite, and stays out of the own network."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from advisor.sources.addresses import networks
from advisor.sources.attempts import fetched
from advisor.sources.errors import FetchError, PassingError, SourceError
from advisor.sources.http import Answer, Request
from advisor.sources.limits import Limits
from tests.sources.misbehaving_server import Answering, Asked, Server, page, redirect

QUICK = Limits(
    total_seconds=1, silence_seconds=0.3, size=100_000, attempts=2, first_wait=0.01, redirects=3
)
LOOPBACK = networks(("127.0.0.0/8", "::1/128"))
CSV = b"adcode,value\n110000,1\n"


def ask(address: str, **given: Any) -> Answer:
    known = {"form": "csv", "user_agent": "tests", "allowed": LOOPBACK, "limits": QUICK}
    return fetched(Request(address=address, **{**known, **given}))


def fault_of(address: str, **given: Any) -> SourceError:
    with pytest.raises(SourceError) as found:
        ask(address, **given)
    return found.value


def test_the_content_comes_with_what_the_next_request_needs(server: Server) -> None:
    moment = "Mon, 23 Nov 2026 08:00:00 GMT"
    address = server.serve("/a.csv", CSV, etag='"7"', last_modified=moment)
    answer = ask(address, user_agent="Quliu/0.1 (contact)")
    assert (answer.content, answer.etag, answer.last_modified) == (CSV, '"7"', moment)
    assert server.asked[0].headings["user-agent"] == "Quliu/0.1 (contact)"
    assert "if-none-match" not in server.asked[0].headings


def test_what_did_not_change_is_not_sent_again(server: Server) -> None:
    address = server.serve("/a.csv", page(b"", status="304 Not Modified", etag='"7"'))
    assert ask(address, etag='"7"', last_modified="then").content is None
    sent = server.asked[0].headings
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"7"', "then")


def test_an_answer_of_no_change_that_nobody_asked_for_is_a_fault(server: Server) -> None:
    address = server.serve("/a.csv", page(b"", status="304 Not Modified"))
    assert fault_of(address).code == "unexpected_status"


@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (zlib.compress, "deflate")])
def test_packed_content_is_unpacked(server: Server, pack: Any, name: str) -> None:
    assert ask(server.serve("/a.csv", pack(CSV), content_encoding=name)).content == CSV


def test_packed_content_of_several_members_is_whole(server: Server) -> None:
    packed = gzip.compress(CSV) + gzip.compress(CSV)
    assert ask(server.serve("/a.csv", packed, content_encoding="gzip")).content == CSV * 2


def test_a_redirect_is_followed_on_the_same_machine(server: Server) -> None:
    server.serve("/new.csv", CSV)
    assert ask(server.serve("/old.csv", redirect("/new.csv"))).address.endswith("/new.csv")


@pytest.mark.parametrize(
    ("status", "code", "attempts"),
    [
        ("404 Not Found", "not_found", 1),
        ("410 Gone", "not_found", 1),
        ("403 Forbidden", "forbidden", 1),
        ("418 I'm a teapot", "unexpected_status", 1),
        ("204 No Content", "unexpected_status", 1),
        ("500 Internal Server Error", "server_failed", 2),
        ("503 Service Unavailable", "server_failed", 2),
        ("429 Too Many Requests", "too_many_requests", 2),
    ],
)
def test_a_status_says_what_is_wrong_and_only_what_may_pass_is_asked_again(
    server: Server, status: str, code: str, attempts: int
) -> None:
    fault = fault_of(server.serve("/a.csv", page(b"", status=status)))
    assert fault.code == code
    assert len(server.asked) == attempts
    assert isinstance(fault, PassingError) == (attempts > 1)


def test_what_passed_is_forgotten(server: Server) -> None:
    def answer(asked: Asked, connection: socket.socket) -> None:
        bad = len(server.asked) == 1
        page(CSV, status="500 Oh" if bad else "200 OK")(asked, connection)

    failed: list[int] = []
    assert ask(server.serve("/a.csv", answer), again=failed.append).content == CSV
    assert failed == [1]


def test_a_pause_that_the_publisher_asks_for_is_kept(server: Server) -> None:
    address = server.serve("/a.csv", page(b"", status="429 Slower", retry_after="1"))
    begin = time.monotonic()
    fault_of(address)
    assert time.monotonic() - begin >= 1


@pytest.mark.parametrize("as_a_date", [False, True])
def test_a_pause_beyond_patience_is_left_to_a_later_run(server: Server, as_a_date: bool) -> None:
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    retry_after = in_an_hour if as_a_date else "3600"
    fault = fault_of(server.serve("/a.csv", page(b"", status="429 No", retry_after=retry_after)))
    assert isinstance(fault, PassingError)
    assert 3500 < (fault.retry_after or 0) <= 3600
    assert len(server.asked) == 1


def silence(asked: Asked, connection: socket.socket) -> None:
    time.sleep(1)


def drip(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 99\r\n\r\n")
    for _ in range(40):
        connection.sendall(b"a")
        time.sleep(0.05)


def cut(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n" + CSV)


def cut_in_a_chunk(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nadcod\r\n99")


def endless(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\n\r\n")
    while True:
        connection.sendall(b"1" * 65536)


def noise(asked: Asked, connection: socket.socket) -> None:
    connection.sendall(b"hello\r\n\r\n")


def test_a_small_body_that_unpacks_to_a_large_one_is_given_up(server: Server) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    limits = Limits(size=10_000_000)
    address = server.serve("/a.csv", bomb, content_encoding="gzip")
    assert fault_of(address, limits=limits).code == "expands_too_much"


@pytest.mark.parametrize(
    ("answering", "code"),
    [
        (silence, "timed_out"),
        (drip, "too_slow"),
        (cut, "cut_short"),
        (cut_in_a_chunk, "cut_short"),
        (noise, "cut_short"),
        (endless, "too_large"),
        (page(b"", content_length="200000000"), "too_large"),
        (page(gzip.compress(CSV)[:-9], content_encoding="gzip"), "cut_short"),
        (page(CSV, content_encoding="gzip"), "badly_packed"),
        (page(CSV, content_encoding="br"), "unknown_packing"),
        (page(b"<html>", content_type="text/html; charset=gbk"), "page_instead"),
        (page(CSV, content_type="image/png"), "wrong_content_type"),
    ],
)
def test_an_answer_that_is_wrong_has_its_code(
    server: Server, answering: Answering, code: str
) -> None:
    assert fault_of(server.serve("/a.csv", answering)).code == code


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://192.168.1.1/a.csv",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:1/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]:6379/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://localhost:6379/",
        "//127.0.0.1:6379/",
    ],
)
def test_a_redirect_into_the_own_network_is_refused(server: Server, target: str) -> None:
    assert fault_of(server.serve("/a.csv", redirect(target))).code == "own_network"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::1]"])
def test_the_own_network_is_refused_unless_a_setting_allows_it(host: str) -> None:
    assert fault_of(f"http://{host}:9/", allowed=()).code == "own_network"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "",
        "http://",
        "http://me:secret@127.0.0.1/",
        "a b",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    assert fault_of(address).code == "bad_address"


def test_a_redirect_that_turns_in_a_circle_is_told_from_a_long_way(server: Server) -> None:
    for number in range(9):
        server.serve(f"/{number}", redirect(f"/{number + 1}"))
    assert fault_of(server.url("/0")).code == "too_many_redirects"
    server.serve("/2", redirect("/0"))
    assert fault_of(server.url("/0")).code == "redirect_loop"
    assert fault_of(server.serve("/x", redirect("gopher://x/"))).code == "bad_address"


def test_an_unknown_host_may_pass() -> None:
    fault = fault_of("http://no-such-host.invalid/")
    assert (fault.code, fault.is_passing) == ("unknown_host", True)


def test_a_port_where_nobody_listens_may_pass() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        fault = fault_of(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert (fault.code, fault.is_passing) == ("no_connection", True)


def test_a_machine_that_speaks_no_tls_is_not_asked_without_it(server: Server) -> None:
    address = server.serve("/a.csv", CSV).replace("http:", "https:")
    fault_of(address)
    assert server.asked == []


def test_an_address_with_more_than_ascii_is_asked_for_as_it_is_meant(server: Server) -> None:
    server.serve("/%E6%96%B0.csv", CSV)
    assert ask(server.url("/新.csv")).content == CSV
    assert ask(server.serve("/old", redirect("/新.csv"))).content == CSV


def test_a_host_is_asked_by_one_at_a_time(server: Server) -> None:
    busy, alone = threading.Lock(), list[bool]()

    def slow(asked: Asked, connection: socket.socket) -> None:
        alone.append(busy.acquire(blocking=False))
        time.sleep(0.05)
        busy.release()
        page(CSV)(asked, connection)

    address = server.serve("/a.csv", slow)
    lock = threading.Lock()
    hosts: list[str] = []

    @contextmanager
    def turn(host: str) -> Iterator[None]:
        with lock:
            hosts.append(host)
            yield

    askers = [threading.Thread(target=ask, args=(address,), kwargs={"turn": turn}) for _ in "1234"]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert hosts == [server.address.removeprefix("http://")] * 4
    assert alone == [True] * 4


def test_progress_is_told_in_bytes(server: Server) -> None:
    sizes: list[int] = []
    ask(server.serve("/a.csv", b"x" * 90_000), progress=sizes.append)
    assert sizes == sorted(sizes)
    assert sizes[-1] == 90_000


def test_faults_that_do_not_pass_are_of_their_own_kind(server: Server) -> None:
    assert isinstance(fault_of(server.url("/missing")), FetchError)
