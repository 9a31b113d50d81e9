"""Names of places in files, read as codes; what is not clear is a finding, never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.datasets.naming import Ambiguous, Found, Gazetteer, NotACity
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.engine.reference import Place


@dataclass(slots=True)
class PlaceReader:
    """Reads names at one level, or at any where a name means one place only."""

    gazetteer: Gazetteer
    levels: Mapping[str, str]
    level: str = ""
    _known: dict[str, str | RowFaultError] = field(default_factory=dict)

    def code(self, text: str) -> str:
        """The code of the place. Raises RowFaultError listing the candidates."""
        if text in self.levels or not text:
            return text
        if text not in self._known:
            self._known[text] = self._read(text)
        found = self._known[text]
        if isinstance(found, RowFaultError):
            raise found
        return found

    def _read(self, text: str) -> str | RowFaultError:
        bearers = [place for place in self._bearers(text) if self.level in ("", place.level.value)]
        if len(bearers) == 1:
            return bearers[0].adcode
        if not bearers:
            return RowFaultError("place_name_unknown", cell=text[:60])
        codes = [place.adcode for place in bearers[:10]]
        return RowFaultError("place_ambiguous", cell=text[:60], candidates=codes)

    def _bearers(self, text: str) -> tuple[Place, ...]:
        match self.gazetteer.named(text):
            case Found(place=place, others=others):
                return (place, *others)
            case NotACity(places=places):
                return places
            case Ambiguous(candidates=candidates):
                return candidates
            case _:
                return ()
