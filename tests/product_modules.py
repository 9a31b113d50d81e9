"""The product's Python files, parsed, for tests of house rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULES = tuple(sorted((ROOT / "advisor").rglob("*.py")))


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text())


def at(module: Path, node: ast.stmt | ast.expr, what: str) -> str:
    """Where a rule is broken, and by what."""
    return f"{module.relative_to(ROOT)}:{node.lineno}: {what}"


def dotted(module: Path) -> str:
    """The name by which a module is imported."""
    parts = module.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(module: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Every import of a module with the module that it names."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
            own = [name for name in modules if name in OWN_NAMES]
            yield from ((node, name) for name in own or [str(node.module)])


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


OWN_NAMES = {dotted(module): module for module in MODULES}
