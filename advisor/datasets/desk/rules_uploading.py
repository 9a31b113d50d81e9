"""An upload of rules: a JSON object of rule files by path, checked and kept as a draft."""

import json
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from advisor.datasets import deeds
from advisor.datasets.desk.asking import HeldAtDesk, making_of, unpacked
from advisor.datasets.drafting import draft_rules
from advisor.datasets.models import Dataset, Finding, Place, Severity, Source, Upload
from advisor.datasets.rules.checking import rule_faults
from advisor.datasets.rules.faults import RuleFault
from advisor.datasets.rules.reading import RuleTextError, rule_files
from advisor.sources.errors import ReadError

MOST_FAULTS = 20  # that are listed
KINDS = {".yaml", ".csv"}


def take_in_rules(held: HeldAtDesk) -> None:
    """Draft the rules of the file, and end the run. Raises SourceError, RunLostError.

    Rules with an error are no draft: the engine could not read them.
    """
    upload: Upload = held.run
    raw = unpacked(upload)
    held.enter("reading", bytes=len(raw))
    files = _files(raw)
    held.enter("examining")
    dataset = Dataset.objects.select_related("head").get(pk=upload.dataset_id)
    before = dataset.head.rule_files.files if dataset.head else {}
    faults = _faults(files)
    errors = [fault for fault in faults if fault.is_error]
    if errors:
        held.end("rules_faulty", {"count": len(errors), "faults": _listed(errors)})
    elif files == before:
        held.end("nothing_new")
    else:
        known = _faults(before)
        _draft(held, dataset, files, raw, [fault for fault in faults if fault not in known])


@transaction.atomic
def _draft(
    held: HeldAtDesk,
    dataset: Dataset,
    files: dict[str, Any],
    raw: bytes,
    warnings: Sequence[RuleFault],
) -> None:
    upload: Upload = held.run
    held.enter("drafting")
    making = making_of(upload, raw)
    version = draft_rules(dataset=dataset, files=files, making=making)
    if warnings:
        Finding.objects.create(
            version=version,
            severity=Severity.WARNING,
            code="rules_unusual",
            params={"faults": _listed(warnings)},
            rows=len(warnings),
        )
    details = {"file": upload.file_name, "files": len(files)}
    deeds.log("draft", by=making.by, why=making.reason, version=version, details=details)
    held.end("rules_wait", {"findings": len(warnings)}, version=version)


def _files(raw: bytes) -> dict[str, Any]:
    """The rule files by name. Raises ReadError for what is no such file."""
    try:
        texts = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ReadError("not_json", problem=str(error)[:200]) from error
    if not isinstance(texts, dict) or not all(map(_is_file, texts, texts.values())):
        raise ReadError("no_rule_files")
    try:
        return rule_files(texts)
    except RuleTextError as error:
        raise ReadError("rule_file_unreadable", problem=str(error)[:300]) from error


def _is_file(path: str, text: Any) -> bool:
    return isinstance(text, str) and PurePosixPath(path).suffix in KINDS


def _faults(files: dict[str, Any]) -> tuple[RuleFault, ...]:
    return rule_faults(
        files,
        sources=set(Source.objects.values_list("id", flat=True)),
        places=set(Place.objects.values_list("adcode", flat=True)),
    )


def _listed(faults: Sequence[RuleFault]) -> list[dict[str, Any]]:
    return [
        {"path": fault.path, "code": fault.code, "params": dict(fault.params)}
        for fault in faults[:MOST_FAULTS]
    ]
