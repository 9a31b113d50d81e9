"""Pages of a draft: its answer, and every part of it to change. They open for who made it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from advisor.comparisons import drafts
from advisor.comparisons.asking import answered
from advisor.comparisons.changing import changed_document
from advisor.comparisons.effect import effects
from advisor.comparisons.explaining import explained
from advisor.comparisons.forms import SECTIONS
from advisor.comparisons.forms.cities import AddCityForm
from advisor.comparisons.forms.conventions import ConventionsForm
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.kept_results import first_body
from advisor.comparisons.models import Draft
from advisor.comparisons.views import UNPROCESSABLE, private, to_answer
from advisor.comparisons.wording import place_name
from advisor.datasets.places import gazetteer
from advisor.web.fragments import fragment_asked, is_htmx, render_page
from advisor.web.methods import answers


@answers("GET")
@private
@explained
def result(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The answer to a draft: what can be said at once. The rest is asked for part by part."""
    draft = drafts.own(request, draft_id)
    return _result_page(request, draft)


@answers("GET", "POST")
@private
@explained
def section(request: HttpRequest, draft_id: str, section: str, city: str = "") -> HttpResponse:
    """One part of a draft, to change it."""
    draft = drafts.own(request, draft_id)
    form = _section_form(request, draft, section, city)
    document = changed_document(form, today=timezone.localdate()) if form.is_bound else None
    if document is None:
        return _editor(request, draft, form, city)
    if isinstance(form, ConventionsForm):
        return _keep_and_compare(request, draft, document)
    return _keep_and_show(request, draft, document, form.notes)


@answers("POST")
@private
@explained
def cities(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Add a destination to a draft."""
    draft = drafts.own(request, draft_id)
    form = AddCityForm(request.POST, document=draft.document)
    document = changed_document(form, today=timezone.localdate())
    if document is None:
        return _result_page(request, draft, form)
    return _keep_and_show(request, draft, document, form.notes)


@answers("POST")
@private
@explained
def remove_city(request: HttpRequest, draft_id: str, city: str) -> HttpResponse:
    """Leave a destination out; the last one stays."""
    draft = drafts.own(request, draft_id)
    kept = [one for one in draft.document["destinations"] if one["city"] != city]
    document = {**draft.document, "destinations": kept} if kept else draft.document
    return _keep_and_show(request, draft, document, ())


def _section_form(request: HttpRequest, draft: Draft, section: str, city: str) -> SectionForm:
    """The form of that part, filled with what was sent; Http404 where there is no such part."""
    form_class = SECTIONS.get(section)
    if form_class is None or form_class.of_destination != bool(city):
        raise Http404
    if not form_class.applies(draft.document):
        raise Http404
    data = request.POST if request.method == "POST" else None
    key = f"{section}-{city}" if city else section
    index = _destination_index(draft.document, city) if city else None
    return form_class(data, document=draft.document, destination=index, prefix=key)


def _destination_index(document: dict[str, Any], city: str) -> int:
    for index, destination in enumerate(document["destinations"]):
        if destination["city"] == city:
            return index
    raise Http404


def _keep_and_show(
    request: HttpRequest, draft: Draft, document: dict[str, Any], notes: tuple[str, ...]
) -> HttpResponse:
    """Store the change; htmx gets the new answer, a plain form is sent on to it."""
    drafts.keep(draft, document)
    for note in notes:
        messages.info(request, note)
    if is_htmx(request):
        return _result_page(request, draft)
    return to_answer(request, draft)


def _keep_and_compare(request: HttpRequest, draft: Draft, document: dict[str, Any]) -> HttpResponse:
    """Store changed conventions; their page then says what that did to the answer."""
    today = timezone.localdate()
    before, after = (answered(one, today=today) for one in (draft.document, document))
    drafts.keep(draft, document)
    for sentence in effects(before, after):
        messages.info(request, sentence)
    return redirect("section", draft.pk, ConventionsForm.key)


def _result_page(
    request: HttpRequest, draft: Draft, add_city: AddCityForm | None = None
) -> HttpResponse:
    fragments = ("result",)
    in_place = fragment_asked(request, fragments) is not None
    body = first_body(
        request, draft, today=timezone.localdate(), in_place=in_place, add_city=add_city
    )
    context = {"draft": draft, "body": body, "add_city": add_city}
    status = UNPROCESSABLE if add_city else 200
    return render_page(
        request, "comparisons/result.html", context, fragments=fragments, status=status
    )


def _editor(request: HttpRequest, draft: Draft, form: SectionForm, city: str) -> HttpResponse:
    """The part's form, as a page or in the place of the part."""
    key = form.prefix or form.key
    context = {"draft": draft, "form": form, "key": key, "name": _name(city)}
    status = UNPROCESSABLE if form.is_bound else 200
    if not is_htmx(request):
        return render(request, "comparisons/section.html", context, status=status)
    context["fragment"] = "editor"
    response = render(request, "comparisons/section.html#editor", context, status=status)
    response.headers["HX-Retarget"] = f"#editor-{key}"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def _name(city: str) -> str:
    names = (place_name(place) for place in gazetteer().places if place.adcode == city)
    return next(names, "")
