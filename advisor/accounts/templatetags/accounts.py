"""Tags for pages of accounts."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()

# Each names itself after those it is like: the first that fits is it.
BROWSERS = {
    "MicroMessenger": "微信 (WeChat)",
    "Edg": "Edge",
    "Firefox": "Firefox",
    "OPR": "Opera",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "HarmonyOS": "HarmonyOS",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}
LONGEST = 40  # signs of a browser that we don't know


@register.filter
def device(user_agent: str) -> str:
    """Browser and system in two words; what it says of itself where we know neither."""
    found = [
        next((name for sign, name in names.items() if sign in user_agent), "")
        for names in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, found)) or user_agent[:LONGEST]


@register.simple_tag
def kept_mail() -> str:
    """The folder in which letters are kept where no mail server is set; else nothing."""
    return str(settings.VAR / "mail") if settings.MAIL_IS_KEPT and not settings.PRODUCTION else ""
