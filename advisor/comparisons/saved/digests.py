"""At most one letter a week that says new data moved something; never what, and no amount."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.accounts.mail import post
from advisor.accounts.models import User
from advisor.comparisons.models import DigestWish, TodayAnswer

EVERY = timedelta(days=7)
SALT = "advisor.comparisons.digests"


def wish(user: User, *, origin: str, language: str) -> None:
    """Have digests sent from now on."""
    DigestWish.objects.update_or_create(
        user=user, defaults={"origin": origin, "language": language}
    )


def stop(user_id: int) -> None:
    """Have none sent any more."""
    DigestWish.objects.filter(user_id=user_id).delete()


def unsubscribe_word(user_id: int) -> str:
    """What stands in the address by which digests are stopped without logging in."""
    return signing.dumps(user_id, salt=SALT)


def unsubscriber(word: str) -> int | None:
    """Whose digests that address stops; None for a word that we didn't make."""
    try:
        return int(signing.loads(word, salt=SALT))
    except (signing.BadSignature, ValueError):
        return None


def send_digests(now: datetime) -> int:
    """Write to everybody who wants it, was told of something, and had no letter for a week."""
    due = DigestWish.objects.select_related("user").filter(
        Q(last_sent_at__isnull=True) | Q(last_sent_at__lte=now - EVERY), user__is_active=True
    )
    return sum(_send(one, now) for one in due.iterator())


def _send(one: DigestWish, now: datetime) -> bool:
    news = TodayAnswer.objects.unseen().filter(comparison__owner=one.user_id)
    if one.last_sent_at:
        news = news.filter(made_at__gt=one.last_sent_at)
    count = news.count()
    unsent = DigestWish.objects.filter(pk=one.pk, last_sent_at=one.last_sent_at)
    if not count or not one.user.email or not unsent.update(last_sent_at=now):
        return False  # nothing to say, or another worker was first
    with translation.override(one.language):
        post(_letter(one, count))
    return True


def _letter(one: DigestWish, count: int) -> EmailMessage:
    stop_at = one.origin + reverse("unsubscribe", args=[unsubscribe_word(one.user_id)])
    said = ngettext(
        "New data changes what one comparison that you saved says.",
        "New data changes what {count} comparisons that you saved say.",
        count,
    ).format(count=count)
    body = "\n\n".join(
        [
            said,
            _("See what changed: {address}").format(address=one.origin + reverse("saved")),
            _("Stop these letters, without logging in: {address}").format(address=stop_at),
        ]
    )
    headers = {
        "List-Unsubscribe": f"<{stop_at}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    subject = _("New data about what you saved")
    return EmailMessage(subject, body + "\n", to=[one.user.email], headers=headers)


def seen(comparison_id: str) -> None:
    """Remember that the owner has looked at what changed."""
    TodayAnswer.objects.unseen().filter(comparison=comparison_id).update(seen_at=timezone.now())
