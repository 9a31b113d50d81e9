"""Tags of the pages that everybody may link to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from advisor.web.templatetags.pages import language_tag

register = template.Library()
CHINESE = re.compile("[\u4e00-\u9fff]")


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


@register.filter
def other_tongue(text: str) -> str:
    """The language of a title that is not the page's; empty where it is the same."""
    tongue = "zh-Hans" if CHINESE.search(text) else "en"
    return "" if tongue == language_tag(get_language() or "") else tongue
