"""Every address asked for by everybody: nobody gets what is somebody else's."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import Model
from django.urls import get_resolver
from django.utils import translation

from advisor.accounts.models import User
from advisor.comparisons.models import Draft, SavedComparison, SavedVersion, ShareLink
from advisor.comparisons.saved import sharing
from advisor.datasets.models import Edition
from tests.accounts.people import person, visitor
from tests.accounts.permissions import PERMISSIONS, SAFE, Case
from tests.comparisons.saved.cases import newest, saved
from tests.visit_every_page import FOR_STAFF, routes

pytestmark = pytest.mark.django_db
KEPT = (Draft, SavedComparison, SavedVersion, ShareLink)
ASKED = {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}
UNMEANT = ("POST", "PUT", "PATCH", "DELETE")
WITHOUT_TOKEN = ("api/", "saved/unsubscribe/")  # mail programs stop letters by one request
OF_ALLAUTH = "accounts/"  # its forms take PUT for POST
REFUSED = {302, 403, 404, 405}
OWN_OF_STAFF = {"/admin/", "/admin/password_change/", "/admin/password_change/done/"}
ARGUMENT = re.compile(r"<[^>]+>")


@dataclass(frozen=True, kw_only=True, slots=True)
class World:
    """Three people and what the owner has; what `Case.path` may name."""

    owner: User
    stranger: User
    staff: User
    draft: str
    edition: str
    saved: str
    link: int
    token: str

    def path(self, case: Case) -> str:
        """The address of a case."""
        return case.path.format(
            draft=self.draft,
            edition=self.edition,
            saved=self.saved,
            link=self.link,
            token=self.token,
        )


@pytest.fixture
def world() -> World:
    owner = person()
    visitor(owner).post("/check/", ASKED)
    comparison = saved(owner)
    link = sharing.make_link(newest(comparison), days=7, hides_amounts=True)
    return World(
        owner=owner,
        stranger=person("stranger@quliu.example"),
        staff=person("staff@quliu.example", is_staff=True, is_superuser=True),
        draft=Draft.objects.get().pk,
        edition=str(Edition.objects.latest("published_at").pk),
        saved=comparison.pk,
        link=link.pk,
        token=sharing.token_of(link),
    )


def test_every_address_has_its_row() -> None:
    every = {route for route in every_route() if not route.startswith(FOR_STAFF)}
    assert every - {*PERMISSIONS} == set(), "say in tests/accounts/permissions.py who may open it"
    assert {*PERMISSIONS} - every == set(), "these addresses are gone"


@pytest.mark.parametrize("who", ["anonymous", "owner", "stranger", "staff"])
def test_everybody_gets_what_is_theirs(world: World, who: str) -> None:
    client = visitor(getattr(world, who, None))
    wrong = []
    for route, case in PERMISSIONS.items():
        if who in {"owner", "stranger"} and case.anonymous == case.stranger == 200:
            continue  # open to all, tried by two of the four
        got, meant = client.get(world.path(case)), getattr(case, who)
        if got.status_code != meant:
            wrong.append(f"{route}: {got.status_code}, not {meant}")
        if case.anonymous == 302 and who == "anonymous" and got.status_code == 302:
            assert "/login/" in got.headers["Location"] or got.headers["Location"] == "/", route
    assert not wrong, "\n".join(wrong)


def test_methods_that_are_not_meant_are_refused(world: World) -> None:
    client = visitor(world.owner)
    wrong = [
        f"{method} {route}: {status}"
        for route, case in PERMISSIONS.items()
        for method in UNMEANT
        if method not in case.methods
        and not (route.startswith(OF_ALLAUTH) and method == "PUT")
        and (status := client.generic(method, world.path(case)).status_code) not in REFUSED
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_sends_a_form_to_what_is_somebody_elses(world: World) -> None:
    """Who has no account, or another, or is staff: there is nothing for them to change."""
    before = [what_is_kept(rows) for rows in KEPT]
    for who in (None, world.stranger, world.staff):
        client = visitor(who)
        for route, case in PERMISSIONS.items():
            if "{draft}" in case.path or "{saved}" in case.path:
                answer = client.post(world.path(case), {"city": "310000"})
                asked_in = who is None and "/login/" in answer.headers.get("Location", "")
                assert asked_in or answer.status_code in {404, 405}, f"{route} as {who}"
    assert [what_is_kept(rows) for rows in KEPT] == before


def what_is_kept(rows: type[Model]) -> list[dict[str, Any]]:
    return list(rows._default_manager.order_by("pk").values())


def test_no_form_is_taken_without_its_token(world: World) -> None:
    client = visitor(world.owner, enforce_csrf_checks=True)
    wrong = [
        f"{method} {route}: {status}"
        for route, case in PERMISSIONS.items()
        if not route.startswith(WITHOUT_TOKEN)
        for method in case.methods - SAFE
        if (status := client.generic(method, world.path(case)).status_code) != 403
    ]
    assert not wrong, "\n".join(wrong)


def test_the_admin_opens_for_staff_alone(world: World) -> None:
    paths = [*admin_paths()]
    assert len(paths) > 20
    helper = person("helper@quliu.example", is_staff=True)  # who was given nothing to do
    for who in (None, world.stranger, helper):
        client = visitor(who)
        open_to = {"/admin/login/", "/admin/jsi18n/"} | (OWN_OF_STAFF if who is helper else set())
        wrong = [
            f"{path}: {status}"
            for path in paths
            if path not in open_to and (status := client.get(path).status_code) not in REFUSED
        ]
        assert not wrong, "\n".join([str(who), *wrong])


def admin_paths() -> list[str]:
    """The addresses of the admin, with a row that may not exist."""
    found = (route for route in every_route() if route.startswith(FOR_STAFF))
    return [ARGUMENT.sub("1", f"/{route}") for route in found if "(?P" not in route]


def every_route() -> set[str]:
    """The routes of the product, in the default language."""
    with translation.override("zh-hans"):
        return {*routes(get_resolver().url_patterns)}
