"""Rule files are read as text, to the sign."""

import pytest

from advisor.datasets.rules.reading import RuleTextError, rule_files


def read(text: str) -> object:
    return rule_files({"some/rule.yaml": text})["some/rule"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", "0.1"),
        ("0.10", "0.10"),
        ("1e-3", "1e-3"),
        ("2026-07-01", "2026-07-01"),
        ("true", "true"),
        ("no", "no"),
        ("011", "011"),
        ("null", None),
        ("~", None),
        ("", None),
        ('"null"', "null"),
        ('""', ""),
    ],
)
def test_a_scalar_stays_as_it_is_written(text: str, value: object) -> None:
    assert read(f"value: {text}\n") == {"value": value}
    if text:
        assert read(f'rows:\n  - {{"value": {text}}}\n') == {"rows": [{"value": value}]}


def test_a_table_gives_rows_with_nothing_where_a_cell_is_empty() -> None:
    files = rule_files({"wage.csv": "adcode,level,note\n110000,1,\n"})
    assert files == {"wage": [{"adcode": "110000", "level": "1", "note": None}]}


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2\n", 'rows:\n  - {"a": 1, "a": 2}\n', "a: [1, 2\n"],
    ids=["key twice", "key twice in a row", "not closed"],
)
def test_what_is_not_plain_yaml_is_refused_with_the_name_of_the_file(text: str) -> None:
    with pytest.raises(RuleTextError, match=r"^some/rule\.yaml: "):
        read(text)
