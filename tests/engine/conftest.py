"""Fixtures of the engine's tests: real figures and rules, from files."""

import pytest
from hypothesis import settings

from advisor.datasets.conventions import bundled_conventions
from tests.engine.references import bundled_reference

settings.register_profile("engine", deadline=None)  # the first example reads the rules
settings.load_profile("engine")


@pytest.fixture(scope="session")
def reference():
    """The bundled edition on 2026-11-01."""
    return bundled_reference()


@pytest.fixture(scope="session")
def conventions():
    return bundled_conventions()
