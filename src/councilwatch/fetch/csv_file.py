"""Strict reading of a source's CSV file: text in UTF-8, every row as wide as the head."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from councilwatch.record.fault import DataError, Fault

Cells = list[str]
"""One row as it stands in the file."""


class Sheet(NamedTuple):
    """The rows of a CSV file below its head."""

    head: Cells
    rows: list[Cells]
    lines: list[int]
    """The line an editor shows each row on (a row may span several)."""


def read_sheet(path: Path, check_head: Callable[[Cells], list[Fault]]) -> Sheet:
    """The head and the rows of a file; raises `DataError` if it is no CSV of that head."""
    reader = csv.reader(io.StringIO(decode(path), newline=""), strict=True)
    try:
        head = next(reader, [])
        faults = check_head(head)
        if faults:
            raise DataError(faults)
        rows, lines, width = [], [], len(head)
        for cells in reader:
            if len(cells) != width:
                reason = f"has {len(cells)} cells, not {width}."
                raise DataError([Fault(path.name, reader.line_num, reason)])
            rows.append(cells)
            lines.append(reader.line_num)
    except csv.Error as error:
        raise DataError([Fault(path.name, reader.line_num, f"is not CSV: {error}.")]) from error
    if not rows:
        raise DataError([Fault(path.name, 0, "has no rows; nothing would be imported.")])
    return Sheet(head, rows, lines)


def decode(path: Path) -> str:
    """The text of a file in UTF-8; raises `DataError` naming the row that is none."""
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


def head_faults(
    file: str, head: Sequence[str], wanted: Sequence[str], hint: str = "it is new or renamed"
) -> list[Fault]:
    """A fault per column that is missing, not known or there twice, in whatever order they are."""
    known, found = frozenset(wanted), frozenset(head)
    faults = [
        Fault(file, 1, f"column '{column}' is missing.") for column in wanted if column not in found
    ]
    faults += [
        Fault(file, 1, f"column '{column}' is not known; {hint}.")
        for column in head
        if column not in known
    ]
    faults += [
        Fault(file, 1, f"column '{column}' stands twice.")
        for column, times in Counter(head).items()
        if times > 1
    ]
    return faults
