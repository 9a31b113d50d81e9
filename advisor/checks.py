"""What `check --deploy` says about a server beside Django's own checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004


@register(Tags.security, deploy=True)
def production_is_complete(
    app_configs: Sequence[AppConfig] | None, **options: Any
) -> list[CheckMessage]:
    """Name every part that a server needs and that is still the one of a single machine."""
    lacking = {
        "W001": (not settings.PRODUCTION, "ENVIRONMENT is not production."),
        "W002": (settings.DATABASE_IS_DEFAULT, "DATABASE_URL is not set: SQLite serves one host."),
        "W003": (
            not settings.REDIS_URL,
            "REDIS_URL is not set: there is no shared cache or queue.",
        ),
        "W004": (
            settings.MAIL_IS_KEPT,
            "EMAIL_URL is not set: mail is kept in a folder, not sent.",
        ),
    }
    return [Warning(text, id=f"quliu.{code}") for code, (found, text) in lacking.items() if found]
