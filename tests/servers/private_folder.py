"""One folder a test process for sockets, databases and logs; it goes when the process ends."""

import atexit
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="quliu-tests-"))
FOLDER.chmod(0o711)  # PostgreSQL, which refuses to run as root, passes through as another user
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
