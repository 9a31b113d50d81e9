from typing import Any

import pytest
from django.utils import translation

from advisor.comparisons.document_paths import path_text, put, value_at
from advisor.comparisons.faults import Fault
from advisor.comparisons.forms import SECTIONS
from advisor.comparisons.forms.at_home import HomeForm, LivingForm
from advisor.comparisons.forms.cities import AddCityForm
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.fields import AmountField, PercentField
from advisor.comparisons.forms.pay import PayForm
from advisor.comparisons.forms.quick_check import QuickCheckForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.forms.there import FlatForm, MoveForm, OfferForm
from advisor.comparisons.households import TIER_ONE

pytestmark = pytest.mark.django_db
QUICK = {"home": "辽源", "gross": "4,500", "kind": "owner", "flat": "one_bed"}
DOCUMENT: dict[str, Any] = {
    "home": {"city": "220400", "housing": {"kind": "renter", "rent": 900}},
    "earners": [{"pay": {"gross_monthly": 4500, "fund_rate": 0.08}}],
    "destinations": [{"city": "440300", "housing": {"kind": "room"}}, {"city": "110000"}],
}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def faults(form: Any) -> dict[str, str]:
    return {name: " ".join(said) for name, said in form.errors.items()}


def test_the_quick_check_makes_a_question_about_the_four_tier_one_cities() -> None:
    form = QuickCheckForm(QUICK)
    assert form.is_valid(), form.errors
    assert form.document() == {
        "home": {"city": "220400", "housing": {"kind": "owner"}},
        "earners": [{"pay": {"gross_monthly": 4500}}],
        "destinations": [{"city": city, "housing": {"kind": "one_bed"}} for city in TIER_ONE],
    }


def test_an_offer_puts_its_city_first() -> None:
    form = QuickCheckForm(QUICK | {"offer_city": "hangzhou", "offer_gross": "1.2万"})
    assert form.is_valid(), form.errors
    first, *others = form.document()["destinations"]
    assert first == {
        "city": "330100",
        "housing": {"kind": "one_bed"},
        "offers": [{"gross_monthly": 12_000}],
    }
    assert [one["city"] for one in others] == list(TIER_ONE)


def test_an_offer_in_one_of_the_four_does_not_name_it_twice() -> None:
    form = QuickCheckForm(QUICK | {"offer_city": "深圳", "offer_gross": "12000"})
    assert form.is_valid()
    cities = [one["city"] for one in form.document()["destinations"]]
    assert cities == ["440300", "110000", "310000", "440100"]


def test_home_in_one_of_the_four_leaves_three() -> None:
    form = QuickCheckForm(QUICK | {"home": "Beijing"})
    assert form.is_valid()
    assert [one["city"] for one in form.document()["destinations"]] == [
        "310000",
        "440100",
        "440300",
    ]


def test_an_own_rent_is_used_for_every_city() -> None:
    form = QuickCheckForm(QUICK | {"flat": "own_rent", "rent": "2,600元"})
    assert form.is_valid()
    assert all(one["housing"] == {"rent": 2600} for one in form.document()["destinations"])


@pytest.mark.parametrize(
    ("changed", "name", "said"),
    [
        ({"flat": "own_rent"}, "rent", "That rent a month is missing"),
        ({"offer_city": "深圳"}, "offer_gross", "The pay of the offer is missing"),
        ({"offer_gross": "9000"}, "offer_city", "The city of the offer is missing"),
        ({"gross": ""}, "gross", "Gross pay a month is missing. Type a number such as 8,000."),
        ({"gross": "-1"}, "gross", "Gross pay a month must be at least 0."),
        ({"gross": "1000000000000"}, "gross", "Gross pay a month must be at most 10,000,000."),
        ({"gross": "1e12"}, "gross", "“1e12” is not a number. Type it like 8,000."),
        ({"gross": "much"}, "gross", "“much” is not a number"),
        ({"gross": "1.234"}, "gross", "Gross pay a month can have two decimals at most."),
        ({"home": ""}, "home", "City you live in is missing."),
        ({"home": "Atlantis"}, "home", "we know no city called “Atlantis”"),
        ({"home": "x" * 500}, "home", "we know no city called “xxx"),
        ({"home": "100%s {0}"}, "home", "we know no city called “100%s {0}”"),
        ({"home": "浙江"}, "home", "“浙江” is not a city."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(changed: dict[str, str], name: str, said: str) -> None:
    form = QuickCheckForm(QUICK | changed)
    assert not form.is_valid()
    assert list(form.errors) == [name]
    assert said in faults(form)[name]


@pytest.mark.parametrize("typed", ["0", "８０００", "8 000", "0.8万", "8000元", "¥8,000.50"])
def test_pay_is_read_in_each_habit_of_writing_it(typed: str) -> None:
    assert QuickCheckForm(QUICK | {"gross": typed}).is_valid()


def test_an_unknown_city_is_never_swapped_but_the_nearest_are_offered() -> None:
    form = QuickCheckForm(QUICK | {"home": "辽原"})
    assert not form.is_valid()
    assert form["home"].value() == "辽原"
    assert "220400" in [place.value for place in form.suggested["home"]]


def test_a_district_leads_to_its_city() -> None:
    form = QuickCheckForm(QUICK | {"home": "海淀区"})
    assert not form.is_valid()
    assert [place.label for place in form.suggested["home"]] == ["Beijing"]


@pytest.mark.parametrize(
    ("name", "city", "other"),
    [("吉林", "220200", "Jilin"), ("朝阳", "211300", "Chaoyang District, Beijing")],
)
def test_a_shared_name_is_read_as_the_city_and_that_is_said(
    name: str, city: str, other: str
) -> None:
    form = QuickCheckForm(QUICK | {"home": name})
    assert form.is_valid()
    assert form.cleaned_data["home"] == city
    (note,) = form.notes
    assert f"We took “{name}” as the city" in note
    assert other in note


def test_a_section_shows_what_the_document_says() -> None:
    pay = PayForm(document=DOCUMENT)
    assert (pay["gross"].value(), pay["fund_rate"].value(), pay["months"].value()) == (
        "4,500",
        "8",
        None,
    )
    assert HomeForm(document=DOCUMENT)["city"].value() == "Liaoyuan"


def test_a_section_changes_its_own_part_and_no_other() -> None:
    form = PayForm({"gross": "6000", "months": "13", "unit": "private"}, document=DOCUMENT)
    assert form.is_valid(), form.errors
    changed = form.document()
    assert changed["earners"] == [{"pay": {"gross_monthly": 6000, "months": 13}, "unit": "private"}]
    assert {**changed, "earners": 0} == {**DOCUMENT, "earners": 0}
    assert DOCUMENT["earners"][0]["pay"]["gross_monthly"] == 4500


@pytest.mark.parametrize("key", [key for key, form in SECTIONS.items() if not form.of_destination])
def test_a_section_sent_as_it_was_shown_changes_nothing(key: str) -> None:
    form = SECTIONS[key](document=DOCUMENT)
    same = SECTIONS[key](shown(form), document=DOCUMENT)
    assert same.is_valid(), same.errors
    assert without_defaults(same.document()) == DOCUMENT


@pytest.mark.parametrize("key", [key for key, form in SECTIONS.items() if form.of_destination])
def test_a_section_of_a_destination_sent_as_shown_changes_nothing(key: str) -> None:
    form = SECTIONS[key](document=DOCUMENT, destination=0)
    same = SECTIONS[key](shown(form), document=DOCUMENT, destination=0)
    assert same.is_valid(), same.errors
    assert without_defaults(same.document()) == DOCUMENT


def shown(form: SectionForm) -> dict[str, Any]:
    """What a browser would send of the form as it is: a select without a choice sends its first."""
    return {
        field.name: field.value() if field.value() is not None else first_choice(field)
        for field in form
    }


def first_choice(field: Any) -> Any:
    choices = getattr(field.field, "choices", None)
    return choices[0][0] if choices else ""


def without_defaults(document: dict[str, Any]) -> dict[str, Any]:
    """Without what a select says though nobody chose it: it is the default said aloud."""
    document = {
        key: value for key, value in document.items() if (key, value) != ("basket", "typical")
    }
    for destination in document["destinations"]:
        if destination.get("housing", {}).get("level") == "typical":
            del destination["housing"]["level"]
    return document


def test_an_empty_answer_takes_its_place_out_of_the_document() -> None:
    form = HomeForm({"city": "辽源", "kind": "owner", "rent": ""}, document=DOCUMENT)
    assert form.is_valid(), form.errors
    assert form.document()["home"] == {"city": "220400", "housing": {"kind": "owner"}}


def test_an_offer_is_made_and_taken_back() -> None:
    form = OfferForm({"gross": "12000", "bonus": "0"}, document=DOCUMENT, destination=1)
    assert form.is_valid(), form.errors
    offered = form.document()
    assert offered["destinations"][1]["offers"] == [{"gross_monthly": 12_000, "bonus": 0}]
    back = OfferForm({"gross": ""}, document=offered, destination=1)
    assert back.is_valid()
    assert "offers" not in back.document()["destinations"][1]


def test_an_offer_of_nothing_is_an_offer() -> None:
    form = OfferForm({"gross": "0"}, document=DOCUMENT, destination=0)
    assert form.is_valid()
    assert form.document()["destinations"][0]["offers"] == [{"gross_monthly": 0}]


@pytest.mark.parametrize(
    ("form_class", "typed", "name"),
    [
        (PayForm, {"gross": "5000", "months": "11"}, "months"),
        (PayForm, {"gross": "5000", "fund_rate": "15"}, "fund_rate"),
        (PayForm, {"gross": "5000", "unit": "circus"}, "unit"),
        (HomeForm, {"city": "辽源", "kind": "owner", "area": "3"}, "area"),
        (LivingForm, {"total": "a lot"}, "total"),
        (MoveForm, {"search_months": "99"}, "search_months"),
        (FlatForm, {"rent": "-5"}, "rent"),
    ],
)
def test_bounds_are_held(form_class: type[SectionForm], typed: dict[str, str], name: str) -> None:
    index = 0 if form_class.of_destination else None
    form = form_class(typed, document=DOCUMENT, destination=index)
    assert not form.is_valid()
    assert name in form.errors


def test_a_fault_of_the_document_is_shown_at_its_field() -> None:
    form = MoveForm({"travel": "5"}, document=DOCUMENT, destination=1)
    assert form.is_valid()
    form.add_faults(
        [
            Fault("destinations[1].moving.travel", "greater_than", {"gt": 10}),
            Fault("draws", "missing"),
        ]
    )
    assert faults(form) == {
        "travel": "Travel must be more than 10.",
        "__all__": "draws is missing.",
    }


def test_every_convention_can_be_changed_and_changed_back() -> None:
    form = ConventionsForm({"deposit_months": "2"}, document=DOCUMENT)
    assert form.is_valid(), form.errors
    changed = form.document()
    assert changed["assumptions"] == {"deposit_months": 2}
    back = ConventionsForm({}, document=changed)
    assert back.is_valid()
    assert "assumptions" not in back.document()
    assert sum(len(fields) for _, fields in form.fieldsets()) == len(form.fields)


def test_a_city_is_added_in_the_kind_of_home_of_the_first() -> None:
    form = AddCityForm({"add-city": "杭州"}, document=DOCUMENT)
    assert form.is_valid()
    assert form.document()["destinations"][-1] == {"city": "330100", "housing": {"kind": "room"}}


def test_a_city_is_added_once() -> None:
    form = AddCityForm({"add-city": "Beijing"}, document=DOCUMENT)
    assert not form.is_valid()
    assert faults(form) == {"city": "This city is in your comparison already."}


def test_amounts_and_rates_are_shown_as_they_are_typed() -> None:
    assert AmountField(label="").prepare_value(12000) == "12,000"
    assert AmountField(label="").prepare_value(1234.5) == "1234.5"
    assert AmountField(label="").prepare_value("0.8万") == "0.8万"
    assert PercentField(label="", high=1).prepare_value(0.1) == "10"
    assert PercentField(label="", high=1).prepare_value(0.075) == "7.5"


def test_a_place_in_a_document_is_read_made_and_taken_out() -> None:
    document: dict[str, Any] = {}
    put(document, ("earners", 0, "pay", "months"), 13)
    assert document == {"earners": [{"pay": {"months": 13}}]}
    assert value_at(document, ("earners", 0, "pay", "months")) == 13
    assert value_at(document, ("earners", 1, "pay")) is None
    put(document, ("earners", 0, "pay", "months"), None)
    assert document == {"earners": [{"pay": {}}]}
    put(document, ("home", "housing", "rent"), None)
    assert "home" not in document
    assert path_text(("earners", 0, "pay", "months")) == "earners[0].pay.months"
