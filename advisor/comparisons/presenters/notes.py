"""Notes of several places: what is said of all of them is said once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from advisor.comparisons.presenters.book import Book
from advisor.engine.trail import Sentence

type Notes = tuple[Sentence, ...]


def of_all(notes: Sequence[Notes]) -> Notes:
    """Those that every one of several places has."""
    first, *others = notes
    return tuple(note for note in first if others and all(note in one for one in others))


def without(notes: Iterable[Sentence], said: Container[Sentence]) -> Notes:
    """Those that are not said already."""
    return tuple(note for note in notes if note not in said)


def in_words(notes: Iterable[Sentence], book: Book) -> tuple[str, ...]:
    """Each of them once, in the active language."""
    return tuple(dict.fromkeys(book.say(note) for note in notes))
