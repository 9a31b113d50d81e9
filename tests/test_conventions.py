"""House rules, held over every file of the product."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.product_modules import MODULES, ROOT, at, functions, imports, tree

OWN_MODULES = [module for module in MODULES if "migrations" not in module.parts]
ENGINE = [module for module in MODULES if module.is_relative_to(ROOT / "advisor" / "engine")]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

LONGEST_MODULE = 300  # lines
LONGEST_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "core", "services"}

INPUT_AND_OUTPUT = {
    *("open", "print", "input", "exec", "eval"),
    *("read_text", "read_bytes", "write_text", "write_bytes", "fromfile", "loadtxt", "tofile"),
    *("now", "today", "utcnow"),
}
MODULES_WITH_A_WORLD = {
    *("io", "logging", "os", "pathlib", "random", "socket", "subprocess", "sys", "time", "urllib")
}
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*=\s*[\"'{]"),
    "a script in the page": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)"),
    "a style sheet in the page": re.compile(r"<style(?![^>]*\bnonce=)"),
    "an event attribute": re.compile(r"\s(?:hx-)?on[a-z:.-]*\s*=\s*[\"'{]"),
    "a loosened policy": re.compile(r"unsafe-inline|unsafe-eval|UNSAFE_INLINE|UNSAFE_EVAL"),
}
OF_ONE_MACHINE = re.compile(
    r"(?<![\w.>-])/(?:root|work)/|files\.pythonhosted|pypi\.[a-z]+/simple|index-url|npm_config_registry"
)


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [module for module in MODULES if module.stem in NAMES_THAT_SAY_NOTHING] == []
    assert [module for module in MODULES if module.parent.name in NAMES_THAT_SAY_NOTHING] == []


def test_modules_and_functions_are_short() -> None:
    long = [
        *(
            f"{module.relative_to(ROOT)}: {lines} lines"
            for module in OWN_MODULES
            if (lines := len(module.read_text().splitlines())) > LONGEST_MODULE
        ),
        *(
            at(module, function, f"{function.name} is {lines} lines long")
            for module in OWN_MODULES
            for function in functions(module)
            if (lines := function.end_lineno - function.lineno + 1) > LONGEST_FUNCTION
        ),
    ]
    assert not long, "\n".join(long)


def test_an_init_file_is_empty_or_the_door_of_its_package() -> None:
    doors = ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign | ast.Expr
    rooms = [
        at(module, node, type(node).__name__)
        for module in MODULES
        if module.name == "__init__.py"
        for node in tree(module).body
        if not isinstance(node, doors)
    ]
    assert not rooms, "\n".join(rooms)


def test_public_functions_of_the_engine_say_what_they_return() -> None:
    silent = [
        at(module, function, function.name)
        for module in ENGINE
        for function in public_functions(tree(module).body)
        if function.name not in documented(module)
    ]
    assert not silent, "\n".join(silent)


def documented(module: Path) -> set[str]:
    """Names with a docstring; what a protocol says holds for its implementations."""
    return {function.name for function in functions(module) if ast.get_docstring(function)}


def public_functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """Functions and methods for others to call; properties are read like fields."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            decorators = {ast.unparse(decorator) for decorator in node.decorator_list}
            if not decorators & {"overload", "property", "cached_property"}:
                yield node


def test_the_engine_reads_no_clock_and_no_file() -> None:
    reading = [
        *(
            at(module, node, name)
            for module in ENGINE
            for node, name in imports(module)
            if name.partition(".")[0] in MODULES_WITH_A_WORLD
        ),
        *(
            at(module, node, name)
            for module in ENGINE
            for node in ast.walk(tree(module))
            if isinstance(node, ast.Call)
            and (name := getattr(node.func, "attr", getattr(node.func, "id", "")))
            in INPUT_AND_OUTPUT
        ),
    ]
    assert not reading, "\n".join(reading)


def test_pages_hold_nothing_that_a_strict_policy_would_have_to_allow() -> None:
    inline = [
        f"{file.relative_to(ROOT)}: {what}: {found.group()}"
        for file in [*TEMPLATES, *OWN_MODULES]
        for what, pattern in INLINE.items()
        if (found := pattern.search(page_text(file)))
    ]
    assert not inline, "\n".join(inline)


def page_text(file: Path) -> str:
    """What a file can put into a page: a template as it is, of a module its strings and names."""
    if file.suffix == ".html":
        return file.read_text()
    return "\n".join(
        node.value if isinstance(node, ast.Constant) else node.attr
        for node in ast.walk(tree(file))
        if (isinstance(node, ast.Constant) and isinstance(node.value, str))
        or isinstance(node, ast.Attribute)
    )


def test_no_file_knows_the_machine_it_was_made_on() -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    files = [ROOT / name for name in filter(None, listed)]
    assert files
    knowing = [
        f"{file.relative_to(ROOT)}: {found.group()}"
        for file in files
        if file.is_file() and file != Path(__file__)
        if (found := OF_ONE_MACHINE.search(file.read_text(errors="replace")))
    ]
    assert not knowing, "\n".join(knowing)


def test_tests_of_the_database_can_run_on_both() -> None:
    """pytest can't run the methods of a unittest class twice."""
    classes = [
        at(module, node, node.name)
        for module in sorted((ROOT / "tests").rglob("*.py"))
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ClassDef)
        and any("TestCase" in ast.unparse(base) for base in node.bases)
    ]
    assert not classes, "\n".join(classes)
