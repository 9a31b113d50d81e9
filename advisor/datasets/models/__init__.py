"""The tables of places, figures, rules, editions and their refresh."""

from advisor.datasets.models.deeds import BundledRelease, Deed
from advisor.datasets.models.desk import Preview, Upload
from advisor.datasets.models.editions import Edition, EditionVersion
from advisor.datasets.models.figures import Observation, RangeKind
from advisor.datasets.models.findings import Finding, SetAside, Severity
from advisor.datasets.models.refresh import Feed, RefreshRun
from advisor.datasets.models.registry import Dataset, DatasetKind, Indicator, Place, Source
from advisor.datasets.models.reports import FigureReport, ReportState
from advisor.datasets.models.versions import Origin, RawFile, RuleFiles, Snapshot, Status, Version

__all__ = [
    "BundledRelease",
    "Dataset",
    "DatasetKind",
    "Deed",
    "Edition",
    "EditionVersion",
    "Feed",
    "FigureReport",
    "Finding",
    "Indicator",
    "Observation",
    "Origin",
    "Place",
    "Preview",
    "RangeKind",
    "RawFile",
    "RefreshRun",
    "ReportState",
    "RuleFiles",
    "SetAside",
    "Severity",
    "Snapshot",
    "Source",
    "Status",
    "Upload",
    "Version",
]
