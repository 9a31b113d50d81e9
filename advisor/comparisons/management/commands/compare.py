"""`manage.py compare --input FILE`: should I go or stay, as a JSON document."""

from typing import Any

from django.utils import timezone

from advisor.comparisons.asking import answered, indicator_words
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.document_command import DocumentCommand
from advisor.web.first_use import ensure_database


class Command(DocumentCommand):
    help = "Compare staying with moving: reads and writes JSON (docs/api.md, compare)."

    def answer(self, document: Any) -> dict[str, Any]:
        ensure_database()
        found = answered(document, today=timezone.localdate())
        words = indicator_words(found.reference.edition)
        units = {indicator: one.unit for indicator, one in words.items()}
        return comparison_document(found.comparison, found.reference, units, found.notes)
