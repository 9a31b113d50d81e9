"""The app of comparisons: what a person asks and keeps."""

from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "advisor.comparisons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the drafts of a visitor go with them to their account, and into its file."""
        from advisor.comparisons import account_data, carrying  # noqa: PLC0415  need the models

        carrying.begin()
        account_data.begin()
