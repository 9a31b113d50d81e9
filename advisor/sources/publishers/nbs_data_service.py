"""The data service of the National Bureau of Statistics: JSON of indicators by region and time.

`datanodes` hold the values with their codes (zb: indicator, reg: region, sj: time), `wdnodes` the
names and units of the codes. The mapping's `indicators` leads from their codes to ours. A node
without data says `hasdata: false` and 0, which is no figure.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from advisor.sources.errors import MappingError, ReadError
from advisor.sources.json_tables import at_path, json_value
from advisor.sources.periods import period_of
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.tidy_csv import HEADINGS, TidyTable
from advisor.sources.tidying import times
from advisor.sources.units import factor

SUCCESS = "200"
NATION = "000000"


def tidied(content: bytes, surroundings: Surroundings) -> TidyTable:
    """The figures of the mapped indicators. Raises ReadError or MappingError."""
    indicators = surroundings.mapping.get("indicators")
    if not isinstance(indicators, Mapping) or not indicators:
        raise MappingError("mapping_wrong", path="indicators", problem="no indicator is mapped")
    document = json_value(content)
    if str(at_path(document, "returncode")) != SUCCESS:
        raise ReadError("service_refused", answer=str(at_path(document, "returncode"))[:40])
    units = dict(_units(at_path(document, "returndata.wdnodes")))
    rows = [
        (number, row)
        for number, node in enumerate(at_path(document, "returndata.datanodes"), start=1)
        if (row := _row(node, indicators, units, surroundings))
    ]
    frame = pd.DataFrame(
        [{part: row.get(part, "") for part in HEADINGS} for _, row in rows],
        index=[number for number, _ in rows],
        columns=list(HEADINGS),
        dtype=object,
    )
    return TidyTable(frame=frame)


def _row(
    node: Any, indicators: Mapping[str, str], units: Mapping[str, str], around: Surroundings
) -> dict[str, str] | None:
    """The node's figure; None where it has none, or its indicator is not wanted."""
    codes = {at_path(one, "wdcode"): at_path(one, "valuecode") for one in at_path(node, "wds")}
    data = at_path(node, "data")
    wanted = indicators.get(codes.get("zb", ""))
    if wanted is None or not data.get("hasdata"):
        return None
    value = str(data.get("strdata") or data.get("data", "")).replace(",", "")
    if units.get(codes["zb"]) and wanted in around.units:
        value = times(value, factor(units[codes["zb"]], around.units[wanted]))
    return {
        "place": codes.get("reg", NATION),
        "indicator": wanted,
        "period": period_of(codes.get("sj", "")),
        "value": value,
        "source": around.source,
        "note": f"{codes['zb']}",
    }


def _units(dimensions: Any) -> Iterator[tuple[str, str]]:
    """The unit of every indicator's code."""
    for dimension in dimensions:
        if at_path(dimension, "wdcode") == "zb":
            for node in at_path(dimension, "nodes"):
                yield at_path(node, "code"), str(node.get("unit") or "")
