"""Places, figures, rules and their editions."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DatasetsConfig(AppConfig):
    name = "advisor.datasets"
    label = "datasets"
    verbose_name = _("Data")

    def ready(self) -> None:
        """Have the roles made after migrations."""
        from advisor.datasets.roles import make_roles  # noqa: PLC0415  needs the apps' models

        post_migrate.connect(make_roles, sender=self)
