"""How sources are shown on the pages of places: titles and languages."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from advisor.comparisons.wording.own_titles import source_title
from advisor.web.templatetags.pages import language_tag

register = template.Library()
CHINESE = re.compile("[\u4e00-\u9fff]")


@register.filter
def own_title(title: str) -> str:
    """The title of a source in the active language where it is ours."""
    return source_title(title)


@register.filter
def lang_mark(text: str) -> SafeString:
    """The attribute that says in which language a text is, where it is not the page's."""
    tongue = "zh-Hans" if CHINESE.search(text) else "en"
    is_own = tongue == language_tag(get_language() or "")
    return SafeString("") if is_own else format_html(' lang="{}"', tongue)
