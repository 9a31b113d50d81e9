"""A file or an answer that could not be read as what it should be."""

from collections.abc import Mapping
from typing import Any


class UnreadableError(ValueError):
    """Nothing can be taken from the content; `code` with `params` says why."""

    def __init__(self, code: str, params: Mapping[str, Any] | None = None) -> None:
        self.code = code
        self.params = dict(params or {})
        super().__init__(code, self.params)
