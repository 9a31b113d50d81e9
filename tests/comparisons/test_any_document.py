"""Two thousand documents: answered, or refused with faults that name places; no traceback."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.comparisons.city_names import city_named
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.faults import FaultyDocumentError, sentence
from advisor.comparisons.households import asked
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.naming import Gazetteer
from advisor.engine.comparison import compare
from tests.engine.references import bundled_reference

TODAY = date(2026, 11, 24)
NAMES = city_named(Gazetteer(bundled_reference().places.values()))
UNITS = {row["indicator"]: row["unit"] for row in BundledEdition().table("indicators")}


def some_of(needed=None, **optional):
    """An object with any of these keys, and always the needed ones."""
    return st.fixed_dictionaries(needed or {}, optional=optional)


def a_document(amounts, numbers, words, flags, months, cities):
    """Documents of the contract's shape with such values."""
    pay = some_of(
        {"gross_monthly": amounts}, months=numbers, bonus=amounts, fund_rate=numbers,
        insured_base=words("actual", "minimum", "none") | amounts, contributions_monthly=amounts,
    )  # fmt: skip
    earner = some_of(
        {"pay": pay}, unit=words("private", "non_private", "unknown"), sector=words("C", "i"),
        post=words("clerks", "managers"), age=numbers, only_child=flags, stays=flags,
        further_study=flags, probation=some_of({"months": numbers}, share=numbers),
        paid_this_year=some_of({"months": numbers, "gross": amounts}, tax=amounts),
    )  # fmt: skip
    at_home = some_of(
        kind=words("owner", "renter", "with_family"), area_m2=numbers, value=amounts,
        mortgage_left=amounts, mortgage_monthly=amounts, rent=amounts,
        if_leaving=words("keep", "let", "sell", "family"),
    )  # fmt: skip
    there = some_of(
        kind=words("dormitory", "room", "one_bed", "two_bed", "three_bed", "area"),
        area_m2=numbers, level=words("low", "typical", "high"), rent=amounts, buy_in_year=numbers,
        buy_area_m2=numbers, down_payment=amounts,
    )  # fmt: skip
    destination = some_of(
        {"city": cities}, offers=st.lists(pay | st.none(), max_size=2), housing=there,
        moving=some_of(
            travel=amounts, agent_fee=amounts, deposit_months=numbers, advance_months=numbers,
            search_months=numbers, trips_home_a_year=numbers,
        ),
        basket=words("get_by", "comfortable"), school_place=words("public", "private"),
        fund_for_rent=flags,
    )  # fmt: skip
    category = some_of({"mode": words("estimate", "mine", "none")}, home=amounts, away=amounts)
    return some_of(
        {
            "home": some_of({"city": cities}, housing=at_home),
            "earners": st.lists(earner, min_size=1, max_size=2),
            "destinations": st.lists(destination, min_size=1, max_size=2),
            "draws": st.just(100),
        },
        on=words("2026-11-01", "2025-08-01"), move_date=months, horizon_years=numbers,
        children=st.lists(some_of({"born": months}, moves=flags), max_size=2), adults=numbers,
        parents_supported=numbers, parents_60_plus=numbers, basket=words("get_by", "typical"),
        living_total_home=amounts, living=some_of(food=category, education=category),
        commitments_monthly=amounts, savings=amounts, fund_balance=amounts,
        assumptions=st.dictionaries(
            st.sampled_from(sorted(bundled_conventions())), numbers, max_size=3
        ),
    )  # fmt: skip


def read(document):
    return asked(document, city_named=NAMES, conventions=bundled_conventions(), today=TODAY)


broken = a_document(
    amounts=st.sampled_from([0, 4500, -1, 10**12, "8,000", "0.8万", None, True, [], 1.005]),
    numbers=st.sampled_from([0, 1, 12, 75.5, -3, 1e9, float("nan"), "2", None, {}]),
    words=lambda *known: st.sampled_from([*known, "x", "", 3, None, [], "８０００"]),
    flags=st.sampled_from([True, False, None, "yes", 0]),
    months=st.sampled_from(["2018-05", "2027-13", "1850-01", "9999-12", 2018, None]),
    cities=st.sampled_from(["Liaoyuan", "朝阳", "吉林", "Atlantis", "", "0", 5, None]),
)
anything = broken | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(st.sampled_from(["home", "earners", "on", "x"]), part, max_size=3)
    ),
    max_leaves=8,
)


@given(anything)
@settings(max_examples=1400, deadline=None)
def test_what_is_wrong_is_refused_in_sentences(document):
    try:
        read(document)
    except FaultyDocumentError as error:
        faults = error.faults
    else:
        return
    said = [sentence(fault) for fault in faults]
    assert said
    # Only what is no document at all has no place to name.
    assert not isinstance(document, dict) or all(fault.path for fault in faults)
    assert not [words for words in said if not words or "%(" in words]


whole = a_document(
    amounts=st.sampled_from([0, 1, 700, 4500, 30_000, Decimal("0.01"), 10_000_000]),
    numbers=st.sampled_from([0, Decimal("0.05"), Decimal("0.12"), 1, 2, 3, 5, 12, 18, 60, 100]),
    words=lambda *known: st.sampled_from(known),
    flags=st.booleans(),
    months=st.sampled_from(["2018-05", "2027-01", "2026-12", "1990-06"]),
    cities=st.sampled_from(["Liaoyuan", "北京", "440300", "长春", "659001", "211200"]),
)


@given(whole)
@settings(max_examples=600, deadline=None)
def test_what_can_be_read_is_answered_in_numbers_and_words(document):
    shortened = document | {"horizon_years": min(2, document.get("horizon_years", 2) or 2)}
    try:
        found = read(without_faults(shortened))
    except FaultyDocumentError:
        return
    reference = bundled_reference(found.household.on)
    answer = compare(found.household, reference, bundled_conventions())
    written = comparison_document(answer, reference, UNITS, found.notes)
    assert len(written["destinations"]) == len(document["destinations"])
    for picture in (written["home"], *written["destinations"]):
        for amount in picture["monthly"].values():
            assert amount is None or abs(amount) < 10**12


def without_faults(document):
    """The document without the parts that were found wrong, as far as leaving them out helps."""
    for _ in range(4):
        try:
            read(document)
        except FaultyDocumentError as error:
            document = drop(document, [fault.path for fault in error.faults])
        else:
            break
    return document


def drop(document, paths, path=""):
    """A copy without what stands at these paths."""
    if isinstance(document, dict):
        below = {key: (f"{path}.{key}" if path else key, part) for key, part in document.items()}
        return {key: drop(part, paths, at) for key, (at, part) in below.items() if at not in paths}
    if isinstance(document, list):
        below = [(f"{path}[{index}]", part) for index, part in enumerate(document)]
        return [drop(part, paths, at) for at, part in below if at not in paths]
    return document
