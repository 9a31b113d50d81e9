"""A command that answers one JSON document with another: `--input FILE`, or `-` to read stdin."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from advisor.comparisons.faults import Fault, FaultyDocumentError, sentence
from advisor.comparisons.json_documents import json_document
from advisor.datasets.loading import NoEditionError

BAD_INPUT = 2  # the exit code of a document that can not be answered
LANGUAGES = ("en", "zh-hans")


class DocumentCommand(BaseCommand):
    """Writes the answer and nothing else to standard output; faults go to standard error."""

    requires_system_checks = ()

    def answer(self, document: Any) -> dict[str, Any]:
        """The answer to the document; raises FaultyDocumentError where there is none."""
        raise NotImplementedError

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--input", required=True, help="a JSON file, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        document: Any = None
        try:
            document = json_document(_input_bytes(options["input"]))
            with translation.override(language_of(document)):
                answer = self.answer(document)
        except FaultyDocumentError as error:
            with translation.override(language_of(document)):
                for fault in error.faults:
                    self.stderr.write(sentence(fault))
            sys.exit(BAD_INPUT)
        except NoEditionError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))


def language_of(document: Any) -> str:
    """The language that the document asks for; English where it names none that is spoken here."""
    asked = document.get("language") if isinstance(document, dict) else None
    return asked if asked in LANGUAGES else "en"


def _input_bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FaultyDocumentError([Fault(name, "not_readable", {"reason": reason})]) from error
