"""How gunicorn serves: `gunicorn --config python:advisor.gunicorn advisor.wsgi`.

PORT and WEB_CONCURRENCY are read from the environment as hosting services set them.
"""

from pathlib import Path

from advisor.environment import env
from advisor.json_logs import configuration

address = env.str("BIND_ADDRESS", default="127.0.0.1")
port = env.int("PORT", default=8000)
bind = f"{address}:{port}"
workers = env.int("WEB_CONCURRENCY", default=2)
worker_class = "sync"
preload_app = True  # one import for all workers, and no answer before the application stands
timeout = 30
graceful_timeout = 10
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
logconfig_dict = configuration("INFO") | {
    "loggers": {
        "gunicorn.error": {"handlers": [], "propagate": True},
        "gunicorn.access": {"handlers": [], "propagate": False},  # it would log whole addresses
    }
}
if Path("/dev/shm").is_dir():  # noqa: S108  a heartbeat on a disk can stall a worker
    worker_tmp_dir = "/dev/shm"  # noqa: S108
