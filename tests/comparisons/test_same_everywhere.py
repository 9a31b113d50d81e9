"""Fifty households typed into the forms get the answer that the command line gives them."""

import io
import json
import random
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.forms import BoundField, ChoiceField, RadioSelect
from django.test import Client

from advisor.comparisons.forms import AT_HOME, THERE
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.family import PartnerForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.models import Draft
from advisor.datasets.naming import Found
from advisor.datasets.places import gazetteer
from advisor.web.money import number
from tests.api.documents import comparison

pytestmark = pytest.mark.django_db
NOT_ASKED = ("draws", "language", "on")  # what pages decide themselves


def fifty_households() -> list[dict[str, Any]]:
    source = random.Random(20261125)
    return [comparison(source) for _ in range(50)]


def code_of(name: str) -> str:
    match = gazetteer().named(name)
    assert isinstance(match, Found), name
    return match.place.adcode


def typed(form: SectionForm) -> dict[str, str]:
    """What a browser sends of the form that shows this document: every field as it stands."""
    values = {field.html_name: shown(field) for field in form}
    return {name: str(value) for name, value in values.items() if value is not None}


def shown(field: BoundField) -> Any:
    """The field's value; a drop-down list without that value shows its first choice."""
    if not isinstance(field.field, ChoiceField):
        return field.field.prepare_value(field.value())
    known = [str(value) for value, _label in field.field.choices]
    value = str(field.field.prepare_value(field.value()) or "")
    if value in known:
        return value
    return None if isinstance(field.field.widget, RadioSelect) else known[0]


def form_for(section: type[SectionForm], document: dict[str, Any], at: int | None) -> SectionForm:
    city = "" if at is None else f"-{document['destinations'][at]['city']}"
    return section(document=document, destination=at, prefix=f"{section.key}{city}")


def everything_typed(document: dict[str, Any]) -> dict[str, str]:
    """The page with every question, filled in."""
    forms = [form_for(one, document, None) for one in AT_HOME if one.applies(document)]
    forms += [form_for(one, document, 0) for one in THERE if one.applies(document)]
    return {name: text for form in forms for name, text in typed(form).items()}


def sent(client: Client, path: str, data: dict[str, str]) -> None:
    response = client.post(path, data)
    faults = BeautifulSoup(response.content, "html.parser").select(".faults li")
    assert response.status_code in (200, 302), (path, faults)


def asked_by_form(document: dict[str, Any]) -> tuple[Client, str, dict[str, Any]]:
    """The client, the address of the answer and the kept document of who typed all of it."""
    client = Client()
    pay = str(document["earners"][0]["pay"]["gross_monthly"])
    first = {"you-city": document["home"]["city"], "you-gross": pay}
    start = client.post("/en/steps/", first)
    address = str(start.headers["Location"]).removesuffix("steps/2/")
    (city,) = (one["city"] for one in document["destinations"])
    draft = Draft.objects.get(pk=address.split("/")[-2])
    others = {one["city"] for one in draft.document["destinations"]}
    if city not in others:
        sent(client, f"{address}cities/", {"add-city": city})
    for other in others - {city}:
        sent(client, f"{address}remove/{other}/", {})
    if len(document["earners"]) > 1:
        sent(client, f"{address}partner/", typed(form_for(PartnerForm, document, None)))
    sent(client, f"{address}all/", everything_typed(document))
    sent(client, f"{address}conventions/", typed(form_for(ConventionsForm, document, None)))
    draft.refresh_from_db()
    return client, address, draft.document


def on_the_command_line(document: dict[str, Any], folder: Any) -> dict[str, Any]:
    file, out = folder / "question.json", io.StringIO()
    file.write_text(json.dumps(document), encoding="utf-8")
    call_command("compare", input=str(file), stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def with_codes(document: dict[str, Any]) -> dict[str, Any]:
    """The document without what no form asks, cities and industry as a form keeps them."""
    kept = {key: value for key, value in document.items() if key not in NOT_ASKED}
    places = [{**one, "city": code_of(one["city"])} for one in kept["destinations"]]
    home = {**kept["home"], "city": code_of(kept["home"]["city"])}
    earners = [one | ({"sector": "I"} if "sector" in one else {}) for one in kept["earners"]]
    return {**kept, "home": home, "destinations": places, "earners": earners}


def test_fifty_households_get_the_same_answer_from_the_forms_and_on_the_command_line(tmp_path):
    for number_, document in enumerate(fifty_households()):
        wanted = with_codes(document)
        client, address, kept = asked_by_form(wanted)
        expected = on_the_command_line({**wanted, "draws": 100}, tmp_path)
        assert on_the_command_line({**kept, "draws": 100}, tmp_path) == expected, wanted
        if number_ % 10 == 0:
            left = expected["destinations"][0]["monthly"]["money_left"]
            page = client.get(address).content.decode()
            assert left is None or number(round(abs(left))) in page
