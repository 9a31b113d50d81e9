"""Files to take away: nothing that a spreadsheet computes, and JSON that is answered again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import call_command
from django.test import Client

from tests.comparisons.saved.cases import ASKED, member, newest, publish_dearer, saved

pytestmark = pytest.mark.django_db
FORMULA = "=HYPERLINK(1)"
TWO_EARNERS: dict[str, Any] = {
    **ASKED,
    "earners": [{"pay": {"gross_monthly": 4567}}, {"pay": {"gross_monthly": 3000}}],
}


@pytest.fixture
def address(client: Client) -> str:
    """Of a version whose name is a formula; the client is its owner."""
    owner = member("owner")
    client.force_login(owner)
    return f"/en/saved/{saved(owner, TWO_EARNERS, name=FORMULA).pk}/1/"


def test_the_csv_holds_every_line_with_its_origin(client: Client, address: str) -> None:
    answer = client.get(f"{address}file.csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    kept = json.loads(client.get(f"{address}file.json").content)["answer"]
    lines = [*kept["home"]["lines"], *kept["destinations"][0]["lines"]]
    assert len(rows) == len(lines)
    assert [float(row["CNY"]) for row in rows] == [line["amount"] for line in lines]
    assert {"Wages", "Wages (earner 2)"} <= {row["Line"] for row in rows}
    assert all(row["Source"] and row["Period"] for row in rows if row["Basis"] == "measured")


def test_the_workbook_computes_nothing(client: Client, address: str) -> None:
    content = client.get(f"{address}file.xlsx").content
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["The answer", "Lines", "Inputs", "About"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}  # no "f"
    named = [cell for cell in cells if cell.value == FORMULA]
    assert [cell.data_type for cell in named] == ["s"]
    assert any(cell.value == 4567 for cell in cells)


def test_compare_gives_the_exported_figures_again_though_newer_data_came(
    client: Client, address: str, tmp_path: Path
) -> None:
    publish_dearer("rents")
    content = client.get(f"{address}file.json").content
    file = tmp_path / "exported.json"
    file.write_bytes(content)
    exported = json.loads(content)
    assert compared(file) == exported["answer"]
    file.write_text(json.dumps(exported["inputs"]), encoding="utf-8")
    assert compared(file, edition=exported["edition"]) == exported["answer"]
    assert compared(file) != exported["answer"]


def compared(file: Path, **options: str) -> Any:
    out = io.StringIO()
    call_command("compare", input=str(file), stdout=out, **options)
    return json.loads(out.getvalue())


def test_the_chinese_file_is_answered_in_chinese(
    client: Client, address: str, tmp_path: Path
) -> None:
    file = tmp_path / "exported.json"
    file.write_bytes(client.get(address.removeprefix("/en") + "file.json").content)
    assert compared(file) == json.loads(file.read_bytes())["answer"]


def test_the_printed_page_names_sources_and_limits(client: Client, address: str) -> None:
    page = client.get(f"{address}print/").content.decode()
    assert "It is not advice." in page
    assert "What the answer rests on" in page
    assert "4,567" in page
    sources = json.loads(client.get(f"{address}file.json").content)["answer"]["home"]["lines"]
    assert any(line["source"] and line["source"].split("; ")[0] in page for line in sources)


@pytest.mark.parametrize("path", ["file.csv", "file.json", "file.xlsx", "print/"])
def test_nobody_else_takes_it_away(client: Client, address: str, path: str) -> None:
    assert client.post(address + path).status_code == 405
    client.force_login(member("stranger"))
    assert client.get(address + path).status_code == 404
    client.logout()
    assert client.get(address + path).status_code == 302


def test_there_is_no_other_kind_of_file(client: Client, address: str) -> None:
    assert client.get(f"{address}file.pdf").status_code == 404
    assert newest(saved(member("other"))).number == 1
