"""The roles of the data desk are made after migrations, once."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from advisor.datasets.roles import EDITOR, PUBLISHER, make_roles

pytestmark = pytest.mark.django_db


def granted(name: str) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_editors_may_do_all_up_to_drafts_and_see_everything() -> None:
    found = granted(EDITOR)
    assert {"draft_version", "refresh_feed", "change_feed"} <= found
    assert {f"view_{table}" for table in apps.get_app_config("datasets").models} <= found
    assert not found & {"publish_version", "withdraw_version", "roll_back_dataset"}


def test_publishers_may_also_let_figures_take_effect() -> None:
    assert granted(PUBLISHER) - granted(EDITOR) == {
        "publish_version",
        "withdraw_version",
        "roll_back_dataset",
    }


def test_nobody_may_change_figures_by_hand() -> None:
    assert not {"change_observation", "delete_version", "change_version"} & granted(PUBLISHER)


def test_making_them_again_changes_nothing_and_keeps_what_was_granted_besides() -> None:
    before = granted(EDITOR)
    extra = Group.objects.get(name=PUBLISHER).permissions.model.objects.get(codename="view_user")
    Group.objects.get(name=EDITOR).permissions.add(extra)
    make_roles(apps.get_app_config("datasets"))
    assert granted(EDITOR) == before | {"view_user"}
    assert Group.objects.filter(name__in=[EDITOR, PUBLISHER]).count() == 2
