"""Every code that validation, reading or refreshing can give has a sentence, in both languages."""

import ast
from collections.abc import Iterator

import pytest
from django.utils import translation

from advisor.datasets.wording.desk import DESK_SENTENCES
from advisor.datasets.wording.rules import RULE_SENTENCES
from advisor.datasets.wording.sentences import SENTENCES, UnknownCodeError, sentence
from tests.product_modules import ROOT

RAISERS = {
    *("RowFaultError", "RowAside", "UnreadableError", "error", "warning"),
    *("SourceError", "PassingError", "FetchError", "ReadError", "MappingError"),
}
ADVISOR = ROOT / "advisor"
FILES = [
    ADVISOR / "mapping_rules.py",
    *(ADVISOR / "sources").rglob("*.py"),
    *(ADVISOR / "datasets").rglob("*.py"),
]


def codes() -> Iterator[str]:
    """Every code that stands in a call of what carries one."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISERS:
                yield from _texts(node)


def _texts(call: ast.Call) -> Iterator[str]:
    given = [word.value for word in call.keywords if word.arg == "code"] or call.args[:1]
    for expression in given:
        parts = [expression]
        if isinstance(expression, ast.IfExp):
            parts = [expression.body, expression.orelse]
        for part in parts:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def test_every_code_has_a_sentence() -> None:
    found = {*codes()}
    assert len(found) > 40
    assert found - SENTENCES.keys() == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_is_translated(code: str) -> None:
    with translation.override("en"):
        english = str(SENTENCES[code])
    with translation.override("zh-hans"):
        assert str(SENTENCES[code]) != english


def test_a_code_without_words_is_a_fault_of_the_program() -> None:
    with pytest.raises(UnknownCodeError):
        sentence("no_such_code")


@pytest.mark.django_db
def test_places_and_moves_are_put_in_words() -> None:
    move = {
        "adcode": "220400",
        "indicator": "rent_m2",
        "period": "2026-06",
        "from": 15.59,
        "to": 60,
    }
    with translation.override("en"):
        said = sentence("unusual_moves", {"examples": [move]}, rows=1)
    assert "Liaoyuan (220400) rent_m2 2026-06: 15.59 → 60" in said
    with translation.override("zh-hans"):
        assert "辽源市 (220400)" in sentence("places_lost", {"places": 1, "examples": ["220400"]})


@pytest.mark.parametrize("code", DESK_SENTENCES)
def test_every_sentence_of_the_desk_is_translated(code: str) -> None:
    with translation.override("en"):
        english = str(DESK_SENTENCES[code])
    with translation.override("zh-hans"):
        assert str(DESK_SENTENCES[code]) != english


@pytest.mark.parametrize("code", RULE_SENTENCES)
def test_every_fault_of_rules_is_translated(code: str) -> None:
    with translation.override("en"):
        english = str(RULE_SENTENCES[code])
    with translation.override("zh-hans"):
        assert str(RULE_SENTENCES[code]) != english


def test_every_fault_of_rules_has_words() -> None:
    found = {
        text
        for path in (ADVISOR / "datasets" / "rules").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RuleFault"
        for text in _texts(node)
    }
    assert found
    assert found - RULE_SENTENCES.keys() == set()


def test_the_desk_promises_nothing_to_be_repeated_by_itself() -> None:
    with translation.override("en"):
        promises = {code for code, words in SENTENCES.items() if "by itself" in str(words)}
        assert promises - DESK_SENTENCES.keys() == set()
        assert not [code for code, words in DESK_SENTENCES.items() if "by itself" in str(words)]
