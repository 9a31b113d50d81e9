"""Each fault of a document is one clear sentence that names its path."""

import pytest
from django.utils import translation
from pydantic import BaseModel, ConfigDict, ValidationError

from advisor.comparisons.faults import SENTENCES, Fault, faults_of, path_of, sentence


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    gross: int


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    months: list[Inner]
    city: str = ""


def sentences(document):
    with pytest.raises(ValidationError) as caught, translation.override("en"):
        Outer.model_validate(document)
    with translation.override("en"):
        return [sentence(fault) for fault in faults_of(caught.value, document)]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({}, ["months is missing."]),
        ({"months": [{}]}, ["months[0].gross is missing."]),
        ({"months": [{"gross": "8000"}]}, ["months[0].gross must be a whole number."]),
        ({"months": [], "town": 1}, ["town is not a known key."]),
        ({"months": 1, "city": 2}, ["months must be a list.", "city must be text in quotes."]),
        ([], ["The document must be an object of keys and values."]),
    ],
)
def test_a_fault_is_one_sentence_that_names_its_path(document, expected):
    assert sentences(document) == expected


def test_a_path_leaves_out_union_tags_that_the_document_does_not_hold():
    document = {"contributions": {"monthly": -1}}
    assert path_of(("contributions", "given", "monthly"), document) == "contributions.monthly"


def test_a_key_that_is_missing_is_part_of_its_path():
    assert path_of(("bonus", "amount"), {"bonus": {}}) == "bonus.amount"


def test_an_unknown_code_still_gives_a_sentence():
    with translation.override("en"):
        assert sentence(Fault("city", "something_new")) == "city is not valid."


def test_a_sentence_can_speak_of_a_field_by_its_name():
    with translation.override("en"):
        assert sentence(Fault("a.b", "missing"), name="Gross pay") == "Gross pay is missing."


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_names_the_field(code):
    assert "%(field)s" in str(SENTENCES[code])
