"""An upload: a file of staff that becomes a draft, which somebody else publishes."""

from django.db import transaction

from advisor.datasets.desk.asking import HeldAtDesk, making_of, unpacked
from advisor.datasets.desk.rules_uploading import take_in_rules
from advisor.datasets.importing import drafted, examined
from advisor.datasets.models import Dataset, DatasetKind, Feed, Upload
from advisor.datasets.refreshing.reading import feed_rows


def take_in(held: HeldAtDesk) -> None:
    """Draft the figures of the file, and end the run. Raises SourceError, RunLostError."""
    upload: Upload = held.run
    if upload.dataset.kind == DatasetKind.RULES:
        take_in_rules(held)
        return
    raw = unpacked(upload)
    held.enter("reading", bytes=len(raw))
    rows = feed_rows(upload.feed or Feed(format="csv", dataset_id=upload.dataset_id), raw)
    held.enter("examining", rows=rows.count)
    dataset = Dataset.objects.select_related("head").get(pk=upload.dataset_id)
    found = examined(rows, dataset=dataset, whole=upload.whole)
    if found.accepted and not found.change:
        held.end("nothing_new")
        return
    held.enter("drafting", accepted=found.accepted, set_aside=len(found.set_aside))
    making = making_of(upload, raw)
    with transaction.atomic():  # no draft without the end of its run, and no end without the draft
        version = drafted(found, dataset=dataset, whole=upload.whole, making=making)
        outcome = "waits" if found.is_publishable else "blocked"
        held.end(outcome, found.counts, version=version)
