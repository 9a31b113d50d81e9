"""Passwords of these tests are hashed in a moment, but where the time is what matters."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from pytest_django.fixtures import Settings


class QuickArgon2(Argon2PasswordHasher):
    """The product's hasher, with next to no work to do."""

    time_cost, memory_cost, parallelism = 1, 8, 1


@pytest.fixture(autouse=True)
def quick_passwords(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Hash quickly unless the test asks for `slow_passwords`."""
    if "slow_passwords" not in request.fixturenames:
        settings.PASSWORD_HASHERS = [f"{QuickArgon2.__module__}.{QuickArgon2.__qualname__}"]


@pytest.fixture
def slow_passwords() -> None:
    """Hash as the product does."""
