"""The words of money ready to be shown, with the places where they are explained."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.wording.terms import GROUPS, TERMS, Term


@dataclass(frozen=True, kw_only=True, slots=True)
class TermView:
    """A word with its meaning; `anchor` is its place on the glossary page."""

    anchor: str
    name: str
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    title: str
    terms: tuple[TermView, ...]


def glossary_view() -> tuple[GroupView, ...]:
    """Every word, by what it belongs to."""
    return tuple(
        GroupView(title=_(title), terms=tuple(_view(code, one) for code, one in terms.items()))
        for title, terms in GROUPS.items()
    )


def term_view(code: str) -> TermView:
    """One word. Raises KeyError for a code that stands for none."""
    return _view(code, TERMS[code])


def _view(code: str, term: Term) -> TermView:
    return TermView(anchor=code.replace("_", "-"), name=_(term.name), meaning=_(term.meaning))
