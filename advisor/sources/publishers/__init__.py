"""Publishers whose content needs more than a mapping, by the name that staff choose."""

from collections.abc import Callable
from types import MappingProxyType

from advisor.sources.publishers import nbs_70_cities, nbs_data_service
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.tidy_csv import TidyTable

PUBLISHERS: MappingProxyType[str, Callable[[bytes, Surroundings], TidyTable]] = MappingProxyType(
    {
        "nbs_70_cities": nbs_70_cities.tidied,
        "nbs_data_service": nbs_data_service.tidied,
    }
)
