"""Names of places in files: clear ones are codes, the others are findings."""

import pytest

from advisor.datasets.naming import Gazetteer
from advisor.datasets.place_reading import PlaceReader
from advisor.datasets.validation.row_fault import RowFaultError
from tests.datasets.bundled_places import bundled_places

PLACES = bundled_places()
LEVELS = {place.adcode: place.level.value for place in PLACES}


def reader(level: str = "") -> PlaceReader:
    return PlaceReader(Gazetteer(PLACES), LEVELS, level)


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("220400", "", "220400"),
        ("000000", "", "000000"),
        ("辽源", "", "220400"),
        ("辽源市", "", "220400"),
        ("Liaoyuan", "", "220400"),
        ("北　　京", "", "110000"),
        ("吉林省", "", "220000"),
        ("吉林市", "", "220200"),
        ("吉林", "city", "220200"),
        ("吉林", "province", "220000"),
        ("广东", "", "440000"),
        ("", "", ""),
    ],
)
def test_a_name_that_is_clear_is_read(text: str, level: str, code: str) -> None:
    assert reader(level).code(text) == code


@pytest.mark.parametrize("text", ["吉林", "朝阳", "朝阳区"])
def test_a_name_of_several_places_is_not_guessed(text: str) -> None:
    with pytest.raises(RowFaultError) as found:
        reader().code(text)
    assert found.value.code == "place_ambiguous"
    assert len(found.value.params["candidates"]) > 1


@pytest.mark.parametrize(("text", "level"), [("Atlantis", ""), ("辽源", "province")])
def test_a_name_that_nobody_bears_is_refused(text: str, level: str) -> None:
    with pytest.raises(RowFaultError, match="place_name_unknown"):
        reader(level).code(text)
