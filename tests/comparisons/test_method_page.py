import gzip
import html
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation

from advisor.comparisons.evidence import evidence
from advisor.comparisons.presenters.method.tables import Table, figure, sourced, text
from advisor.comparisons.presenters.method.uncertainty import DRAWN
from advisor.comparisons.presenters.method.verdicts import verdict_table
from advisor.comparisons.presenters.trails import SourceLink
from advisor.comparisons.wording import unit_amount
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.engine.conventions import Mark
from advisor.engine.draws import Quantity
from advisor.engine.projection.verdict import BOUNDS, verdict_class
from advisor.engine.reference import Level, Reference

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
URL = "/en/method/"
SOURCE = SourceLink(id="bureau", publisher="Bureau", title="Yearbook", url="")


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def page(client: Client) -> BeautifulSoup:
    return asked(client)


@pytest.fixture
def today() -> Reference:
    return reference(on=timezone.localdate())


def asked(client: Client, url: str = URL, **query: Any) -> BeautifulSoup:
    answer = client.get(url, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def said(node: Any) -> str:
    return re.sub(r"\s+", " ", node.get_text(" ")).strip()


def table(page: BeautifulSoup, key: str) -> list[list[str]]:
    rows = page.select(f"table#{key} tbody tr")
    return [[said(cell) for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize(("url", "language"), [(URL, "en"), ("/method/", "zh-hans")])
def test_every_convention_stands_there_with_value_reason_and_source(
    client: Client, today: Reference, url: str, language: str
) -> None:
    page = asked(client, url)
    with translation.override(language):
        for name, one in bundled_conventions().items():
            entry = said(page.select_one(f"#{name}"))
            is_english = language == "en"
            assert (one.label_en if is_english else one.label_zh) in entry
            assert (one.reason_en if is_english else one.reason_zh) in entry
            assert unit_amount(one.default, one.unit) in entry
            assert not one.source or today.sources[one.source].title in entry


def test_what_is_founded_on_data_names_its_source() -> None:
    unfounded = [
        name
        for name, one in bundled_conventions().items()
        if one.mark is Mark.PACK and not one.source
    ]
    assert unfounded == []


@pytest.mark.parametrize("city", ["Liaoyuan", "Shenzhen", "Suining", "Golog"])
def test_every_rule_of_a_city_has_its_day_and_source(client: Client, city: str) -> None:
    rows = asked(client, city=city).select("table#contributions-of-city tbody tr")
    assert len(rows) >= 8
    for row in rows:
        assert re.search(r"\d", said(row.select_one(".number")))
        assert said(row.select_one(".source")).startswith("from ")


def test_the_contribution_rules_are_those_of_the_city_asked_for(client: Client) -> None:
    shanghai = dict(row[:2] for row in table(asked(client, city="上海"), "contributions-of-city"))
    assert shanghai["Pension (employee's rate)"] == "8%"
    assert "Contributions in Shanghai" in asked(client, city="上海").text


def test_a_city_without_rules_of_its_own_says_what_stands_in(client: Client) -> None:
    assert "No rules of its own are known for Golog" in asked(client, city="Golog").text
    assert "No rules of its own" not in asked(client, city="Shenzhen").text


def test_an_unknown_city_is_said_and_none_is_put_in_its_place(client: Client) -> None:
    answer = client.get(URL, {"city": "Atlantis"})
    assert answer.status_code == 422
    assert "we know no city called “Atlantis”" in html.unescape(answer.content.decode())


def test_the_tax_table_is_the_one_that_runs(page: BeautifulSoup) -> None:
    rows = table(page, "tax-year")
    assert rows[0] == ["0", "36,000", "3%", "0"]
    assert rows[-1] == ["960,000", "no end", "45%", "181,920"]
    below = said(page.select_one("#tax-year").find_parent(class_="scroll").find_next("p"))
    assert below.startswith("from 1 January 2019 · ")


def test_deductions_stand_with_their_amounts_and_sources(page: BeautifulSoup) -> None:
    rows = {row[0]: row[1:] for row in table(page, "deductions")}
    assert rows["Basic deduction"][0] == "CNY 60,000 a year, CNY 5,000 a month"
    assert rows["Children's education"][0] == "CNY 2,000 a month for each child"
    assert rows["Rent: 36 cities listed by name"][0] == "CNY 1,500 a month"
    assert all(source.startswith("from ") for _amount, source in rows.values())


def test_verdicts_stand_with_the_bounds_that_the_engine_uses(page: BeautifulSoup) -> None:
    assert table(page, "verdict-classes") == [
        ["Stay", "below 25%"],
        ["Leaning to stay", "25% to below 40%"],
        ["Too close to call", "40% to below 60%"],
        ["Leaning to go", "60% to below 75%"],
        ["Go", "75% or more"],
    ]
    assert len(verdict_table().rows) == len(BOUNDS) + 1
    assert verdict_class(BOUNDS[0][0]) is BOUNDS[1][1]


def test_every_quantity_that_is_drawn_is_explained(page: BeautifulSoup) -> None:
    assert set(DRAWN) == set(Quantity)
    assert len(table(page, "drawn")) == len(Quantity)


def test_every_width_is_named_by_the_quantity_that_it_belongs_to() -> None:
    named = {name for one in DRAWN.values() for name in one.conventions}
    widths = {name for name, one in bundled_conventions().items() if one.group == "uncertainty"}
    assert widths <= named


def test_the_fit_that_is_printed_is_that_of_the_data(page: BeautifulSoup, today: Reference) -> None:
    """Fitted here by numpy's polynomials, from the figures themselves."""
    pairs = [
        (rent.value, level.value)
        for place in today.places.values()
        if place.level is Level.CITY
        if (level := today.newest(place.adcode, "price_level_all")) and "u" not in level.status
        if (rent := today.newest(place.adcode, "rent_m2"))
    ]
    rents, prices = np.log(np.array(pairs)).T
    fit = np.polynomial.Polynomial.fit(rents, prices, 1).convert()
    r_squared = np.corrcoef(rents, prices)[0, 1] ** 2
    rows = range(len(pairs))
    misses = [
        prices[row]
        - np.polynomial.Polynomial.fit(np.delete(rents, row), np.delete(prices, row), 1)(rents[row])
        for row in rows
    ]
    printed = said(page.select_one("#price-fit").find_next("p"))
    assert f"Over {len(pairs)} cities" in printed
    assert f"to the power of {fit.coef[1]:.3f} (R² {r_squared:.2f})" in printed
    assert f"not made with, by {np.sqrt(np.mean(np.square(misses))) * 100:.1f}%" in printed


def test_the_checks_are_printed_row_by_row_with_period_and_source(
    page: BeautifulSoup, today: Reference
) -> None:
    found = evidence(on=today.on, edition=today.edition)
    assert len(table(page, "rents-beside-samples")) == len(found.rents) > 5
    assert len(table(page, "living-beside-consumption")) == len(found.living) > 10
    assert len(table(page, "child-beside-published")) == len(found.child) > 10
    assert len(table(page, "fit-misses")) == len(found.fit.leave_one_out)
    for row in table(page, "living-beside-consumption"):
        assert re.match(r"\d{4} · \S", row[-1])


def test_the_back_test_counts_every_later_year_once(page: BeautifulSoup) -> None:
    rows = table(page, "back-test-table")
    assert len(rows) == 8
    for row in rows:
        years, inside, below, above = map(int, row[3:7])
        assert inside + below + above == years


def test_the_back_test_says_where_nothing_could_be_tested(page: BeautifulSoup) -> None:
    private = [row for row in table(page, "back-test-table") if "private units" in row[0]]
    assert [row[7] for row in private if row[3] == "0"] == ["–", "–"]
    assert "nothing could be tested there" in said(page.select_one("#back-test"))


def test_the_document_is_what_the_command_prints() -> None:
    printed = StringIO()
    call_command("method_document", stdout=printed)
    kept = (ROOT / "docs" / "method.md").read_text()
    assert printed.getvalue() == kept, "run: manage.py method_document > docs/method.md"


@pytest.mark.parametrize(
    "anchor",
    [
        *("take-home", "contributions", "housing", "living", "price-ratio", "money-left"),
        *("locked-savings", "one-off-cost", "cash-needed", "runway", "typical-pay"),
        *("required-pay", "equal-money-left", "equal-standard-pay", "break-even-pay"),
        *("equal-net-worth", "highest-rent", "longest-search", "projection", "net-worth"),
        *("central-path", "pay-back", "uncertainty", "chance", "verdict", "what-would-change"),
        *("rent-or-buy", "ranking", "band", "checks", "price-fit", "back-test", "conventions"),
    ],
)
def test_other_pages_can_link_to_a_definition(page: BeautifulSoup, anchor: str) -> None:
    assert page.select_one(f"#{anchor}")


def test_no_place_on_the_page_has_the_name_of_another(page: BeautifulSoup) -> None:
    ids = [node["id"] for node in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_every_entry_of_the_contents_leads_somewhere(page: BeautifulSoup) -> None:
    for link in page.select(".contents a"):
        assert page.select_one(link["href"]), link


def test_nothing_on_the_page_is_left_to_be_filled_in(client: Client) -> None:
    for url in (URL, "/method/"):
        assert not re.search(r"[{}]|%\(", said(asked(client, url).main))


def test_the_page_is_light(client: Client) -> None:
    for url in (URL, "/method/"):
        assert len(gzip.compress(client.get(url).content)) <= 30_000


def test_an_origin_that_all_rows_share_is_said_once() -> None:
    rows = ((text("a"), figure("1"), sourced(SOURCE)), (text("b"), figure("2"), sourced(SOURCE)))
    found = Table(key="k", caption="", head=("Row", "Number", "Source"), rows=rows)
    assert found.said_below == sourced(SOURCE)
    assert found.columns == (("Row", False), ("Number", True))
    assert found.body == tuple(row[:2] for row in rows)


def test_origins_that_differ_stand_in_their_rows() -> None:
    other = sourced(SOURCE, said=["2025"])
    rows = ((text("a"), sourced(SOURCE)), (text("b"), other))
    found = Table(key="k", caption="", head=("Row", "Source"), rows=rows)
    assert found.said_below is None
    assert found.body == rows


def test_evidence_is_worked_out_once_an_edition(today: Reference) -> None:
    once = evidence(on=today.on, edition=today.edition)
    assert evidence(on=today.on, edition=today.edition) is once
    assert evidence(on=date(2026, 6, 30), edition=today.edition) is not once
