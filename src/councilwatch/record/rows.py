"""Strict reading of the record's text files, whole or one key at a time."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from councilwatch.record.commit import standing_file

if TYPE_CHECKING:
    from councilwatch.record.fault import DataError


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a CSV file with exactly these columns; raises `DataError` naming file and row."""
    try:
        with standing_file(path).open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            _check_header(path.name, next(reader, []), columns)
            width = len(columns)
            for row in reader:
                if len(row) != width:
                    raise _fault(path.name, reader.line_num, f"has {len(row)} cells, not {width}.")
                yield row
    except UnicodeDecodeError as error:
        raise _fault(
            path.name, 0, f"is not UTF-8: {error.reason} at byte {error.start}."
        ) from error
    except csv.Error as error:
        raise _fault(path.name, reader.line_num, f"cannot be read as CSV: {error}.") from error
    except FileNotFoundError as error:
        raise _fault(path.name, 0, "is missing.") from error


def read_rows_of(path: Path, columns: Sequence[str], first_cell: str) -> list[list[str]]:
    """The rows that start with this cell, found without reading the others as CSV."""
    return rows_of(path.name, read_content(path), columns, first_cell)


def read_content(path: Path) -> bytes:
    """The bytes of a table as it stands; raises `DataError` if there is none."""
    try:
        return standing_file(path).read_bytes()
    except FileNotFoundError as error:
        raise _fault(path.name, 0, "is missing.") from error


def rows_of(file: str, content: bytes, columns: Sequence[str], first_cell: str) -> list[list[str]]:
    """The rows that start with this cell in the bytes of a table.

    Our files hold one row per line, and the rows of one first cell together (the checks see to
    both), so looking for the bytes is enough.
    """
    try:
        _check_header(file, content.partition(b"\n")[0].decode().split(","), columns)
        rows = list(csv.reader(_lines_of(content, first_cell), strict=True))
    except UnicodeDecodeError as error:
        raise _fault(file, 0, f"is not UTF-8: {error.reason}.") from error
    except csv.Error as error:
        raise _fault(file, 0, f"cannot be read as CSV at '{first_cell}': {error}.") from error
    for row in rows:
        if len(row) != len(columns):
            raise _fault(file, 0, f"'{first_cell}' has {len(row)} cells, not {len(columns)}.")
    return rows


def _lines_of(content: bytes, first_cell: str) -> list[str]:
    doubled = first_cell.replace('"', '""')
    quoted = f'"{doubled}"' if "," in first_cell or '"' in first_cell else first_cell
    needle = f"\n{quoted},".encode()
    start = end = content.find(needle)
    while end != -1 and content.startswith(needle, end):
        end = content.find(b"\n", end + 1)
    if start == -1:
        return []
    text = content[start + 1 : end if end != -1 else None].decode()
    return text.removesuffix("\n").split("\n")


def _check_header(name: str, found: list[str], columns: Sequence[str]) -> None:
    if found == list(columns):
        return
    missing = [column for column in columns if column not in found]
    unknown = [column for column in found if column not in columns]
    why = f"{missing} missing" if missing else f"{unknown} unknown" if unknown else "another order"
    raise _fault(name, 1, f"the columns must be {','.join(columns)}; found {why}.")


def _fault(file: str, row: int, reason: str) -> "DataError":
    from councilwatch.record.fault import DataError, Fault  # only a mistake needs them

    return DataError([Fault(file, row, reason)])
