"""The list of assumptions: everything the answer rests on, each part with its *change*."""

from advisor.comparisons.presenters.assumptions.asked import Asked, Assumption, AssumptionGroup
from advisor.comparisons.presenters.assumptions.at_home import groups_at_home
from advisor.comparisons.presenters.assumptions.there import groups_there

__all__ = ["Asked", "Assumption", "AssumptionGroup", "groups_at_home", "groups_there"]
