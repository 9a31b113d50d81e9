"""From the form to a preview, and from the preview to the saved feed or back to the form."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from advisor.datasets import tasks
from advisor.datasets.models import Feed, Preview
from advisor.datasets.roles import EDITOR
from tests.datasets.admin.people import address, signed_in
from tests.datasets.admin.test_feeds import CODE, TYPED
from tests.datasets.feeds import price_dataset

pytestmark = pytest.mark.django_db

FILE = "城市,月份,均价\n辽源,2026年6月,0.31\n朝阳,2026年6月,0.5\n"


@pytest.fixture
def editor() -> Client:
    price_dataset()
    return signed_in(EDITOR)


def previewed(editor: Client, **typed: Any) -> Preview:
    """What came of pressing the button."""
    file = SimpleUploadedFile("prices.csv", FILE.encode())
    form = {**TYPED, "place_level": "", "file": file, "_preview": "on", **typed}
    answer = editor.post(address("feed_add"), form)
    preview = Preview.objects.get()
    assert answer.headers["Location"] == address("preview_change", preview.pk)
    return preview


def hidden_form(page: str) -> tuple[str, dict[str, str]]:
    """Where the page's own form leads, and what it carries."""
    form = BeautifulSoup(page, "html.parser").select_one("#state form")
    assert form is not None
    fields = {str(one["name"]): str(one["value"]) for one in form.select("input")}
    return str(form["action"]), fields


def test_a_preview_shows_rows_and_reasons_and_saves_the_feed(editor: Client) -> None:
    preview = previewed(editor)
    assert (preview.asked_by.username, preview.file_name) == (EDITOR, "prices.csv")
    page = editor.get(address("preview_change", preview.pk)).text
    assert 'hx-trigger="every 2s"' in page
    tasks.preview_feed(run_id=preview.pk)
    page = editor.get(address("preview_change", preview.pk)).text
    for words in ("Liaoyuan (220400)", "3100.00", "“朝阳” is the name of several places", CODE):
        assert words in page
    assert not Feed.objects.exists()
    action, fields = hidden_form(page)
    assert editor.post(action, fields).status_code == 302
    feed = Feed.objects.get()
    assert (feed.name, feed.mapping["columns"]["place"]) == (TYPED["name"], "城市")


def test_the_form_is_found_again_as_it_was_filled_in(editor: Client) -> None:
    preview = previewed(editor, enabled="")
    page = editor.get(f"{address('feed_add')}?preview={preview.pk}")
    form = page.context["adminform"].form
    shown = {name: form[name].value() for name in TYPED if name != "enabled"}
    assert shown == {**{k: v for k, v in TYPED.items() if k != "enabled"}, "place_level": ""}
    assert not form["enabled"].value()
    assert editor.get(f"{address('feed_add')}?preview=nonsense").status_code == 200


def test_a_feed_with_a_worse_mapping_is_tried_and_stays_as_it_is(editor: Client) -> None:
    editor.post(address("feed_add"), {**TYPED, "_save": "on"})
    feed = Feed.objects.get()
    editor.post(address("feed_change", feed.pk), {**TYPED, "unit": "元/平方米", "_preview": "on"})
    preview = Preview.objects.get()
    assert (preview.feed, preview.reading["mapping"]["units"]) == (feed, {"*": "元/平方米"})
    feed.refresh_from_db()
    assert feed.mapping["units"] == {"*": TYPED["unit"]}


def test_a_stranger_sees_no_preview(editor: Client) -> None:
    preview = previewed(editor)
    stranger = signed_in("stranger")
    assert stranger.get(address("preview_change", preview.pk)).status_code == 403
    assert stranger.get(address("preview_state", preview.pk)).status_code == 403
