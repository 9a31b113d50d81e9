"""`manage.py method_document`: print docs/method.md, the checks and the back-test."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from advisor.comparisons.evidence import evidence
from advisor.comparisons.method_page import method_book
from advisor.comparisons.presenters.method.document import method_document
from advisor.datasets.loading import reference
from advisor.datasets.models import Edition


class Command(BaseCommand):
    help = "Prints the checks and the back-test on the first edition (docs/method.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        edition = Edition.objects.earliest("published_at")
        on = timezone.localdate(edition.published_at)
        figures = reference(on=on, edition=edition.id)
        found = evidence(on=on, edition=edition.id)
        with translation.override("en"):
            document = method_document(figures, found, method_book(figures))
        self.stdout.write(document, ending="")
