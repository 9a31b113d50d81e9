"""What a person keeps: comparisons under a name, each with versions that never change."""

from __future__ import annotations

import zlib
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models

from advisor.comparisons.models.drafts import opaque_id

LONGEST_NAME = 80
LONGEST_NOTE = 2000


class SavedComparisonQuerySet(models.QuerySet["SavedComparison"]):
    def of_owner(self, user_id: int | None) -> Self:
        """Those of this account."""
        return self.filter(owner_id=user_id)

    def kept(self) -> Self:
        """Those that were not deleted."""
        return self.filter(deleted_at__isnull=True)


class SavedComparison(models.Model):
    """A comparison that its owner named. `newest` is the number of its newest version.

    `once` is a word of the form that saved it: sent twice, it still makes one comparison.
    A deleted one can be brought back for a while, then it is gone with all that hangs on it.
    """

    id = models.CharField(primary_key=True, max_length=22, default=opaque_id, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_comparisons", db_index=False
    )
    name = models.CharField(max_length=LONGEST_NAME)
    note = models.TextField(blank=True, max_length=LONGEST_NOTE)
    once = models.CharField(max_length=22, default=opaque_id, editable=False)
    newest = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = SavedComparisonQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "id"]
        indexes = [
            models.Index(fields=["owner", "deleted_at", "archived_at", "-changed_at"], name="shelf")
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "once"], name="one_comparison_a_form")
        ]

    def __str__(self) -> str:
        return self.name


class ChangedVersionError(TypeError):
    """Something tried to rewrite what was shown to a person."""


class WrittenOnceRows(models.QuerySet[Any]):
    """Rows that are inserted and never changed; they go only with what they belong to."""

    def update(self, **_: Any) -> NoReturn:
        raise ChangedVersionError(f"{self.model.__name__} rows are never changed")


class WrittenOnce(models.Model):
    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert the row. Raises ChangedVersionError for one that is there already."""
        if not self._state.adding:
            raise ChangedVersionError(f"{type(self).__name__} rows are never changed")
        super().save(*args, **kwargs)


class SavedVersion(WrittenOnce):
    """One state of a saved comparison: what was asked, by which data, and what came out in short.

    `document` is the question as typed, `on` and `move_date` what its open dates meant that day.
    `used` names the figures and rules the answer was made of, compressed; `fingerprint` is the hash
    of their contents. `gist` holds what lists and notices need (`saved.gist`).
    """

    comparison = models.ForeignKey(SavedComparison, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    on = models.DateField()
    move_date = models.DateField()
    edition = models.CharField(max_length=20)
    engine = models.CharField(max_length=10)
    fingerprint = models.CharField(max_length=64)
    used = models.BinaryField()
    gist = models.JSONField()
    made_at = models.DateTimeField()

    objects = models.Manager.from_queryset(WrittenOnceRows)()

    class Meta:
        ordering = ["comparison_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["comparison", "number"], name="one_version_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.comparison_id} {self.number}"


class ShownResult(WrittenOnce):
    """What a version showed in one language: the page's part; answer and inputs as JSON."""

    version = models.ForeignKey(SavedVersion, models.CASCADE, related_name="shown")
    language = models.CharField(max_length=10)
    page = models.BinaryField()
    answer = models.BinaryField()

    objects = models.Manager.from_queryset(WrittenOnceRows)()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "language"], name="one_showing_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.language}"


class FigureUse(models.Model):
    """That the newest version of a comparison rests on a dataset's figures of a place.

    The place is empty for rules. These rows select whom new data may concern.
    """

    comparison = models.ForeignKey(SavedComparison, models.CASCADE, related_name="uses")
    place = models.CharField(max_length=6, blank=True)
    dataset = models.CharField(max_length=40)

    class Meta:
        indexes = [
            models.Index(fields=["dataset", "place", "comparison"], name="whom_data_concerns")
        ]

    def __str__(self) -> str:
        return f"{self.comparison_id}: {self.dataset} {self.place}"


def packed(text: str) -> bytes:
    """The text compressed."""
    return zlib.compress(text.encode())


def unpacked(content: bytes | memoryview) -> str:
    """The text of compressed bytes."""
    return zlib.decompress(content).decode()
