"""Places, figures, rules and their editions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DatasetsConfig(AppConfig):
    name = "advisor.datasets"
    label = "datasets"
    verbose_name = _("Data")
