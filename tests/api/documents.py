"""Fifty documents to ask in several ways; every key of the contract is in one of them."""

import random
from itertools import cycle, islice

CITIES = ("Liaoyuan", "220400", "辽源", "Changchun", "大连", "Tieling", "Shanghai", "Yanbian")
DESTINATIONS = ("Shenzhen", "北京", "310000", "Guangzhou", "Chengdu", "Harbin", "Liaoyuan")
MONTHS = ("2018-05", "2010-09", "2024-01")


def fifty_documents():
    """Pairs of an address and a document: thirty comparisons, fourteen of pay, six at fault."""
    source = random.Random(20261124)
    return [
        *(("compare", comparison(source)) for _ in range(30)),
        *(("net-pay", pay(source)) for _ in range(14)),
        *islice(cycle(faulty()), 6),
    ]


def some(source, **keys):
    """About half of the keys, each with its value."""
    return {key: value for key, value in keys.items() if source.random() < 0.5}


def comparison(source):
    """A household that compares one city, with few draws."""
    earners = [earner(source) for _ in range(source.choice((1, 1, 2)))]
    earners[0].pop("stays", None)
    return {
        "draws": 100,
        "home": {"city": source.choice(CITIES), "housing": at_home(source)},
        "earners": earners,
        "destinations": [destination(source, earners)],
        **some(
            source,
            on="2026-11-01",
            move_date="2027-03",
            horizon_years=source.choice((1, 3, 8)),
            adults=3,
            children=[{"born": source.choice(MONTHS), "moves": source.random() < 0.5}],
            parents_supported=2,
            parents_60_plus=1,
            basket=source.choice(("get_by", "typical", "comfortable")),
            commitments_monthly=333.33,
            savings=source.choice((0, 60_000, 1_000_000)),
            fund_balance=20_000,
            assumptions={"price_elasticity": 0.2},
            language=source.choice(("en", "zh-hans")),
            **source.choice(({"living_total_home": 2500.5}, {"living": living(source)})),
        ),
    }


def earner(source):
    """Somebody with pay and what may be known of them."""
    return {
        "pay": {"gross_monthly": source.choice((0, 3000, 4500, 8000.5, 30_000)), **terms(source)},
        **some(
            source,
            unit=source.choice(("private", "non_private", "unknown")),
            sector=source.choice(("C", "i")),
            post=source.choice(("clerks", "professionals")),
            age=source.choice((23, 35, 58)),
            only_child=True,
            stays=True,
            further_study=True,
            paid_this_year={"months": 10, "gross": 45_000, "contributions": 6885, "tax": 0},
            probation={"months": 3, "share": 0.8},
        ),
    }


def terms(source):
    """What else may be said of a pay."""
    return some(
        source,
        months=source.choice((12, 13, 14.5)),
        bonus=source.choice((0, 12_345.67)),
        fund_rate=source.choice((0, 0.05, 0.12)),
        insured_base=source.choice(("actual", "minimum", "none", 5000)),
        contributions_monthly=600,
    )


def at_home(source):
    """How the household is housed now."""
    return some(
        source,
        kind=source.choice(("owner", "renter", "with_family")),
        area_m2=75,
        value=300_000,
        mortgage_left=100_000,
        mortgage_monthly=1200,
        rent=900,
        if_leaving=source.choice(("keep", "let", "sell", "family")),
    )


def destination(source, earners):
    """A city to go to, perhaps with an offer for who would move."""
    offers = [
        None if one.get("stays") else {"gross_monthly": 12_000, **terms(source)} for one in earners
    ]
    housing = some(
        source,
        kind=source.choice(("dormitory", "room", "one_bed", "two_bed", "three_bed")),
        level=source.choice(("low", "high")),
        rent=1500,
        buy_in_year=2,
        buy_area_m2=60,
        down_payment=200_000,
    )
    moving = some(
        source, travel=500, freight=800.5, agent_fee=0, deposit_months=2, advance_months=1,
        set_up=3000, first_nights=600, search_months=2, trips_home_a_year=4,
    )  # fmt: skip
    return {
        "city": source.choice(DESTINATIONS),
        **some(
            source,
            offers=offers,
            housing=housing,
            moving=moving,
            basket="get_by",
            school_place=source.choice(("public", "unsure", "private")),
            fund_for_rent=True,
        ),
    }


def living(source):
    """Own spending by category."""
    modes = ({"mode": "mine", "home": 900, "away": 1500}, {"mode": "none"}, {"mode": "estimate"})
    names = ("food", "clothing", "household", "transport", "education", "health", "other")
    return some(source, **{name: source.choice(modes) for name in names})


def pay(source):
    """Months worked in a year."""
    first = source.choice((1, 3, 7))
    months = [
        {"month": month, "gross": source.choice((4500, 22_000, 80_000.01))}
        for month in range(first, source.choice((first, 12)) + 1)
    ]
    each = [100] * len(months)
    return {
        "city": source.choice(("Shanghai", "Liaoyuan", "深圳", "Tieling")),
        "year": source.choice((2025, 2026)),
        "months": months,
        **some(
            source,
            declared_base=10_000,
            fund_base=9000,
            fund_rate=0.07,
            supplementary_fund_rate=0.01,
            contributions=source.choice(("none", {"monthly": 450.5}, {"by_month": each})),
            special_additional_deductions=source.choice((1500, each)),
            settlement_deductions=20_000,
            bonus={"amount": 36_000, "tax": source.choice(("separate", "merged", "cheaper"))},
            first_wage_of_year=True,
            language="zh-hans",
        ),
    }


def faulty():
    """Documents that can't be answered, for many reasons at once."""
    return [
        ("compare", {"home": {"city": "Liaoyaun"}, "earners": [], "colour": 1}),
        ("compare", {"home": {"city": "Atlantis"}, "earners": [{"pay": {"gross_monthly": -1}}],
                     "draws": 1.5, "language": "zh-hans"}),
        ("net-pay", {"city": "山东", "year": 2026, "months": [{"month": 1, "gross": "4500"}]}),
        ("net-pay", {"city": "Shanghai", "year": 1999, "months": [{"month": 13, "gross": 0.001}]}),
    ]  # fmt: skip
