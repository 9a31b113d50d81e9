"""`manage.py net_pay` on a loaded database: one JSON document, or sentences and exit code 2."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from advisor.datasets.models import Edition

pytestmark = pytest.mark.django_db
QUESTION = {"city": "Liaoyuan", "year": 2026, "months": [{"month": 1, "gross": 4500}]}


def run(name):
    """Exit code, standard output and standard error of the command on that input."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("net_pay", input=str(name), stdout=out, stderr=err)
    except SystemExit as stopped:
        return stopped.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def written(tmp_path):
    """A file that holds those bytes, or that document."""

    def write(content):
        file = tmp_path / "question.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return file

    return write


def test_the_answer_is_one_json_document_and_nothing_else(written):
    code, out, err = run(written(QUESTION))
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert answer["city"] == "220400"
    month = answer["months"][0]
    assert month["contributions"]["pension"] == 360.0
    assert month["net"] == round(4500 - month["contributions"]["total"] - month["tax"], 2)


def test_a_dash_reads_standard_input(monkeypatch):
    raw = io.BytesIO(json.dumps(QUESTION).encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=raw))
    code, out, _ = run("-")
    assert code == 0
    assert json.loads(out)["year"]["gross"] == 4500.0


def test_a_city_without_rules_of_its_own_caps_its_fund_by_its_average_wage(written):
    rich = QUESTION | {"city": "Tieling", "months": [{"month": 8, "gross": 100_000}]}
    _, out, _ = run(written(rich))
    side = json.loads(out)["months"][0]["contributions"]
    assert side["pension"] == 1743.36  # 8 % of the province's cap
    assert side["housing_fund"] != round(0.05 * 21_792, 2)  # the fund has a cap of its own


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The document is not valid JSON: line 1, column 1.\n"),
        (b"\xff", "The document is not text in UTF-8.\n"),
        (b'{"year": NaN}', "NaN is not a number that can be used here.\n"),
        ({**QUESTION, "year": 2026.5}, "year must be a whole number.\n"),
        (
            {**QUESTION, "months": [], "extra": 1},
            "months: at least 1 must be given.\nextra is not a known key.\n",
        ),
        (
            {**QUESTION, "city": "Liaoyaun"},
            "city: there is no city “Liaoyaun”; did you mean",
        ),
    ],
)
def test_bad_input_is_a_sentence_a_fault_and_exit_code_2(written, content, said):
    code, out, err = run(written(content))
    assert (code, out) == (2, "")
    assert err.startswith(said)
    assert err.count("\n") == max(said.count("\n"), 1)


def test_a_file_that_can_not_be_read_is_named(tmp_path):
    code, out, err = run(tmp_path / "nothing.json")
    assert (code, out) == (2, "")
    assert err == f"{tmp_path / 'nothing.json'} can not be read: No such file or directory.\n"


def test_the_same_question_gets_the_same_answer(written):
    file = written(QUESTION)
    assert Edition.objects.exists()
    assert run(file) == run(file)
