"""Strict reading of the source's CSV file: every cell is handled, or the file is refused."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from councilwatch.fetch.csv_file import head_faults, read_sheet
from councilwatch.fetch.sciences_po.corrections import Cells, Corrections
from councilwatch.record.days import is_day
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
NUMBER = re.compile("[0-9]{1,6}")

OUTCOMES = {"adopted": "adopted", "vetoed": "vetoed", "lack of maj.": "short of votes"}
CASTS = {"Y": "yes", "N": "no", "A": "abstain", "NV": "not voting"}
UNKNOWN = "?"
HINT = "it is no column of this source, and no member known here"


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
        Fault(file, 0, f"{_words(what)}: {_words(found[what])} found, {_words(wanted)} expected.")
        for what, wanted in known.expected.items()
        if found[what] != wanted
    ]


def _words(value: object) -> str:
    """A number, a day, or counts by word, as it stands in a sentence."""
    if isinstance(value, Mapping):
        return ", ".join(f"{number} {word}" for word, number in value.items())
    return str(value).replace("_", " ")


def _read_cells(path: Path, known: Corrections) -> list[Cells]:
    wanted = [*COLUMNS, *known.columns]
    sheet = read_sheet(path, lambda head: head_faults(path.name, head, wanted, HINT))
    return [
        dict(zip(sheet.head, cells, strict=True)) | {"row": str(line)}
        for cells, line in zip(sheet.rows, sheet.lines, strict=True)
    ]


def _row_faults(row: Cells, known: Corrections, file: str) -> list[Fault]:
    at = int(row["row"])
    faults = []
    if not NUMBER.fullmatch(row["Vote in the DB"]):
        faults.append(Fault(file, at, f"vote number '{row['Vote in the DB']}' is no number."))
    if row["Vote outcome"] not in OUTCOMES:
        possible = ", ".join(f"'{outcome}'" for outcome in OUTCOMES)
        reason = f"outcome '{row['Vote outcome']}' is not known; possible are {possible}."
        faults.append(Fault(file, at, reason))
    if not is_day(row["Date"]):
        faults.append(Fault(file, at, f"date '{row['Date']}' is not of the form YYYY-MM-DD."))
    for column in known.columns:
        if row[column] not in ("", UNKNOWN, *CASTS):
            reason = f"ballot '{row[column]}' of {column} is not one of Y, N, A, NV."
            faults.append(Fault(file, at, reason))
    faults += [
        Fault(file, at, f"{column} is '{row[column]}', not a number.")
        for column in ("Yes", "No", "Abstentions", "Non-Voting")
        if not (NUMBER.fullmatch(row[column]) or row[column] == UNKNOWN)
    ]
    return faults
