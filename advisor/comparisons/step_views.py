"""The whole household: in six short steps, or on one page. Both end in the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from advisor.comparisons import drafts
from advisor.comparisons.changing import changed_document
from advisor.comparisons.explaining import explained
from advisor.comparisons.forms import AT_HOME, THERE
from advisor.comparisons.forms.at_home import CommitmentsForm, LivingForm, PlanForm, SavingsForm
from advisor.comparisons.forms.bundle import Bundle
from advisor.comparisons.forms.family import FamilyForm, PartnerForm
from advisor.comparisons.forms.pay import WorkForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.forms.steps import (
    EverywhereForm,
    HomeDetailsForm,
    PayDetailsForm,
    YouForm,
)
from advisor.comparisons.models import Draft
from advisor.comparisons.views import UNPROCESSABLE, private, to_answer
from advisor.comparisons.wording import place_name
from advisor.datasets.places import gazetteer
from advisor.web.methods import answers

type Sections = tuple[type[SectionForm], ...]

STEPS: tuple[tuple[Promise, Sections], ...] = (
    (_("You"), (YouForm,)),
    (_("Pay"), (PayDetailsForm, WorkForm)),
    (pgettext_lazy("dwelling", "Home"), (HomeDetailsForm,)),
    (_("Family"), (FamilyForm, PartnerForm)),
    (_("There"), (EverywhereForm,)),
    (_("Spending and money"), (LivingForm, CommitmentsForm, SavingsForm, PlanForm)),
)


@answers("GET", "POST")
@private
@explained
def start(request: HttpRequest) -> HttpResponse:
    """The first step of who has no answer yet; a valid one starts a draft."""
    bundle = Bundle({}, [_form(request, YouForm, {})])
    document = _changed(bundle)
    if document is None:
        return _step_page(request, bundle, number=1, draft=None)
    draft = drafts.start(request, document)
    _say(request, bundle)
    return redirect("step", draft.pk, 2)


@answers("GET", "POST")
@private
@explained
def step(request: HttpRequest, draft_id: str, number: int) -> HttpResponse:
    """One of the six steps; what is valid is kept before the next one."""
    draft = drafts.own(request, draft_id)
    if not 1 <= number <= len(STEPS):
        raise Http404
    _title, sections = STEPS[number - 1]
    forms = [_form(request, section, draft.document) for section in sections]
    bundle = Bundle(draft.document, forms)
    document = _changed(bundle)
    if document is None:
        return _step_page(request, bundle, number=number, draft=draft)
    drafts.keep(draft, document)
    _say(request, bundle)
    is_last = number == len(STEPS) or "finish" in request.POST
    return to_answer(request, draft) if is_last else redirect("step", draft.pk, number + 1)


@answers("GET", "POST")
@private
@explained
def everything(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Every question on one page, those about each destination city by city."""
    draft = drafts.own(request, draft_id)
    here = [_form(request, one, draft.document) for one in AT_HOME if one.applies(draft.document)]
    there = [
        (_names()[one["city"]], _forms_there(request, draft.document, index))
        for index, one in enumerate(draft.document["destinations"])
    ]
    bundle = Bundle(draft.document, [*here, *(form for _name, forms in there for form in forms)])
    document = _changed(bundle)
    if document is None:
        context = {"draft": draft, "form": bundle, "here": here, "there": there}
        return render(request, "comparisons/everything.html", context, status=_status(bundle))
    drafts.keep(draft, document)
    _say(request, bundle)
    return to_answer(request, draft)


def _form(
    request: HttpRequest,
    section: type[SectionForm],
    document: dict[str, Any],
    destination: int | None = None,
) -> SectionForm:
    """The section, filled with what was sent, under a prefix of its own."""
    data = request.POST if request.method == "POST" else None
    prefix = section.key
    if destination is not None:
        prefix += f"-{document['destinations'][destination]['city']}"
    return section(data, document=document, destination=destination, prefix=prefix)


def _forms_there(
    request: HttpRequest, document: dict[str, Any], index: int
) -> Sequence[SectionForm]:
    return [_form(request, one, document, index) for one in THERE if one.applies(document)]


def _changed(bundle: Bundle) -> dict[str, Any] | None:
    if not bundle.is_bound:
        return None
    return changed_document(bundle, today=timezone.localdate())


def _say(request: HttpRequest, bundle: Bundle) -> None:
    for note in bundle.notes:
        messages.info(request, note)


def _step_page(
    request: HttpRequest, bundle: Bundle, *, number: int, draft: Draft | None
) -> HttpResponse:
    title, _sections = STEPS[number - 1]
    is_last = number == len(STEPS)
    context = {
        "form": bundle,
        "draft": draft,
        "title": title,
        "number": number,
        "steps": len(STEPS),
        "following": None if is_last else STEPS[number][0],
        "back": reverse("step", args=[draft.pk, number - 1]) if draft and number > 1 else "",
    }
    return render(request, "comparisons/step.html", context, status=_status(bundle))


def _status(bundle: Bundle) -> int:
    return UNPROCESSABLE if bundle.is_bound else 200


def _names() -> dict[str, str]:
    return {place.adcode: place_name(place) for place in gazetteer().places}
