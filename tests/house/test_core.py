"""Promises about the text of the code itself: what it may read, reach for, say and look like."""

import ast
import csv
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from councilwatch.record.schema import read_schema

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "councilwatch"
MODULES = sorted(SRC.rglob("*.py"))
TEXTS = {
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".json",
    ".md",
    ".py",
    ".svg",
    ".toml",
    ".txt",
    ".yml",
    "",
}
"""Endings of files that people read; the other files of the repository are fonts and pictures."""

CLOCK = {"today", "now", "utcnow", "localtime", "gmtime", "time_ns", "monotonic", "perf_counter"}
NETWORK = {
    "socket", "ssl", "urllib.request", "http.client", "http.server", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "xmlrpc", "asyncio", "requests", "httpx", "aiohttp", "urllib3",
}  # fmt: skip
HEAPS = {
    "utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services",
    "data", "info", "process", "core", "misc", "base",
}  # fmt: skip
"""Names of modules that say nothing about what is in them."""

VERDICTS_OF_COURTS = re.compile(
    r"\b(violat(e[sd]?|ing|ions?)|complicit|complicity|guilty|perpetrat\w+|breach\w*)\b",
    re.IGNORECASE,
)
"""Words we never say of a state in our own voice."""


def our_columns() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The columns of each table that hold words of ours, not codes, days or words of others."""
    for table in read_schema(ROOT / "facts").every.values():
        written = (f for f in table.fields if f.kind == "string" and not (f.choices or f.pattern))
        keys = (f.name for f in written if not (f.refers_to or f.list_of))
        yield table.name, tuple(name for name in keys if (table.name, name) not in WORDS_OF_OTHERS)


WORDS_OF_OTHERS = {
    *((table, "quote") for table in ("assessments", "situation_assessments", "explanations")),
    ("secretary_general_acts", "quote"),
    ("drafts", "title"),
    ("figures", "wording"),
    ("figures", "printed"),
    ("rolls", "wording"),
    ("sources", "title"),
    ("sources", "address"),
    ("initiative_supporters", "supporter"),
    ("disagreements", "theirs"),
    ("witnesses", "tally"),
}
"""Columns that hold titles, names and quotations as others wrote them."""

MOST_LINES_OF_A_MODULE = 250
MOST_LINES_OF_A_FUNCTION = 35
LONG_MODULES: dict[str, str] = {}
"""Modules that may be longer, and why."""
LONG_FUNCTIONS: dict[str, str] = {}
"""Functions that may be longer, and why."""


@cache
def tree(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    """A file's name as people say it: below the package, or else below the repository."""
    return path.relative_to(SRC if path.is_relative_to(SRC) else ROOT).as_posix()


def room_of(path: Path) -> str:
    """The room a module stands in; modules at the top are in a room of their own name."""
    return path.relative_to(SRC).parts[0]


def imports(module: ast.Module) -> Iterator[str]:
    """The full names a module imports, at its top or later."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, names: set[str]) -> bool:
    """Whether a module is one of these, or a part of one."""
    return any(name == each or name.startswith(f"{each}.") for each in names)


def clock_readings(module: ast.Module) -> list[int]:
    """The lines on which a module asks for the time, called at once or handed on."""
    return [
        node.lineno
        for node in ast.walk(module)
        if (isinstance(node, ast.Attribute) and (node.attr in CLOCK or _is_time(node)))
        or (isinstance(node, ast.ImportFrom) and node.module == "time")
    ]


def _is_time(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and (node.value.id, node.attr) == ("time", "time")


@cache
def docstrings(module: ast.Module) -> set[int]:
    """The strings that stand by themselves: they document, and nobody is shown them."""
    return {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def tracked() -> Iterator[Path]:
    """The text files that belong to the repository: all but what .gitignore names."""
    lines = (ROOT / ".gitignore").read_text("utf-8").split()
    ignored = {".git", *(line.strip("/") for line in lines)}

    def below(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if any(path.match(pattern) for pattern in ignored):
                continue
            if path.is_dir():
                yield from below(path)
            elif path.suffix in TEXTS:
                yield path

    return below(ROOT)


# -- what the code may reach for ------------------------------------------------------------------


def test_only_the_door_reads_the_clock():
    asked = {room_of(path) for path in MODULES if clock_readings(tree(path))}

    assert asked <= {"cli"}


@pytest.mark.parametrize(
    "line",
    ["date.today()", "datetime.now(UTC)", "field(default_factory=date.today)", "time.time()",
     "from time import time"],
)  # fmt: skip
def test_a_look_at_the_clock_would_be_seen(line):
    assert clock_readings(ast.parse(line))


def test_only_the_back_door_reaches_for_the_network():
    found = [
        (name_of(path), name)
        for path in MODULES
        if room_of(path) != "fetch"
        for name in imports(tree(path))
        if is_within(name, NETWORK)
    ]

    assert found == []


def test_the_core_imports_nothing_but_the_standard_library():
    own = {*sys.stdlib_module_names, "councilwatch", ""}
    found = [
        (name_of(path), name)
        for path in MODULES
        if room_of(path) in ("world", "record", "codes")
        for name in imports(tree(path))
        if name.partition(".")[0] not in own
    ]

    assert found == []


# -- what we say ----------------------------------------------------------------------------------


def test_no_string_of_ours_passes_judgement_on_a_state():
    found = [
        (name_of(path), node.lineno, node.value)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings(tree(path))
        and VERDICTS_OF_COURTS.search(node.value)
    ]

    assert found == []


def test_no_file_shipped_with_the_code_passes_judgement_on_a_state():
    files = (p for p in SRC.rglob("*") if p.is_file() and p.suffix in TEXTS - {".py"})
    found = [name_of(path) for path in files if VERDICTS_OF_COURTS.search(path.read_text("utf-8"))]

    assert found == []


def test_no_fact_passes_judgement_on_a_state_in_our_own_voice(record):
    found = []
    for table, columns in our_columns():
        with (record.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), start=2):
                said = (row[column] for column in columns)
                found += [(table, number, s) for s in said if VERDICTS_OF_COURTS.search(s)]

    assert found == []


def test_no_code_is_told_in_words_that_pass_judgement_on_a_state(record):
    files = sorted((record.folder / "codes").glob("*.toml"))
    found = [path.name for path in files if VERDICTS_OF_COURTS.search(path.read_text("utf-8"))]

    assert found == []


def test_notes_of_every_table_are_looked_at():
    schema = read_schema(ROOT / "facts")
    with_notes = {name for name, each in schema.every.items() if "note" in each.columns}

    looked_at = {table for table, columns in our_columns() if "note" in columns}

    assert looked_at == with_notes
    assert len(with_notes) > 20


def test_no_file_names_a_place_on_somebodys_machine():
    places = "work|root|tmp|home|Users"
    # An address on the web may have such a folder: https://un.org/home/. A path begins with it.
    machine = re.compile(rf"(?<![\w.:/-])/({places})/")
    found = [
        (name_of(path), line)
        for path in tracked()
        for line in path.read_text("utf-8").splitlines()
        if machine.search(line)
    ]

    assert found == []


def test_no_file_names_the_host_of_a_package_registry():
    # Written in two halves, so that this file does not name them either.
    names = ("pypi", "pythonhosted", "registry.npmjs", "conda.anaconda", "proxy.golang")
    hosts = [*(f"{name}.org" for name in names), "crates" + ".io"]
    found = [
        (name_of(path), host)
        for path in tracked()
        for host in hosts
        if host in path.read_text("utf-8").casefold()
    ]

    assert found == []


def test_the_walk_through_the_repository_sees_its_files():
    seen = {name_of(path) for path in tracked()}

    assert {"__main__.py", "facts/ballots.csv", "pyproject.toml", "tests/conftest.py"} <= seen
    assert not any("__pycache__" in name or name.startswith(".git/") for name in seen)


# -- what the code looks like ---------------------------------------------------------------------


def undocumented(node: ast.Module | ast.ClassDef, above: str = "") -> Iterator[str]:
    """The public functions and classes in a module that do not say what they are."""
    for child in node.body:
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if child.name.startswith("_"):
            continue
        if not ast.get_docstring(child):
            yield f"{above}{child.name}"
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, f"{above}{child.name}.")


def test_everything_public_says_what_it_is():
    found = [(name_of(path), name) for path in MODULES for name in undocumented(tree(path))]
    found += [(name_of(path), "") for path in MODULES if not ast.get_docstring(tree(path))]

    assert found == []


def test_no_module_is_called_by_a_word_that_says_nothing():
    named = {part.removesuffix(".py") for path in MODULES for part in path.relative_to(SRC).parts}

    assert named & HEAPS == set()


def lines_of_functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a module with their lengths."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name_of(path)}:{node.name}", 1 + (node.end_lineno or 0) - node.lineno


def test_no_module_is_longer_than_three_screens_but_those_declared():
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert {n for n, length in lines.items() if length > MOST_LINES_OF_A_MODULE} == set(
        LONG_MODULES
    )


def test_no_function_is_longer_than_a_screen_but_those_declared():
    lines = (found for path in MODULES for found in lines_of_functions(path))

    assert {n for n, length in lines if length > MOST_LINES_OF_A_FUNCTION} == set(LONG_FUNCTIONS)


def test_the_list_of_what_may_be_long_is_short_and_gives_reasons():
    assert len(LONG_MODULES) + len(LONG_FUNCTIONS) <= 3
    assert all((*LONG_MODULES.values(), *LONG_FUNCTIONS.values()))
