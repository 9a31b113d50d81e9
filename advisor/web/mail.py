"""Mail where no server is set: every message is kept as a file and named on standard error."""

import sys
from typing import Any

from django.core.mail.backends.filebased import EmailBackend as FileBackend


class KeptMailBackend(FileBackend):
    """Keep messages under a folder and print them, so that somebody alone can follow a link."""

    def write_message(self, message: Any) -> None:
        """Write one message to the file, and to standard error as a person reads it."""
        super().write_message(message)
        sys.stderr.write(f"Mail kept in {self.stream.name}:\n{message.message().as_string()}\n")
        sys.stderr.flush()
