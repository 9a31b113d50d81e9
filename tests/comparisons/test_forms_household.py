"""Sections about the whole household: each place of the document can be said and taken back."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from advisor.comparisons.changing import changed_document
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.document_paths import path_text
from advisor.comparisons.faults import Fault
from advisor.comparisons.forms import SECTIONS
from advisor.comparisons.forms.at_home import LivingForm
from advisor.comparisons.forms.bundle import Bundle
from advisor.comparisons.forms.categories import CategoriesForm
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.family import FamilyForm, PartnerForm
from advisor.comparisons.forms.pay import PayForm, WorkForm, YearForm
from advisor.comparisons.forms.steps import EverywhereForm, YouForm
from advisor.comparisons.forms.there import FlatForm, OfferForm, PartnerOfferForm

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ALONE: dict[str, Any] = {
    "home": {"city": "220400", "housing": {"kind": "renter", "rent": 900}},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [{"city": "440300", "housing": {"kind": "room"}}, {"city": "110000"}],
}
COUPLE = ALONE | {
    "earners": [{"pay": {"gross_monthly": 4500}}, {"pay": {"gross_monthly": 3000}}],
    "children": [{"born": "2018-05"}, {"born": "2020-01", "moves": False}],
}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def answered(form: Any) -> dict[str, Any]:
    """The document with the answers in it, read as a whole."""
    document = changed_document(form, today=TODAY)
    assert document is not None, form.errors
    return document


@pytest.mark.parametrize("word", ["actual", "minimum", "none"])
def test_a_contribution_base_is_a_word(word: str) -> None:
    form = PayForm({"gross": "4500", "insured_base": word}, document=ALONE)
    assert answered(form)["earners"][0]["pay"]["insured_base"] == word


def test_a_contribution_base_is_an_amount_and_is_shown_again() -> None:
    form = PayForm(
        {"gross": "4500", "insured_base": "amount", "insured_amount": "4,120"}, document=ALONE
    )
    document = answered(form)
    assert document["earners"][0]["pay"]["insured_base"] == 4120
    again = PayForm(document=document)
    assert (again["insured_base"].value(), again["insured_amount"].value()) == ("amount", "4,120")


def test_a_known_base_without_its_amount_is_asked_for() -> None:
    form = PayForm({"gross": "4500", "insured_base": "amount"}, document=ALONE)
    assert not form.is_valid()
    assert list(form.errors) == ["insured_amount"]


def test_who_works_flexibly_pays_an_amount_of_their_own() -> None:
    form = PayForm({"gross": "4500", "contributions": "900"}, document=ALONE)
    assert answered(form)["earners"][0]["pay"]["contributions_monthly"] == 900


def test_work_is_said_and_taken_back() -> None:
    said = {"sector": "I", "post": "professionals", "age": "29", "only_child": "yes"}
    document = answered(WorkForm(said | {"further_study": "no"}, document=ALONE))
    assert document["earners"][0] == {
        "pay": {"gross_monthly": 4500}, "sector": "I", "post": "professionals", "age": 29,
        "only_child": True, "further_study": False,
    }  # fmt: skip
    assert WorkForm(document=document)["only_child"].value() == "yes"
    assert answered(WorkForm({}, document=document)) == ALONE


def test_half_a_year_of_age_is_refused_at_its_field() -> None:
    form = WorkForm({"age": "29.5"}, document=ALONE)
    assert changed_document(form, today=TODAY) is None
    assert list(form.errors) == ["age"]


def test_the_year_of_the_move_is_said_and_taken_back() -> None:
    said = {"paid_months": "6", "paid_gross": "2.7万", "probation_months": "3"}
    document = answered(YearForm(said | {"probation_share": "80"}, document=ALONE))
    earner = document["earners"][0]
    assert earner["paid_this_year"] == {"months": 6, "gross": 27_000}
    assert earner["probation"] == {"months": 3, "share": 0.8}
    assert answered(YearForm({}, document=document)) == ALONE


def test_pay_of_this_year_without_its_months_is_asked_for_at_its_field() -> None:
    form = YearForm({"paid_gross": "27000"}, document=ALONE)
    assert changed_document(form, today=TODAY) is None
    assert list(form.errors) == ["paid_months"]


@pytest.mark.parametrize(
    ("who", "stays"), [("both", [None, None]), ("first", [None, True]), ("second", [True, None])]
)
def test_a_second_earner_moves_or_stays(who: str, stays: list[Any]) -> None:
    document = answered(PartnerForm({"who": who, "gross": "0"}, document=ALONE))
    assert [earner.get("stays") for earner in document["earners"]] == stays
    assert document["earners"][1]["pay"] == {"gross_monthly": 0}
    assert PartnerForm(document=document)["who"].value() == who


def test_a_second_earner_is_taken_out_with_their_offer() -> None:
    with_offer = deepcopy(COUPLE)
    with_offer["destinations"][0]["offers"] = [None, {"gross_monthly": 9000}]
    document = answered(PartnerForm({"who": "nobody", "gross": "3000"}, document=with_offer))
    assert len(document["earners"]) == 1
    assert "offers" not in document["destinations"][0]


def test_who_stays_keeps_no_offer() -> None:
    with_offer = deepcopy(COUPLE)
    with_offer["destinations"][0]["offers"] = [{"gross_monthly": 9000}, {"gross_monthly": 8000}]
    document = answered(PartnerForm({"who": "second", "gross": "3000"}, document=with_offer))
    assert document["destinations"][0]["offers"] == [None, {"gross_monthly": 8000}]
    assert not OfferForm.applies(document)


@pytest.mark.parametrize(
    ("typed", "name"), [({"who": "both"}, "gross"), ({"who": "nobody", "gross": "1"}, "who")]
)
def test_half_a_second_earner_is_asked_about(typed: dict[str, str], name: str) -> None:
    form = PartnerForm(typed, document=ALONE)
    assert not form.is_valid()
    assert list(form.errors) == [name]


def test_an_offer_for_the_second_earner_leaves_room_for_the_first() -> None:
    form = PartnerOfferForm({"gross": "8000"}, document=COUPLE, destination=1)
    offered = answered(form)
    assert offered["destinations"][1]["offers"] == [None, {"gross_monthly": 8000}]
    first = answered(OfferForm({"gross": "9000"}, document=offered, destination=1))
    assert first["destinations"][1]["offers"] == [{"gross_monthly": 9000}, {"gross_monthly": 8000}]
    back = answered(OfferForm({}, document=first, destination=1))
    assert back["destinations"][1]["offers"] == [None, {"gross_monthly": 8000}]


def test_children_are_added_and_taken_out_in_order() -> None:
    form = FamilyForm(
        {"born_0": "", "born_1": "2020年1月", "moves_1": "stays", "born_2": "２０２３-7"},
        document=COUPLE,
    )
    assert answered(form)["children"] == [{"born": "2020-01", "moves": False}, {"born": "2023-07"}]
    shown = FamilyForm(document=COUPLE)
    assert (shown["born_1"].value(), shown["moves_1"].value()) == ("2020-01", "stays")
    assert "children" not in answered(FamilyForm({}, document=COUPLE))


def test_there_is_always_room_for_one_more_child_up_to_ten() -> None:
    many = ALONE | {"children": [{"born": "2018-05"}] * 10}
    assert "born_9" in FamilyForm(document=many).fields
    assert "born_10" not in FamilyForm(document=many).fields
    assert "born_5" in FamilyForm(document=ALONE | {"children": [{"born": "2018-05"}] * 5}).fields


@pytest.mark.parametrize("typed", ["2018", "2018-13", "May 2018", "1018-05", "2018-05-01"])
def test_what_is_no_month_is_said(typed: str) -> None:
    form = FamilyForm({"born_0": typed}, document=ALONE)
    assert not form.is_valid()
    assert "is not a month. Type it like 2018-05." in form.errors["born_0"][0]


def test_more_parents_over_sixty_than_parents_is_said_at_its_field() -> None:
    form = FamilyForm({"parents": "1", "parents_60": "2"}, document=ALONE)
    assert changed_document(form, today=TODAY) is None
    assert list(form.errors) == ["parents_60"]


def test_the_last_way_to_say_what_is_spent_counts() -> None:
    total = ALONE | {"living_total_home": 2000}
    form = CategoriesForm({"food_home": "900", "transport_mode": "none"}, document=total)
    document = answered(form)
    assert document["living"] == {
        "food": {"mode": "mine", "home": 900},
        "transport": {"mode": "none"},
    }
    assert "living_total_home" not in document
    assert form.notes == ("Your total is left out: the categories count now.",)
    back = answered(LivingForm({"total": "2000", "basket": ""}, document=document))
    assert back == total


def test_an_own_amount_there_needs_one_at_home() -> None:
    form = CategoriesForm({"food_mode": "mine", "food_away": "900"}, document=ALONE)
    assert changed_document(form, today=TODAY) is None
    assert list(form.errors) == ["food_home"]


def test_a_flat_of_an_area_needs_the_area() -> None:
    form = FlatForm({"kind": "area"}, document=ALONE, destination=1)
    assert changed_document(form, today=TODAY) is None
    assert list(form.errors) == ["area"]


def test_a_home_is_bought_there() -> None:
    said = {"kind": "dormitory", "buy_in_year": "3", "buy_area": "75", "down_payment": "30万"}
    form = FlatForm(said | {"fund_for_rent": "yes"}, document=ALONE, destination=1)
    there = answered(form)["destinations"][1]
    assert there["fund_for_rent"] is True
    assert there["housing"]["down_payment"] == 300_000


def test_one_answer_is_put_into_every_destination_and_empty_ones_leave_them() -> None:
    form = EverywhereForm({"school_place": "public", "offer_440300": "1.2万"}, document=ALONE)
    first, second = answered(form)["destinations"]
    assert first["housing"] == {"kind": "room"}
    assert first["offers"] == [{"gross_monthly": 12_000}]
    assert second == {"city": "110000", "school_place": "public"}


def test_a_first_step_asks_about_the_four_tier_one_cities() -> None:
    form = YouForm({"city": "深圳", "gross": "4500"}, document={})
    cities = [one["city"] for one in answered(form)["destinations"]]
    assert cities == ["110000", "310000", "440100"]


def test_a_convention_is_reset_whatever_stands_in_its_field() -> None:
    changed = ALONE | {"assumptions": {"deposit_months": 3, "trips_home_a_year": 4}}
    typed = {"deposit_months": "much", "trips_home_a_year": "4", "reset": "deposit_months"}
    form = ConventionsForm(typed, document=changed)
    assert answered(form)["assumptions"] == {"trips_home_a_year": 4}


def test_all_conventions_are_reset_at_once() -> None:
    changed = ALONE | {"assumptions": {"deposit_months": 3, "trips_home_a_year": 4}}
    typed = {"deposit_months": "much", "trips_home_a_year": "4", "reset": "all"}
    assert "assumptions" not in answered(ConventionsForm(typed, document=changed))


def test_a_fault_between_sections_is_shown_in_the_section_that_it_concerns() -> None:
    sections = [form({"gross": "4500"}, document=ALONE) for form in (PayForm, FamilyForm)]
    bundle = Bundle(ALONE, sections)
    assert bundle.is_valid()
    bundle.add_faults([Fault("parents_60_plus", "missing")])
    assert list(sections[1].errors) == ["parents_60"]
    assert not sections[0].errors


def test_every_place_of_the_document_can_be_reached_by_a_section() -> None:
    reached: set[str] = set()
    for form_class in SECTIONS.values():
        index = 0 if form_class.of_destination else None
        form = form_class(document=COUPLE, destination=index)
        reached |= {path_text(form.path_of(name)) for name in form.all_paths()}
    top = {path.partition("[")[0].partition(".")[0] for path in reached}
    not_asked = {"on", "draws", "language"}
    assert top == set(CompareDocument.model_fields) - not_asked
