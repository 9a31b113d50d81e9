"""The environment of a run, with what a `.env` beside manage.py adds to it. Needs no Django."""

from pathlib import Path
from urllib.parse import quote

import environ

ROOT = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(ROOT / ".env")

# Everything that a run leaves behind lies in this one folder.
VAR = Path(env.str("VAR_DIR", default=str(ROOT / "var"))).resolve()

# One Redis for cache and tasks. `up` starts its own on this socket where no address is given.
REDIS_URL = env.str("REDIS_URL", default="")
REDIS_SOCKET = VAR / "redis" / "redis.sock"


def socket_url(socket: Path) -> str:
    """The address of a Redis on that socket, whatever signs the names of its folders hold."""
    return f"unix://{quote(str(socket))}"
