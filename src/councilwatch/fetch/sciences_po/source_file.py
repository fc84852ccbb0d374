"""Strict reading of the source's CSV file: every cell is handled, or the file is refused."""

import csv
from collections import Counter
from pathlib import Path

from councilwatch.fetch.sciences_po.corrections import Cells, Corrections
from councilwatch.record.fault import DataError, Fault

COLUMNS = (
    "Vote in the DB",
    "UN classification",
    "Vote outcome",
    "Vote outcome typology-Observable",
    "Resolution number",
    "Date",
    "Official full title",
    "Title-Observable",
    "Yes",
    "No",
    "Abstentions",
    "Non-Voting",
    "Total",
    "(of which veto)",
)
"""The columns before the members; `Total` and `(of which veto)` are recomputed, not taken."""

OUTCOMES = {"adopted": "adopted", "vetoed": "vetoed", "lack of maj.": "short of votes"}
CASTS = {"Y": "yes", "N": "no", "A": "abstain", "NV": "not voting"}
UNKNOWN = "?"


def read_source(path: Path, known: Corrections) -> list[Cells]:
    """The rows of the file by column head, each with its line number; raises `DataError`."""
    rows = _read_cells(path, known)
    faults = [fault for row in rows for fault in _row_faults(row, known, path.name)]
    numbers = Counter(row["Vote in the DB"] for row in rows)
    for row in rows:
        if numbers[row["Vote in the DB"]] > 1:
            reason = f"vote number {row['Vote in the DB']} stands more than once."
            faults.append(Fault(path.name, int(row["row"]), reason))
    if faults:
        raise DataError(faults)
    return rows


def expected(rows: list[Cells], known: Corrections, file: str) -> list[Fault]:
    """A fault for each way the whole file differs from what is declared of it."""
    outcomes = dict(Counter(row["Vote outcome"] for row in rows))
    days = sorted(row["Date"] for row in rows)
    found = {
        "rows": len(rows),
        "first_day": days[0] if days else "none",
        "last_day": days[-1] if days else "none",
        "outcomes": outcomes,
    }
    return [
        Fault(file, 0, f"{what}: {found[what]} found, {wanted} expected.")
        for what, wanted in known.expected.items()
        if found[what] != wanted
    ]


def _read_cells(path: Path, known: Corrections) -> list[Cells]:
    text = _decode(path)
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        head = next(reader, [])
        _check_head(path.name, head, known)
        rows = []
        for cells in reader:
            if len(cells) != len(head):
                reason = f"has {len(cells)} cells, not {len(head)}."
                raise DataError([Fault(path.name, reader.line_num, reason)])
            rows.append(dict(zip(head, cells, strict=True)) | {"row": str(reader.line_num)})
    except csv.Error as error:
        raise DataError([Fault(path.name, reader.line_num, f"is not CSV: {error}.")]) from error
    if not rows:
        raise DataError([Fault(path.name, 0, "has no rows; nothing would be imported.")])
    return rows


def _decode(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError([Fault(path.name, 0, f"cannot be read: {error.strerror}.")]) from error
    at = content.find(b"\0")
    if at != -1:
        row = content.count(b"\n", 0, at) + 1
        raise DataError([Fault(path.name, row, "holds a NUL byte, so it is not a text file.")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8: byte {error.start} ({error.reason}). Save it as UTF-8."
        raise DataError([Fault(path.name, row, reason)]) from error


def _check_head(file: str, head: list[str], known: Corrections) -> None:
    wanted = [*COLUMNS, *known.columns]
    missing = [column for column in wanted if column not in head]
    unknown = [column for column in head if column not in wanted]
    double = [column for column, times in Counter(head).items() if times > 1]
    faults = [Fault(file, 1, f"column '{column}' is missing.") for column in missing]
    faults += [
        Fault(file, 1, f"column '{column}' is not known; add it to members.toml or remove it.")
        for column in unknown
    ]
    faults += [Fault(file, 1, f"column '{column}' stands twice.") for column in double]
    if faults:
        raise DataError(faults)


def _row_faults(row: Cells, known: Corrections, file: str) -> list[Fault]:
    at = int(row["row"])
    faults = []
    if row["Vote outcome"] not in OUTCOMES:
        possible = ", ".join(OUTCOMES)
        reason = f"outcome '{row['Vote outcome']}' is not known; possible are {possible}."
        faults.append(Fault(file, at, reason))
    if not _is_day(row["Date"]):
        faults.append(Fault(file, at, f"date '{row['Date']}' is not of the form YYYY-MM-DD."))
    for column in known.columns:
        if row[column] not in ("", UNKNOWN, *CASTS):
            reason = f"ballot '{row[column]}' of {column} is not one of Y, N, A, NV."
            faults.append(Fault(file, at, reason))
    faults += [
        Fault(file, at, f"{column} is '{row[column]}', not a number.")
        for column in ("Yes", "No", "Abstentions", "Non-Voting")
        if not (row[column].isdecimal() or row[column] == UNKNOWN)
    ]
    return faults


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
