"""A member of staff to try the data desk with, on one's own machine.

`up --demo-staff` makes a password and hands it to the web process through a pipe: it stands in
no command line, environment, log or file, and in the database only as a hash.
"""

import secrets

from advisor.environment import env
from advisor.web.readiness import CantStartError

NAME = "demo"
ADDRESS = f"{NAME}@localhost"
SECRET_BYTES = 10


def new_password() -> str:
    """A password that nobody guesses, of digits and lower-case letters."""
    return secrets.token_hex(SECRET_BYTES)


def refuse_elsewhere() -> None:
    """Raise CantStartError where the database is somebody's own or the site is in production."""
    if env.str("ENVIRONMENT", default="local") != "local":
        raise CantStartError(_refusal("ENVIRONMENT is not `local`"))
    if env.str("DATABASE_URL", default=""):
        raise CantStartError(_refusal("DATABASE_URL names a database of your own"))


def _refusal(why: str) -> str:
    return (
        f"--demo-staff is for trying Quliu with its own database, but {why}: leave the word out"
        " and make staff with `python3 manage.py createsuperuser`."
    )


def admit(password: str) -> None:
    """Let `demo@localhost` sign in as staff who may do everything, with this password alone."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415  `up` loads no Django

    person, _ = get_user_model().objects.get_or_create(username=NAME)
    person.is_active = person.is_staff = person.is_superuser = True
    person.set_password(password)
    person.save()
    person.confirm_address(ADDRESS)


def invitation(port: int, password: str) -> str:
    """Where and how to sign in."""
    return f"Staff sign in at http://127.0.0.1:{port}/admin/ as {ADDRESS} with {password}"
