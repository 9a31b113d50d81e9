"""`manage.py net_pay --input FILE`: from gross pay to take-home pay, as a JSON document."""

from typing import Any

from django.utils import timezone

from advisor.comparisons.city_names import city_named
from advisor.comparisons.document_command import DocumentCommand
from advisor.comparisons.net_pay import net_pay
from advisor.comparisons.net_pay_answer import net_pay_answer
from advisor.datasets.loading import reference
from advisor.datasets.places import gazetteer
from advisor.web.first_use import ensure_database


class Command(DocumentCommand):
    help = "Turn gross pay into take-home pay: reads and writes JSON (docs/api.md, net_pay)."

    def answer(self, document: Any) -> dict[str, Any]:
        ensure_database()
        found = net_pay(
            document,
            reference=reference(on=timezone.localdate()),
            city_named=city_named(gazetteer()),
        )
        return net_pay_answer(found)
