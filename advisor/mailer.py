"""The mail server that an address such as `smtp+tls://user:password@host:587` names."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


def mailer(url: str, *, kept_in: Path) -> dict[str, Any]:
    """The entry of MAILERS for that address; without one, mail is kept in a folder.

    Raises ImproperlyConfigured for an address of another kind.
    """
    if not url:
        backend = "advisor.web.mail.KeptMailBackend"
        return {"BACKEND": backend, "OPTIONS": {"file_path": kept_in}}
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            f"EMAIL_URL must be smtp://, smtp+tls:// or smtp+ssl:// and a host, not {parts.scheme}://"
        )
    options = {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtp+ssl",
        "timeout": 20,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
