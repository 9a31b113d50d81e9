"""What goes wrong in the outside world: a code with parameters, and whether it may pass by itself.

The words for staff are not here: `advisor.datasets.wording` has a sentence for every code.
"""

from typing import Any


class SourceError(Exception):
    """A source could not be fetched or read."""

    is_passing = False

    def __init__(self, code: str, /, **params: Any) -> None:
        self.code = code
        self.params = params
        super().__init__(code, params)


class PassingError(SourceError):
    """It may well work a little later; `retry_after` in seconds is what the publisher asked for."""

    is_passing = True

    def __init__(self, code: str, /, *, retry_after: float | None = None, **params: Any) -> None:
        super().__init__(code, **params)
        self.retry_after = retry_after


class FetchError(SourceError):
    """The address does not give what it should: staff have to look."""


class ReadError(SourceError):
    """The content is not of the form that was expected of it."""


class MappingError(SourceError):
    """The mapping does not lead from this content to the tidy form."""
