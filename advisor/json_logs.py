"""Logs as one JSON object a line, in which no amount that a person typed can stand."""

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

# What may be given as `extra`; anything else that a record carries is left out.
FIELDS = (
    "method",
    "route",
    "status",
    "milliseconds",
    "task",
    "dataset",
    "source",
    "version",
    "edition",
    "rows",
    "deleted",
    "run",
)
# Free text may quote what was typed: no number of three signs or more is shown.
NUMBER = re.compile(r"\d[\d,.]{2,}|[\d.]+ ?万")


class JSONFormatter(logging.Formatter):
    """Time, level, logger, message and known fields; an exception by its type and its frames."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_numbers(record.getMessage()),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line |= _exception(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def without_numbers(text: str) -> str:
    """The text with every longer number replaced by a mark."""
    return NUMBER.sub("#", text)


def _exception(exc_info: Any) -> dict[str, Any]:
    kind, error, traceback = exc_info
    frames = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        frames.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_qualname}")
        traceback = traceback.tb_next
    return {"exception": kind.__qualname__, "says": without_numbers(str(error)), "frames": frames}


def configuration(level: str) -> dict[str, Any]:
    """What Django, gunicorn and Celery log with: all to standard error, from this level on."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "advisor.json_logs.JSONFormatter"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stderr"], "level": level},
    }
