"""The worked cases, each with its source: to the fen through the contract, else by the engine."""

import json
from datetime import date
from decimal import Decimal

import pytest

from advisor.comparisons.json_documents import json_document
from advisor.comparisons.net_pay import net_pay
from advisor.comparisons.net_pay_answer import net_pay_answer
from advisor.engine.pay.income_tax import tax_scheme
from advisor.engine.pay.reference_rules import pay_rules
from tests.comparisons.bundled_reference import bundled_names, bundled_reference
from tests.comparisons.net_pay_cases import can_be_asked, cases, checks

ASKED = [case for case in cases() if can_be_asked(case)]
BY_THE_ENGINE = [case for case in cases() if not can_be_asked(case)]
TABLES = {"annual_table": "annual_taxable", "monthly_table": "monthly_taxable"}


def ask(document):
    """The answer to a document, through JSON both ways as on the command line."""
    question = json_document(json.dumps(document).encode())
    found = net_pay(question, reference=bundled_reference(), city_named=bundled_names())
    return json.loads(json.dumps(net_pay_answer(found)))


@pytest.mark.parametrize("case", ASKED, ids=[case["id"] for case in ASKED])
def test_a_case_is_right_to_the_fen_through_the_contract(case):
    found = {check.name: check.asked(ask) for check in checks(case)}
    assert found == case["expected"]


@pytest.mark.parametrize("case", BY_THE_ENGINE, ids=[case["id"] for case in BY_THE_ENGINE])
def test_a_case_of_a_table_is_right_to_the_fen_by_the_engine(case):
    inputs = case["inputs"]
    scheme = tax_scheme(pay_rules(bundled_reference()).income_tax, date(2026, 1, 1))
    table = scheme.annual if inputs["kind"] == "annual_table" else scheme.monthly
    taxable = int(Decimal(str(inputs[TABLES[inputs["kind"]]])) * 100)
    assert int(table.tax_on(taxable)) == int(Decimal(str(case["expected"]["tax"])) * 100)


def test_every_case_is_tried(capsys):
    assert len(ASKED) + len(BY_THE_ENGINE) == len(cases()) == 29
    assert all(case["source_title"] for case in cases())
    counts = f"{len(ASKED)} cases by the contract, {len(BY_THE_ENGINE)} by the engine"
    with capsys.disabled():
        print(f"\nnet pay: {counts}")  # noqa: T201
