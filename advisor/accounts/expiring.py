"""Deeds of retention: delete what has been kept long enough. Each returns how many rows."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session

from advisor.accounts.models import User
from advisor.accounts.retention import kept_for


def delete_unconfirmed_accounts(now: datetime) -> int:
    """Delete accounts that nobody ever opened; staff are never among them."""
    confirmed = EmailAddress.objects.filter(verified=True).values("user")
    old = User.objects.filter(date_joined__lt=now - kept_for("unconfirmed_accounts"))
    unused = old.filter(last_login=None, is_staff=False, is_superuser=False)
    found = unused.exclude(pk__in=confirmed)
    number = found.count()
    found.delete()
    return number


def delete_old_sessions(now: datetime) -> int:
    """Delete sessions that ended, and what was noted of them."""
    ended, _ = Session.objects.filter(expire_date__lt=now).delete()
    old = UserSession.objects.filter(created_at__lt=now - kept_for("sessions"))
    open_keys = Session.objects.values("session_key")
    old.exclude(session_key__in=open_keys).delete()
    return ended


def delete_old_staff_log(now: datetime) -> int:
    """Delete what the admin noted long ago."""
    deleted, _ = LogEntry.objects.filter(action_time__lt=now - kept_for("staff_log")).delete()
    return deleted


def delete_old_logs(now: datetime) -> int:
    """Delete logs that were put aside, and kept mail, on this machine."""
    oldest = (now - kept_for("logs")).timestamp()
    aside = [*(settings.VAR / "logs").glob("*.old.log"), *(settings.VAR / "mail").glob("*.log")]
    old = [file for file in aside if file.stat().st_mtime < oldest]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)
