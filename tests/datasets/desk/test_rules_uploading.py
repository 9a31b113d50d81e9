"""Rules handed in: checked as a whole, drafted where the engine can read them, for other eyes."""

import json
from typing import Any

import pytest
from django.utils import translation

from advisor.datasets import editions, tasks
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.desk import asking
from advisor.datasets.models import Dataset, Deed, Origin, Upload, Version
from advisor.datasets.wording.sentences import desk_sentence, sentence

pytestmark = pytest.mark.django_db
TEXTS = BundledEdition().rule_texts
LPR = "housing_finance.yaml"


def handed_in(texts: Any) -> Upload:
    """The upload after a worker did it."""
    raw = texts if isinstance(texts, bytes) else json.dumps(texts).encode()
    row = Upload(
        dataset_id="rules",
        file_name="rules.json",
        reason="A new rate.",
        content=asking.packed([raw]),
    )
    asking.ask(row, by=None)
    tasks.take_in_upload(run_id=row.pk)
    row.refresh_from_db()
    assert row.finished_at is not None
    assert row.content is None
    return row


def changed(before: str, after: str) -> dict[str, str]:
    assert before in TEXTS[LPR]
    return {**TEXTS, LPR: TEXTS[LPR].replace(before, after, 1)}


def said(row: Upload) -> str:
    with translation.override("en"):
        return desk_sentence(row.outcome, row.params)


def test_other_rules_become_a_draft_that_can_be_published() -> None:
    row = handed_in(changed('"value": 0.0465', '"value": 0.0464'))
    assert (row.outcome, row.params) == ("rules_wait", {"findings": 0})  # odd ones stood before
    version = row.version
    assert (version.origin, version.raw_file.name) == (Origin.UPLOAD, "rules.json")
    assert Deed.objects.get(version=version).why == "A new rate."
    editions.publish(drafts=[version], by=None, why="seen")
    assert Dataset.objects.get(pk="rules").head == version


def test_what_is_newly_unusual_is_a_finding() -> None:
    row = handed_in(changed('"effective_to": "2022-01-19"', '"effective_to": "2022-01-10"'))
    assert (row.outcome, row.params) == ("rules_wait", {"findings": 1})
    found = row.version.findings.get()
    with translation.override("en"):
        words = sentence(found.code, found.params, rows=found.rows)
    assert "days are missing between 2022-01-10 and 2022-01-20" in words


@pytest.mark.parametrize(
    ("texts", "ends", "words"),
    [
        (TEXTS, "nothing_new", "nothing to draft"),
        (b"rules", "not_json", "The content is not JSON"),
        ([], "no_rule_files", "It holds no rule files"),
        ({"notes.txt": "x"}, "no_rule_files", "It holds no rule files"),
        ({**TEXTS, LPR: "a: [1"}, "rule_file_unreadable", "A rule file can not be read"),
        (
            {name: text for name, text in TEXTS.items() if name != "labour.yaml"},
            "rules_faulty",
            "labour: it is missing",
        ),
        (
            {**TEXTS, "weather.yaml": "rain: 1"},
            "rules_faulty",
            "weather: no such file of rules is known",
        ),
    ],
)
def test_what_can_not_be_taken_is_said_and_leaves_no_draft(
    texts: Any, ends: str, words: str
) -> None:
    count = Version.objects.count()
    row = handed_in(texts)
    assert row.outcome == ends
    assert words in said(row)
    assert Version.objects.count() == count


def test_a_finding_lists_what_is_unusual_in_words() -> None:
    fault = {
        "path": "minimum_wage[3]",
        "code": "falls",
        "params": {"key": "monthly", "from": "2000", "to": "1900", "on": "2026-01-01"},
    }
    with translation.override("en"):
        words = sentence("rules_unusual", {"faults": [fault]}, rows=1)
    assert "minimum_wage[3]: monthly falls from 2000 to 1900 on 2026-01-01" in words
