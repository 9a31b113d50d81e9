"""The bundled edition is taken over once, and never over what somebody published since."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advisor.datasets import bundled_loading, drafting, editions
from advisor.datasets.bundled import (
    FOLDER,
    BundledDataError,
    BundledEdition,
    BundledFile,
    figures_of,
)
from advisor.datasets.contents import content
from advisor.datasets.models import (
    BundledRelease,
    Dataset,
    Deed,
    Edition,
    Finding,
    Observation,
    Place,
    RuleFiles,
    Status,
    Version,
)
from tests.datasets.toys import empty, making

pytestmark = pytest.mark.django_db

RENT = ("220400", "rent_m2", "2026-06")


@pytest.fixture
def release(tmp_path: Path) -> BundledEdition:
    """A later release's data, to be changed before it is read."""
    return BundledEdition(Path(shutil.copytree(FOLDER, tmp_path / "data")))


@pytest.fixture
def empty_tables() -> None:
    empty(*apps.get_app_config("datasets").get_models())


def replace(edition: BundledEdition, name: str, old: str, new: str) -> None:
    path = edition.folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def raise_rent(edition: BundledEdition) -> None:
    replace(
        edition,
        "observations/rents.csv",
        "220400,rent_m2,2026-06,15.59,",
        "220400,rent_m2,2026-06,16,",
    )


def counts() -> tuple[int, ...]:
    tables = (Version, Observation, Edition, Deed, Finding, BundledRelease)
    return tuple(table.objects.count() for table in tables)


def test_a_fresh_clone_has_one_edition_of_the_bundled_day_with_every_dataset() -> None:
    edition = Edition.objects.get()
    assert edition.id == "2026-11-23.1"
    assert edition.published_at == BundledEdition().published_at
    assert edition.members.count() == Dataset.objects.count() == 13
    assert Observation.objects.count() == 24_831
    assert Deed.objects.count() == 13


@pytest.mark.usefixtures("empty_tables")
def test_the_first_load_fills_empty_tables_and_says_nothing() -> None:
    assert Place.objects.count() == 0
    out = StringIO()
    call_command("load_bundled_data", stdout=out)
    assert out.getvalue() == ""
    assert Edition.objects.get().id == "2026-11-23.1"
    assert Place.objects.count() == 464
    assert content(Version.objects.get(dataset="rents"))[RENT].value == "15.59"


@pytest.mark.usefixtures("empty_tables")
def test_it_tells_what_it_did_where_asked() -> None:
    out = StringIO()
    call_command("load_bundled_data", verbosity=2, stdout=out)
    assert out.getvalue() == "published edition 2026-11-23.1\n"


def test_loading_the_same_data_again_asks_one_question_and_changes_nothing() -> None:
    before = counts()
    with CaptureQueriesContext(connection) as queries:
        call_command("load_bundled_data")
    assert len(queries) == 1
    assert counts() == before


def test_a_newer_release_is_published_where_the_older_one_is_in_force(
    release: BundledEdition,
) -> None:
    raise_rent(release)
    replace(release, "edition.toml", "date = 2026-11-23", "date = 2026-11-24")
    before = timezone.now()
    edition = bundled_loading.load(release).edition
    assert edition.published_at >= before
    rents = Version.objects.get(editions=edition, dataset="rents")
    assert rents.counts == {"rows": 436, "added": 0, "changed": 1, "gone": 0}
    assert content(rents)[RENT].value == "16"
    assert Version.objects.filter(serial=2).count() == 1


def test_a_newer_release_waits_where_somebody_published_since(release: BundledEdition) -> None:
    rents = Dataset.objects.select_related("head").get(code="rents")
    figures = content(rents.head)
    figures[RENT] = figures[RENT]._replace(value="17", high="")
    own = drafting.draft_figures(dataset=rents, figures=figures, whole=True, making=making())
    editions.publish(drafts=[own], by=None, why="asked in Liaoyuan")
    raise_rent(release)
    loaded = bundled_loading.load(release)
    [waiting] = loaded.waiting
    assert loaded.edition is None
    assert (waiting.dataset_id, waiting.status) == ("rents", Status.DRAFT)
    assert waiting.findings.get().code == "bundled_data_waits"
    assert Dataset.objects.get(code="rents").head == own
    before = counts()
    bundled_loading.load(release)
    assert counts() == before


def test_a_waiting_release_is_published_by_a_person_with_a_reason(release: BundledEdition) -> None:
    rents = Dataset.objects.select_related("head").get(code="rents")
    first = rents.head
    editions.publish(
        drafts=[
            drafting.draft_figures(dataset=rents, figures={}, whole=True, making=making("nothing"))
        ],
        by=None,
    )
    editions.roll_back(to=first, by=None, why="all rents were lost")
    raise_rent(release)
    [waiting] = bundled_loading.load(release).waiting
    editions.publish(drafts=[waiting], by=None, why="the new release is right")
    assert content(waiting)[RENT].value == "16"


def test_changed_rules_of_a_release_are_published_whole(release: BundledEdition) -> None:
    replace(release, "rules/labour.yaml", '"max_months": 24', '"max_months": 25')
    edition = bundled_loading.load(release).edition
    files = RuleFiles.objects.get(version__editions=edition).files
    assert files["labour"]["unemployment_rule"][0]["max_months"] == "25"
    assert files["income_tax"] == BundledEdition().rules()["income_tax"]


def test_faulty_rules_of_a_release_change_nothing(release: BundledEdition) -> None:
    raise_rent(release)
    replace(release, "rules/labour.yaml", '"max_months": 24', '"max_moths": 24')
    before = counts()
    with pytest.raises(BundledDataError, match="max_moths"):
        bundled_loading.load(release)
    assert counts() == before


def test_places_and_sources_follow_the_release(release: BundledEdition) -> None:
    replace(release, "places.csv", ",Liaoyuan,liaoyuan,", ",Liaoyuan City,liaoyuan,")
    assert bundled_loading.load(release).edition is None
    assert Place.objects.get(adcode="220400").name_en == "Liaoyuan City"
    assert Dataset.objects.get(code="rents").head is not None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("place,indicator\n220400,rent_m2\n", "the columns must be"),
        ("{columns}\n220400,rent_m2,2026-06,dear,,,,,s,\n", "line 2: not a number"),
        ("{columns}\n{row}\n{row}\n", "line 3: .* stands twice"),
    ],
)
def test_a_wrong_line_is_named(text: str, fault: str) -> None:
    columns = "place,indicator,period,value,low,high,range_kind,status,source,note"
    row = "220400,rent_m2,2026-06,15.59,,,,,s,"
    file = BundledFile("rents.csv", text.format(columns=columns, row=row).encode())
    with pytest.raises(BundledDataError, match=fault):
        figures_of(file)
