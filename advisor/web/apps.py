"""The shared parts of the site."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Brings the checks of the whole project."""

    name = "advisor.web"

    def ready(self) -> None:
        """Register the checks."""
        from advisor import checks  # noqa: F401, PLC0415  registers itself; needs settings
