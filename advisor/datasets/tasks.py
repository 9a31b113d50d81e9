"""What runs in the background for the data, and the only door to the outside world's code.

`advisor.sources` and what builds on it bring pandas: they are imported inside functions, so that
whoever only sends a task stays light.
"""

from advisor.datasets.validation.tidy import FileRows


def read_tidy_file(content: bytes) -> FileRows:
    """The rows of a CSV file in the tidy form; raises UnreadableError. For commands and tasks."""
    from advisor.datasets.refreshing.tidy_files import tidy_file_rows  # noqa: PLC0415

    return tidy_file_rows(content)
