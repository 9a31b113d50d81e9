"""Feeds made and changed on the data desk, without code: what is typed, stored, refused, logged."""

from typing import Any

import pytest
from django.test import Client

from advisor.datasets.models import Deed, Feed
from advisor.datasets.roles import EDITOR, PUBLISHER
from advisor.mapping_rules import EMPTY
from tests.datasets.admin.people import address, faults, signed_in
from tests.datasets.feeds import feed_of, price_dataset
from tests.datasets.toys import SOURCE

pytestmark = pytest.mark.django_db

CODE = "toys_toy_price_m2"
TYPED = {
    "name": "prices of the office",
    "dataset": "toys",
    "source": SOURCE,
    "format": "csv",
    "address": "https://office.example/prices.csv",
    "schedule": "30 9 16 * *",
    "freshness_days": "60",
    "enabled": "on",
    "shape": "long",
    "place_column": "城市",
    "place_level": "city",
    "indicator_text": CODE,
    "period_column": "月份",
    "value_column": "均价",
    "unit": "万元/平方米",
    "decimal": ".",
    "empty": "\n".join(EMPTY[1:]),
    "why": "The office publishes it now.",
}


@pytest.fixture
def editor() -> Client:
    price_dataset()
    return signed_in(EDITOR)


def sent(client: Client, button: str = "_save", feed: Feed | None = None, **typed: Any) -> Any:
    page = address("feed_change", feed.pk) if feed else address("feed_add")
    return client.post(page, {**TYPED, **typed, button: "on"})


def test_an_editor_makes_a_feed_of_plain_fields(editor: Client) -> None:
    assert editor.get(address("feed_add")).status_code == 200
    assert sent(editor).status_code == 302
    feed = Feed.objects.get()
    assert feed.mapping == {
        "columns": {"place": "城市", "period": "月份", "value": "均价"},
        "constants": {"indicator": CODE},
        "units": {"*": "万元/平方米"},
        "place_level": "city",
    }
    assert (feed.schedule, feed.freshness_days, feed.enabled) == ("30 9 16 * *", 60, True)
    deed = Deed.objects.get(what="add_feed")
    assert (deed.who, deed.why, deed.dataset_id) == (EDITOR, TYPED["why"], "toys")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ({"shape": "tidy"}, {}),
        (
            {"shape": "periods", "period_column": "", "value_column": "", "wide_columns": ""},
            {"wide": {"each_is": "period"}},
        ),
        (
            {
                "shape": "indicators",
                "indicator_text": "",
                "value_column": "",
                "wide_columns": f"房价(元) = {CODE}\n\n二手＝{CODE}",
                "units": f"{CODE} = 万元",
            },
            {
                "wide": {
                    "each_is": "indicator",
                    "columns": {"房价(元)": CODE, "二手": CODE},
                },
                "units": {"*": "万元/平方米", CODE: "万元"},
            },
        ),
        (
            {"format": "json", "records": "data.items", "address": ""},
            {"records": "data.items"},
        ),
        ({"format": "html_table", "table": "2", "heading_row": "3"}, {"table": 2}),
        ({"format": "xlsx", "table": "表1"}, {"table": "表1"}),
        (
            {"low_column": "低", "high_column": "高", "range_kind_text": "quartiles"},
            {"constants": {"indicator": CODE, "range_kind": "quartiles"}},
        ),
        ({"decimal": ",", "thousands": "."}, {"decimal": ",", "thousands": "."}),
        ({"empty": "未公布"}, {"empty": ["", "未公布"]}),
        (
            {
                "format": "publisher",
                "publisher_module": "nbs_data_service",
                "indicators": f"A01 = {CODE}",
            },
            {"indicators": {"A01": CODE}},
        ),
    ],
)
def test_every_shape_and_format_is_stored_and_shown_again(
    editor: Client, typed: dict[str, str], stored: dict[str, Any]
) -> None:
    answer = sent(editor, **typed)
    assert answer.status_code == 302, faults(answer)
    feed = Feed.objects.get()
    assert {name: feed.mapping.get(name) for name in stored} == stored
    form = editor.get(address("feed_change", feed.pk)).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    again = {name: "" if value in (None, False) else value for name, value in shown.items()}
    assert sent(editor, feed=feed, **{**again, "empty": shown["empty"]}).status_code == 302
    assert Feed.objects.get().mapping == feed.mapping


FAULTS: dict[str, tuple[dict[str, str], str, str]] = {
    "no way to the value": (
        {"value_column": ""},
        "value_column",
        "Nothing leads to: value. Name a column for each, or a text that holds for all rows.",
    ),
    "two ways to the place": (
        {"place_text": "长春"},
        "place_column",
        "For place there is both a column and a text that holds for all rows: keep one.",
    ),
    "a low that says not what it is": (
        {"low_column": "低"},
        "__all__",
        "Low or high is given: say too what low and high are.",
    ),
    "one sign for two": (
        {"decimal": ",", "thousands": ","},
        "__all__",
        "The sign for decimals and the sign between thousands are the same.",
    ),
    "an indicator that is not known": (
        {"indicator_text": "price"},
        "indicator_text",
        "“price” is not an indicator that Quliu knows.",
    ),
    "an indicator of another dataset": (
        {"indicator_text": "posted_offer"},
        "indicator_text",
        "posted_offer belongs to the dataset wages: import it there.",
    ),
    "a place of several meanings": (
        {"place_column": "", "place_text": "朝阳", "place_level": ""},
        "place_text",
        "“朝阳” is the name of several places",
    ),
    "a list with a line that is none": (
        {"units": f"{CODE} = 元\n万元"},
        "units",
        "Line 2 is “万元”: write “what the source says = what it means”.",
    ),
    "a list with a line twice": (
        {"units": f"{CODE} = 元\n{CODE} = 万元"},
        "units",
        f"Line 2: “{CODE}” stands twice.",
    ),
    "no schedule": (
        {"schedule": "every day"},
        "schedule",
        "“every day” is not a line of crontab",
    ),
    "no address of the web": (
        {"address": "file:///etc/passwd"},
        "address",
        "“file:///etc/passwd” is no address of the web that can be fetched: correct it.",
    ),
    "own columns elsewhere than in CSV": (
        {"shape": "tidy", "format": "xlsx"},
        "shape",
        "Only CSV files can have Quliu's own columns: choose another shape.",
    ),
    "a table by name in a page": (
        {"format": "html_table", "table": "prices"},
        "table",
        "Which table of the page: a number from 1.",
    ),
    "a publisher who is not named": (
        {"format": "publisher"},
        "publisher_module",
        "Which form of a publisher? Choose one.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("button", ["_save", "_preview"])
def test_a_fault_is_said_at_its_field_and_nothing_typed_is_lost(
    editor: Client, button: str, fault: str
) -> None:
    typed, field, said = FAULTS[fault]
    answer = sent(editor, button, **typed)
    assert answer.status_code == 200
    assert faults(answer)[field][0].startswith(said)
    form = answer.context["adminform"].form
    kept = {name: form[name].value() for name in {**TYPED, **typed}}
    assert {name: "on" if value is True else value for name, value in kept.items()} == {
        **TYPED,
        **typed,
    }
    assert not Feed.objects.exists()


def test_a_change_is_logged_and_leaves_what_a_refresh_noted(editor: Client) -> None:
    sent(editor)
    feed = Feed.objects.get()
    Feed.objects.update(etag='"7"', sha256="7" * 64)
    sent(editor, feed=feed, unit="元/平方米", schedule="0 9 * * *", why="The unit changed.")
    feed.refresh_from_db()
    assert (feed.mapping["units"], feed.etag, feed.due_at) == ({"*": "元/平方米"}, '"7"', None)
    deed = Deed.objects.get(what="change_feed")
    assert deed.why == "The unit changed."
    assert set(deed.details["changed"]) == {"unit", "schedule", "why"}


def test_a_stranger_makes_no_feed_and_nobody_deletes_one(editor: Client) -> None:
    stranger = signed_in("stranger")
    assert stranger.get(address("feed_add")).status_code == 403
    for button in ("_save", "_preview"):
        assert sent(stranger, button).status_code == 403
    feed = feed_of(price_dataset(), "https://office.example/prices.csv")
    assert sent(stranger, "_preview", feed=feed).status_code == 403
    assert signed_in(PUBLISHER).post(address("feed_delete", feed.pk)).status_code == 403
    assert Feed.objects.count() == 1


def test_who_only_looks_sees_the_columns_as_they_are_stored(editor: Client) -> None:
    sent(editor)
    viewer = signed_in("viewer")
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    viewer_user = viewer.session["_auth_user_id"]
    Permission.objects.get(codename="view_feed").user_set.add(viewer_user)
    page = viewer.get(address("feed_change", Feed.objects.get().pk))
    assert page.status_code == 200
    assert "均价" in page.text
    assert 'name="_save"' not in page.text
