"""The door to the engine: the right edition for a day, at the cost of what it holds."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from advisor.datasets import edition_content, editions
from advisor.datasets.contents import content
from advisor.datasets.drafting import draft_figures
from advisor.datasets.loading import NoEditionError, reference
from advisor.datasets.models import Dataset, Deed, Edition, EditionVersion, Version
from advisor.engine.pay.reference_rules import pay_rules
from advisor.engine.pay.rule_files import parse_pay_rules
from advisor.engine.reference import Level, Reference, Rung
from tests.datasets.toys import empty, making

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
RENT = ("220400", "rent_m2", "2026-06")
COLD_LOAD = """
import sys, django
django.setup()
from datetime import date
from advisor.datasets.loading import reference
assert reference(on=date(2026, 11, 24)).newest("220400", "rent_m2").value == 15.59
print(*sorted(name for name in ("pandas", "numpy.testing", "yaml") if name in sys.modules))
"""


def publish_rent(value: str, *, at: datetime | None = None) -> Edition:
    """An edition in which the rent of Liaoyuan is another."""
    rents = Dataset.objects.select_related("head").get(code="rents")
    figures = content(rents.head)
    figures[RENT] = figures[RENT]._replace(value=value, low="", high="", range_kind="")
    draft = draft_figures(dataset=rents, figures=figures, whole=True, making=making(value))
    return editions.publish(drafts=[draft], by=None, at=at)


def rent_of(found: Reference) -> float:
    return found.series["220400", "rent_m2"][-1].value


def everything(found: Reference) -> Any:
    return (found.rule_files, found.places, found.sources, dict(found.series.items()))


def test_the_newest_edition_of_the_end_of_the_day_in_china_is_taken() -> None:
    before_midnight = publish_rent("20", at=datetime(2027, 3, 1, 15, 59, tzinfo=UTC))
    after_midnight = publish_rent("30", at=datetime(2027, 3, 1, 16, 0, tzinfo=UTC))
    for day, rent, edition in (
        (date(2027, 2, 28), 15.59, "2026-11-23.1"),
        (date(2027, 3, 1), 20, before_midnight.id),
        (date(2027, 3, 2), 30, after_midnight.id),
    ):
        found = reference(on=day)
        assert (found.edition, rent_of(found)) == (edition, rent)


def test_before_the_first_edition_the_first_is_taken_without_later_periods() -> None:
    found = reference(on=date(2020, 6, 1))
    assert found.edition == "2026-11-23.1"
    newest = found.newest("000000", "nonprivate_avg_wage")
    assert newest is not None
    assert newest.period == "2019"
    assert max(one.period for series in found.series.values() for one in series) == "2020-05"


def test_an_edition_is_opened_again_by_its_name() -> None:
    publish_rent("20")
    assert rent_of(reference(on=TODAY, edition="2026-11-23.1")) == 15.59


def test_an_unknown_edition_and_empty_tables_say_what_to_do() -> None:
    with pytest.raises(NoEditionError, match=r"1999-01-01\.1"):
        reference(on=TODAY, edition="1999-01-01.1")
    empty(Deed, EditionVersion, Edition)
    with pytest.raises(NoEditionError, match="load_bundled_data"):
        reference(on=TODAY)


def test_a_roll_back_gives_the_old_answer_to_the_byte() -> None:
    before = everything(reference(on=TODAY))
    first = Version.objects.get(dataset="rents")
    publish_rent("20", at=datetime(2027, 1, 1, tzinfo=UTC))
    editions.roll_back(to=first, by=None, why="units were wrong")
    newest = Edition.objects.order_by("-published_at")[0]
    assert everything(reference(on=TODAY, edition=newest.id)) == before


def test_the_same_question_gets_the_same_bundle_for_one_query() -> None:
    first = reference(on=TODAY)
    with CaptureQueriesContext(connection) as queries:
        assert reference(on=TODAY) is first
    assert len(queries) == 1


def test_another_process_finds_the_content_in_the_cache_as_plain_bytes() -> None:
    cache.clear()
    edition_content.forget_in_process()
    before = everything(reference(on=TODAY))
    edition_content.forget_in_process()
    with CaptureQueriesContext(connection) as queries:
        assert everything(reference(on=TODAY)) == before
    assert len(queries) == 1
    key = next(iter(cache._cache.get_client().scan_iter("*edition:*")))
    stored = cache._cache.get_client().get(key)
    assert b"advisor" not in stored  # no pickle: nothing names a class


@pytest.mark.parametrize("length", [1, 8])
def test_a_cold_load_reads_the_edition_and_not_its_history(length: int) -> None:
    for number in range(length):
        publish_rent(str(20 + number))
    cache.clear()
    edition_content.forget_in_process()
    with CaptureQueriesContext(connection) as queries:
        assert rent_of(reference(on=TODAY, edition=Edition.objects.first().id)) == 19 + length
    read = [query["sql"] for query in queries]
    assert len(read) == 18
    assert not any("datasets_observation" in sql for sql in read)


@pytest.mark.parametrize("is_laid_ready", [False, True])
def test_of_a_new_edition_only_what_is_new_is_read(is_laid_ready: bool) -> None:
    old = reference(on=TODAY)
    rules = pay_rules(old)
    edition = publish_rent("20")
    if is_laid_ready:
        edition_content.lay_ready(Dataset.objects.get(code="rents").head)
    with CaptureQueriesContext(connection) as queries:
        new = reference(on=TODAY, edition=edition.id)
    read = [query["sql"] for query in queries if "datasets_snapshot" in query["sql"]]
    assert len(read) == (0 if is_laid_ready else 1)
    assert rent_of(new) == 20
    assert pay_rules(new) is rules


def test_a_cold_load_in_a_fresh_process_does_without_pandas_and_yaml() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", COLD_LOAD],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == ""


def test_the_rules_come_as_text_that_the_engine_reads() -> None:
    rules = parse_pay_rules(reference(on=TODAY).rule_files)
    assert rules.income_tax.basic_deduction[-1].value.monthly_fen == 500_000


def test_every_source_that_a_figure_or_a_rule_names_is_there() -> None:
    found = reference(on=TODAY)
    named = {one.source for series in found.series.values() for one in series}
    assert named <= found.sources.keys()
    assert found.sources["pwc_iit"].publisher


@pytest.mark.parametrize(
    ("indicator", "rung"),
    [
        ("nonprivate_avg_wage", Rung.OWN),
        ("rent_m2", Rung.OWN),
        ("consumption_urban_total", Rung.PROVINCE),
        ("unemployment_surveyed_urban", Rung.NATION),
    ],
)
def test_a_figure_of_liaoyuan_is_found_on_the_ladder(indicator: str, rung: Rung) -> None:
    figure = reference(on=TODAY).figure("220400", indicator)
    assert figure is not None
    assert figure.rung is rung


def test_every_city_has_a_figure_for_what_a_comparison_requires() -> None:
    found = reference(on=TODAY)
    cities = [place.adcode for place in found.places.values() if place.level is Level.CITY]
    for indicator in ("nonprivate_avg_wage", "private_avg_wage", "consumption_urban_total"):
        assert all(found.figure(city, indicator) for city in cities), indicator
    with_rent = [city for city in cities if found.newest(city, "rent_m2")]
    assert (len(cities), len(with_rent)) == (361, 344)  # where there is none, rent is unknown
