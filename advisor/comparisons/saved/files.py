"""Saved answers as files: CSV and XLSX that compute nothing, JSON that can be answered again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.comparisons.models import SavedVersion
from advisor.comparisons.ranking_csv import BYTE_ORDER_MARK, safe
from advisor.comparisons.saved.answering import pinned_of
from advisor.comparisons.saved.sheet import (
    Cell,
    Table,
    gaps_of,
    lines_table,
    sources_of,
    totals_table,
)
from advisor.comparisons.saved.shown import Kept, kept_answer

FORMAT = "quliu-comparison-1"


def csv_file(version: SavedVersion) -> bytes:
    """Every line of the answer, one a row."""
    table = lines_table(kept_answer(version).answer)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([safe(cell) for cell in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def json_file(version: SavedVersion) -> bytes:
    """All that is needed to work it out again: `manage.py compare --input` takes this file."""
    language = get_language() or "en"
    document = {
        "format": FORMAT,
        "language": language,
        "inputs": {**pinned_of(version), "language": language},
        "edition": version.edition,
        "engine": version.engine,
        "made_at": version.made_at.isoformat(),
        "answer": kept_answer(version).answer,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def xlsx_file(version: SavedVersion) -> bytes:
    """A workbook: the answer, its lines, what was asked, and what must be known about it."""
    from openpyxl import Workbook  # noqa: PLC0415  half a second that few visits need
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    book = Workbook(write_only=True)
    for table in tables_of(version):
        sheet = book.create_sheet(table.title)
        for row in (table.columns, *table.rows):
            cells = []
            for value in row:
                plain = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
                cell = WriteOnlyCell(sheet, plain)
                if isinstance(plain, str):
                    cell.data_type = "s"  # text, whatever it begins with
                cells.append(cell)
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def tables_of(version: SavedVersion) -> Iterable[Table]:
    """All that a version says, as tables."""
    kept = kept_answer(version)
    yield totals_table(kept.answer)
    yield lines_table(kept.answer)
    yield inputs_table(kept)
    yield about_table(version, kept)


def inputs_table(kept: Kept) -> Table:
    """What the answer rests on, in words."""
    return Table(
        title=_("Inputs"),
        columns=(_("City"), _("Part"), _("Input"), _("Value"), _("Whose")),
        rows=tuple(
            (
                one.city,
                one.group,
                one.label,
                one.value,
                _("yours") if one.is_yours else _("assumed"),
            )
            for one in kept.inputs
        ),
    )


def about_table(version: SavedVersion, kept: Kept) -> Table:
    """When and by what it was worked out, what it lacks, and whom the figures come from."""
    rows: list[tuple[Cell, ...]] = [
        (_("Name"), version.comparison.name),
        (_("Version"), version.number),
        (_("As of"), version.on.isoformat()),
        (_("Edition"), version.edition),
        (_("Engine"), version.engine),
        (_("Limits"), limits_words()),
    ]
    rows += [(_("Note"), gap) for gap in gaps_of(kept.answer)]
    rows += [(_("Source"), source) for source in sources_of(kept.answer)]
    return Table(title=_("About"), columns=(_("About"), _("Value")), rows=tuple(rows))


def limits_words() -> str:
    """What an answer is not."""
    return _(
        "An estimate by the rules and figures named here. What is not counted is said under the"
        " notes. It is not advice."
    )


def exported(document: Any) -> tuple[Any, str | None]:
    """The question and the edition of a file that `json_file` made; others stay as they are."""
    if isinstance(document, dict) and document.get("format") == FORMAT:
        edition = document.get("edition")
        return document.get("inputs"), edition if isinstance(edition, str) else None
    return document, None
