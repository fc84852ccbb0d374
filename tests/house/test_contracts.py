"""The import contracts hold, and each catches what it is there to catch."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"

ONE_WAY = "Rooms import one way"
STANDARD_LIBRARY = "The core is standard library only"
NO_CIRCLES = "No circles"

Verdicts = dict[str, str]


@pytest.fixture
def house(tmp_path) -> Path:
    """A copy of the package and its contracts that a test may break."""
    ignored = shutil.ignore_patterns("__pycache__", "*.ttf")
    package = tmp_path / "src" / "councilwatch"
    shutil.copytree(ROOT / "src" / "councilwatch", package, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return package


def lint(house: Path) -> Verdicts:
    """What import-linter says of each contract: KEPT or BROKEN."""
    folder = house.parents[1]
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo", "--config", "pyproject.toml"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(house.parent), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    told = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", done.stdout, flags=re.MULTILINE))
    assert told, done.stdout + done.stderr
    assert done.returncode == int("BROKEN" in told.values())
    return told


def add(file: Path, line: str) -> None:
    """Adds a line at the end of a module of the copy."""
    with file.open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")


def a_lower_room_imports_a_higher_one(house: Path) -> None:
    add(house / "press" / "files.py", "import councilwatch.fetch.sciences_po.reader")


def a_package_has_no_floor(house: Path) -> None:
    (house / "attic").mkdir()
    (house / "attic" / "__init__.py").write_text('"""A room on no floor."""\n')


def the_core_draws_on_a_library(house: Path) -> None:
    add(house / "world" / "period.py", "import regex")


def the_core_draws_on_a_library_through_another_module(house: Path) -> None:
    add(house / "codes" / "reason.py", "def later() -> None:\n    import rich.table")


def two_modules_import_each_other(house: Path) -> None:
    add(house / "world" / "period.py", "from councilwatch.world import names")


def two_modules_of_a_room_within_a_room_import_each_other(house: Path) -> None:
    add(house / "record" / "checks" / "form.py", "from councilwatch.record.checks import seats")
    add(house / "record" / "checks" / "seats.py", "from councilwatch.record.checks import form")


CHANGES: dict[str, list[Callable[[Path], None]]] = {
    ONE_WAY: [a_lower_room_imports_a_higher_one, a_package_has_no_floor],
    STANDARD_LIBRARY: [
        the_core_draws_on_a_library,
        the_core_draws_on_a_library_through_another_module,
    ],
    NO_CIRCLES: [
        two_modules_import_each_other,
        two_modules_of_a_room_within_a_room_import_each_other,
    ],
}
"""Each contract, and changes that must break this one and no other."""


def contracts() -> list[str]:
    """The names of the contracts in the project's own file."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def test_no_contract_is_left_untested():
    assert sorted(CHANGES) == sorted(contracts())


def test_every_contract_holds(house):
    assert lint(house) == dict.fromkeys(contracts(), "KEPT")


@pytest.mark.parametrize(
    ("contract", "change"),
    [(contract, change) for contract, changes in CHANGES.items() for change in changes],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_change_that_breaks_a_contract_is_caught_by_it(house, contract, change):
    change(house)

    assert lint(house) == {**dict.fromkeys(contracts(), "KEPT"), contract: "BROKEN"}
