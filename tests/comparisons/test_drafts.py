from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.utils import timezone

from advisor.celery import app
from advisor.comparisons import drafts
from advisor.comparisons.models import Draft
from advisor.comparisons.tasks import delete_old_drafts

pytestmark = pytest.mark.django_db
DOCUMENT = {"home": {"city": "220400"}}


def visit(session: SessionStore | None = None, user: object = None) -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = session if session is not None else SessionStore()
    request.user = user or AnonymousUser()  # type: ignore[assignment]
    return request


def test_a_draft_opens_in_the_session_that_made_it() -> None:
    request = visit()
    draft = drafts.start(request, DOCUMENT)
    assert drafts.own(visit(request.session), draft.pk) == draft


def test_a_draft_does_not_open_in_another_session() -> None:
    draft = drafts.start(visit(), DOCUMENT)
    drafts.start(other := visit(), DOCUMENT)
    for request in (visit(), other):
        with pytest.raises(Http404):
            drafts.own(request, draft.pk)


def test_a_draft_opens_wherever_its_account_is_logged_in() -> None:
    owner = get_user_model().objects.create_user("owner")
    stranger = get_user_model().objects.create_user("stranger")
    draft = drafts.start(visit(user=owner), DOCUMENT)
    assert drafts.own(visit(user=owner), draft.pk) == draft
    with pytest.raises(Http404):
        drafts.own(visit(user=stranger), draft.pk)


def test_a_draft_without_an_account_does_not_open_for_any_account() -> None:
    draft = drafts.start(visit(), DOCUMENT)
    with pytest.raises(Http404):
        drafts.own(visit(user=get_user_model().objects.create_user("somebody")), draft.pk)


def test_a_draft_still_opens_when_logging_in_has_changed_the_session_key() -> None:
    request = visit()
    draft = drafts.start(request, DOCUMENT)
    request.session.save()
    request.session.cycle_key()
    assert drafts.own(request, draft.pk) == draft


def test_one_visitor_may_have_several_drafts_under_names_nobody_can_guess() -> None:
    request = visit()
    ids = {drafts.start(request, DOCUMENT).pk for _ in range(20)}
    assert len(ids) == 20
    assert all(len(one) == 22 for one in ids)


def test_a_change_is_kept_with_its_moment() -> None:
    draft = drafts.start(visit(), DOCUMENT)
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=9))
    drafts.keep(draft, {"home": {"city": "110000"}})
    kept = Draft.objects.get(pk=draft.pk)
    assert kept.document == {"home": {"city": "110000"}}
    assert timezone.now() - kept.updated_at < timedelta(minutes=1)


def test_what_nobody_touched_for_thirty_days_is_deleted() -> None:
    old, young = (drafts.start(visit(), DOCUMENT) for _ in range(2))
    Draft.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=30, hours=1))
    Draft.objects.filter(pk=young.pk).update(updated_at=timezone.now() - timedelta(days=29))
    delete_old_drafts()
    assert list(Draft.objects.all()) == [young]


def test_the_beat_deletes_old_drafts_every_day() -> None:
    assert delete_old_drafts.name in {entry["task"] for entry in app.conf.beat_schedule.values()}
