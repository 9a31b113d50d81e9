"""Everything the engine can say has words, in both languages."""

import ast
import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.utils import translation

from advisor.comparisons import wording
from advisor.comparisons.wording.codes import CODES
from advisor.comparisons.wording.figures import RANGES, RUNGS, STATUSES
from advisor.comparisons.wording.lines import HEADS, LINES
from advisor.comparisons.wording.sentences import SENTENCES
from advisor.engine.conventions import Mark
from advisor.engine.facts import FIGURES, SETTLEMENT_PARTS
from advisor.engine.household import Basket, FlatKind, RentLevel, SchoolPlace
from advisor.engine.reference import Rung
from advisor.engine.trail import Basis, Head, say
from tests.comparisons.made_comparison import PLACES

ADVISOR = Path(__file__).parents[2] / "advisor"
DATA = ADVISOR / "data"
LANGUAGES = ("en", "zh-hans")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said_in(folder: str) -> Iterator[tuple[str, set[str]]]:
    """A pattern of the code, and the parameters, of every `say(...)` below that folder."""
    for module in sorted((ADVISOR / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
                names = {keyword.arg for keyword in node.keywords}
                for pattern in patterns(node.args[0]):
                    yield pattern, {name or "**" for name in names}


def patterns(code: ast.expr) -> Iterator[str]:
    """The regular expressions of what an expression for a code can be."""
    if isinstance(code, ast.Constant):
        yield re.escape(str(code.value))
    elif isinstance(code, ast.IfExp):
        yield from patterns(code.body)
        yield from patterns(code.orelse)
    elif isinstance(code, ast.JoinedStr):
        parts = (
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w+"
            for part in code.values
        )
        yield "".join(parts)
    else:
        yield r"[\w.]+"


SAID = sorted({(code, frozenset(names)) for code, names in said_in("engine")}, key=str)


@pytest.mark.parametrize(("code", "names"), SAID, ids=[code for code, _ in SAID])
def test_every_sentence_of_the_engine_has_words_for_its_parameters(
    code: str, names: frozenset[str]
) -> None:
    assert any(re.fullmatch(code, key) for key in SENTENCES), f"no words for {code}"
    exact = SENTENCES.get(code.replace("\\", ""))
    if exact and "**" not in names:
        assert set(PLACEHOLDER.findall(exact)) <= names


def test_no_words_are_kept_for_what_is_never_said() -> None:
    said = [*SAID, *said_in("comparisons")]
    unsaid = [key for key in SENTENCES if not any(re.fullmatch(code, key) for code, _ in said)]
    assert unsaid == []


@pytest.mark.parametrize("text", sorted({*SENTENCES.values(), *LINES.values(), *HEADS.values()}))
def test_every_text_is_chinese_in_chinese(text: str) -> None:
    with translation.override("zh-hans"):
        translated = translation.gettext(text)
    assert has_no_words(text) or CHINESE.search(translated)


def has_no_words(text: str) -> bool:
    """Whether a text is made of signs and parameters alone."""
    return not re.search("[A-Za-z]{2}", PLACEHOLDER.sub("", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_parameters_are_worded_by_what_their_names_end_in(language: str) -> None:
    made = say("formula.rent_by_area", rent_m2_fen=1550, area_m2=75.5, level="low")
    shared = say("missing.price_ratio", away_place="440300", home_place="220400")
    with translation.override(language):
        words = wording.sentence(made, PLACES), wording.sentence(shared, PLACES)
    assert (
        words
        == {
            "en": (
                "CNY 16 per m² × 75.5 m² (low level)",
                "Prices in Shenzhen can't be set against those in Liaoyuan: a rent is missing.",
            ),
            "zh-hans": (
                "每平方米16元 × 75.5平方米（偏低）",
                "缺少房租数据，深圳与辽源的物价无法比较。",
            ),
        }[language]
    )


def test_an_unknown_code_is_refused_loudly() -> None:
    with pytest.raises(wording.UnknownCodeError, match=r"formula\.magic"):
        wording.sentence(say("formula.magic"), PLACES)
    with pytest.raises(wording.UnknownCodeError):
        wording.line_label("magic")
    with pytest.raises(wording.UnknownCodeError):
        wording.unit_amount(1, "parsec")


def test_a_parameter_that_does_not_exist_is_a_dash() -> None:
    said = say("formula.bonus_tax_merged", merged_fen=100, separate_fen=None)
    with translation.override("en"):
        assert wording.sentence(said, PLACES).endswith("(apart it would be —)")


def lines_named_in_the_engine() -> set[str]:
    """Every constant given as `line=`."""
    found: set[str] = set()
    for module in sorted((ADVISOR / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            is_named = isinstance(node, ast.keyword) and node.arg == "line"
            if is_named and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_and_head_has_a_name(language: str) -> None:
    with translation.override(language):
        assert all(wording.line_label(name) for name in lines_named_in_the_engine())
        assert all(wording.head_label(head) for head in Head)


def test_a_line_of_another_home_is_named_after_it() -> None:
    with translation.override("en"):
        assert wording.line_label("kept_home_heating") == "Heating fee, home left behind"
        assert wording.line_label("home_rent") == "Rent, of those who stay"
    with translation.override("zh-hans"):
        assert wording.line_label("kept_home_heating") == "取暖费（留下的房子）"


def test_codes_of_the_engine_have_words() -> None:
    assert set(RUNGS) == {rung.value for rung in Rung}
    assert set(CODES["rung"]) == {rung.value for rung in Rung}
    assert set(CODES["kind"]) == {kind.value for kind in FlatKind}
    assert set(CODES["level"]) == {level.value for level in RentLevel}
    assert set(CODES["basket"]) == {basket.value for basket in Basket}
    assert set(CODES["school"]) == {place.value for place in SchoolPlace}
    assert all(wording.mark_word(mark) for mark in Mark)
    assert all(wording.basis_word(basis) for basis in Basis)


def test_units_ranges_and_statuses_of_the_bundled_data_have_words() -> None:
    units = {row["unit"] for row in rows("indicators.csv")}
    units |= {
        entry["unit"] for entry in tomllib.loads((DATA / "conventions.toml").read_text()).values()
    }
    assert all(wording.unit_amount(1.5, unit) for unit in units)
    observed = [row for file in (DATA / "observations").glob("*.csv") for row in rows(file)]
    assert {row["range_kind"] for row in observed} - {""} <= set(RANGES)
    assert {letter for row in observed for letter in row["status"]} <= set(STATUSES)


def test_every_kind_of_fact_has_a_name() -> None:
    settlement = yaml.safe_load((DATA / "rules" / "settlement.yaml").read_text())
    kinds = {row["kind"] for part in SETTLEMENT_PARTS for row in settlement[part]}
    assert all(wording.fact_label(kind) for kind in kinds | set(FIGURES))


@pytest.mark.parametrize(
    ("period", "en", "zh"),
    [
        ("2025", "2025", "2025年"),
        ("2026-06", "June 2026", "2026年6月"),
        ("2026-07-01", "1 July 2026", "2026年7月1日"),
    ],
)
def test_periods_are_written_in_each_language(period: str, en: str, zh: str) -> None:
    with translation.override("en"):
        assert wording.period_words(period) == en
    with translation.override("zh-hans"):
        assert wording.period_words(period) == zh


def rows(name: str | Path) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
