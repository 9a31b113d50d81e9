"""Which city a typed name means. A name is never swapped: what is not clear is asked back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from advisor.datasets.place_keys import comparable, full_keys, has_bracket, short_keys
from advisor.datasets.place_search import cities_like, searchable
from advisor.engine.reference import Level, Place

CLOSE_ENOUGH = 0.7  # difflib's ratio
SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The city that the name means; `others` bear the name too and were not taken."""

    place: Place
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several places bear the name, and none is the one that everybody means."""

    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NotACity:
    """The name of districts, a province or a region; `candidates` are the cities it leads to."""

    places: tuple[Place, ...]
    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No place of that name; `nearest` are the cities with names like it, perhaps none."""

    text: str
    nearest: tuple[Place, ...] = ()


PlaceMatch = Found | Ambiguous | NotACity | Unknown


class Gazetteer:
    """An index of place names. Cities come first: 吉林 is the city, with the province noted."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self.cities = tuple(place for place in self.places if place.level is Level.CITY)
        self.by_adcode = {place.adcode: place for place in self.places}
        self._full: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._searchable = searchable(self.cities, self.by_adcode)
        for place in self.places:
            for key in full_keys(place, self.by_adcode):
                self._full[comparable(key)].add(place.adcode)
            for key in short_keys(place):
                self._short[comparable(key)].add(place.adcode)

    def named(self, text: str) -> PlaceMatch:
        """What the text names: a code, or a name in Chinese, English or pinyin."""
        key = comparable(text)
        full = self._places(self._full.get(key, ()))
        bearers = self._places(self._full.get(key, set()) | self._short.get(key, set()))
        if not bearers:
            return Unknown(text, self._nearest(text, key))
        cities = [place for place in bearers if place.level is Level.CITY]
        if not cities:
            return NotACity(bearers, self._cities_of(bearers))
        meant = [place for place in cities if place in full or not has_bracket(place)]
        if len(bearers) == 1:
            meant = cities
        if len(meant) != 1:
            return Ambiguous(tuple(cities) + self._cities_of(set(bearers) - set(cities)))
        return Found(meant[0], tuple(place for place in bearers if place != meant[0]))

    def search(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Cities for search-as-you-type, best first: by Chinese name, pinyin, initials, English."""
        return cities_like(text, self._searchable)[:limit]

    def _places(self, adcodes: Iterable[str]) -> tuple[Place, ...]:
        return tuple(self.by_adcode[adcode] for adcode in sorted(adcodes))

    def _cities_of(self, places: Iterable[Place]) -> tuple[Place, ...]:
        """Of a district its city, of a province its cities; nothing of what is larger."""
        adcodes = {place.adcode for place in places if place.level is Level.PROVINCE}
        above = {place.parent for place in places if place.level is Level.DISTRICT}
        return tuple(city for city in self.cities if city.parent in adcodes or city.adcode in above)

    def _nearest(self, text: str, key: str) -> tuple[Place, ...]:
        """Cities whose names begin with the text, else those spelled alike."""
        begun = self.search(text, SUGGESTIONS)
        if begun or not key:
            return begun
        names = {name: city for city in self.cities for name in map(comparable, short_keys(city))}
        if key.isascii():
            close = get_close_matches(key, names, n=5 * SUGGESTIONS, cutoff=CLOSE_ENOUGH)
        else:
            close = [name for name in names if name[0] == key[0]]
        return tuple(dict.fromkeys(names[name] for name in close))[:SUGGESTIONS]
