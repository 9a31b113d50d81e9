"""The `net_pay` contract: its shape, its defaults, its notes, and what it refuses."""

import json
from datetime import date

import pytest
from django.utils import translation

from advisor.comparisons.faults import FaultyDocumentError, sentence
from advisor.comparisons.json_documents import json_document
from advisor.comparisons.net_pay import net_pay
from advisor.comparisons.net_pay_answer import net_pay_answer
from tests.comparisons.bundled_reference import bundled_names, bundled_reference


def ask(document, language="en"):
    """The answer, asked for and given as JSON."""
    raw = document if isinstance(document, bytes) else json.dumps(document).encode()
    with translation.override(language):
        found = net_pay(
            json_document(raw), reference=bundled_reference(), city_named=bundled_names()
        )
        return json.loads(json.dumps(net_pay_answer(found)))


def refusal(document):
    """The sentences of a document that is refused."""
    with pytest.raises(FaultyDocumentError) as caught:
        ask(document)
    with translation.override("en"):
        return [sentence(fault) for fault in caught.value.faults]


def asked(gross=20_000, *, months=(1,), **more):
    return {
        "city": "Shanghai",
        "year": 2026,
        "months": [{"month": month, "gross": gross} for month in months],
        **more,
    }


def test_the_answer_has_the_shape_and_the_figures_of_the_contract():
    answer = ask(
        {
            "city": "Shanghai",
            "year": 2026,
            "months": [
                {"month": 1, "gross": 22000},
                {"month": 2, "gross": 22000},
                {"month": 3, "gross": 24400},
            ],
            "declared_base": 22000,
            "fund_base": None,
            "fund_rate": 0.07,
            "supplementary_fund_rate": 0,
            "contributions": "rules",
            "special_additional_deductions": 0,
            "settlement_deductions": 0,
            "bonus": {"amount": 36000, "month": 1, "tax": "separate"},
        }
    )
    assert list(answer) == ["city", "months", "bonus", "year", "sources", "notes"]
    assert answer["city"] == "310000"
    assert answer["months"][0] == {
        "month": 1,
        "gross": 22000.0,
        "contributions": {
            "pension": 1760.0,
            "medical": 440.0,
            "unemployment": 110.0,
            "housing_fund": 1540.0,
            "supplementary_fund": 0.0,
            "total": 3850.0,
        },
        "employer": {
            "pension": 3520.0,
            "medical": 1980.0,
            "unemployment": 110.0,
            "injury": 44.0,
            "maternity": 0.0,
            "housing_fund": 1540.0,
            "supplementary_fund": 0.0,
            "total": 7194.0,
        },
        "taxable_to_date": 13150.0,
        "tax_to_date": 394.5,
        "tax": 394.5,
        "net": 17755.5,
    }
    assert answer["bonus"] == {
        "amount": 36000.0,
        "method": "separate",
        "tax": 1080.0,
        "net": 34920.0,
    }
    assert answer["year"] == {
        "gross": 104400.0,
        "contributions": 11550.0,
        "tax": 2745.0,
        "settlement": -1665.0,
        "net": 90105.0,
    }


def test_every_source_is_known_with_title_and_day():
    for city in ("Shanghai", "Liaoyuan", "Tieling"):
        sources = ask(asked() | {"city": city})["sources"]
        assert sources
        for source in sources:
            assert list(source) == ["id", "title", "url", "effective_from"]
            assert source["title"]
            assert date.fromisoformat(source["effective_from"])


@pytest.mark.parametrize("city", ["220400", "Liaoyuan", "辽源", "辽源市"])
def test_a_city_is_named_by_code_or_in_either_language(city):
    assert ask(asked() | {"city": city})["city"] == "220400"


def test_only_city_year_and_months_must_be_given():
    answer = ask(asked())
    assert answer["bonus"] is None
    assert answer["months"][0]["contributions"]["housing_fund"] == 1000.0
    assert "fund rate was not given: 5% is used" in " ".join(answer["notes"])


def test_the_first_months_gross_is_declared_all_year():
    answer = ask(
        asked(fund_rate=0.07)
        | {"months": [{"month": 1, "gross": 20000}, {"month": 2, "gross": 90000}]}
    )
    assert [month["contributions"]["total"] for month in answer["months"]] == [3500.0, 3500.0]


def test_a_fund_base_of_its_own_counts_for_the_fund_alone():
    side = ask(asked(declared_base=10_000, fund_base=15_000, fund_rate=0.07))["months"][0]
    assert side["contributions"]["pension"] == 800.0
    assert side["contributions"]["housing_fund"] == 1050.0


def test_the_rules_of_each_month_count():
    months = ask(asked(50_000, months=(6, 7), fund_rate=0.07))["months"]
    assert [month["contributions"]["pension"] for month in months] == [2984.16, 3018.48]


def test_given_contributions_tell_nothing_of_their_parts():
    answer = ask(asked(contributions={"monthly": 4500.5}))
    side = answer["months"][0]["contributions"]
    assert side["total"] == 4500.5
    assert side["pension"] is None
    assert answer["months"][0]["employer"]["total"] is None
    assert "given as a sum" in " ".join(answer["notes"])


def test_contributions_can_be_given_by_month_or_be_none():
    answer = ask(asked(months=(1, 2), contributions={"by_month": [1000, 0]}))
    assert [month["contributions"]["total"] for month in answer["months"]] == [1000.0, 0.0]
    nothing = ask(asked(contributions="none"))["months"][0]
    assert (nothing["contributions"]["total"], nothing["employer"]["total"]) == (0.0, 0.0)


def test_deductions_can_differ_by_month():
    answer = ask(
        asked(10_000, months=(1, 2), contributions="none", special_additional_deductions=[0, 3000])
    )
    assert [month["tax"] for month in answer["months"]] == [150.0, 60.0]


def test_a_first_wage_in_july_deducts_since_january():
    late = asked(40_000, months=(7,), contributions="none")
    assert ask(late)["months"][0]["tax"] == 1050.0
    assert ask(late | {"first_wage_of_year": True})["months"][0]["tax"] == 150.0


def test_a_merged_bonus_is_taxed_in_its_month():
    answer = ask(asked(months=(1, 2), bonus={"amount": 20_000, "month": 2, "tax": "merged"}))
    assert answer["bonus"] == {"amount": 20000.0, "method": "merged", "tax": 0.0, "net": 20000.0}
    assert answer["months"][1]["tax"] > 5 * answer["months"][0]["tax"] / 2
    total = sum(month["net"] for month in answer["months"]) + answer["bonus"]["net"]
    assert round(total, 2) == answer["year"]["net"]
    assert "part of the tax of month 2" in " ".join(answer["notes"])


def test_the_cheaper_way_is_the_default_and_both_are_said():
    twelve = tuple(range(1, 13))
    answer = ask(asked(months=twelve, contributions="none", bonus={"amount": 36_000}))
    assert answer["bonus"]["method"] == "separate"
    said = " ".join(answer["notes"])
    assert "CNY 20,160.00, merged with the wages CNY 26,280.00" in said


def test_after_2027_a_bonus_is_merged_and_that_is_said():
    later = asked(bonus={"amount": 36_000}) | {"year": 2028}
    answer = ask(later)
    assert answer["bonus"]["method"] == "merged"
    assert "In 2028 a bonus can not be taxed apart" in " ".join(answer["notes"])


def test_nobody_pays_in_without_pay():
    answer = ask(asked(0))
    assert answer["year"] == {
        "gross": 0.0,
        "contributions": 0.0,
        "tax": 0.0,
        "settlement": 0.0,
        "net": 0.0,
    }
    assert "nothing is paid in" in " ".join(answer["notes"])


def test_pay_below_the_floor_is_charged_on_the_floor_and_that_is_said():
    answer = ask(asked(1_000, fund_rate=0.05))
    assert answer["months"][0]["net"] < 100
    said = " ".join(answer["notes"])
    assert "below the floor of CNY 7,460.00 (pension, medical, unemployment, work injury)" in said
    assert "fund base lies below the floor of CNY 2,690.00" in said


def test_what_stands_in_for_missing_rules_is_said():
    said = " ".join(ask(asked() | {"city": "Tieling"})["notes"])
    assert "No contribution rules of Tieling are known" in said
    carried = " ".join(ask(asked() | {"year": 2029})["notes"])
    assert "carried forward" in carried


def test_notes_are_in_the_language_asked_for():
    answer = ask(asked(language="zh-hans"), language="zh-hans")
    said = " ".join(answer["notes"])
    assert "20,000.00元" in said
    assert "CNY" not in said


def test_a_name_that_other_places_bear_too_is_said():
    answer = ask(asked() | {"city": "吉林"})
    assert answer["city"] == "220200"
    assert "“吉林” is read as the city" in " ".join(answer["notes"])


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"city": "Atlantis"}, "Atlantis"),
        ({"city": ""}, "city must not be empty."),
        ({"city": 310000}, "city must be text in quotes."),
        ({"town": "Shanghai"}, "town is not a known key."),
        ({"year": 2018}, "year is too early"),
        ({"year": 2021}, "Shanghai are of 2023-07-01"),
        ({"year": 1999}, "year must be at least 2000."),
        ({"year": "2026"}, "year must be a whole number."),
        ({"year": 2026.5}, "year must be a whole number."),
        ({"months": []}, "months: at least 1 must be given."),
        ({"months": {}}, "months must be a list."),
        ({"months": [{"month": 1}]}, "months[0].gross is missing."),
        ({"months": [{"gross": 1}]}, "months[0].month is missing."),
        ({"months": [{"month": 13, "gross": 1}]}, "months[0].month must be at most 12."),
        ({"months": [{"month": 0, "gross": 1}]}, "months[0].month must be at least 1."),
        ({"months": [{"month": 1, "gross": -1}]}, "months[0].gross must be at least 0."),
        ({"months": [{"month": 1, "gross": 1e12}]}, "months[0].gross must be at most 10,000,000."),
        (
            {"months": [{"month": 1, "gross": "8000"}]},
            "months[0].gross must be a number without quotes.",
        ),
        (
            {"months": [{"month": 1, "gross": "0.8万"}]},
            "months[0].gross must be a number without quotes.",
        ),
        (
            {"months": [{"month": 1, "gross": 8000.001}]},
            "months[0].gross must have at most two decimals.",
        ),
        (
            {"months": [{"month": 2, "gross": 1}, {"month": 2, "gross": 1}]},
            "months[1].month must come after month 2: months stand in order, each once.",
        ),
        ({"declared_base": -5}, "declared_base must be at least 0."),
        ({"fund_rate": 0.13}, "fund_rate must be at most 0.12."),
        ({"fund_rate": 7}, "fund_rate must be at most 0.12."),
        ({"contributions": "some"}, "contributions must be one of: rules, none."),
        (
            {"contributions": 4500},
            "contributions must be rules or none, or an object with monthly or by_month.",
        ),
        ({"contributions": {"monthly": -1}}, "contributions.monthly must be at least 0."),
        ({"contributions": {"weekly": 1}}, "contributions.monthly is missing."),
        (
            {"contributions": {"by_month": [1, 2]}},
            "contributions.by_month must have one amount for each of 1 months.",
        ),
        (
            {"special_additional_deductions": [1, 2]},
            "special_additional_deductions must have one amount for each of 1 months.",
        ),
        (
            {"special_additional_deductions": [-1]},
            "special_additional_deductions[0] must be at least 0.",
        ),
        ({"bonus": {"amount": 1, "month": 2}}, "bonus.month is 2, which is not among the months."),
        ({"bonus": {"month": 1}}, "bonus.amount is missing."),
        (
            {"bonus": {"amount": 1, "tax": "never"}},
            "bonus.tax must be one of: separate, merged, cheaper.",
        ),
        ({"first_wage_of_year": "yes"}, "first_wage_of_year must be true or false."),
        ({"language": "fr"}, "language must be one of: en, zh-hans."),
    ],
)
def test_what_can_not_be_answered_is_one_sentence_that_names_the_field(changes, said):
    sentences = refusal(asked() | changes)
    assert any(said in one for one in sentences), sentences
    assert len(sentences) == (2 if changes == {"contributions": {"weekly": 1}} else 1)


def test_a_separate_bonus_tax_is_refused_where_it_does_not_hold():
    later = asked(bonus={"amount": 36_000, "tax": "separate"}) | {"year": 2028}
    assert refusal(later) == [
        "bonus.tax can not be separate in 2028: the separate tax does not hold in that year."
    ]


def test_the_first_wage_rule_is_refused_before_it_holds():
    early = asked(first_wage_of_year=True, contributions="none") | {"year": 2020}
    assert refusal(early) == [
        "first_wage_of_year can not be true: the rule does not hold in the first month listed."
    ]


def test_all_faults_are_said_at_once():
    assert len(refusal({"months": [{"month": 0, "gross": -1}], "year": "x", "hello": 1})) == 5


@pytest.mark.parametrize("raw", [b"[]", b"null", b"3", b'"text"'])
def test_a_document_that_is_no_object_is_refused(raw):
    assert refusal(raw) == ["The document must be an object of keys and values."]


def test_amounts_are_exact_to_the_fen():
    raw = b'{"city": "Shanghai", "year": 2026, "contributions": "none", "months":'
    answer = ask(raw + b'[{"month": 1, "gross": 47527.71}, {"month": 2, "gross": 0.07}]}')
    assert answer["months"][0]["gross"] == 47527.71
    assert answer["year"]["gross"] == 47527.78
