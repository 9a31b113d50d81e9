"""The product's settings with the constant page among its addresses."""

from advisor.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.constant_page"
