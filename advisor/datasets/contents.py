"""What a version holds: from its snapshot, or folded from the deltas of its dataset's history."""

from advisor.datasets.canonical import Content, content_of, packed, snapshot_text, unpacked
from advisor.datasets.delta_rows import COLUMNS, lay
from advisor.datasets.models import Observation, Snapshot, Version


def content(version: Version | None) -> Content:
    """All figures of that version; none where there is no version."""
    return {} if version is None else content_of(text(version))


def text(version: Version) -> str:
    """The version's canonical text, built again from the deltas where the snapshot is gone."""
    if (kept := snapshot(version.pk)) is not None:
        return kept
    built = snapshot_text(folded(version))
    Snapshot.objects.get_or_create(version=version, defaults={"content": packed(built)})
    return built


def snapshot(version: int) -> str | None:
    """The canonical text of the version of that key, where it is kept."""
    kept = Snapshot.objects.filter(version=version).values_list("content", flat=True).first()
    return None if kept is None else unpacked(kept)


def folded(version: Version) -> Content:
    """The content by definition: per key the row of the largest serial up to the version's own.

    A draft's own rows come last, upon the version it was compared with.
    """
    is_draft = version.serial is None
    last = version.compared_with if is_draft else version.serial
    history = Observation.objects.filter(
        version__dataset=version.dataset_id, version__serial__lte=last or 0
    ).order_by("version__serial")
    found: Content = {}
    lay(found, history.values_list(*COLUMNS).iterator())
    if is_draft:
        lay(found, version.observations.values_list(*COLUMNS))
    return found
