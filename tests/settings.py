"""The product's own settings, read in an environment that belongs to this test process alone.

Nothing of a developer's `.env`, data or running servers can reach a test, and the other way round.
"""

import os

from tests.servers.private_folder import FOLDER

os.environ |= {
    "ENVIRONMENT": "local",
    "VAR_DIR": str(FOLDER / "var"),
    "DATABASE_URL": f"sqlite:///{FOLDER / 'quliu.sqlite3'}",
    "REDIS_URL": f"unix://{FOLDER / 'redis.sock'}",
    "EMAIL_URL": "",
    "DEBUG": "false",
    "HTTPS": "false",
    "STATIC_COLLECTED": "false",
}

from advisor.settings import *  # noqa: F403
