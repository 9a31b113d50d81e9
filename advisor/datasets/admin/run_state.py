"""How far a run is, or how it went, as staff read it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.runs import Run
from advisor.datasets.wording.runs import STAGE_NAMES
from advisor.datasets.wording.sentences import desk_sentence, sentence

PROGRESS = {
    "bytes": _("bytes"),
    "rows": _("rows"),
    "accepted": _("rows accepted"),
    "set_aside": _("rows set aside"),
}


def stage_name(run: Run) -> str:
    """The stage in the active language."""
    return str(STAGE_NAMES.get(run.stage, run.stage))


def run_sentence(run: Run) -> str:
    """What happened in a refresh and what to do; while it runs, its stage."""
    return sentence(run.outcome, run.params) if run.outcome else stage_name(run)


def desk_run_sentence(run: Run) -> str:
    """The same of a preview or an upload, which nothing repeats by itself."""
    return desk_sentence(run.outcome, run.params) if run.outcome else stage_name(run)


def run_state(run: Run, said: str) -> dict[str, Any]:
    """What the changing part of a run's page shows."""
    return {
        "run": run,
        "is_running": run.finished_at is None,
        "stage": stage_name(run),
        "sentence": said,
        "progress": [
            (words, run.progress[name]) for name, words in PROGRESS.items() if name in run.progress
        ],
    }
