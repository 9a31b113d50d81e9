"""Tags that every page uses."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
PARTS_IN_PROCESS = 4096  # of some 2 kB each

# In the language they invite to, whatever the language of the page.
INVITATIONS = {"zh-hans": "用中文看这一页", "en": "Read this page in English"}


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageLink:
    """The same page in the other language, named in that language."""

    code: str
    name: str
    url: str
    invitation: str  # where the browser asks for that language


@dataclass(frozen=True, kw_only=True, slots=True)
class PageAddress:
    """Where the page stands in a language; `rel` as HTML names it, no code for the page itself."""

    rel: str
    code: str
    url: str


@register.simple_tag(takes_context=True)
def language_addresses(context: dict[str, Any]) -> tuple[PageAddress, ...]:
    """The page's own address without what is asked of it, and its address in every language."""
    request: HttpRequest = context["request"]
    here = request.build_absolute_uri(request.path)
    others = [
        PageAddress(rel="alternate", code=language_tag(code), url=translate_url(here, code))
        for code, _name in settings.LANGUAGES
    ]
    default = PageAddress(rel="alternate", code="x-default", url=others[0].url)
    return (PageAddress(rel="canonical", code="", url=here), *others, default)


@register.simple_tag(takes_context=True)
def other_language(context: dict[str, Any]) -> LanguageLink | None:
    """Where this page stands in the other language; None where there is no request."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return None
    code, name = next((code, name) for code, name in settings.LANGUAGES if code != get_language())
    return LanguageLink(
        code=code,
        name=name,
        url=translate_url(request.get_full_path(), code),
        invitation=INVITATIONS[code] if _asks_for(request, code) else "",
    )


def _asks_for(request: HttpRequest, code: str) -> bool:
    """Whether the first language that the browser names is that one."""
    first = request.headers.get("Accept-Language", "").partition(",")[0].strip().lower()
    return first[:2] == code[:2]


@register.simple_block_tag
def text(content: SafeString) -> SafeString:
    """What stands between the tags, to be said once more elsewhere: `{% text as page_title %}`."""
    return content


@register.simple_tag
def kept(template_name: str, **views: Hashable) -> SafeString:
    """The part of a page made of these views alone, kept in the process for equal views.

    For parts that many answers share; they see no request, no draft and no form.
    """
    return _part(template_name, get_language() or "", tuple(views.items()))


@lru_cache(maxsize=PARTS_IN_PROCESS)
def _part(template_name: str, language: str, views: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template_name, dict(views))


@register.filter
def suggested(field: BoundField) -> Any:
    """What its form offers to choose from instead of what was typed into that field."""
    return getattr(field.form, "suggested", {}).get(field.html_name, ())


@register.filter
def unbroken(text: str) -> str:
    """The text without a line break between currency and amount."""
    return text.replace("CNY ", "CNY\N{NO-BREAK SPACE}")


@register.filter
def language_tag(code: str) -> str:
    """The language as HTML names it: `zh-Hans`."""
    main, _, script = code.partition("-")
    return f"{main}-{script.title()}" if script else main
