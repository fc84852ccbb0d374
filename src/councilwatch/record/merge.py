"""What a source gives taken into the record: new rows added, differing ones superseded."""

import csv
import io
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from councilwatch.record.checks import check
from councilwatch.record.commit import PENDING, commit, written_alone
from councilwatch.record.difference import Difference, TableDifference, difference
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.history import KNOWN_ON, SOURCE, WITHDRAWN
from councilwatch.record.incoming import Incoming
from councilwatch.record.order import ordered
from councilwatch.record.record import Record
from councilwatch.record.rows import read_rows

Row = Sequence[str]


class Merge(NamedTuple):
    """What taking a source in changes, and the files the record would then have."""

    difference: Difference
    """All the source says that the record did not, taken or not."""
    added: dict[str, int]
    superseded: dict[str, int]
    files: dict[str, bytes]
    """The tables that change, as bytes."""

    @property
    def changes(self) -> int:
        """The number of rows added, superseding ones too."""
        return sum(self.added.values()) + sum(self.superseded.values())


def merge(folder: Path, incoming: Incoming, known_on: date, only_new: bool = False) -> Merge:
    """What the record becomes with these rows; nothing is written.

    A row with a new key is added as it is. One that says something else than the standing row of
    its key is added as known on the given day, superseding it; one that should be there and is not
    is withdrawn, if it rests on this source. With `only_new` both are left, and so is what hangs
    on them. Raises `DataError` if the result would not pass the checks.
    """
    found = difference(Record(folder), incoming)
    result = Merge(found, {}, {}, {})
    faults: list[Fault] = []
    for table in found.tables:
        _merge_table(result, folder, table, known_on, found.disputed if only_new else None, faults)
    faults = faults or (_faults_with(folder, result.files) if result.files else [])
    if faults:
        raise DataError(faults)
    return result


def take(
    folder: Path, read: Callable[[Record], Incoming], known_on: date, only_new: bool = False
) -> Merge:
    """Takes what a reader gives into the record: all of it, or none if anything is wrong.

    It is read while the folder is held alone, so that what it is compared with cannot change.
    """
    with written_alone(folder):
        result = merge(folder, read(Record(folder)), known_on, only_new)
        if result.changes:
            commit(folder, result.files)
        return result


def _merge_table(
    result: Merge,
    folder: Path,
    found: TableDifference,
    day: date,
    waiting: frozenset[str] | None,
    faults: list[Fault],
) -> None:
    table = found.table
    added = [
        row if row[KNOWN_ON] else [*row[:KNOWN_ON], day.isoformat(), *row[KNOWN_ON + 1 :]]
        for row in found.added
        if waiting is None or row[0] not in waiting
    ]
    superseding = _superseding(found, day, faults) if waiting is None else []
    result.added[table.name] = len(added)
    result.superseded[table.name] = len(superseding)
    if added or superseding:
        old = list(read_rows(table.path(folder), table.columns))
        result.files[table.file] = as_csv(table.columns, ordered(table, old, added, superseding))


def _superseding(found: TableDifference, day: date, faults: list[Fault]) -> list[Row]:
    """The rows that take the place of those that differ, and withdraw those that are missing."""
    known = day.isoformat()
    withdrawn = found.withdrawn
    faults += [
        Fault(found.table.file, 0, _too_soon(found, before))
        for before in (*(change.before for change in found.changed), *withdrawn)
        if known <= before[KNOWN_ON]
    ]
    rows: list[Row] = [
        [*row[:KNOWN_ON], known, row[SOURCE], before[KNOWN_ON]] for _, before, row in found.changed
    ]
    rows += [
        [*row[:KNOWN_ON], known, found.source or row[SOURCE], f"{row[KNOWN_ON]}{WITHDRAWN}"]
        for row in withdrawn
    ]
    return rows


def _too_soon(found: TableDifference, before: Row) -> str:
    """Why a row cannot be superseded from a day, and what can be done instead."""
    key = "/".join(before[: len(found.table.key)])
    last = date.fromisoformat(before[KNOWN_ON])
    return (
        f"{key} is as it stands known from {last}, and a row changes once a day: another change "
        f"can be known from {last + timedelta(days=1)} on. To undo one taken in by mistake before "
        f"that, put {found.table.file} back as it was, for example with git."
    )


def _faults_with(folder: Path, files: dict[str, bytes]) -> list[Fault]:
    """The faults the record would have with these files."""
    with tempfile.TemporaryDirectory(prefix="councilwatch-") as name:
        candidate = Path(name) / "record"
        shutil.copytree(folder, candidate, ignore=shutil.ignore_patterns(PENDING))
        for file, content in files.items():
            (candidate / file).write_bytes(content)
        return check(candidate)


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A table as the bytes of its file: UTF-8, one row a line, quotes only where needed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
