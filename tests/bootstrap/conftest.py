"""A folder with the real manage.py and bootstrap, and packages small enough to install often."""

import base64
import copy
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bootstrap.package_index import PackageIndex

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("__init__", "bootstrap", "bound_process", "interpreters")
# What the environment of the tests themselves would change in the process tried.
OWN = ("DJANGO_SETTINGS_MODULE", "PYTHONPATH", "VAR_DIR", "DATABASE_URL", "REDIS_URL")

DJANGO = {
    "django/__init__.py": "",
    "django/core/__init__.py": "",
    "django/core/exceptions.py": "class ImproperlyConfigured(Exception): pass\n",
    "django/core/management.py": (
        "import sys\n"
        "def execute_from_command_line(words):\n"
        "    print('VERSION', *words[1:], sys.prefix)\n"
    ),
}
PYTEST = {"pytest.py": "import os, sys\nprint('tested', *sys.argv[1:], os.getcwd())\n"}


def wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> str:
    """Make a wheel; its line for a requirements file."""
    info = f"{name}-{version}.dist-info"
    contents = {path: text.replace("VERSION", version) for path, text in files.items()} | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{path},{_hash(text)},{len(text)}" for path, text in contents.items()]
    contents[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""])
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in contents.items():
            archive.writestr(inside, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


class Clone:
    """A fresh clone: manage.py, the bootstrap, and requirements that pin the small packages."""

    def __init__(self, folder: Path, index: PackageIndex) -> None:
        self.folder = folder
        self.index = index
        self.environment = {name: value for name, value in os.environ.items() if name not in OWN}
        self.environment |= {"PIP_INDEX_URL": index.url, "PIP_CONFIG_FILE": os.devnull}
        self.environment |= {"PIP_NO_CACHE_DIR": "1", "PIP_FIND_LINKS": ""}
        self.environment["PYTHONDONTWRITEBYTECODE"] = "1"
        (folder / "advisor").mkdir(parents=True)
        (folder / "tests").mkdir()
        shutil.copy(ROOT / "manage.py", folder)
        for module in SHIPPED:
            shutil.copy(ROOT / "advisor" / f"{module}.py", folder / "advisor")
        self.require("requirements.txt", wheel(index.folder, "django", "1.0", DJANGO))
        self.require("tests/requirements.txt", wheel(index.folder, "pytest", "1.0", PYTEST))

    @property
    def venv(self) -> Path:
        """Its environment."""
        return self.folder / ".venv"

    def copied_to(self, folder: Path) -> "Clone":
        """The same with its environment in another folder."""
        shutil.copytree(self.folder, folder, symlinks=True)
        other = copy.copy(self)
        other.folder, other.environment = folder, dict(self.environment)
        return other

    def release(self, version: str) -> None:
        """Pin another version of what is needed to run."""
        line = wheel(self.index.folder, "django", version, DJANGO)
        self.require("requirements.txt", line)

    def require(self, name: str, line: str) -> None:
        """Make that file pin the package of the line, and one that no platform here needs."""
        elsewhere = 'colorama==0.4.6 ; sys_platform == "win32" --hash=sha256:' + "0" * 64
        (self.folder / name).write_text(f"{line}{elsewhere}\n")

    def start(
        self, *words: str, python: str = sys.executable, **options: object
    ) -> subprocess.Popen[str]:
        """Start manage.py; by default with the interpreter of these tests, out of its packages."""
        return subprocess.Popen(
            [python, "-S", "manage.py", *words],
            **{"cwd": self.folder, "env": self.environment} | options,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Start manage.py and wait for its end."""
        process = self.start(*words, **options)
        out, err = process.communicate(timeout=120)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageIndex]:
    """A package index on this machine."""
    with PackageIndex(tmp_path_factory.mktemp("wheels")) as index:
        yield index


@pytest.fixture
def fresh(tmp_path: Path, index: PackageIndex) -> Iterator[Clone]:
    """A fresh clone that installs from the index on this machine."""
    yield Clone(tmp_path / "clone", index)
    index.go_on()


@pytest.fixture(scope="session")
def first_start(
    tmp_path_factory: pytest.TempPathFactory, index: PackageIndex
) -> tuple[Clone, subprocess.CompletedProcess[str]]:
    """A clone that was started once, with what that printed; to look at, not to change."""
    clone = Clone(tmp_path_factory.mktemp("first") / "clone", index)
    return clone, clone.run("check")


@pytest.fixture
def made(
    tmp_path: Path, first_start: tuple[Clone, subprocess.CompletedProcess[str]]
) -> Iterator[Clone]:
    """A clone with its environment made: a copy, since making one takes seconds."""
    clone = first_start[0].copied_to(tmp_path / "clone")
    yield clone
    clone.index.go_on()


@pytest.fixture
def started() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start processes that don't outlive the test."""
    processes: list[subprocess.Popen[str]] = []

    def start(clone: Clone, *words: str, **options: object) -> subprocess.Popen[str]:
        processes.append(clone.start(*words, **options))
        return processes[-1]

    yield start
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()


def old_pythons() -> list[str]:
    """Interpreters of this machine that can start manage.py but not run Quliu."""
    places = [Path("/usr/bin"), Path("/usr/local/bin")]
    places += sorted(Path("~/.pyenv/versions").expanduser().glob("3.*/bin"))
    names = [f"python3.{minor}" for minor in range(8, 12)]
    return [str(place / name) for place in places for name in names if (place / name).exists()]
