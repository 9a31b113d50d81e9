"""Links to the glossary where a page first uses a word."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.comparisons.presenters.glossary import term_view
from advisor.comparisons.wording.terms import TERMS

register = template.Library()
LINKED = "linked_terms"  # on the context, which all parts of a page share


@register.simple_tag(takes_context=True)
def term(context: Context, code: str, label: str) -> SafeString:
    """The label, linked to its meaning where the page shows that word for the first time.

    A label whose code is no word of the glossary stays as it is.
    """
    if code not in TERMS or not _is_first(context, code):
        return conditional_escape(label)
    return _link_in(get_language(), code, label)


@register.simple_tag(takes_context=True)
def words(context: Context, *codes: str) -> SafeString:
    """The words that the sentences below use, linked, but for those that were linked before."""
    new = tuple(code for code in codes if _is_first(context, code))
    return _line(get_language(), new) if new else SafeString("")


@lru_cache(maxsize=256)
def _line(language: str | None, codes: tuple[str, ...]) -> SafeString:
    """The links to these words, kept by language as each of them is."""
    named = ((_link_in(language, code, term_view(code).name),) for code in codes)
    links = format_html_join(" · ", "{}", named)
    return format_html('<p class="small no-print">{} {}</p>', _("Words used here:"), links)


def _is_first(context: Context, code: str) -> bool:
    """Whether the page has not linked that word yet; it has from now on."""
    linked: set[str] = context.__dict__.setdefault(LINKED, set())
    if code in linked:
        return False
    linked.add(code)
    return True


@lru_cache(maxsize=256)
def _link_in(_language: str | None, code: str, label: str) -> SafeString:
    return format_html('<a href="{}#{}">{}</a>', reverse("glossary"), term_view(code).anchor, label)
