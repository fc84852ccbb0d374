"""The declared errors of the source, and the guards that tell when one has been fixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from councilwatch.fetch.declared import declared
from councilwatch.record.fault import Fault

Cells = dict[str, str]
"""One row of the source by column head."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is declared of the source in the four TOML files beside this one."""

    member: Sequence[Mapping[str, str]]
    drop: Sequence[Mapping[str, Any]]
    cells: Sequence[Mapping[str, Any]]
    missing: Mapping[str, str]
    title_numbers: Mapping[str, str]
    symbol: Mapping[str, Mapping[str, str]]
    columns: Mapping[str, str]
    succession: Sequence[Mapping[str, str]]
    procedural: Mapping[str, str]
    expected: Mapping[str, Any]


@cache
def read_corrections() -> Corrections:
    """The declared knowledge about this source."""
    known = declared(__package__, "corrections")
    members = declared(__package__, "members")
    return Corrections(
        member=known["member"],
        drop=known["drop"],
        cells=known["cells"],
        missing=known["missing"],
        title_numbers=known["title_numbers"],
        symbol={each["cell"]: each for each in known["symbol"]},
        columns=members["columns"],
        succession=members["succession"],
        procedural=declared(__package__, "procedural")["votes"],
        expected=declared(__package__, "expectations"),
    )


def apply(rows: list[Cells], known: Corrections, file: str) -> tuple[list[Cells], list[Fault]]:
    """The rows with the declared errors put right, and a fault per correction that is stale."""
    faults = [*_missing(rows, known, file)]
    by_number = {row["Vote in the DB"]: row for row in rows}
    for correction in known.cells:
        faults += _set_cells(by_number, correction, file)
    dropped = set()
    for correction in known.drop:
        faults += _check_double(by_number, correction, known, file)
        dropped.add(correction["number"])
    for correction in known.member:
        faults += _move_column(rows, correction, file)
    return [row for row in rows if row["Vote in the DB"] not in dropped], faults


def _stale(row: Cells | None, correction: Mapping[str, Any], file: str) -> list[Fault]:
    """A fault if the source no longer says what the correction expects of it."""
    number = correction["number"]
    if row is None:
        reason = f"vote {number}, which a correction is for, is not in the file."
        return [Fault(file, 0, reason)]
    changed = "; ".join(
        f"{column} is '{row[column].strip()}', where a correction expects '{wanted}'"
        for column, wanted in correction["expect"].items()
        if row[column].strip() != wanted
    )
    if not changed:
        return []
    reason = f"of vote {number} {changed}: the correction is obsolete ({correction['reason']})."
    return [Fault(file, int(row["row"]), reason)]


def _set_cells(
    by_number: dict[str, Cells], correction: Mapping[str, Any], file: str
) -> list[Fault]:
    row = by_number.get(correction["number"])
    faults = _stale(row, correction, file)
    if row is not None and not faults:
        row.update(correction["set"])
    return faults


def _check_double(
    by_number: dict[str, Cells], correction: Mapping[str, Any], known: Corrections, file: str
) -> list[Fault]:
    """A row dropped as a double must still hold the ballots of the row it doubles."""
    row, twin = by_number.get(correction["number"]), by_number.get(correction["same_as"])
    faults = _stale(row, correction, file)
    if row is None or twin is None or faults:
        return faults
    if any(row[column] != twin[column] for column in known.columns):
        reason = f"vote {correction['number']} no longer equals {correction['same_as']}; keep both."
        return [Fault(file, int(row["row"]), reason)]
    return []


def _move_column(rows: list[Cells], correction: Mapping[str, str], file: str) -> list[Fault]:
    """Tells which rows a column stands for another state in; the reader asks `column_state`."""
    start, end = correction["from"], correction["until"]
    span = [row for row in rows if start <= row["Date"] < end]
    wrong, right = correction["column"], correction["expect_empty"]
    if not any(row[wrong] for row in span) or any(row[right] for row in span):
        reason = (
            f"column {wrong} no longer stands in for {right} from {start} to {end}: "
            f"the correction is obsolete ({correction['reason']})."
        )
        return [Fault(file, 0, reason)] if span else []
    return []


def put_right(rows: list[Cells], known: Corrections) -> int:
    """How many rows, as the file has them, a correction is for that still holds."""
    by_number = {row["Vote in the DB"]: row for row in rows}
    numbers = {
        correction["number"]
        for correction in (*known.cells, *known.drop)
        if not _stale(by_number.get(correction["number"]), correction, "")
    }
    return sum(
        row["Vote in the DB"] in numbers
        or row["UN classification"].strip() in (*known.symbol, *known.title_numbers)
        or any(
            row[each["column"]] and each["from"] <= row["Date"] < each["until"]
            for each in known.member
        )
        for row in rows
    )


def column_state(known: Corrections, column: str, day: str) -> str:
    """The state whose ballots stand in a column on a day, as code."""
    for correction in known.member:
        if correction["column"] == column and correction["from"] <= day < correction["until"]:
            return correction["state"]
    for succession in known.succession:
        if succession["column"] == column and day < succession["before"]:
            return succession["state"]
    return known.columns[column]


def _missing(rows: list[Cells], known: Corrections, file: str) -> list[Fault]:
    present = {row["UN classification"].strip(): row for row in rows}
    return [
        Fault(file, int(present[symbol]["row"]), f"{symbol} is now in the source, declared: {why}")
        for symbol, why in known.missing.items()
        if symbol in present
    ]
