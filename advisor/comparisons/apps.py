"""The app of comparisons: what a person asks and keeps."""

from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "advisor.comparisons"
    default_auto_field = "django.db.models.BigAutoField"
