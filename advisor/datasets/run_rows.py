"""Changing the row of a run in one statement, as cheaply as it can be done."""

from typing import Any

from django.db import connection

from advisor.datasets.models.runs import Run


def changed(run: Run, **parts: Any) -> bool:
    """Write the parts if the run is still open and held by its token; False where it is not.

    The ORM would compose the same statement at three times the cost, and most runs do little else.
    """
    fields = [run._meta.get_field(name) for name in parts]
    written = ", ".join(f"{field.column} = %s" for field in fields)  # type: ignore[union-attr]
    values = [
        field.get_db_prep_save(getattr(value, "pk", value), connection)  # type: ignore[union-attr]
        for field, value in zip(fields, parts.values(), strict=True)
    ]
    ours = "id = %s AND task_id = %s AND finished_at IS NULL"
    statement = f"UPDATE {run._meta.db_table} SET {written} WHERE {ours}"  # noqa: S608  own names
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, run.pk, run.task_id])
        return bool(cursor.rowcount)
