"""XLSX files that may be opened: no archive that grows beyond bounds, no XML with entities."""

import zipfile
import zlib
from io import BytesIO

from advisor.sources.errors import ReadError

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200_000_000  # bytes of all members together
STEP = 1_000_000
# A spreadsheet has no document type; with one, entities could multiply or read files.
DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
LONGEST = max(map(len, DECLARATIONS))


def check_workbook(content: bytes) -> None:
    """Raise ReadError for what is no XLSX file, or one that is made to do harm."""
    if not zipfile.is_zipfile(BytesIO(content)):
        raise ReadError("not_xlsx")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_sizes(archive)
            if "[Content_Types].xml" not in archive.namelist():
                raise ReadError("not_xlsx")
            for member in archive.infolist():
                _check_markup(archive, member)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise ReadError("not_xlsx") from error


def _check_sizes(archive: zipfile.ZipFile) -> None:
    """The sizes that the archive declares: not a byte more is unpacked from a member."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise ReadError("expands_too_much", most=MOST_UNPACKED)


def _check_markup(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as file:
        kept = b""
        while piece := file.read(STEP):
            seen = kept + piece
            if any(word in seen for word in DECLARATIONS):
                raise ReadError("entities_in_xml")
            kept = seen[-LONGEST:]
