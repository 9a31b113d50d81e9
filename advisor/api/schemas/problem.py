"""Problem details (RFC 9457) as the OpenAPI document describes them."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field


class ProblemEntry(BaseModel):
    """One thing that is wrong with the request."""

    path: str = Field(
        description=_("Where, such as months[0].gross; empty for the whole document.")
    )
    code: str = Field(description=_("What kind of fault it is, for programs."))
    detail: str = Field(description=_("The fault in a sentence, in the document's language."))


class Problem(BaseModel):
    """What went wrong with a request."""

    type: str = Field(description=_("Names the kind of problem, and leads to its explanation."))
    title: str = Field(description=_("The kind of problem in words."))
    status: int = Field(description=_("The HTTP status."))
    detail: str = Field(description=_("What to do about it."))
    errors: list[ProblemEntry] = Field(description=_("Everything that is wrong, an entry each."))
