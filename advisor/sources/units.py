"""Units as publishers write them, and how many of an indicator's unit one of them is."""

import re
import unicodedata
from decimal import Decimal

from advisor.sources.errors import MappingError

# What is counted, with how many of the plain unit one is.
COUNTED = {
    **dict.fromkeys(("元", "人民币元", "cny", "yuan", "rmb"), ("CNY", Decimal(1))),
    "千元": ("CNY", Decimal(1_000)),
    "万元": ("CNY", Decimal(10_000)),
    "百万元": ("CNY", Decimal(1_000_000)),
    "亿元": ("CNY", Decimal(100_000_000)),
    **dict.fromkeys(("%", "percent", "个百分点"), ("fraction", Decimal("0.01"))),
    **dict.fromkeys(("‰", "千分之一"), ("fraction", Decimal("0.001"))),
    **dict.fromkeys(("fraction", "ratio"), ("fraction", Decimal(1))),
    **dict.fromkeys(("人", "persons"), ("persons", Decimal(1))),
    "千人": ("persons", Decimal(1_000)),
    "万人": ("persons", Decimal(10_000)),
    "亿人": ("persons", Decimal(100_000_000)),
    **dict.fromkeys(("index", "指数", "上年=100", "上月=100"), ("index", Decimal(1))),
    **dict.fromkeys(("所", "个", "count"), ("count", Decimal(1))),
    **dict.fromkeys(("分钟", "min"), ("min", Decimal(1))),
    **dict.fromkeys(("degc", "℃", "摄氏度", "°c"), ("deg C", Decimal(1))),
    **dict.fromkeys(("ug/m3", "μg/m3", "微克/立方米"), ("ug/m3", Decimal(1))),
}
PER = {
    **dict.fromkeys(("m2", "㎡", "平方米", "平米"), "m2"),
    **dict.fromkeys(("month", "月"), "month"),
    **dict.fromkeys(("year", "年"), "year"),
    **dict.fromkeys(("person", "人"), "person"),
}
SAME = {"ratio": "fraction"}


def factor(given: str, wanted: str) -> Decimal:
    """How many of the wanted unit one of the given is: 10000 for 万元/平方米 and CNY/m2.

    What the given unit leaves out (a year, a person) is as in the wanted one. Raises MappingError
    for a unit that is unknown, or of another kind.
    """
    counted, scale, per = _parts(given)
    wanted_counted, _, wanted_per = _parts(wanted)
    if counted != wanted_counted or not per <= wanted_per:
        raise MappingError("unit_of_another_kind", unit=given, wanted=wanted)
    return scale


def _parts(unit: str) -> tuple[str, Decimal, frozenset[str]]:
    plain = unicodedata.normalize("NFKC", re.sub(r"\s|每", "", unit)).casefold()
    if plain in COUNTED:
        return (*COUNTED[plain], frozenset())
    counted, *per = plain.split("/")
    if counted not in COUNTED or not all(one in PER for one in per):
        raise MappingError("unit_unknown", unit=unit[:40])
    return (*COUNTED[counted], frozenset(PER[one] for one in per))
