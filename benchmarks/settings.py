"""The product's settings with the plain page among its addresses."""

from advisor.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.plain_page"
