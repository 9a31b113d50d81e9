"""The documents of the command line, over HTTP."""

import io
import json

import pytest
from django.core.management import call_command
from django.test import Client

from advisor.api.schemas.compare_answer import CompareAnswer
from advisor.api.schemas.net_pay_answer import NetPayAnswer
from advisor.comparisons import asking
from tests.api.asking import COMPARISON, PAY, post, problem
from tests.api.documents import fifty_documents

pytestmark = pytest.mark.django_db
COMMANDS = {"compare": "compare", "net-pay": "net_pay"}
MODELS = {"compare": CompareAnswer, "net-pay": NetPayAnswer}


def on_the_command_line(name, document, folder):
    """Exit code, standard output and standard error of the command on that document."""
    file, out, err = folder / "question.json", io.StringIO(), io.StringIO()
    file.write_text(json.dumps(document), encoding="utf-8")
    try:
        call_command(COMMANDS[name], input=str(file), stdout=out, stderr=err)
    except SystemExit as stopped:
        return stopped.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_fifty_documents_get_the_same_answer_on_the_command_line_and_over_http(tmp_path, settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "")
    documents = fifty_documents()
    assert len(documents) == 50
    answered = 0
    for name, document in documents:
        code, out, err = on_the_command_line(name, document, tmp_path)
        asking._comparison.cache_clear()  # or the second would be shown the first one's
        response = post(name, document)
        if code == 0:
            compact = json.dumps(json.loads(out), ensure_ascii=False, separators=(",", ":"))
            assert response.content.decode() == compact, document
            answered += 1
        else:
            assert response.status_code == 422, document
            said = [one["detail"] for one in problem(response)["errors"]]
            assert said == err.splitlines(), document
    assert answered == 44


def test_answers_are_as_the_openapi_document_describes_them(settings):
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "")
    for name, document in [("compare", COMPARISON), ("net-pay", PAY), *fifty_documents()[::4]]:
        response = post(name, document)
        if response.status_code == 200:
            answer = json.loads(response.content)
            assert MODELS[name].model_validate(answer).model_dump(mode="json") == answer


@pytest.mark.parametrize(("name", "document"), [("compare", COMPARISON), ("net-pay", PAY)])
def test_the_answer_speaks_the_language_of_the_document(name, document):
    in_english = post(name, document, headers={"Accept-Language": "zh-CN"})
    in_chinese = post(name, document | {"language": "zh-hans"})
    assert in_english.headers["Content-Language"] == "en"
    assert in_chinese.headers["Content-Language"] == "zh-hans"
    assert in_english.content != in_chinese.content


def test_numbers_are_read_as_they_are_written():
    fine = b'{"city": "Liaoyuan", "year": 2026, "months": [{"month": 1, "gross": 4500.10}]}'
    assert json.loads(post("net-pay", fine).content)["months"][0]["gross"] == 4500.1
    beyond = fine.replace(b"4500.10", b"4500.100000000000000000000000000001")
    (fault,) = problem(post("net-pay", beyond))["errors"]
    assert fault == {
        "path": "months[0].gross",
        "code": "amount_decimals",
        "detail": "months[0].gross must have at most two decimals.",
    }


@pytest.mark.parametrize(("name", "document"), [("compare", COMPARISON), ("net-pay", PAY)])
def test_nothing_that_was_asked_is_kept_by_browser_or_proxy(name, document):
    response = post(name, document)
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_document_needs_no_token_against_forgery():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/api/v1/net-pay", json.dumps(PAY), content_type="application/json")
    assert response.status_code == 200


def test_what_one_request_can_have_worked_out_is_bounded():
    (fault,) = problem(post("compare", COMPARISON | {"draws": 200_000, "horizon_years": 6}))[
        "errors"
    ]
    assert (fault["path"], fault["code"]) == ("draws", "too_much_at_once")
    assert "1 cities × 200,000 draws × 6 years" in fault["detail"]
