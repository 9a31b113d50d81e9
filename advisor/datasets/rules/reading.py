"""Reading rule files: YAML and CSV into nested maps whose every scalar is text, or None."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

try:  # ten times faster where PyYAML was built with libyaml
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # pragma: no cover
    from yaml import BaseLoader  # type: ignore[assignment]

NULLS = {"null", "~", ""}


class RuleTextError(ValueError):
    """The file is not YAML (or CSV) of the plain kind; the message names file and place."""


class _TextLoader(BaseLoader):
    """Keeps scalars as they are written, so that rates are exact; a bare null is None."""

    def construct_scalar(self, node: yaml.ScalarNode) -> Any:
        is_bare = node.style in (None, "")
        return None if is_bare and node.value in NULLS else node.value

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        pairs = [
            (self.construct_object(key), self.construct_object(value, deep=True))
            for key, value in node.value
        ]
        found = dict(pairs)
        if len(found) < len(pairs):
            raise yaml.constructor.ConstructorError(
                None, None, "a key stands twice", node.start_mark
            )
        return found


_TextLoader.add_constructor("tag:yaml.org,2002:str", _TextLoader.construct_scalar)


def texts_in(folder: Path) -> dict[str, str]:
    """The texts of all rule files under a folder, by relative path, in order."""
    paths = sorted([*folder.rglob("*.yaml"), *folder.rglob("*.csv")])
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def rule_files(texts: Mapping[str, str]) -> dict[str, Any]:
    """The content of each file by its name without suffix, such as `contributions/beijing`.

    Raises RuleTextError.
    """
    return {str(PurePosixPath(path).with_suffix("")): _read(path, texts[path]) for path in texts}


def _read(path: str, text: str) -> Any:
    if path.endswith(".csv"):
        rows = csv.DictReader(io.StringIO(text), strict=True)
        return [{key: value or None for key, value in row.items()} for row in rows]
    try:
        return yaml.load(text, Loader=_TextLoader)  # noqa: S506  only text, lists, maps
    except yaml.YAMLError as error:
        raise RuleTextError(f"{path}: {error}") from error
