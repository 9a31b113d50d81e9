"""What runs in the background for accounts."""

from __future__ import annotations

import logging
from smtplib import SMTPRecipientsRefused

from celery import shared_task
from django.core.mail import EmailMessage

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue

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
