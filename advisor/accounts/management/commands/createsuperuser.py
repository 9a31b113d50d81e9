"""`manage.py createsuperuser`: staff who may do everything, ready to log in by e-mail."""

import secrets
from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.core.management.base import CommandError

NAME_BYTES = 12


class Command(createsuperuser.Command):
    """Asks for an address and a password only; the address counts as confirmed."""

    help = "Make an account that may do everything. It logs in by e-mail."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it. Raises CommandError for an empty address."""
        if options["email"] == "":
            raise CommandError("Staff log in by e-mail: the address can't be empty.")
        options["username"] = options["username"] or secrets.token_urlsafe(NAME_BYTES)
        super().handle(*args, **options)

    def get_input_data(self, field: Any, message: str, default: Any = None) -> Any:
        """What was typed; an empty address is asked for again."""
        typed = super().get_input_data(field, message, default)
        if field.name == "email" and not typed:
            self.stderr.write("Staff log in by e-mail: please type an address.")
            return None
        return typed
