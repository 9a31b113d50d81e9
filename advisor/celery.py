"""The task queue: `celery --app advisor.celery worker`."""

import os
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
app = Celery("quliu")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    timezone="Asia/Shanghai",
    broker_connection_retry_on_startup=True,
    task_default_queue="default",
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    result_expires=24 * 3600,
    beat_schedule_filename=str(settings.VAR / "beat-schedule"),
    beat_schedule={
        "tend refreshes": {
            "task": "advisor.datasets.tasks.tend_refreshes",
            "schedule": 30.0,
            "options": {"expires": 25.0},  # behind a long task the next one does
        },
        "delete unconfirmed accounts": {
            "task": "advisor.accounts.tasks.delete_unconfirmed_accounts",
            "schedule": crontab(hour=3, minute=40),
        },
        "delete old sessions": {
            "task": "advisor.accounts.tasks.delete_old_sessions",
            "schedule": crontab(hour=3, minute=45),
        },
        "delete old staff log": {
            "task": "advisor.accounts.tasks.delete_old_staff_log",
            "schedule": crontab(hour=3, minute=50),
        },
        "delete old logs": {
            "task": "advisor.accounts.tasks.delete_old_logs",
            "schedule": crontab(hour=3, minute=55),
        },
        "delete old drafts": {
            "task": "advisor.comparisons.tasks.delete_old_drafts",
            "schedule": crontab(hour=4, minute=10),
        },
        "delete old comparisons": {
            "task": "advisor.comparisons.tasks.delete_old_comparisons",
            "schedule": crontab(hour=4, minute=20),
        },
        "tend recomputing": {
            "task": "advisor.comparisons.tasks.tend_recomputing",
            "schedule": 60.0,
            "options": {"expires": 50.0},
        },
        "send digests": {
            "task": "advisor.comparisons.tasks.send_digests",
            "schedule": crontab(hour=9, minute=0),
        },
        "forget addresses of reports": {
            "task": "advisor.comparisons.tasks.forget_addresses_of_reports",
            "schedule": crontab(hour=4, minute=30),
        },
    },
)
app.autodiscover_tasks()


@setup_logging.connect
def keep_own_logging(**kwargs: Any) -> None:
    """Leave the logs as settings.LOGGING has made them: Celery's own set-up does not run."""
