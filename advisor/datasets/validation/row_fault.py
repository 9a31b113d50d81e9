"""Why a single row can not be taken."""

from typing import Any


class RowFaultError(ValueError):
    """The row is set aside; `code` with `params` is put in words where it is shown."""

    def __init__(self, code: str, /, **params: Any) -> None:
        self.code = code
        self.params = params
        super().__init__(code)
