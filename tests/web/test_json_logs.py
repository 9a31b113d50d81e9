"""The logs: one JSON object a line, no amount in it."""

import json
import logging
import sys

import pytest
from django.test import Client

from advisor.json_logs import JSONFormatter, without_numbers


def line(message: str, *args: object, **extra: object) -> dict[str, object]:
    """What is written for a record."""
    record = logging.LogRecord("quliu", logging.INFO, "", 0, message, args, sys.exc_info())
    record.__dict__ |= extra
    return json.loads(JSONFormatter().format(record))


@pytest.mark.parametrize("typed", ["8000", "8,000", "12345.67", "８０００", "0.8万", "120000"])
def test_no_amount_is_written_in_any_way_of_typing_it(typed: str) -> None:
    assert typed not in without_numbers(f"pay of {typed} is not valid")


def test_a_record_has_time_level_logger_and_message() -> None:
    written = line("edition %s published", "B")
    assert written["message"] == "edition B published"
    assert (written["level"], written["logger"]) == ("INFO", "quliu")
    assert str(written["time"]).endswith("+00:00")


def test_known_fields_are_written_and_others_are_not() -> None:
    written = line("request", status=404, milliseconds=1234.5, pay=8000)
    assert (written["status"], written["milliseconds"]) == (404, 1234.5)
    assert "pay" not in written


def test_an_exception_is_written_with_its_place_and_without_the_amounts_it_quotes() -> None:
    try:
        float("8000 yuan")
    except ValueError:
        written = line("failed")
    assert written["exception"] == "ValueError"
    assert written["says"] == "could not convert string to float: '# yuan'"
    assert "test_json_logs.py" in str(written["frames"])


@pytest.mark.django_db
def test_a_request_is_logged_by_its_route_and_not_by_its_address(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="advisor.web.request_log"):
        client.get("/nowhere/secret-path/?pay=8000")
    written = [JSONFormatter().format(record) for record in caplog.records]
    ours = [text for text in written if "advisor.web.request_log" in text]
    assert json.loads(ours[-1])["status"] == 404
    assert "secret-path" not in ours[-1]
    assert not [text for text in written if "8000" in text]
