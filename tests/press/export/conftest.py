"""What tests of exports share: the whole record, and a small one with awkward cells."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from councilwatch.press.export.contents import Contents, read_contents
from councilwatch.record.merge import as_csv
from councilwatch.record.record import Record

FACTS = Path(__file__).parents[3] / "facts"

VOTES = ("S/PV.23 (vote 1)", "S/516", "S/2016/846", "S/2016/847", "S/RES/2328 (2016)")
"""A veto of 1946, a vote without ballots, two texts of one day in 2016, an adopted text."""
CHANGED_ON = "2026-11-25"
AWKWARD = '=HYPERLINK("x"), then a comma; \u00a0=1+1, "quotes", عربي, Türkiye, @sum -2'
"""What a careless or hostile source might put into a cell."""


@pytest.fixture(scope="session")
def whole(record: Record) -> Contents:
    """Everything in the repository's own record."""
    return read_contents(record)


@pytest.fixture(scope="session")
def small_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a record of five votes, one of which has a note that was replaced."""
    folder = tmp_path_factory.mktemp("small") / "facts"
    shutil.copytree(FACTS, folder)
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns, *rows = csv.reader(file)
        if "vote" in columns:
            place = columns.index("vote")
            rows = [row for row in rows if row[place] in VOTES]
        if path.stem == "drafts":
            rows = _with_a_correction(columns, rows)
        path.write_bytes(as_csv(columns, rows))
    return folder


def _with_a_correction(columns: list[str], rows: list[list[str]]) -> list[list[str]]:
    [place] = [at for at, row in enumerate(rows) if row[0] == "S/2016/846"]
    before = dict(zip(columns, rows[place], strict=True))
    after = before | {"note": AWKWARD, "known_on": CHANGED_ON, "supersedes": before["known_on"]}
    return [*rows[: place + 1], list(after.values()), *rows[place + 1 :]]


@pytest.fixture(scope="session")
def small(small_facts: Path) -> Contents:
    """The small record as known at the end."""
    return read_contents(Record(small_facts))


@pytest.fixture
def as_known(small_facts: Path) -> Callable[[str], Contents]:
    """The small record as known on a day."""
    return lambda day: read_contents(Record(small_facts, date.fromisoformat(day)))


@pytest.fixture
def laid(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """Lays files into a folder for a reader of others to read."""

    def lay(files: dict[str, bytes]) -> Path:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content)
        return tmp_path

    return lay
