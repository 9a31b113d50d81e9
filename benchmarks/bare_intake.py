"""The yardsticks of a refresh: what the same file costs with pandas and SQL alone."""

from __future__ import annotations

import hashlib
import io
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pandas as pd
from django.db import connection

EQUAL, KEYLESS = "bare_figures", "bare_figures_without_keys"
COLUMNS = ("adcode", "indicator", "period", "value", "low", "high", "status", "source_id", "note")
EQUAL_TABLE = f"""
CREATE TABLE {EQUAL} (
    adcode varchar(6) NOT NULL REFERENCES datasets_place,
    indicator varchar(60) NOT NULL REFERENCES datasets_indicator,
    period varchar(7) NOT NULL,
    value numeric(20, 6) NOT NULL,
    low numeric(20, 6) CHECK (low <= value),
    high numeric(20, 6) CHECK (high >= value),
    status varchar(6) NOT NULL,
    source_id varchar(60) NOT NULL REFERENCES datasets_source,
    note text NOT NULL,
    UNIQUE (adcode, indicator, period)
)
"""


def create_tables() -> None:
    """A table with the columns and keys of our own, and one without its foreign keys; empty."""
    with connection.cursor() as cursor:
        cursor.execute(EQUAL_TABLE)
        cursor.execute(f"CREATE TABLE {KEYLESS} (LIKE {EQUAL} INCLUDING ALL)")


def copied(address: str, table: str) -> None:
    """The file read from its address by pandas, and copied into that table, emptied before."""
    frame = pd.read_csv(address, dtype={"adcode": str})
    text = io.StringIO()
    frame.to_csv(text, header=False, index=False)
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table}")
        names = ", ".join(COLUMNS)
        options = "FORMAT csv, FORCE_NOT_NULL (status, note)"
        with cursor.copy(f"COPY {table} ({names}) FROM STDIN ({options})") as copy:
            copy.write(text.getvalue())


def create_log() -> None:
    """A table of one row a look."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare_looks (at timestamptz, status int, sha256 char(64))")


def looked(address: str, tag: str) -> None:
    """A conditional request, the hash of what came, one row."""
    parts = urlsplit(address)
    asking = HTTPConnection(parts.hostname or "", parts.port or 80)
    asking.request("GET", parts.path, headers={"If-None-Match": tag})
    answer = asking.getresponse()
    sha256 = hashlib.sha256(answer.read()).hexdigest()
    asking.close()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bare_looks VALUES (now(), %s, %s)", [answer.status, sha256])
