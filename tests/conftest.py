"""What every test can use: the fixtures of tests/servers/plugin.py, and an option."""

import pytest

pytest_plugins = ["tests.servers.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what browser tests can be asked for."""
    parser.addoption("--screenshots", action="store_true", help="keep them under var/screenshots")
