"""New figures reach every answer once they are published, and are gone once rolled back."""

import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from advisor.datasets import editions
from advisor.datasets.contents import content
from advisor.datasets.drafting import Making, draft_figures
from advisor.datasets.models import Dataset, Origin

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
ASKED = {
    "home": {"city": "辽源"},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [{"city": "深圳"}],
    "draws": 100,
}


def dearer_rents() -> None:
    """Publish the rents of all places, raised by three tenths."""
    rents = Dataset.objects.get(pk="rents")
    raised = {
        key: entry._replace(
            **{
                part: str((Decimal(amount) * Decimal("1.3")).quantize(Decimal("0.01")))
                for part in ("value", "low", "high")
                if (amount := getattr(entry, part))
            }
        )
        for key, entry in content(rents.head).items()
    }
    making = Making(origin=Origin.UPLOAD, file=b"dearer")
    draft = draft_figures(dataset=rents, figures=raised, whole=True, making=making)
    editions.publish(drafts=[draft], by=None, why="checked")


def on_the_command_line(folder: Any) -> dict[str, Any]:
    file, out = folder / "question.json", io.StringIO()
    file.write_text(json.dumps(ASKED), encoding="utf-8")
    call_command("compare", input=str(file), stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def over_http(client: Client) -> dict[str, Any]:
    response = client.post("/api/v1/compare", ASKED, content_type="application/json")
    answer: dict[str, Any] = json.loads(response.content)
    return answer


def pages(client: Client) -> dict[str, str]:
    """The first page with its example, and the ranking, but for tokens and the edition's name."""
    edition = over_http(client)["edition"]
    return {
        path: TOKEN.sub("", client.get(path).content.decode().replace(edition, ""))
        for path in ("/en/", "/en/cities/")
    }


def test_a_published_figure_changes_every_answer_and_a_roll_back_changes_it_back(
    client: Client, tmp_path: Any
) -> None:
    before = on_the_command_line(tmp_path), over_http(client), pages(client)
    first = Dataset.objects.get(pk="rents").head
    dearer_rents()
    dearer = on_the_command_line(tmp_path), over_http(client), pages(client)
    assert dearer[0]["destinations"][0]["monthly"] != before[0]["destinations"][0]["monthly"]
    assert dearer[0] == dearer[1]
    assert all(dearer[2][path] != page for path, page in before[2].items())
    assert first is not None
    editions.roll_back(to=first, by=None, why="a slip")
    again = on_the_command_line(tmp_path), over_http(client), pages(client)
    assert again[0].pop("edition") != before[0].pop("edition")
    assert again[1].pop("edition") != before[1].pop("edition")
    assert json.dumps(again[0]) == json.dumps(before[0])
    assert json.dumps(again[1]) == json.dumps(before[1])
    assert again[2] == before[2]


def test_a_date_before_all_editions_is_answered_by_the_first_with_a_note(client: Client) -> None:
    document = ASKED | {"on": "2026-11-01"}
    response = client.post("/api/v1/compare", document, content_type="application/json")
    notes = json.loads(response.content)["home"]["notes"]
    assert any("No data edition is as old as 2026-11-01" in note for note in notes)
    assert not any("No data edition" in note for note in over_http(client)["home"]["notes"])
