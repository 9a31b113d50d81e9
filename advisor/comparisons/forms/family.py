"""Sections about who else is in the household: a second earner, children, parents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path, put, value_at
from advisor.comparisons.forms.answers import MonthField
from advisor.comparisons.forms.fields import AmountField, NumberField
from advisor.comparisons.forms.pay import PayForm, WorkForm, YearForm, pay_paths
from advisor.comparisons.forms.section import SectionForm

MOST_CHILDREN = 10
FIRST_ROWS = 3
NOBODY, BOTH, FIRST, SECOND = "nobody", "both", "first", "second"


def has_partner(document: Mapping[str, Any]) -> bool:
    """Whether the document has a second earner."""
    return len(document.get("earners", ())) > 1


class PartnerForm(PayForm):
    """A second earner, and who of the two would move."""

    key = "partner"
    title = _("A second earner")
    paths: ClassVar = pay_paths(("earners", 1, "pay")) | {"unit": ("earners", 1, "unit")}

    who = forms.ChoiceField(
        label=_("Is there a second earner, and who would move?"),
        choices=[
            (NOBODY, _("No second earner")),
            (BOTH, _("Yes, and we would both move")),
            (FIRST, _("Yes, and only I would move")),
            (SECOND, _("Yes, and only they would move")),
        ],
    )
    gross = AmountField(
        label=_("Their gross pay a month"), required=False,
        help_text=_("Before tax and contributions, in yuan. 0 without a job."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        gross, who = answers.get("gross"), answers.get("who")
        if who == NOBODY and gross is not None and not has_partner(self.answered):
            self.add_error("who", _now("You gave a second pay. Say who would move."))
        if who not in (NOBODY, None) and gross is None and not self.has_error("gross"):
            self.add_error("gross", _now("Their pay is missing. Type it; 0 without a job."))
        return answers

    def write(self, document: dict[str, Any]) -> None:
        """Without a second earner nothing of one stays; who stays has no offer."""
        who = self.cleaned_data["who"]
        if who == NOBODY:
            del document["earners"][1:]
        else:
            super().write(document)
            put(document, ("earners", 1, "stays"), True if who == FIRST else None)
            if (document.get("adults") or 2) < 2:
                document.pop("adults")
        put(document, ("earners", 0, "stays"), True if who == SECOND else None)
        for destination in document["destinations"]:
            _leave_out_who_stays(destination, document["earners"])

    def _initial(self) -> dict[str, Any]:
        return super()._initial() | {"who": self._who()}

    def _who(self) -> str:
        if not has_partner(self.answered):
            return NOBODY
        if value_at(self.answered, ("earners", 1, "stays")):
            return FIRST
        return SECOND if value_at(self.answered, ("earners", 0, "stays")) else BOTH


class OfPartner(SectionForm):
    """What is asked about the second earner as about the first, where there is one."""

    earner: ClassVar[int] = 1

    @classmethod
    def applies(cls, document: Mapping[str, Any]) -> bool:
        return has_partner(document)

    def write(self, document: dict[str, Any]) -> None:
        if has_partner(document):
            super().write(document)


class PartnerWorkForm(OfPartner, WorkForm):
    """The second earner's work."""

    key = "partner-work"
    title = _("The second earner's work")


class PartnerYearForm(OfPartner, YearForm):
    """The second earner's year of the move."""

    key = "partner-year"
    title = _("The second earner's year of the move")


class FamilyForm(SectionForm):
    """Adults, parents and children."""

    key = "family"
    title = _("Your family")
    intro = _("Leave out what does not apply.")
    paths: ClassVar = {
        "adults": ("adults",),
        "parents": ("parents_supported",),
        "parents_60": ("parents_60_plus",),
    }

    adults = NumberField(
        label=_("Adults in the household"), low=1, high=10, example="2", required=False,
        help_text=_("Empty: as many as earn."),
    )  # fmt: skip
    parents = NumberField(label=_("Parents you support"), high=8, example="2", required=False)
    parents_60 = NumberField(
        label=_("Of them, aged 60 or more"), high=8, example="1", required=False,
        help_text=_("They bring a deduction from taxed pay."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in range(self._rows()):
            self.fields |= _child_fields(row)

    def all_paths(self) -> Mapping[str, Path]:
        rows = range(self._rows())
        return {**self.paths, **{f"born_{row}": ("children", row, "born") for row in rows}}

    def write(self, document: dict[str, Any]) -> None:
        """Children stand in the order of the rows, without the empty ones."""
        for name, path in self.paths.items():
            put(document, path, self.cleaned_data[name])
        children = [self._child(row) for row in range(self._rows())]
        put(document, ("children",), [child for child in children if child] or None)

    def _child(self, row: int) -> dict[str, Any] | None:
        born = self.cleaned_data[f"born_{row}"]
        if born is None:
            return None
        stays = self.cleaned_data[f"moves_{row}"] == "stays"
        return {"born": born} | ({"moves": False} if stays else {})

    def _rows(self) -> int:
        known = len(self.answered.get("children", ()))
        return min(MOST_CHILDREN, max(FIRST_ROWS, known + 1))

    def _initial(self) -> dict[str, Any]:
        children = enumerate(self.answered.get("children", ()))
        moves = {
            f"moves_{row}": "" if child.get("moves", True) else "stays" for row, child in children
        }
        return super()._initial() | moves


def _child_fields(row: int) -> dict[str, forms.Field]:
    born = _now("Child {number}: month of birth").format(number=row + 1)
    moves = _now("Child {number}: would it move?").format(number=row + 1)
    return {
        f"born_{row}": MonthField(
            label=born, required=False, help_text=_now("Such as 2018-05. Empty: no child.")
        ),
        f"moves_{row}": forms.ChoiceField(
            label=moves, required=False,
            choices=[("", _now("Moves along")), ("stays", _now("Stays here"))],
        ),
    }  # fmt: skip


def _leave_out_who_stays(destination: dict[str, Any], earners: list[dict[str, Any]]) -> None:
    """Take out the offers of who stays or is no longer there."""
    pairs = zip(destination.get("offers") or [], earners, strict=False)
    offers = [None if earner.get("stays") else offer for offer, earner in pairs]
    while offers and offers[-1] is None:
        offers.pop()
    put(destination, ("offers",), offers or None)
