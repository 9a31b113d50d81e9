"""The task queue: `celery --app advisor.celery worker`."""

import os

from celery import Celery
from celery.schedules import crontab
from django.conf import settings

QUEUES = ("default", "refresh", "recompute", "mail")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "advisor.settings")
app = Celery("quliu")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    timezone="Asia/Shanghai",
    task_default_queue="default",
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    result_expires=24 * 3600,
    beat_schedule_filename=str(settings.VAR / "beat" / "schedule"),
    beat_schedule={
        "delete old drafts": {
            "task": "advisor.comparisons.tasks.delete_old_drafts",
            "schedule": crontab(hour=4, minute=10),
        },
    },
)
app.autodiscover_tasks()
