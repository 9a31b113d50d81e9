"""The product's settings with the yardsticks among its addresses."""

from advisor.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.addresses"
