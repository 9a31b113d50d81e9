"""Who may do what on the data desk: two groups, made again after every migration.

A *data editor* may do all up to a draft; a *publisher* may besides let figures take effect.
"""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.contrib.auth.management import create_permissions

EDITOR, PUBLISHER = "data editor", "publisher"

# Codename: the table it belongs to, and what it allows.
DEEDS = {
    "draft_version": ("version", "Can make drafts and close them"),
    "publish_version": ("version", "Can publish drafts"),
    "withdraw_version": ("version", "Can withdraw published versions"),
    "roll_back_dataset": ("dataset", "Can roll a dataset back"),
    "refresh_feed": ("feed", "Can refresh feeds"),
    "settle_report": ("figurereport", "Can settle reports of figures"),
}
EDITORS_DO = {
    *("draft_version", "refresh_feed", "settle_report"),
    *("add_feed", "change_feed", "add_source", "change_source"),
}
PUBLISHERS_DO = {*EDITORS_DO, "publish_version", "withdraw_version", "roll_back_dataset"}


def may(user: Any, deed: str) -> bool:
    """Whether the user may do that deed (a codename of `DEEDS`)."""
    return bool(user.has_perm(f"datasets.{deed}"))


def make_roles(app_config: AppConfig, using: str = "default", **given: Any) -> None:
    """Make the permissions and both groups where they are missing. Leaves other grants alone."""
    apps = given.get("apps", installed)
    if "auth" not in apps.app_configs:  # tables of a history in which there are no groups yet
        return
    create_permissions(app_config, verbosity=0, using=using, apps=apps)
    _make_deeds(apps, using)
    for name, deeds in ((EDITOR, EDITORS_DO), (PUBLISHER, PUBLISHERS_DO)):
        group, _made = apps.get_model("auth", "Group").objects.using(using).get_or_create(name=name)
        group.permissions.add(*_granted(apps, using, deeds))


def _make_deeds(apps: Any, using: str) -> None:
    types = apps.get_model("contenttypes", "ContentType").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for codename, (table, words) in DEEDS.items():
        kind, _made = types.get_or_create(app_label="datasets", model=table)
        permissions.get_or_create(codename=codename, content_type=kind, defaults={"name": words})


def _granted(apps: Any, using: str, deeds: set[str]) -> list[Any]:
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    of_data = permissions.filter(content_type__app_label="datasets")
    return [one for one in of_data if one.codename.startswith("view_") or one.codename in deeds]
