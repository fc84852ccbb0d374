"""Strict reading of a list: what its first lines say of it, then a table or one name a line.

    code: act
    day: 2017-05-15
    source: act-list-2017
    complete: yes

    Albania
    Andorra

A table has a column `state`, and may have `code`, `day` and `source` for each row.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from councilwatch.fetch.csv_file import decode, head_faults, is_blank, separator_fault
from councilwatch.fetch.supporters.text_lines import lines_of, names_of
from councilwatch.record.fault import DataError, Fault

STATE = "state"
SAID_BY_ROW = ("code", "day", "source")
"""What a table may say row by row, and the first lines once for all."""
SAID_ONCE = (*SAID_BY_ROW, "complete", "counted_by")
HEAD_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,19}):(.*)")


class Said(NamedTuple):
    """What the file says, and on which line."""

    text: str
    line: int


class Entry(NamedTuple):
    """One name of the list."""

    name: Said
    said: Mapping[str, Said]
    """Its code, day and source, as far as the file says them."""


class PrintedList(NamedTuple):
    """A list as its file has it."""

    head: Mapping[str, Said]
    """What its first lines say."""
    entries: Sequence[Entry]


def read_list(path: Path, is_name: Callable[[str], bool]) -> PrintedList:
    """The list of a file; raises `DataError`. `is_name` tells a name from a part of one."""
    lines = decode(path).splitlines()
    head, below = _head(path.name, lines)
    said = {what: head[what] for what in SAID_BY_ROW if what in head}
    rest = lines[below:]
    if (
        rest
        and STATE in re.split(r"[;|\t]", rest[0].strip().casefold())
        and (wrong := separator_fault(rest[:1]))
    ):
        raise DataError([Fault(path.name, below + 1, wrong)])
    if _is_table(rest):
        entries = list(_table(path.name, rest, below, said))
    else:
        found = names_of(lines_of(rest, below + 1), is_name)
        entries = [Entry(Said(name, line), said) for line, name in found]
    if not entries:
        raise DataError([Fault(path.name, 0, "names no states; nothing would be imported.")])
    return PrintedList(head, entries)


def _head(file: str, lines: Sequence[str]) -> tuple[Mapping[str, Said], int]:
    """What the first lines say, and how many there are; raises `DataError`."""
    head: dict[str, Said] = {}
    for number, line in enumerate(lines):
        match = HEAD_LINE.fullmatch(line.strip())
        if match is None and line.strip():
            return head, number
        if match is None:
            continue
        key = re.sub("[ -]", "_", match[1].strip().casefold())
        if key not in SAID_ONCE:
            reason = f"'{match[1]}' is not known; the first lines may say {', '.join(SAID_ONCE)}."
            raise DataError([Fault(file, number + 1, reason)])
        if key in head:
            raise DataError([Fault(file, number + 1, f"'{match[1]}' is said twice.")])
        head[key] = Said(match[2].strip(), number + 1)
    return head, len(lines)


def _is_table(lines: Sequence[str]) -> bool:
    return bool(lines) and STATE in [cell.strip().casefold() for cell in lines[0].split(",")]


def _table(
    file: str, lines: Sequence[str], above: int, said: Mapping[str, Said]
) -> Iterator[Entry]:
    """The rows of a table; raises `DataError` if it is no CSV of a head it may have."""
    reader = csv.reader(io.StringIO("\n".join(lines)), strict=True)
    try:
        head = [cell.strip().casefold() for cell in next(reader)]
        wanted = [STATE, *(column for column in SAID_BY_ROW if column in head)]
        hint = f"a list may have {', '.join((STATE, *SAID_BY_ROW))}"
        if faults := head_faults(file, head, wanted, hint):
            raise DataError([Fault(file, above + 1, fault.reason) for fault in faults])
        for cells in reader:
            line = above + reader.line_num
            if is_blank(cells):
                continue
            if len(cells) != len(head):
                reason = f"has {len(cells)} cells, not {len(head)}."
                raise DataError([Fault(file, line, reason)])
            row = {what: Said(cell.strip(), line) for what, cell in zip(head, cells, strict=True)}
            own = {what: row[what] for what in SAID_BY_ROW if what in row and row[what].text}
            yield Entry(row[STATE], {**said, **own})
    except csv.Error as error:
        reason = f"is not CSV: {error}."
        raise DataError([Fault(file, above + reader.line_num, reason)]) from error
