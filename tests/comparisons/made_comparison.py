"""A small comparison made by hand: Liaoyuan and Shenzhen, every part of it chosen."""

from dataclasses import replace
from datetime import date

from advisor.comparisons.presenters.book import Book, IndicatorWords
from advisor.engine.conventions import Convention, Mark
from advisor.engine.household import Destination, Earner, HomeHousing, HomeKind, Household, Pay
from advisor.engine.reference import Figure, Level, Observation, Place, Rung, Source
from advisor.engine.result import (
    Comparison,
    DownPayment,
    Fact,
    Monthly,
    OneOff,
    Picture,
    Prospect,
    Status,
    Thresholds,
    TypicalPay,
    Verdict,
)
from advisor.engine.trail import Basis, Gap, Head, Line, RuleUse, say

HOME, AWAY = "220400", "440300"
DOCUMENT = {
    "home": {"city": HOME, "housing": {"kind": "owner", "area_m2": 75}},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [{"city": AWAY, "housing": {"kind": "room"}}],
}


def place(adcode: str, zh: str, en: str, level: Level, parent: str | None) -> Place:
    return Place(
        adcode=adcode, name_zh=f"{zh}市", short_zh=zh, name_en=en, level=level, parent=parent
    )


PLACES = {
    "000000": Place(
        adcode="000000", name_zh="中国", name_en="China", level=Level.NATION, parent=None
    ),
    "220000": place("220000", "吉林", "Jilin", Level.PROVINCE, "000000"),
    HOME: place(HOME, "辽源", "Liaoyuan", Level.CITY, "220000"),
    "440000": place("440000", "广东", "Guangdong", Level.PROVINCE, "000000"),
    AWAY: place(AWAY, "深圳", "Shenzhen", Level.CITY, "440000"),
}
SOURCES = {
    "bureau": Source(
        id="bureau", publisher="Statistics Bureau", title="Yearbook", url="https://stats.test/",
        published="2025", accessed="2026-11-23", kind="official", terms="", note="",
    ),
    "here": Source(
        id="here", publisher="this pack", title="Rent from values", url="", published="",
        accessed="", kind="derived", terms="", note="",
    ),
}  # fmt: skip
UPKEEP = Convention(
    name="property_fee_home", group="housing", default=1, low=0.5, high=2,
    unit="CNY/m2/month", mark=Mark.CHOICE, label_en="Property fee", label_zh="物业费单价",
    reason_en="Our choice.", reason_zh="本产品的选择。",
)  # fmt: skip


def convention(name: str, default: float, unit: str) -> Convention:
    return replace(
        UPKEEP, name=name, default=default, low=0, high=default * 2, unit=unit, group="moving"
    )


CONVENTIONS = {
    one.name: one
    for one in (
        UPKEEP,
        convention("fund_rate_unknown", 0.05, "fraction"),
        convention("area_two_bed", 70, "m2"),
        convention("search_months_offer", 0.5, "months"),
        convention("search_months_no_offer", 2.5, "months"),
        convention("trips_home_a_year", 2, "trips a year"),
        convention("deposit_months", 1, "months of rent"),
        convention("advance_months", 3, "months of rent"),
    )
}
INDICATORS = {
    "home_price_m2": IndicatorWords(label_en="Home price", label_zh="房价", unit="CNY/m2"),
    "rent_m2": IndicatorWords(
        label_en="Rent per m2", label_zh="每平方米月租金", unit="CNY/m2/month"
    ),
    "private_avg_wage": IndicatorWords(
        label_en="Average wage", label_zh="平均工资", unit="CNY/year"
    ),
}
BOOK = Book(
    places=PLACES, sources=SOURCES, indicators=INDICATORS, conventions=CONVENTIONS, assumptions={}
)


def figure(indicator: str, found_at: str, value: float, rung: Rung) -> Figure:
    observation = Observation(
        place=found_at, indicator=indicator, period="2026-06", value=value, low=70, high=80,
        range_kind="months", status="e", source="here", note="",
    )  # fmt: skip
    return Figure(observation=observation, rung=rung)


def line(code: str, head: Head, yuan: int, **more: object) -> Line:
    given = {"basis": Basis.YOURS, "formula": say("formula.yours")} | more
    return Line(line=code, head=head, amount=yuan * 100, **given)  # type: ignore[arg-type]


def monthly(gross: int, contributions: int, tax: int, housing: int, living: int) -> Monthly:
    """In yuan; commitments are 0, the fund is a tenth of gross pay."""
    take_home = gross - contributions - tax
    parts = {
        "gross": gross, "contributions": contributions, "tax": tax, "take_home": take_home,
        "housing": housing, "living": living, "commitments": 0,
        "money_left": take_home - housing - living, "housing_fund": gross // 10,
        "pension_account": 0, "locked_savings": gross // 10,
    }  # fmt: skip
    return Monthly(**{name: yuan * 100 for name, yuan in parts.items()})


RENT = line(
    "rent", Head.HOUSING, 1800, basis=Basis.MEASURED,
    formula=say("formula.rent_by_area", rent_m2_fen=7500, area_m2=24, level="typical"),
    figures=(figure("rent_m2", "440000", 75, Rung.PROVINCE),),
)  # fmt: skip
FEE = line(
    "property_fee", Head.HOUSING, 75, basis=Basis.CONVENTION,
    formula=say("formula.per_area", rate_fen=100, area_m2=75, share=1.0),
    conventions=("property_fee_home",),
)  # fmt: skip
PENSION = line(
    "pension", Head.CONTRIBUTIONS, 360, basis=Basis.MEASURED,
    rules=(RuleUse(source="bureau", effective_from="2026-01-01", status="i", rung="province"),),
)  # fmt: skip
HOME_PICTURE = Picture(
    city=HOME,
    status=Status.APPROXIMATED,
    monthly=monthly(4500, 360, 0, 75, 2000),
    lines=(line("wages", Head.GROSS, 4500), PENSION, FEE, line("living", Head.LIVING, 2000)),
    missing=(),
    approximated=(Gap(line="pension", reason=say("approximated.rule_status")),),
    notes=(),
)
AWAY_PICTURE = Picture(
    city=AWAY,
    status=Status.APPROXIMATED,
    monthly=monthly(8000, 840, 60, 1800, 2900),
    lines=(
        line("wages", Head.GROSS, 8000),
        RENT,
        line("living", Head.LIVING, 2900),
        line("travel", Head.ONE_OFF, 1500),
        line("deposit", Head.RECOVERABLE, 1800),
    ),
    missing=(Gap(line="trips_home", reason=say("missing.rent", city_place=AWAY)),),
    approximated=(Gap(line="rent", reason=say("approximated.status")),),
    notes=(say("note.deduction_claimed", deduction="housing_rent"),),
)
TYPICAL = TypicalPay(
    earner=0, low=450_000, typical=800_000, high=1_200_000,
    figures=(figure("private_avg_wage", AWAY, 90_000, Rung.OWN),),
)  # fmt: skip
HOME_DOWN_PAYMENT = DownPayment(
    city=HOME, price=None, area_m2=75, needed=None, years=None, owns_already=True
)
DOWN_PAYMENT = DownPayment(
    city=AWAY, price=figure("home_price_m2", AWAY, 60_000, Rung.OWN), area_m2=75,
    needed=72_000_000, years=12.3, owns_already=False,
)  # fmt: skip
PROSPECT = Prospect(
    picture=AWAY_PICTURE,
    difference=AWAY_PICTURE.monthly - HOME_PICTURE.monthly,
    one_off=OneOff(
        total=150_000, recoverable=180_000, pay_free_cost=90_000, cash_needed=None,
        runway_months=6.5,
    ),
    thresholds=Thresholds(
        earner=0, equal_money_left=765_400, equal_standard=910_000, break_even_pay=520_000
    ),
    typical_pay=(TYPICAL,),
    verdict=Verdict.TOO_CLOSE,
    projected=None,
    facts=(
        Fact(
            kind="purchase", text_en="No limits.", text_zh="不限购。", effective_from="2024-09-30",
            source="bureau", confidence="low",
        ),
    ),
    down_payment=DOWN_PAYMENT,
)  # fmt: skip
WITH_OFFER = replace(PROSPECT, typical_pay=())
COMPARISON = Comparison(
    edition="2026-11-23.1", engine="1", home=HOME_PICTURE, home_facts=(),
    home_down_payment=HOME_DOWN_PAYMENT, destinations=(PROSPECT,),
)  # fmt: skip
HOUSEHOLD = Household(
    on=date(2026, 11, 23),
    move=date(2026, 12, 1),
    horizon_years=5,
    draws=100,
    home=HOME,
    housing=HomeHousing(kind=HomeKind.OWNER, area_m2=75),
    earners=(Earner(pay=Pay(gross_fen=450_000)),),
    destinations=(Destination(city=AWAY),),
)


def with_thresholds(**changed: int | None) -> Prospect:
    assert PROSPECT.thresholds is not None
    return replace(PROSPECT, thresholds=replace(PROSPECT.thresholds, **changed))
