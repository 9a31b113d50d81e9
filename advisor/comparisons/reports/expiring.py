"""The end of what reporters left behind to be asked back."""

from __future__ import annotations

from datetime import datetime

from advisor.accounts.retention import kept_for
from advisor.datasets.models import FigureReport


def forget_addresses(now: datetime) -> int:
    """Empty the addresses of reports that are old enough; how many. The reports stay."""
    old = FigureReport.objects.filter(received_at__lt=now - kept_for("report_addresses"))
    return old.exclude(email="").update(email="")
