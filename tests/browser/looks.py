"""The screens and languages that pages are looked at in."""

from dataclasses import dataclass
from itertools import product
from typing import Any, Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Width in CSS pixels, colour scheme and language of a visitor."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    language: Literal["zh", "en"] = "zh"

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}-{self.language}"

    @property
    def home(self) -> str:
        """The address of the first page in this language."""
        return "/en/" if self.language == "en" else "/"

    def context_options(self) -> dict[str, Any]:
        """What Playwright's `new_context` takes."""
        return {
            "viewport": {"width": self.width, "height": 800},
            "color_scheme": self.scheme,
            "locale": "en-GB" if self.language == "en" else "zh-CN",
        }


DESKTOP, PHONE = 1280, 360
EVERY_LOOK = tuple(
    Look(width=width, scheme=scheme, language=language)
    for width, scheme, language in product((DESKTOP, PHONE), ("light", "dark"), ("zh", "en"))
)
