"""What one state of a dataset adds, changes and drops against another."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.datasets.canonical import Content, Entry, Key


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """The figures that are new, those that are another than before, and the keys that are gone."""

    added: Content
    changed: Content
    gone: frozenset[Key]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)

    @property
    def counts(self) -> dict[str, int]:
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "gone": len(self.gone),
        }

    def applied_to(self, content: Mapping[Key, Entry]) -> Content:
        """The content with this difference made."""
        kept = {key: entry for key, entry in content.items() if key not in self.gone}
        return kept | self.changed | self.added


def difference(old: Mapping[Key, Entry], new: Mapping[Key, Entry]) -> Difference:
    """What has to be done to `old` to get `new`."""
    return Difference(
        added={key: entry for key, entry in new.items() if key not in old},
        changed={key: entry for key, entry in new.items() if key in old and old[key] != entry},
        gone=frozenset(old.keys() - new.keys()),
    )
