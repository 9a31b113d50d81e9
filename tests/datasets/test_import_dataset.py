"""`manage.py import_dataset`, `editions` and `rollback`, as strangers call them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from advisor.datasets.contents import content
from advisor.datasets.models import Dataset, Deed, Edition, Version
from tests.web.run_of_up import ROOT

pytestmark = pytest.mark.django_db

COLUMNS = ["adcode", "indicator", "period", "value", "low", "high", "status", "source_id", "note"]
RENT = {
    "adcode": "220400",
    "indicator": "rent_m2",
    "period": "2026-06",
    "value": "16.2",
    "status": "e",
    "source_id": "d_rent_from_value_2026",
}
PLAIN = {"home": {"city": "220400"}, "earners": [{"pay": {"gross_monthly": 4500}}]}
ASKED = {**PLAIN, "destinations": [{"city": "440300"}], "draws": 100}

Imported = Callable[..., "Done"]


@dataclass(frozen=True, kw_only=True)
class Done:
    """An ended command: its exit code, what it printed and what it said beside."""

    code: int
    text: str
    said: str

    @property
    def document(self) -> Any:
        return json.loads(self.text)

    @property
    def codes(self) -> list[str]:
        return [one["code"] for one in self.document["findings"]]


def manage(command: str, *words: str) -> Done:
    """The command as it runs, in this process."""
    out, said, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(command, *words, stdout=out, stderr=said)
    except SystemExit as ended:
        code = int(ended.code or 0)
    except CommandError as error:
        said.write(str(error))
        code = error.returncode
    return Done(code=code, text=out.getvalue(), said=said.getvalue())


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    def run(content: bytes, *words: str, dataset: str = "rents") -> Done:
        path = tmp_path / "figures.csv"
        path.write_bytes(content)
        return manage("import_dataset", dataset, str(path), "--json", *words)

    return run


def tidy(*rows: dict[str, str], columns: list[str] = COLUMNS, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def bundled(dataset: str = "rents") -> list[dict[str, str]]:
    """The bundled rows of a dataset under the headings of a tidy file."""
    path = Path(ROOT, "advisor", "data", "observations", f"{dataset}.csv")
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return [{**row, "adcode": row["place"], "source_id": row["source"]} for row in rows]


def compared(folder: Path) -> str:
    asked = folder / "asked.json"
    asked.write_text(json.dumps(ASKED))
    return manage("compare", "--input", str(asked)).text


def in_force() -> dict[str, str]:
    head = Dataset.objects.select_related("head").get(code="rents").head
    return {key[0]: one.value for key, one in content(head).items() if key[1] == "rent_m2"}


def test_published_figures_answer_and_a_roll_back_gives_the_old_answer_to_the_byte(
    imported: Imported, tmp_path: Path
) -> None:
    before = compared(tmp_path)
    first = Edition.objects.get().id
    done = imported(tidy(RENT), "--publish")
    assert done.code == 0
    assert done.document == {
        "rows": 1,
        "accepted": 1,
        "set_aside": [],
        "findings": [],
        "differences": {
            "added": 0,
            "changed": 1,
            "gone": 0,
            "biggest_moves": [
                {
                    "adcode": "220400",
                    "indicator": "rent_m2",
                    "period": "2026-06",
                    "from": 15.59,
                    "from_period": "2026-06",
                    "to": 16.2,
                    "change": 0.0391,
                }
            ],
        },
        "publishable": True,
        "published_edition": Edition.objects.first().id,
    }
    new = compared(tmp_path)
    assert json.loads(new)["home"]["monthly"] != json.loads(before)["home"]["monthly"]
    listed = manage("editions", "--json").document
    assert [one["versions"]["rents"] for one in listed] == ["2", "1"]
    assert [one["id"] for one in listed] == [done.document["published_edition"], first]

    back = manage("rollback", "rents", "1", "--reason", "the rent was of another street")
    assert back.code == 0
    assert compared(tmp_path).replace(back.text.strip(), first) == before
    deeds = Deed.objects.filter(dataset="rents").order_by("id").values_list("what", flat=True)
    assert [*deeds][1:] == ["draft", "publish", "publish", "roll_back"]


def test_a_dry_run_writes_nothing(imported: Imported) -> None:
    before = (Version.objects.count(), Deed.objects.count())
    done = imported(tidy(RENT), "--dry-run", "--publish")
    assert (done.code, done.document["published_edition"]) == (0, None)
    assert done.document["differences"]["changed"] == 1
    assert (Version.objects.count(), Deed.objects.count()) == before


def test_without_publish_a_draft_waits_with_what_was_found(imported: Imported) -> None:
    done = imported(tidy(RENT | {"value": "60"}, RENT | {"adcode": "nowhere"}))
    assert (done.code, done.codes) == (0, ["unusual_moves", "rent_against_price"])
    draft = Version.objects.drafts().get()
    assert {one.code for one in draft.findings.all()} == {*done.codes}
    assert [(one.row, one.code) for one in draft.set_aside.all()] == [(3, "place_unknown")]
    assert in_force()["220400"] == "15.59"


def test_warnings_are_published_only_with_a_reason(imported: Imported) -> None:
    file = tidy(RENT | {"value": "60"})
    refused = imported(file, "--publish")
    assert (refused.code, refused.document["published_edition"]) == (0, None)
    assert "--reason" in refused.said
    assert in_force()["220400"] == "15.59"
    done = imported(file, "--publish", "--reason", "seen at the publisher")
    assert done.document["published_edition"] == Edition.objects.first().id
    assert in_force()["220400"] == "60"


def test_a_file_that_says_nothing_new_makes_no_edition(imported: Imported) -> None:
    done = imported(tidy(*bundled()), "--publish", "--whole")
    assert (done.code, done.codes) == (0, [])
    assert done.document["published_edition"] == Edition.objects.get().id
    assert not Version.objects.drafts().exists()


def changed(rows: list[dict[str, str]], **given: str) -> list[dict[str, str]]:
    return [row | given for row in rows]


def times(rows: list[dict[str, str]], factor: float) -> list[dict[str, str]]:
    return [
        row
        | {name: f"{float(row[name]) * factor:g}" for name in ("value", "low", "high") if row[name]}
        for row in rows
    ]


def swapped(rows: list[dict[str, str]], one: str, other: str) -> list[dict[str, str]]:
    return [row | {one: row[other], other: row[one]} for row in rows if row["low"]]


FEW = bundled()[:40]
ENCODINGS = {
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + tidy(RENT | {"note": "新"}),
    "GBK": tidy(RENT | {"note": "新的房租"}).decode().encode("gbk"),
    "UTF-16": tidy(RENT).decode().encode("utf-16"),
    "semicolons": tidy(RENT, delimiter=";"),
    "tabs": tidy(RENT, delimiter="\t"),
    "old line ends": tidy(RENT).replace(b"\r\n", b"\r"),
    "empty lines and spaces": tidy(RENT).replace(b"\r\n", b" \r\n\r\n").replace(b",", b" , "),
    "other case": tidy(RENT).replace(b"adcode", b"AdCode", 1),
    "our own headings": tidy(RENT).replace(b"adcode", b"place", 1).replace(b"_id", b"", 1),
}


@pytest.mark.parametrize("spelling", ENCODINGS)
def test_a_file_is_read_however_it_was_saved(imported: Imported, spelling: str) -> None:
    done = imported(ENCODINGS[spelling], "--dry-run")
    assert (done.code, done.codes, done.document["set_aside"]) == (0, [], [])
    assert done.document["differences"]["biggest_moves"][0]["to"] == 16.2


UNREADABLE = {
    "empty": b"",
    "only space": b" \r\n \r\n",
    "page_instead": b"<!DOCTYPE html><html><body>adcode,indicator</body></html>",
    "other_format": b"PK\x03\x04\x14\x00\x06\x00",
    "not_text": b"adcode,indicator\x00\x01\x02,value",
    "not_tidy": "城市,年份,均价\n辽源,2026,16.2\n".encode(),
    "not_csv": tidy(RENT) + b'220400,"rent_m2,2026-06',
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_is_no_such_file_ends_with_two(imported: Imported, what: str) -> None:
    done = imported(UNREADABLE[what], "--publish")
    expected = "empty" if what == "only space" else what
    assert (done.code, done.codes, done.document["publishable"]) == (2, [expected], False)


BLOCKED = {
    "only headings": ([], "no_row_left"),
    "a unit of ten thousand": (times(FEW, 10_000), "units_slipped"),
    "a unit of ten": (times(FEW, 10), "units_slipped"),
    "unknown places": (changed(FEW, adcode="123456"), "no_row_left"),
    "unknown indicators": (changed(FEW, indicator="rents"), "no_row_left"),
    "another dataset": (bundled("wages")[:40], "no_row_left"),
    "unknown sources": (changed(FEW, source_id="me"), "no_row_left"),
    "the future": (changed(FEW, period="2031-01"), "no_row_left"),
    "not a number": (changed(FEW, value="NaN"), "no_row_left"),
    "infinity": (changed(FEW, value="inf"), "no_row_left"),
    "formulas": (changed(FEW, value="=1+1"), "no_row_left"),
    "decimal commas": (changed(FEW, value="15,59"), "no_row_left"),
    "swapped columns": (swapped(FEW, "low", "high"), "columns_swapped"),
    "half of the rows gone": (bundled()[::2], "rows_lost"),
}  # fmt: skip


@pytest.mark.parametrize("what", BLOCKED)
def test_what_is_wrong_throughout_is_blocked_whatever_the_reason(
    imported: Imported, what: str
) -> None:
    rows, code = BLOCKED[what]
    before = in_force()
    file = tidy(*rows, columns=[*COLUMNS, "range_kind"])
    done = imported(file, "--publish", "--reason", "I am sure", "--whole")
    assert (done.code, done.document["publishable"]) == (1, False)
    assert code in done.codes
    assert done.document["published_edition"] is None
    assert in_force() == before


def test_a_renamed_column_is_named(imported: Imported) -> None:
    done = imported(tidy(RENT).replace(b"value", b"price", 1))
    assert (done.code, done.codes) == (1, ["columns_missing", "columns_unknown"])
    assert "value" in done.document["findings"][0]["message"]


def test_single_bad_rows_are_set_aside_with_their_reason_and_the_rest_is_published(
    imported: Imported,
) -> None:
    rows = [row | {"value": f"{float(row['value']) + 0.01:.2f}"} for row in FEW]
    rows[3]["value"], rows[5]["adcode"] = "nan", "吉林"
    rows[7] = times([rows[7]], 10_000)[0]
    file = tidy(*rows, columns=[*COLUMNS, "range_kind"])
    done = imported(file, "--publish")
    assert done.code == 0
    assert [one["row"] for one in done.document["set_aside"]] == [5, 7, 9]
    assert "10000" in done.document["set_aside"][2]["reason"]
    assert done.document["accepted"] == 37
    assert done.document["published_edition"] == Edition.objects.first().id
    assert in_force()[rows[3]["adcode"]] == FEW[3]["value"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import_dataset", "nothing", "-", "--json"], "dataset_unknown"),
        (["import_dataset", "rules", "-", "--json"], "rules_are_no_table"),
        (["import_dataset", "rents", "/no/such/file", "--json"], "file_not_readable"),
        (["import_dataset", "rents", "/", "--json"], "file_not_readable"),
    ],
)
def test_what_cannot_be_imported_is_said(words: list[str], code: str) -> None:
    done = manage(*words)
    assert (done.code, done.codes) == (2, [code])


@pytest.mark.django_db(transaction=True)
def test_a_stranger_gets_one_document_and_nothing_else_on_standard_output() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "import_dataset", "rents", "-", "--json"],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"},
        input=tidy(RENT | {"adcode": "1"}),
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["set_aside"] == [
        {"row": 2, "reason": "“1” is not the code of a place that Quliu knows."}
    ]


def test_people_read_sentences_in_their_language(tmp_path: Path) -> None:
    file = tmp_path / "rents.csv"
    file.write_bytes(tidy(RENT))
    said = manage("import_dataset", "rents", str(file), "--publish")
    assert said.text.splitlines() == [
        "1 of 1 rows can be taken.",
        "New figures: 0; changed: 1; gone: 0.",
        f"In force as edition {Edition.objects.all()[0].id}.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rents", "7", "--reason", "why"], "has no published version 7"),
        (["rents", "x", "--reason", "why"], "has no published version x"),
        (["nothing", "1", "--reason", "why"], "has no published version 1"),
        (["rents", "1", "--reason", "why"], "no earlier version"),
        (["rents", "1", "--reason", " "], "Say why"),
        (["rents", "1"], "--reason"),
    ],
)
def test_there_is_no_roll_back_without_a_version_and_a_reason(words: list[str], said: str) -> None:
    done = manage("rollback", *words)
    assert done.code != 0
    assert said in done.said
    assert Edition.objects.count() == 1
