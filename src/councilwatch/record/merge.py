"""Votes from a source taken into the record: new ones added, changed ones superseded."""

import csv
import io
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from councilwatch.record import tables as t
from councilwatch.record.checks import check
from councilwatch.record.commit import commit, written_alone
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.history import KNOWN_ON, SOURCE, SUPERSEDES, standing
from councilwatch.record.rows import read_rows
from councilwatch.record.votes_table import VoteRows

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Merge:
    """What taking votes into the record changes, by table, and the files it would then have."""

    added: dict[str, int]
    superseded: dict[str, int]
    unchanged: dict[str, int]
    files: dict[str, bytes]

    @property
    def changes(self) -> int:
        """The number of rows added, superseding ones too."""
        return sum(self.added.values()) + sum(self.superseded.values())


def merge_votes(folder: Path, votes: VoteRows, known_on: date) -> Merge:
    """What the record becomes with these votes; nothing is written.

    A row with a new key is added as it is. One that says something else than the standing row of
    its key is added as known on the given day, superseding it. Raises `DataError` if the result
    would not pass the checks.
    """
    merge = Merge({}, {}, {}, {})
    for table, rows in ((t.DRAFTS, votes.drafts), (t.BALLOTS, votes.ballots)):
        _merge_table(merge, folder, table, rows, known_on)
    with tempfile.TemporaryDirectory(prefix="councilwatch-") as name:
        candidate = Path(name)
        shutil.copytree(folder, candidate, dirs_exist_ok=True)
        for file, content in merge.files.items():
            (candidate / file).write_bytes(content)
        faults = check(candidate)
    if faults:
        raise DataError(faults)
    return merge


def take_votes(folder: Path, votes: VoteRows, known_on: date) -> Merge:
    """Takes votes into the record: all of them, or none if anything is wrong."""
    with written_alone(folder):
        merge = merge_votes(folder, votes, known_on)
        if merge.changes:
            commit(folder, merge.files)
        return merge


def _merge_table(
    merge: Merge, folder: Path, table: t.Table, new: list[list[str]], day: date
) -> None:
    width = len(table.key)
    old = list(read_rows(table.path(folder), table.columns))
    stands = {tuple(row[:width]): row for row in standing(old, width)}
    added, changed = [], []
    for row in new:
        before = stands.get(tuple(row[:width]))
        if before is None:
            added.append(row)
        elif before[width:KNOWN_ON] != row[width:KNOWN_ON] or before[SOURCE] != row[SOURCE]:
            if day.isoformat() <= before[KNOWN_ON]:
                reason = (
                    f"{'/'.join(row[:width])} changed already on {before[KNOWN_ON]}; what the "
                    f"source says now cannot be known from {day}. Give a later --known-on."
                )
                raise DataError([Fault(table.file, 0, reason)])
            changed.append([*row[:KNOWN_ON], day.isoformat(), row[SOURCE], before[KNOWN_ON]])
    merge.added[table.name] = len(added)
    merge.superseded[table.name] = len(changed)
    merge.unchanged[table.name] = len(new) - len(added) - len(changed)
    merge.files[table.file] = as_csv(table.columns, _ordered([*old, *added, *changed]))


def _ordered(rows: list[list[str]]) -> list[list[str]]:
    """Rows of one vote stay together, votes in the order of the day they became known first."""
    first: dict[str, tuple[str, int]] = {}
    for place, row in enumerate(rows):
        first.setdefault(row[0], (row[KNOWN_ON], place))
    return sorted(rows, key=lambda row: (first[row[0]], row[SUPERSEDES]))


def as_csv(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    """A table as the bytes of its file: UTF-8, one row a line, quotes only where needed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
