from dataclasses import replace

import pytest
from django.utils import translation

from advisor.comparisons.presenters.answers import (
    Outlook,
    answer_sentence,
    headline,
    outlook,
    teaser,
)
from advisor.comparisons.presenters.flow import pay_to_money_left
from advisor.comparisons.presenters.gaps import gaps
from advisor.comparisons.presenters.monthly import head_lines, locked_rows, monthly_rows
from advisor.comparisons.presenters.overview import overview
from advisor.comparisons.presenters.result import common_notes, result_view
from advisor.comparisons.presenters.sources import sources_used
from advisor.comparisons.presenters.thresholds import threshold_views
from advisor.engine.result import Status
from advisor.engine.trail import say
from tests.comparisons.made_comparison import (
    AWAY,
    AWAY_PICTURE,
    BOOK,
    COMPARISON,
    DOCUMENT,
    HOME,
    HOME_PICTURE,
    HOUSEHOLD,
    PROSPECT,
    WITH_OFFER,
    with_thresholds,
)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def result():
    return result_view(COMPARISON, document=DOCUMENT, household=HOUSEHOLD, book=BOOK)


def test_without_an_offer_the_answer_is_the_pay_that_is_needed() -> None:
    assert answer_sentence(COMPARISON, PROSPECT, BOOK) == (
        "In Shenzhen you need at least CNY 7,654 gross a month to have as much left as in Liaoyuan."
    )


def test_with_an_offer_the_answer_is_what_is_left_with_its_sign_in_words() -> None:
    assert answer_sentence(COMPARISON, WITH_OFFER, BOOK) == (
        "In Shenzhen you would have CNY 335 more left each month than in Liaoyuan."
    )


def test_the_answer_is_worded_in_chinese_too() -> None:
    with translation.override("zh-hans"):
        assert answer_sentence(COMPARISON, WITH_OFFER, BOOK) == "去深圳，每月结余比在辽源多335元。"


def test_where_home_is_in_deficit_the_pay_to_make_ends_meet_leads() -> None:
    said = answer_sentence(COMPARISON, with_thresholds(equal_money_left=None), BOOK)
    assert said == "In Shenzhen you need at least CNY 5,200 gross a month to make ends meet."


def test_an_unknown_total_is_said_and_not_guessed() -> None:
    unknown = replace(
        PROSPECT,
        picture=replace(AWAY_PICTURE, status=Status.UNKNOWN),
        difference=replace(PROSPECT.difference, money_left=None),
        thresholds=None,
    )
    assert answer_sentence(COMPARISON, unknown, BOOK) == (
        "Shenzhen: too little is known to say what would be left."
    )
    assert teaser(unknown) == "not enough data"


def test_staying_as_one_lives_changes_nothing() -> None:
    stay = replace(
        PROSPECT, picture=HOME_PICTURE, difference=HOME_PICTURE.monthly - HOME_PICTURE.monthly
    )
    assert answer_sentence(COMPARISON, stay, BOOK) == (
        "Staying in Liaoyuan as you live now changes nothing."
    )


def test_over_several_cities_the_headline_goes_from_the_lowest_pay_to_the_highest() -> None:
    two = replace(COMPARISON, destinations=(PROSPECT, with_thresholds(equal_money_left=990_000)))
    said = headline(two, BOOK)
    assert "at least CNY 7,654" in said
    assert "up to CNY 9,900" in said


def test_an_offer_leads_over_the_other_cities() -> None:
    two = replace(COMPARISON, destinations=(PROSPECT, WITH_OFFER))
    assert headline(two, BOOK) == answer_sentence(two, WITH_OFFER, BOOK)


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        (450_000, Outlook.ENOUGH),
        (450_100, Outlook.WITHIN_RANGE),
        (1_200_000, Outlook.WITHIN_RANGE),
        (1_200_100, Outlook.NOT_ENOUGH),
        (None, Outlook.UNKNOWN),
    ],
)
def test_the_outlook_sets_needed_against_expected_pay(
    needed: int | None, expected: Outlook
) -> None:
    assert outlook(with_thresholds(equal_money_left=needed)) is expected


def test_the_outlook_of_an_offer_is_whether_as_much_is_left() -> None:
    assert outlook(WITH_OFFER) is Outlook.ENOUGH
    less = replace(WITH_OFFER, difference=replace(WITH_OFFER.difference, money_left=-100))
    assert outlook(less) is Outlook.NOT_ENOUGH


def test_the_table_goes_from_gross_pay_down_to_money_left() -> None:
    rows = monthly_rows(HOME_PICTURE, PROSPECT, BOOK)
    assert [row.part for row in rows] == [
        "gross", "contributions", "tax", "take_home", "housing", "living", "commitments",
        "money_left",
    ]  # fmt: skip
    assert (rows[-1].home, rows[-1].away, rows[-1].difference) == ("2,065", "2,400", "335 more")
    assert rows[-1].tone == "more"


def test_a_row_opens_to_the_lines_of_its_head() -> None:
    housing = monthly_rows(HOME_PICTURE, PROSPECT, BOOK)[4]
    assert [line.label for line in housing.home_lines] == ["Property fee"]
    assert [line.label for line in housing.away_lines] == ["Rent"]


def test_an_opened_line_shows_formula_figure_range_period_rung_status_and_source() -> None:
    rent = monthly_rows(HOME_PICTURE, PROSPECT, BOOK)[4].away_lines[0]
    assert rent.formula == "CNY 75 per m² × 24 m² (typical level)"
    (figure,) = rent.figures
    assert figure.value == "CNY 75 per m² a month"
    assert figure.range == (
        "lowest and highest month: CNY 70 per m² a month and CNY 80 per m² a month"
    )
    assert (figure.place, figure.period) == ("Guangdong", "June 2026")
    assert (figure.rung, figure.statuses) == ("provincial figure used instead", ("estimated",))
    assert (figure.source.publisher, figure.source.title) == (
        "computed for this site",
        "Rent from values",
    )
    assert rent.is_approximation


def test_an_opened_line_shows_the_date_of_its_rules() -> None:
    (contributions,) = [one for one in head_lines(HOME_PICTURE, BOOK) if one.total == "360"]
    (rule,) = contributions.lines[0].rules
    assert rule.effective_from == "1 January 2026"
    assert rule.source.url == "https://stats.test/"


def test_an_opened_line_shows_the_convention_it_rests_on() -> None:
    (fee,) = [one for one in head_lines(HOME_PICTURE, BOOK) if one.label == "Housing"]
    (one,) = fee.lines[0].conventions
    assert (one.value, one.range) == (
        "CNY 1 per m² a month",
        "CNY 0.5 per m² a month – CNY 2 per m² a month",
    )
    assert (one.reason, one.mark, one.is_yours) == (
        "Our choice.",
        "our choice, without a source",
        False,
    )


def test_locked_savings_stand_beside_the_money_left() -> None:
    rows = locked_rows(HOME_PICTURE, PROSPECT, BOOK)
    assert [row.part for row in rows] == ["housing_fund", "pension_account", "locked_savings"]
    assert rows[0].difference == "350 more"


def test_what_is_missing_is_said_for_its_place_with_the_reason() -> None:
    found = gaps(COMPARISON, BOOK)
    assert found is not None
    (shenzhen,) = [place for place in found.places if place.missing]
    assert shenzhen.name == "Shenzhen"
    assert [(gap.label, gap.reason) for gap in shenzhen.missing] == [
        ("Trips home", "No rent is known for Shenzhen.")
    ]


def test_places_that_are_approximated_alike_are_named_together() -> None:
    twice = replace(COMPARISON, destinations=(PROSPECT, PROSPECT))
    found = gaps(twice, BOOK)
    assert found is not None
    assert [(one.names, one.heads) for one in found.in_short] == [
        (("Liaoyuan",), ("Insurance and housing fund",)),
        (("Shenzhen", "Shenzhen"), ("Housing",)),
    ]


def test_the_overview_gives_needed_and_expected_pay() -> None:
    (row,) = overview(COMPARISON, BOOK).rows
    assert (row.needed, row.expected, row.typical) == (
        "CNY 7,654",
        "CNY 4,500 to 12,000",
        "CNY 8,000",
    )
    assert (row.difference, row.cash_needed) == ("CNY 335 more", "no answer")


def test_where_costs_exceed_pay_no_sum_of_cash_is_named() -> None:
    short = replace(AWAY_PICTURE, monthly=replace(AWAY_PICTURE.monthly, money_left=-100))
    (row,) = overview(
        replace(COMPARISON, destinations=(replace(PROSPECT, picture=short),)), BOOK
    ).rows
    assert row.cash_needed == "costs exceed pay"


def test_the_overview_draws_nothing_where_nothing_is_known() -> None:
    unknown = replace(PROSPECT, thresholds=None)
    assert overview(replace(COMPARISON, destinations=(unknown,)), BOOK).chart is None


def test_the_flow_is_not_drawn_where_a_part_is_unknown() -> None:
    assert pay_to_money_left(HOME_PICTURE, AWAY_PICTURE, BOOK) is not None
    unknown = replace(AWAY_PICTURE, monthly=replace(AWAY_PICTURE.monthly, living=None))
    assert pay_to_money_left(HOME_PICTURE, unknown, BOOK) is None


def test_thresholds_are_explained_and_a_missing_one_has_no_pay() -> None:
    left, standard, even = threshold_views(COMPARISON, with_thresholds(equal_standard=None), BOOK)
    assert (left.pay, standard.pay, even.pay) == ("CNY 7,654", "", "CNY 5,200")
    assert "Housing itself is not made equal" in standard.meaning


def test_every_source_is_listed_once() -> None:
    assert [source.id for source in sources_used(COMPARISON, BOOK)] == ["bureau", "here"]


def test_what_is_said_of_every_city_is_said_once() -> None:
    other = replace(
        PROSPECT, picture=replace(AWAY_PICTURE, notes=(*AWAY_PICTURE.notes, say("note.no_rent")))
    )
    both = replace(COMPARISON, destinations=(PROSPECT, other))
    assert common_notes(both) == AWAY_PICTURE.notes
    assert common_notes(COMPARISON) == ()


def test_the_page_names_edition_date_and_year_of_the_rules() -> None:
    page = result()
    assert (page.edition, page.on, page.rules_year) == ("2026-11-23.1", "23 November 2026", 2026)
    assert (page.home, page.home_name) == (HOME, "Liaoyuan")


def test_the_list_of_assumptions_tells_what_was_said_from_what_is_assumed() -> None:
    page = result()
    rows = {row.label: row for group in page.assumptions for row in group.rows}
    assert (rows["Gross pay"].value, rows["Gross pay"].is_yours) == ("CNY 4,500 a month", True)
    assert (rows["Housing fund rate"].value, rows["Housing fund rate"].is_yours) == ("5%", False)
    assert rows["Floor area"].value == "75 m²"


def test_each_destination_has_its_own_assumptions_to_change() -> None:
    (city,) = result().destinations
    assert [group.key for group in city.assumptions] == [
        f"offer-{AWAY}", f"flat-{AWAY}", f"life-{AWAY}", f"move-{AWAY}",
    ]  # fmt: skip
    move = {row.label: row.value for row in city.assumptions[3].rows}
    assert (move["Travel"], move["Without pay at first"]) == ("CNY 1,500", "2.5 months")
