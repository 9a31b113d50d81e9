"""The app of comparisons: what a person asks and keeps."""

from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "advisor.comparisons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the drafts of a visitor go with them to their account."""
        from advisor.comparisons import carrying  # noqa: PLC0415  needs the models

        carrying.begin()
