"""Tables out of every format, and refusal of what is none."""

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest

from advisor.sources import workbooks
from advisor.sources.csv_tables import csv_table
from advisor.sources.errors import ReadError
from advisor.sources.html_tables import html_table, page_tables
from advisor.sources.json_tables import json_table
from advisor.sources.tables import Table
from advisor.sources.xlsx_tables import xlsx_table
from tests.sources.samples import workbook


def rows(table: Table) -> list[tuple[object, ...]]:
    return list(table.frame.itertuples(name=None))


def code_of(read: Callable[[], object]) -> str:
    with pytest.raises(ReadError) as found:
        read()
    return found.value.code


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    table = csv_table(b'a,b\n1,"two\nlines"\n\n3,4\n')
    assert table.headings == ("a", "b")
    assert rows(table) == [(2, "1", "two\nlines"), (4, "3", "4")]


def test_headings_may_stand_below_a_title() -> None:
    table = csv_table(b"Prices of homes,\n,\na,b\n1,2\n", heading_row=3)
    assert (table.headings, rows(table)) == (("a", "b"), [(4, "1", "2")])


def test_rows_with_other_numbers_of_cells_are_kept_apart() -> None:
    table = csv_table(b"a,b\n1,2\n1\n1,2,3\n")
    assert [(one.row, len(one.cells)) for one in table.uneven] == [(3, 1), (4, 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_chinese_text_is_read_in_the_encodings_that_are_in_use(encoding: str) -> None:
    assert csv_table("城市,均价\n辽源,2875\n".encode(encoding)).headings == ("城市", "均价")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"a\x00b,c", "not_text"),
        (b"\xff\xfea", "not_text"),
        (b"\x89PNG\r\n", "other_format"),
        (b'{"a": 1}', "other_format"),
        (b" \n<!doctype html><p>", "page_instead"),
        (b"<?xml version='1.0'?>", "page_instead"),
        (b'a,b\n1,"2\n', "not_csv"),
        (b",".join([b"a"] * 2001), "too_many_columns"),
    ],
)
def test_what_is_no_csv_is_refused(content: bytes, code: str) -> None:
    assert code_of(lambda: csv_table(content)) == code


def test_a_sheet_is_read_with_numbers_dates_and_formulas_as_text() -> None:
    day = datetime.datetime(2026, 6, 1)  # noqa: DTZ001  as a sheet holds it
    content = workbook(
        ["place", "value", "when"], ["辽源", 15.59, day], [None], ["x", 3000, "=A1&1"], [True, 2.0]
    )
    assert rows(xlsx_table(content)) == [
        (2, "辽源", "15.59", "2026-06-01"),
        (4, "x", "3000", "=A1&1"),
        (5, "TRUE", "2", ""),
    ]


def test_a_sheet_is_chosen_by_name_or_number() -> None:
    content = workbook(["a"], ["1"], sheet="房价")
    assert xlsx_table(content, sheet="房价").headings == ("a",)
    assert code_of(lambda: xlsx_table(content, sheet="rents")) == "no_sheet"
    assert code_of(lambda: xlsx_table(content, sheet=2)) == "no_sheet"


def changed(content: bytes, name: str, text: bytes) -> bytes:
    """The archive with one member's content replaced, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, text)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData>&b;&f;</sheetData></worksheet>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_the_xml_of_a_workbook_are_refused(encoding: str) -> None:
    content = changed(workbook(["a"]), SHEET, ENTITIES.encode(encoding))
    assert code_of(lambda: xlsx_table(content)) == "entities_in_xml"


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = changed(workbook(["a"]), "xl/media/image1.bin", bytes(5_000_000))
    assert len(content) < 20_000
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 4_000_000)
    assert code_of(lambda: xlsx_table(content)) == "expands_too_much"


def test_a_workbook_of_very_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_MEMBERS", 3)
    assert code_of(lambda: xlsx_table(workbook(["a"]))) == "expands_too_much"


@pytest.mark.parametrize(
    "content",
    [b"a,b\n1,2\n", workbook(["a"])[:-40], changed(workbook(["a"]), SHEET, b"<worksheet><broken")],
)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    assert code_of(lambda: xlsx_table(content)) == "not_xlsx"


def test_records_of_json_keep_their_numbers_as_written() -> None:
    content = b'{"data": {"items": [{"a": {"b": 1.50}, "c": "x"}, {"c": null, "d": [1]}]}}'
    table = json_table(content, path="data.items")
    assert table.headings == ("a.b", "c", "d")
    assert rows(table) == [(1, "1.50", "x", ""), (2, "", "", '["1"]')]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"data": [{"a": NaN}]}', "not_json"),
        (b'{"data": [', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"other": []}', "path_missing"),
        (b'{"data": {"a": 1}}', "no_records"),
        (b'{"data": [1, 2]}', "no_records"),
        (b"<html></html>", "page_instead"),
    ],
)
def test_what_holds_no_records_is_refused(content: bytes, code: str) -> None:
    assert code_of(lambda: json_table(content, path="data")) == code


PAGE = """<html><body><script>x = "<table>"</script>
<table><tr><td>menu</td></tr></table>
<p>Table 2: prices</p>
<TABLE><tr><th rowspan=2>城&nbsp;市</th><th colspan=2>2026&#24180;</th></tr>
<tr><td>5</td><td>6<sup>*</sup></td></tr>
<tr><td>辽源<td>1<td>2
<tr><td>四平</td><td>3</td></table></body></html>"""


def test_a_table_of_a_page_has_its_spanned_cells_filled_in() -> None:
    menu, prices = page_tables(PAGE.encode())
    assert menu.rows == [["menu"]]
    assert prices.lead.endswith("Table 2: prices")
    assert prices.rows == [
        ["城 市", "2026年", "2026年"],
        ["城 市", "5", "6*"],
        ["辽源", "1", "2"],
        ["四平", "3"],
    ]


def test_a_table_is_chosen_by_its_number() -> None:
    table = html_table(PAGE.encode(), number=2, heading_row=2)
    assert table.headings == ("城 市", "5", "6*")
    assert rows(table) == [(3, "辽源", "1", "2"), (4, "四平", "3", "")]
    assert code_of(lambda: html_table(PAGE.encode(), number=3)) == "no_table"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<table>" * 1001, "too_many_tables"),
        ("<table><tr>" + '<td colspan="9999">x' * 20, "too_many_columns"),
        (
            "<table><tr>" + '<td colspan="200" rowspan="65000">x' * 9 + "<tr>" * 2000,
            "too_many_rows",
        ),
    ],
)
def test_a_table_that_grows_without_end_is_given_up(page: str, code: str) -> None:
    assert code_of(lambda: page_tables(page.encode())) == code
