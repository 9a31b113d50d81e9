"""Run by an environment of its own (requirements.txt): OpenFisca's country template, timed.

Prints people a second for arrays of 100,000 and 1,000,000 people and the seconds of one household,
each over the twelve months of a year, as JSON. OpenFisca-core is under the AGPL: a yardstick beside
the product, never a part of it.
"""

import json
import sys
import time

import numpy as np
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem

YEAR = [f"2020-{month:02d}" for month in range(1, 13)]
SALARY = 4000.0
ROUNDS = {1: 20, 100_000: 3, 1_000_000: 1}


def population(system, people):
    """Build a population of single households and calculate what they have to spend."""
    simulation = SimulationBuilder().build_default_simulation(system, people)
    for month in YEAR:
        simulation.set_input("salary", month, np.full(people, SALARY))
    return [simulation.calculate("disposable_income", month) for month in YEAR]


def one_household(system, _people):
    """Build one household from a document, as an API would, and calculate."""
    document = {
        "persons": {"one": {"salary": dict.fromkeys(YEAR, SALARY)}},
        "households": {"home": {"adults": ["one"]}},
    }
    simulation = SimulationBuilder().build_from_entities(system, document)
    return [simulation.calculate("disposable_income", month) for month in YEAR]


def fastest(deed, system, people):
    """Seconds of the fastest run, after one that warms up."""
    deed(system, people)
    times = []
    for _ in range(ROUNDS[people]):
        start = time.perf_counter()
        deed(system, people)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    country = CountryTaxBenefitSystem()
    json.dump(
        {
            "100000": 100_000 / fastest(population, country, 100_000),
            "1000000": 1_000_000 / fastest(population, country, 1_000_000),
            "household": fastest(one_household, country, 1),
        },
        sys.stdout,
    )
