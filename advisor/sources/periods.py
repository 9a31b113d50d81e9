"""Periods as publishers write them, brought to `2025` or `2026-06`."""

import re
import unicodedata

YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年|年度)?")
MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|[-/.])(?P<month>0?[1-9]|1[0-2])"
    r"(?:月份?|[-/.]\d{1,2}(?:日|[ T].*)?)?"
)
DIGITS = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])")
QUARTER = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?:q|第)(?P<quarter>[1-4一二三四])(?:季度?)?")
CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4}


def period_of(text: str) -> str:
    """The period in its one form; the text itself where it is none that is known here.

    A quarter is named by its last month; a day stands for its month.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if found := YEAR.fullmatch(plain):
        return found["year"]
    if found := MONTH.fullmatch(plain) or DIGITS.fullmatch(plain):
        return f"{found['year']}-{int(found['month']):02}"
    if found := QUARTER.fullmatch(plain):
        quarter = CHINESE.get(found["quarter"]) or int(found["quarter"])
        return f"{found['year']}-{3 * quarter:02}"
    return text
