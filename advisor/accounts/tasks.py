"""What runs in the background for accounts."""

from __future__ import annotations

import logging
from smtplib import SMTPRecipientsRefused

from celery import shared_task
from django.core.mail import EmailMessage
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.accounts import expiring

log = logging.getLogger(__name__)


@shared_task(
    ignore_result=True,
    soft_time_limit=60,
    time_limit=90,
    autoretry_for=(OSError,),
    dont_autoretry_for=(SMTPRecipientsRefused,),
    max_retries=10,
    retry_backoff=15,
    retry_backoff_max=1800,
)
def send_mail(
    *, subject: str, body: str, sender: str, to: list[str], headers: dict[str, str]
) -> None:
    """Send one letter; again later, for some hours, while the mail server does not answer."""
    EmailMessage(subject, body, sender, to, headers=headers).send()
    log.info("sent mail")


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_unconfirmed_accounts() -> None:
    """Delete accounts whose address was never confirmed."""
    _log("accounts", expiring.delete_unconfirmed_accounts(timezone.now()))


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_old_sessions() -> None:
    """Delete sessions that ended."""
    _log("sessions", expiring.delete_old_sessions(timezone.now()))


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_old_staff_log() -> None:
    """Delete what the admin noted long ago."""
    _log("staff log", expiring.delete_old_staff_log(timezone.now()))


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_old_logs() -> None:
    """Delete logs that were put aside."""
    _log("logs", expiring.delete_old_logs(timezone.now()))


def _log(what: str, deleted: int) -> None:
    log.info("deleted old %s", what, extra={"deleted": deleted})
