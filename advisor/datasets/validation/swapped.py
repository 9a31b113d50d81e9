"""Two columns that changed places: most rows fail as they stand, and would not if exchanged."""

from itertools import combinations

from advisor.datasets.validation.contract import Checked, Contract
from advisor.datasets.validation.found import Found, error
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.validation.tidy import NEEDED, FileRows, TidyRow

MOST = 0.5  # of the rows fail as they stand, and of the failed ones keep the contract exchanged
SAMPLE = 200


def swapped_columns(file: FileRows, found: Checked, contract: Contract) -> list[Found]:
    """An error naming the two columns whose exchange would mend the file; most often nothing."""
    failed = {aside.row for aside in found.aside}
    if len(failed) <= MOST * file.count:
        return []
    sample = [row for row in file.rows if row.row in failed][:SAMPLE]
    mended = {
        pair: sum(_keeps(contract, _exchanged(row, *pair)) for row in sample)
        for pair in combinations(NEEDED, 2)
    }
    (one, other), most = max(mended.items(), key=lambda item: item[1])
    if not sample or most <= MOST * len(sample):
        return []
    return [error("columns_swapped", len(failed), one=NEEDED[one], other=NEEDED[other])]


def _exchanged(row: TidyRow, one: str, other: str) -> TidyRow:
    return row._replace(**{one: getattr(row, other), other: getattr(row, one)})


def _keeps(contract: Contract, row: TidyRow) -> bool:
    try:
        contract.figure(row)
    except RowFaultError:
        return False
    return True
