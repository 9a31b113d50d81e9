"""Rows that are written once: history can be trusted only if nothing rewrites it."""

from typing import Any, NoReturn

from django.db import models


class FrozenRowError(TypeError):
    """Something tried to change or delete a row that is kept for good."""


class KeptRows(models.QuerySet[Any]):
    """Rows that may gain state but are never deleted."""

    def delete(self) -> NoReturn:
        raise FrozenRowError(f"{self.model.__name__} rows are never deleted")


class FrozenRows(KeptRows):
    """Rows that are inserted and then neither changed nor deleted."""

    def update(self, **_: Any) -> NoReturn:
        raise FrozenRowError(f"{self.model.__name__} rows are never changed")


class KeptModel(models.Model):
    """A row that may gain state but is never deleted."""

    class Meta:
        abstract = True

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        raise FrozenRowError(f"{type(self).__name__} rows are never deleted")


class FrozenModel(KeptModel):
    """A row that is inserted and then neither changed nor deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenRowError(f"{type(self).__name__} rows are never changed")
        super().save(*args, **kwargs)
