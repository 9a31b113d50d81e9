"""The `compare` document: every key of the contract, its defaults, and what is refused where."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from pydantic import ValidationError

from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.faults import faults_of, sentence
from advisor.engine.household import Basket, FlatKind, HomeKind, IfLeaving, RentLevel

LEAST = {"home": {"city": "Liaoyuan"}, "earners": [{"pay": {"gross_monthly": 4500}}]}
WHOLE = {
    "on": "2026-11-01", "move_date": "2027-01", "horizon_years": 5, "draws": 2000,
    "home": {
        "city": "Liaoyuan",
        "housing": {
            "kind": "owner", "area_m2": 75, "value": 200_000, "mortgage_left": 50_000,
            "mortgage_monthly": 900, "rent": 0, "if_leaving": "let",
        },
    },
    "earners": [
        {
            "pay": {
                "gross_monthly": 4500, "months": 13, "bonus": 3000, "fund_rate": Decimal("0.08"),
                "insured_base": "minimum", "contributions_monthly": None,
            },
            "unit": "private", "sector": "C", "post": "clerks", "age": 29, "only_child": True,
            "stays": False, "further_study": True,
            "paid_this_year": {"months": 3, "gross": 13_500, "contributions": 2000, "tax": 0},
            "probation": {"months": 3, "share": Decimal("0.8")},
        },
        {"pay": {"gross_monthly": 0, "insured_base": 3000, "contributions_monthly": 900}},
    ],
    "children": [{"born": "2018-05", "moves": True}], "adults": 2,
    "parents_supported": 2, "parents_60_plus": 1,
    "basket": "typical", "living_total_home": None,
    "living": {
        name: {"mode": "mine", "home": 900, "away": 1500}
        for name in (
            "food", "clothing", "household", "transport", "education", "health", "other",
        )
    },
    "commitments_monthly": 500, "savings": 60_000, "fund_balance": 12_000,
    "destinations": [
        {
            "city": "Shenzhen",
            "offers": [{"gross_monthly": 12_000, "months": 12, "bonus": 0}, None],
            "housing": {
                "kind": "room", "area_m2": 20, "level": "low", "rent": 1500, "buy_in_year": 3,
                "buy_area_m2": 60, "down_payment": 800_000,
            },
            "moving": {
                "travel": 1, "freight": 1, "agent_fee": 1, "deposit_months": 1,
                "advance_months": 3, "set_up": 1, "first_nights": 1, "search_months": 2,
                "trips_home_a_year": 2,
            },
            "basket": "get_by", "school_place": "private", "fund_for_rent": True,
        },
        {"city": "北京"},
    ],
    "assumptions": {"freight": 900}, "language": "zh-hans",
}  # fmt: skip


def read(document):
    return CompareDocument.model_validate(document)


def faults(document):
    """The codes by path."""
    with pytest.raises(ValidationError) as caught:
        read(document)
    return {fault.path: fault.code for fault in faults_of(caught.value, document)}


def put(path, value, document=None):
    """A copy of the least document, or of that one, with a value at that path."""
    key, *rest = path
    if isinstance(key, int):
        known = list(document or [])
        known[key : key + 1] = [put(rest, value, known[key] if key < len(known) else None)]
        return known
    known = dict(document or {})
    known[key] = put(rest, value, known.get(key)) if rest else value
    return known


def test_every_key_of_the_contract_is_taken():
    parsed = read(WHOLE)
    assert parsed.move_date == date(2027, 1, 1)
    assert parsed.earners[0].pay.gross_monthly == 450_000
    assert parsed.earners[0].pay.fund_rate == 80_000
    assert parsed.earners[1].pay.insured_base == 300_000
    assert parsed.home.housing.if_leaving is IfLeaving.LET
    assert parsed.living.health.away == 150_000
    first, second = parsed.destinations
    assert first.offers[1] is None
    assert first.housing.kind is FlatKind.ROOM
    assert second.city == "北京"


def test_only_home_and_one_pay_must_be_given_and_the_rest_has_its_default():
    parsed = read(LEAST)
    assert parsed.home.housing.kind is HomeKind.RENTER
    assert parsed.home.housing.if_leaving is IfLeaving.KEEP
    assert (parsed.horizon_years, parsed.draws, parsed.basket) == (5, 2000, Basket.TYPICAL)
    assert (parsed.commitments_monthly, parsed.fund_balance, parsed.parents_60_plus) == (0, 0, 0)
    assert (parsed.children, parsed.assumptions, parsed.language) == ([], {}, "en")
    for name in ("on", "move_date", "adults", "savings", "destinations", "living_total_home"):
        assert getattr(parsed, name) is None, name


def test_null_is_as_good_as_nothing_where_the_contract_has_a_default():
    for name in ("on", "move_date", "adults", "savings", "destinations", "living"):
        assert read(LEAST | {name: None}) == read(LEAST)


@pytest.mark.parametrize("missing", ["home", "earners"])
def test_what_must_be_given_is_missed_by_name(missing):
    document = {key: value for key, value in LEAST.items() if key != missing}
    assert faults(document) == {missing: "missing"}


PAY = ("earners", 0, "pay", "gross_monthly")
DESTINATION = ("destinations", 0)


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (PAY, -1, "greater_than_equal"),
        (PAY, 10**12, "less_than_equal"),
        (PAY, "8,000", "number_type"),
        (PAY, "0.8万", "number_type"),
        (PAY, "８０００", "number_type"),
        (PAY, "", "number_type"),
        (PAY, None, "number_type"),
        (PAY, True, "number_type"),
        (PAY, [4500], "number_type"),
        (PAY, float("nan"), "finite_number"),
        (PAY, float("inf"), "finite_number"),
        (PAY, Decimal("4500.001"), "amount_decimals"),
        (("earners", 0, "pay", "fund_rate"), Decimal("0.13"), "less_than_equal"),
        (("earners", 0, "pay", "fund_rate"), Decimal("0.0700001"), "rate_decimals"),
        (("earners", 0, "pay", "months"), 19, "less_than_equal"),
        (("earners", 0, "pay", "insured_base"), "full", "insured_base"),
        (("earners", 0, "pay", "insured_base"), -5, "greater_than_equal"),
        (("earners", 0, "unit"), "state", "enum"),
        (("earners", 0, "sector"), "Z", "string_pattern_mismatch"),
        (("earners", 0, "post"), "boss", "literal_error"),
        (("earners", 0, "age"), 13, "greater_than_equal"),
        (("earners", 0, "stays"), "no", "bool_type"),
        (("earners", 0, "probation"), {"months": 3, "share": Decimal("0.5")}, None),
        (("earners",), [], "too_short"),
        (("earners",), [LEAST["earners"][0]] * 3, "too_long"),
        (("earners",), "me", "list_type"),
        (("home", "city"), "", "string_too_short"),
        (("home", "city"), "x" * 61, "string_too_long"),
        (("home", "city"), 220400, "string_type"),
        (("home", "housing", "kind"), "squatter", "enum"),
        (("home", "housing", "area_m2"), 0, "greater_than_equal"),
        (("home",), "Liaoyuan", "model_type"),
        (("on",), "2026-13-01", "date_parsing"),
        (("on",), "2026-02-30", "date_parsing"),
        (("on",), "1.11.2026", "date_parsing"),
        (("on",), "9999-12-31", "date_parsing"),
        (("on",), 20261101, "date_parsing"),
        (("move_date",), "2027-01-15", "month_parsing"),
        (("move_date",), "2027", "month_parsing"),
        (("move_date",), "0000-01", "month_parsing"),
        (("horizon_years",), 0, "greater_than_equal"),
        (("horizon_years",), 31, "less_than_equal"),
        (("horizon_years",), Decimal("2.5"), None),
        (("draws",), 10**9, "less_than_equal"),
        (("adults",), 0, "greater_than_equal"),
        (("adults",), 11, "less_than_equal"),
        (("children",), [{"born": "2018-05"}] * 11, "too_long"),
        (("children",), [{"born": "May 2018"}], None),
        (("parents_60_plus",), -1, "greater_than_equal"),
        (("basket",), "lavish", "enum"),
        (("savings",), 10**10, "less_than_equal"),
        (("living",), {"food": {"mode": "some"}}, None),
        (("destinations",), [], "too_short"),
        (("destinations",), [{"city": "Beijing"}] * 10_000, "too_long"),
        ((*DESTINATION, "offers"), [None] * 3, "too_long"),
        (("assumptions",), {"freight": "much"}, None),
        (("assumptions",), {"freight": float("nan")}, None),
        (("language",), "fr", "literal_error"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_a_fault_at_its_path(path, value, code):
    document = put(path, value, LEAST)
    if path[0] == "destinations" and len(path) > 1:
        document["destinations"][0]["city"] = "Beijing"
    found = faults(document)
    expected = ".".join(str(step) for step in path).replace(".0", "[0]")
    assert len(found) == 1
    ((at, said),) = found.items()
    assert at.startswith(expected)
    assert code is None or (at, said) == (expected, code)


@pytest.mark.parametrize(
    "path",
    [
        ("colour",), ("home", "colour"), ("home", "housing", "colour"), ("earners", 0, "colour"),
        ("earners", 0, "pay", "colour"), ("earners", 0, "paid_this_year", "colour"),
        ("earners", 0, "probation", "colour"), ("children", 0, "colour"),
        ("living", "rent"), ("living", "food", "colour"), (*DESTINATION, "colour"),
        (*DESTINATION, "housing", "colour"), (*DESTINATION, "moving", "colour"),
        (*DESTINATION, "offers", 0, "colour"),
    ],
    ids=lambda path: ".".join(map(str, path)),
)  # fmt: skip
def test_a_key_that_nobody_knows_is_refused_with_its_path(path):
    found = faults(put(path, 1, WHOLE))
    assert found == {".".join(map(str, path)).replace(".0", "[0]"): "extra_forbidden"}


@pytest.mark.parametrize("document", [None, [], "x", 5, [LEAST]], ids=str)
def test_what_is_no_object_is_no_document(document):
    assert list(faults(document)) == [""]


def test_every_fault_is_one_sentence_that_names_its_path():
    document = put(PAY, -1, put(("home", "city"), "", put(("draws",), 0, LEAST)))
    with pytest.raises(ValidationError) as caught:
        read(document)
    with translation.override("en"):
        said = [sentence(fault) for fault in faults_of(caught.value, document)]
    assert len(said) == 3
    for words, path in zip(
        said, ("home.city", "earners[0].pay.gross_monthly", "draws"), strict=True
    ):
        assert words.startswith(path)
        assert words.endswith(".")


@pytest.mark.parametrize("pay", [0, 1, Decimal("4500.50"), 10_000_000])
def test_pay_from_nought_to_ten_million_is_taken_to_the_fen(pay):
    assert read(put(PAY, pay, LEAST)).earners[0].pay.gross_monthly == pay * 100


@pytest.mark.parametrize(
    ("typed", "unit"), [("non-private", "non_private"), ("private", "private")]
)
def test_a_unit_may_be_written_with_a_hyphen(typed, unit):
    assert read(put(("earners", 0, "unit"), typed, LEAST)).earners[0].unit.value == unit


def test_a_sector_may_be_written_small():
    assert read(put(("earners", 0, "sector"), "c", LEAST)).earners[0].sector == "C"


def test_the_level_of_rent_there_is_typical_unless_said():
    document = put((*DESTINATION, "housing"), {"kind": "room"}, LEAST)
    document["destinations"][0]["city"] = "Beijing"
    assert read(document).destinations[0].housing.level is RentLevel.TYPICAL
