"""What a version covers, told without making figures of it."""

from datetime import date

import pytest
from django.core.cache import cache

from advisor.datasets import contents, coverage
from advisor.datasets.contents import content
from advisor.datasets.edition_content import edition_content, forget_in_process, lay_ready
from advisor.datasets.loading import reference
from advisor.datasets.models import Dataset, Edition

LINES = (
    "110000\tpay\t2024\t1\t\t\t\t\tb_2024\t",
    "110000\tpay\t2025\t2\t\t\t\te\ta_2025\tnote",
    "310000\tpay\t2025\t3\t\t\t\te\ta_2025\t",
    "310000\trent\t2026-06\t4\t3\t5\tmonths\t\tc\t",
)


def test_a_text_is_counted_by_series():
    found = coverage.coverage_of("\n".join(LINES))
    assert (found.figures, found.places, found.newest) == (4, 2, "2026-06")
    assert found.statuses == {"": 2, "e": 2}
    assert found.sources == {"a_2025", "b_2024", "c"}
    pay = found.series["pay"]
    assert (pay.places, pay.figures, pay.oldest, pay.newest) == (2, 3, "2024", "2025")
    assert pay.sources == ("a_2025", "b_2024")


def test_nothing_covers_nothing():
    assert coverage.coverage_of("") == coverage.Coverage()


@pytest.mark.django_db
def test_every_dataset_in_force_is_covered_as_its_figures_say():
    for dataset in Dataset.objects.filter(kind="observations").exclude(head=None):
        figures, found = content(dataset.head), coverage.coverage(dataset.head)
        assert found.figures == len(figures)
        assert found.places == len({key[0] for key in figures})
        assert set(found.series) == {key[1] for key in figures}
        assert found.sources == {entry.source for entry in figures.values()}


@pytest.mark.django_db
def test_what_is_laid_ready_is_not_gathered_again(monkeypatch):
    cache.clear()
    coverage._coverage.cache_clear()
    version = Dataset.objects.get(pk="rents").head
    lay_ready(version)
    coverage._coverage.cache_clear()
    monkeypatch.setattr(contents, "text", lambda version: pytest.fail(f"read {version}"))
    assert coverage.coverage(version).figures > 300


@pytest.mark.django_db
def test_rules_that_are_laid_ready_stay_rules():
    cache.clear()
    forget_in_process()
    before = reference(on=date(2026, 11, 24))
    rules = Dataset.objects.get(pk="rules").head
    cache.clear()
    lay_ready(rules)
    forget_in_process()
    assert edition_content(Edition.objects.first()).rule_files == before.rule_files
