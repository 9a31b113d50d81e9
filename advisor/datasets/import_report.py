"""What `import_dataset --json` prints, the contract of the command line."""

from typing import Any

from django.utils.translation import gettext as _

from advisor.datasets.importing import Imported
from advisor.datasets.validation.found import Found, error
from advisor.datasets.validation.tidy import RowAside
from advisor.datasets.wording.sentences import sentence

BLOCKED, NOT_READABLE = 1, 2  # exit codes; 0 where the file can be published
MOST_ROWS = 20  # set aside that are listed for people


def report(imported: Imported) -> dict[str, Any]:
    """The outcome with a sentence for every finding and every row that was set aside."""
    found = imported.examination
    return {
        "rows": found.rows,
        "accepted": found.accepted,
        "set_aside": [_set_aside(one) for one in found.set_aside],
        "findings": [_finding(one) for one in found.findings],
        "differences": {**found.change.counts, "biggest_moves": list(found.biggest_moves)},
        "publishable": found.is_publishable,
        "published_edition": imported.edition.id if imported.edition else None,
    }


def unreadable(code: str, params: dict[str, Any]) -> dict[str, Any]:
    """The same for a file that could not be read at all."""
    return {
        "rows": 0,
        "accepted": 0,
        "set_aside": [],
        "findings": [_finding(error(code, 0, **params))],
        "differences": {"added": 0, "changed": 0, "gone": 0, "biggest_moves": []},
        "publishable": False,
        "published_edition": None,
    }


def lines(document: dict[str, Any]) -> list[str]:
    """The same document for people, a line each."""
    counts = {name: document["differences"][name] for name in ("added", "changed", "gone")}
    said = [
        _("%(accepted)s of %(rows)s rows can be taken.") % document,
        _("New figures: %(added)s; changed: %(changed)s; gone: %(gone)s.") % counts,
    ]
    said += [f"{found['severity']}: {found['message']}" for found in document["findings"]]
    said += [
        _("Row %(row)s was set aside: %(reason)s") % one
        for one in document["set_aside"][:MOST_ROWS]
    ]
    if document["published_edition"]:
        said.append(_("In force as edition %(published_edition)s.") % document)
    return said


def _set_aside(one: RowAside) -> dict[str, Any]:
    return {"row": one.row, "reason": sentence(one.code, one.params)}


def _finding(one: Found) -> dict[str, Any]:
    return {
        "severity": one.severity.value,
        "code": one.code,
        "message": sentence(one.code, one.params, rows=one.rows),
        "rows": one.rows,
    }
