"""How far a refresh is, or how it went, as staff read it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from advisor.datasets.models import RefreshRun
from advisor.datasets.wording.runs import STAGE_NAMES
from advisor.datasets.wording.sentences import sentence

PROGRESS = {
    "bytes": _("bytes"),
    "rows": _("rows"),
    "accepted": _("rows accepted"),
    "set_aside": _("rows set aside"),
}


def stage_name(run: RefreshRun) -> str:
    """The stage in the active language."""
    return str(STAGE_NAMES.get(run.stage, run.stage))


def run_sentence(run: RefreshRun) -> str:
    """What happened and what to do; while it runs, its stage."""
    return sentence(run.outcome, run.params) if run.outcome else stage_name(run)


def run_state(run: RefreshRun) -> dict[str, Any]:
    """What the changing part of a run's page shows."""
    return {
        "run": run,
        "is_running": run.finished_at is None,
        "stage": stage_name(run),
        "sentence": run_sentence(run),
        "progress": [
            (words, run.progress[name]) for name, words in PROGRESS.items() if name in run.progress
        ],
    }
