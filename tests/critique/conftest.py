"""Figures of the record, and a record with one table changed: does a verdict follow facts?"""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from councilwatch.critique.figures.catalogue import rederive
from councilwatch.critique.figures.figure import Figure
from councilwatch.record.record import Record

FACTS = Path(__file__).parents[2] / "facts"

Row = dict[str, str]
Edit = Callable[[Row], Row | None]


@pytest.fixture(scope="package")
def figures(record) -> dict[str, Figure]:
    """Every figure worked out from the repository's record."""
    return {figure.id: figure for figure in rederive(record)}


@pytest.fixture
def changed(tmp_path) -> Callable[[str, Edit], Record]:
    """Copies the record and passes every row of one table through a function; None drops it."""

    def change(table: str, edit: Edit) -> Record:
        folder = tmp_path / "facts"
        if not folder.exists():
            shutil.copytree(FACTS, folder)
        path = folder / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            kept = [new for row in reader if (new := edit(dict(row))) is not None]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames or (), lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)
        return Record(folder)

    return change
