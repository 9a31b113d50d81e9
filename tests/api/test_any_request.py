"""Any request at all: answered, or refused as documented; never a traceback."""

import json
import os
import random
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.datasets.conventions import bundled_conventions
from tests.api.asking import CLIENT, COMPARISON, PAY, post, problem

CONFIG = Path(__file__).with_name("schemathesis.toml")
FULL = {
    "compare": COMPARISON
    | {
        "savings": 60_000,
        "children": [{"born": "2018-05"}],
        "home": {"city": "Liaoyuan", "housing": {"kind": "owner", "area_m2": 75}},
        "destinations": [{"city": "Beijing", "offers": [{"gross_monthly": 9000}], "housing": {}}],
        "assumptions": {"price_elasticity": 0.2},
    },
    "net-pay": PAY | {"bonus": {"amount": 10_000}, "contributions": {"monthly": 500}},
}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["2026-13", "1900-01-01", "actual", "吉林", "Suzhou", "110000", "owner", ""])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)
REPEATED = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def places(part, path=()):
    """The path of every place in a document."""
    yield path
    if isinstance(part, dict | list):
        for step, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from places(inner, (*path, step))


@st.composite
def spoilt(draw, document):
    """The document with something else in one to three of its places."""
    document = deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from([*places(document)][1:] or [()]))
        if not path:
            return document
        holder = document
        for step in path[:-1]:
            holder = holder[step]
        if isinstance(holder, dict) and draw(st.booleans()):
            holder[draw(st.text(max_size=6))] = holder.pop(path[-1])
        else:
            holder[path[-1]] = draw(ANYTHING)
    if isinstance(document.get("draws"), int):
        document["draws"] = min(document["draws"], 100)
    return document


def is_documented(name, response):
    """Whether the response is an answer, or a problem whose faults have paths and sentences."""
    if response.status_code == 200:
        return json.loads(response.content)["edition" if name == "compare" else "city"] is not None
    found = problem(response)
    assert response.status_code in (400, 422)
    assert found["errors"]
    return all(one["detail"] and one["code"] for one in found["errors"])


@pytest.fixture
def unlimited(settings):
    """As many requests as are wanted."""
    settings.API_RATES = dict.fromkeys(settings.API_RATES, "")


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "examples"), [("compare", 400), ("net-pay", 400)])
def test_a_spoilt_document_is_answered_or_its_faults_are_told(name, examples, unlimited):
    @settings(REPEATED, max_examples=examples)
    @given(spoilt(FULL[name]))
    def holds(document):
        assert is_documented(name, post(name, json.dumps(document).encode()))

    holds()


@pytest.mark.django_db
def test_conventions_at_the_ends_of_what_they_can_be_are_answered(unlimited):
    source = random.Random(5)
    picks = [min, max, *[source.choice] * 6]
    for pick in picks:
        assumptions = {one.name: pick(one.bounds) for one in bundled_conventions().values()}
        buying = [{"city": "Shenzhen", "housing": {"kind": "two_bed", "buy_in_year": 3}}]
        document = FULL["compare"] | {"assumptions": assumptions, "destinations": buying}
        response = post("compare", document)
        assert response.status_code == 200, assumptions


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["compare", "net-pay"])
def test_any_json_and_any_bytes_are_refused_with_reasons(name, unlimited):
    @settings(REPEATED, max_examples=100)
    @given(ANYTHING.map(json.dumps).map(str.encode) | st.binary(max_size=200))
    def holds(body):
        response = post(name, body)
        assert response.status_code in (400, 422)
        assert is_documented(name, response)

    holds()


@pytest.mark.django_db
def test_any_query_is_answered_or_refused(unlimited):
    keys = st.sampled_from(["q", "tier", "province", "limit", "offset"]) | st.text(max_size=4)

    @settings(REPEATED, max_examples=250)
    @given(st.dictionaries(keys, st.text(max_size=70), max_size=4))
    def holds(query):
        response = CLIENT.get("/api/v1/cities", query)
        if response.status_code != 200:
            assert response.status_code == 422
            assert problem(response)["errors"]

    holds()


def test_schemathesis_finds_no_failure(live_server, unlimited, tmp_path):
    done = subprocess.run(
        [
            *(Path(sys.executable).with_name("schemathesis"), "--config-file", CONFIG),
            *("--no-color", "run", f"{live_server.url}/api/v1/openapi.json"),
            *("--checks", "all", "--max-examples", "12", "--request-timeout", "30"),
        ],
        cwd=tmp_path,
        env=os.environ | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed" in done.stdout
