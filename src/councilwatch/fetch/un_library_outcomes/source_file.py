"""Strict reading of the tables' file: every row is handled, or the file is refused."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from councilwatch.fetch.csv_file import head_faults, read_sheet
from councilwatch.record.fault import DataError, Fault

COLUMNS = ("year", "meeting", "date", "topic", "kind", "key", "veto", "tally", "outcome")
"""`key`, `veto` and `tally` are the copy's own reading of `outcome`, one text a row, and not taken:
it puts the last tally of a meeting on texts printed before it. `topic` is not taken either."""
KINDS = ("RES", "DRAFT")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)})")


class Meeting(NamedTuple):
    """One meeting as the tables print it; its outcome cell speaks of all its texts."""

    year: str
    meeting: str
    date: str
    outcome: str
    line: int


def read_meetings(
    path: Path, is_printed_twice: Callable[[Mapping[str, str], int], bool]
) -> list[Meeting]:
    """The meetings of the file, each once, oldest year first; raises `DataError`.

    `is_printed_twice` tells of a row that stands a second time whether it is known to.
    """
    sheet = read_sheet(path, lambda head: head_faults(path.name, head, COLUMNS))
    faults: list[Fault] = []
    found: dict[tuple[str, ...], Meeting] = {}
    lines: dict[tuple[str, ...], int] = {}
    for cells, line in zip(sheet.rows, sheet.lines, strict=True):
        row = dict(zip(sheet.head, cells, strict=True))
        faults += (Fault(path.name, line, reason) for reason in _row_faults(row))
        first = lines.setdefault(tuple(cells), line)
        if first != line and not is_printed_twice(row, line):
            faults.append(Fault(path.name, line, f"stands twice; it is row {first} again."))
        what = (row["year"], row["meeting"].strip(), row["date"].strip(), row["outcome"])
        found.setdefault(what, Meeting(*what, line))
    if faults:
        raise DataError(faults)
    return sorted(found.values(), key=lambda each: (each.year, -each.line))


def _row_faults(row: Mapping[str, str]) -> list[str]:
    reasons = []
    if not re.fullmatch("[0-9]{4}", row["year"]):
        reasons.append(f"year '{row['year']}' is not four digits.")
    if row["kind"] not in KINDS:
        reasons.append(f"kind '{row['kind']}' is not known; possible are {', '.join(KINDS)}.")
    if not row["outcome"].strip():
        reasons.append("has no outcome.")
    return reasons


def day_of(year: str, text: str) -> str:
    """A day such as `19 December` in ISO form; raises `ValueError` if it is none."""
    match = DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"date '{text}' is not a day and a month.")
    try:
        return date(int(year), MONTHS.index(match[2]) + 1, int(match[1])).isoformat()
    except ValueError as error:
        raise ValueError(f"date '{text}' is no day of {year}.") from error


def expected(meetings: list[Meeting], wanted: Mapping[str, object]) -> list[str]:
    """A sentence for each way the whole file differs from what is declared of it."""
    years = Counter(each.year for each in meetings)
    found: dict[str, object] = {
        "meetings": len(meetings),
        "first_year": min(years, default="none"),
        "last_year": max(years, default="none"),
    }
    return [
        f"{what}: {found.get(what)} found, {value} expected."
        for what, value in wanted.items()
        if found.get(what) != value
    ]
