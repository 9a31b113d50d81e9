"""`manage.py net_pay --input FILE`: from gross pay to take-home pay, as a JSON document."""

from typing import Any

from django.utils import timezone

from advisor.comparisons.document_answers import answer_to_net_pay
from advisor.comparisons.document_command import DocumentCommand
from advisor.web.first_use import ensure_database


class Command(DocumentCommand):
    help = "Turn gross pay into take-home pay: reads and writes JSON (docs/api.md, net_pay)."

    def answer(self, document: Any) -> dict[str, Any]:
        ensure_database()
        return answer_to_net_pay(document, today=timezone.localdate())
