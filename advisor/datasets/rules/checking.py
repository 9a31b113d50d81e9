"""Checking rule files: form, exact numbers, days, sources and places. All faults at once."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from advisor.datasets.rules.faults import RuleFault
from advisor.datasets.rules.histories import history_faults
from advisor.datasets.rules.keys import key_faults
from advisor.datasets.rules.values import value_faults
from advisor.engine.pay.rule_files import parse_pay_rules
from advisor.engine.pay.rule_node import RuleFileError


def rule_faults(
    files: Mapping[str, Any], *, sources: Collection[str], places: Collection[str]
) -> tuple[RuleFault, ...]:
    """All faults of the rule files, against the known source ids and adcodes."""
    return (
        *_pay_faults(files),
        *key_faults(files),
        *value_faults(files, sources=sources, places=places),
        *history_faults(files),
    )


def _pay_faults(files: Mapping[str, Any]) -> Iterator[RuleFault]:
    """The first thing that keeps the engine from reading the rules of pay."""
    try:
        parse_pay_rules(files)
    except RuleFileError as error:
        yield RuleFault(path=error.path, code="pay_rule", params={"problem": error.problem})
