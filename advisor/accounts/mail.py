"""Mail leaves by the queue `mail`, so that no page waits for a mail server or fails with it."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage

log = logging.getLogger(__name__)
QUEUE = "mail"


def post(message: EmailMessage) -> None:
    """Put the message into the queue; send it here where mail is kept or the queue is gone."""
    if settings.MAIL_IS_KEPT:
        message.send()
    elif not (_queue_answers() and _put_into_queue(message)):
        log.warning("the task queue does not answer: sending mail directly")
        _send_directly(message)


def _queue_answers() -> bool:
    """Whether the queue's Redis, which is the cache's, is there: Celery takes seconds to tell."""
    answers = getattr(cache, "answers", None)
    return answers is not None and bool(answers())


def _put_into_queue(message: EmailMessage) -> bool:
    """Whether the queue took it. The queue's code is loaded only here: pages need none of it."""
    from celery.exceptions import OperationalError  # noqa: PLC0415

    from advisor.accounts.tasks import send_mail  # noqa: PLC0415

    letter = {
        "subject": message.subject,
        "body": message.body,
        "sender": message.from_email,
        "to": message.to,
        "headers": message.extra_headers,
    }
    try:
        send_mail.apply_async(kwargs=letter, kwargsrepr="a letter", queue=QUEUE, retry=False)
    except OperationalError:
        return False
    return True


def _send_directly(message: EmailMessage) -> None:
    """Send it or say in the log that it is lost: the person can ask for it again."""
    try:
        message.send()
    except OSError as error:  # what smtplib raises is one, too
        kind = type(error).__name__
        log.error("mail is lost: no queue, no mail server", extra={"error": kind})  # noqa: TRY400
