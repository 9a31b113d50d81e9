"""What the first line and the headings of an HTTP answer mean for us."""

from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from advisor.sources.errors import FetchError, PassingError, SourceError

NOT_MODIFIED = 304
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
FORBIDDEN = {401, 403, 407, 451}
TOO_MANY = 429
PASSING = {408, 425}
SERVER_FAULTS = 500

# Content types of each format, beside those that say nothing.
SILENT = {"", "application/octet-stream", "binary/octet-stream", "text/plain"}
PAGES = {"text/html", "application/xhtml+xml"}
CONTENT_TYPES = {
    "csv": {"text/csv", "application/csv", "text/x-csv", "application/vnd.ms-excel"},
    "xlsx": {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/zip",
        "application/vnd.ms-excel",
    },
    "json": {"application/json", "text/json", "text/javascript", "application/javascript"},
    "html_table": PAGES,
    "publisher": {*PAGES, "application/json", "text/json", "text/javascript"},
}


def status_fault(status: int, headings: Message) -> SourceError | None:
    """What a status that is neither success nor a redirect means; None for success."""
    if 200 <= status < 300 and status not in (204, 206):
        return None
    if status in GONE:
        return FetchError("not_found", status=status)
    if status in FORBIDDEN:
        return FetchError("forbidden", status=status)
    wait = seconds_to_wait(headings.get("retry-after", ""))
    if status == TOO_MANY:
        return PassingError("too_many_requests", retry_after=wait)
    if status in PASSING or status >= SERVER_FAULTS:
        return PassingError("server_failed", retry_after=wait, status=status)
    return FetchError("unexpected_status", status=status)


def check_content_type(heading: str, form: str) -> None:
    """Raise FetchError where the answer says that it is something else than the format."""
    given = heading.partition(";")[0].strip().casefold()
    if given in SILENT | CONTENT_TYPES[form]:
        return
    if given in PAGES:
        raise FetchError("page_instead")
    raise FetchError("wrong_content_type", found=given[:80])


def seconds_to_wait(heading: str) -> float | None:
    """The seconds that a Retry-After heading asks for; None where it says nothing."""
    if heading.strip().isdecimal():
        return float(heading)
    try:
        moment = parsedate_to_datetime(heading)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
