"""Strict reading of a source's CSV file: text in UTF-8, every row as wide as the head."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from councilwatch.record.fault import DataError, Fault

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

Cells = list[str]
"""One row as it stands in the file."""


class Sheet(NamedTuple):
    """The rows of a CSV file below its head."""

    head: Cells
    rows: list[Cells]
    lines: list[int]
    """The line an editor shows each row on (a row may span several)."""


SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
"""What tables are separated by that are no CSV of ours."""
FEW = 3
"""How many columns are told one by one."""


def read_sheet(path: Path, check_head: Callable[[Cells], list[Fault]]) -> Sheet:
    """The head and the rows of a file; raises `DataError` if it is no CSV of that head."""
    text = decode(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        head = next(reader, [])
        if faults := check_head(head):
            wrong = separator_fault(head)
            raise DataError([Fault(path.name, 0, wrong)] if wrong else faults)
        rows, lines = _rows(path.name, reader, len(head))
    except csv.Error as error:
        raise DataError([Fault(path.name, reader.line_num, f"is not CSV: {error}.")]) from error
    if not rows:
        raise DataError([Fault(path.name, 0, "has no rows; nothing would be imported.")])
    return Sheet(head, rows, lines)


def _rows(file: str, reader: "CsvReader", width: int) -> tuple[list[Cells], list[int]]:
    """The rows below the head; blank lines may stand at the end and nowhere else."""
    rows, lines, blank = [], [], 0
    for cells in reader:
        if width > 1 and is_blank(cells):
            blank = blank or reader.line_num
            continue
        if blank:
            raise DataError([Fault(file, blank, "is blank, and rows follow it.")])
        if len(cells) != width:
            reason = f"has {len(cells)} cells, not {width}."
            raise DataError([Fault(file, reader.line_num, reason)])
        rows.append(cells)
        lines.append(reader.line_num)
    return rows, lines


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row is a line with nothing on it; one of empty cells between commas is none."""
    return not cells or (len(cells) == 1 and not cells[0].strip())


def separator_fault(head: Sequence[str]) -> str:
    """What is wrong with a head that is one cell by commas and several by another sign."""
    if len(head) != 1:
        return ""
    most = max(SEPARATORS, key=head[0].count)
    return f"is separated by {SEPARATORS[most]}, not commas." if most in head[0] else ""


def decode(path: Path) -> str:
    """The text of a file in UTF-8; raises `DataError` if it has none, with the row at fault."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DataError([Fault(path.name, 0, f"cannot be read: {error.strerror}.")]) from error
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_half_nul(content):
        raise DataError([Fault(path.name, 0, "is UTF-16; save it as UTF-8.")])
    at = content.find(b"\0")
    if at != -1:
        row = content.count(b"\n", 0, at) + 1
        raise DataError([Fault(path.name, row, "holds a NUL byte, so it is not a text file.")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        reason = f"is not UTF-8: byte {error.start} ({error.reason}). Save it as UTF-8."
        raise DataError([Fault(path.name, row, reason)]) from error
    if not text.strip():
        what = "has nothing but blank lines" if text else "is empty"
        raise DataError([Fault(path.name, 0, f"{what}; nothing would be imported.")])
    return text


def _is_half_nul(content: bytes) -> bool:
    """Whether every other byte of the start is NUL: Latin letters in UTF-16 without a mark."""
    start = content[:64]
    return len(start) > 3 and any(
        not any(start[place::2]) and all(start[1 - place :: 2]) for place in (0, 1)
    )


def head_faults(
    file: str, head: Sequence[str], wanted: Sequence[str], hint: str = "it is new or renamed"
) -> list[Fault]:
    """A fault per column that is missing, not known or there twice, in whatever order they are.

    Of many that are missing, or not known, one fault says how many and names the first.
    """
    known, found = frozenset(wanted), frozenset(head)
    reasons = _each_or_all([c for c in wanted if c not in found], "missing", "")
    reasons += _each_or_all([c for c in head if c not in known], "not known", f"; {hint}")
    reasons += [
        f"column '{column}' stands twice." for column, times in Counter(head).items() if times > 1
    ]
    return [Fault(file, 1, reason) for reason in reasons]


def _each_or_all(columns: Sequence[str], what: str, hint: str) -> list[str]:
    if len(columns) <= FEW:
        return [f"column '{column}' is {what}{hint}." for column in columns]
    first = ", ".join(f"'{column}'" for column in columns[:FEW])
    return [f"{len(columns)} columns are {what}: {first} and {len(columns) - FEW} more."]
