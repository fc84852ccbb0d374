"""What a source says against what the record says, row by row and cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from councilwatch.record.fault import DataError, Fault
from councilwatch.record.history import KNOWN_ON, SOURCE, is_withdrawal, known_by, standing
from councilwatch.record.incoming import Claim, Incoming
from councilwatch.record.record import Record
from councilwatch.record.table import Table

Row = Sequence[str]
Key = tuple[str, ...]
Lacking = Mapping[Key, bool]
"""Keys of rows the source should give and does not, and whether it may withdraw them."""


class Disparity(NamedTuple):
    """One cell the record and the source fill differently."""

    table: str
    key: Key
    column: str
    ours: str
    our_source: str
    theirs: str


class Change(NamedTuple):
    """A row of the source that says something else than the record's row of its key."""

    table: Table
    before: Row
    """The row that stands, or the one that withdrew it."""
    after: Row

    def cells(self) -> Iterator[Disparity]:
        """The cells that differ; the ledger's columns are no content."""
        width = len(self.table.key)
        key = tuple(self.before[:width])
        if is_withdrawal(self.before):
            source = self.before[SOURCE]
            yield Disparity(self.table.name, key, "row", "withdrawn", source, "given")
            return
        for place in range(width, len(self.before) + KNOWN_ON):
            ours, theirs = self.before[place], self.after[place]
            if ours != theirs:
                column = self.table.columns[place]
                yield Disparity(self.table.name, key, column, ours, self.before[SOURCE], theirs)


class TableDifference(NamedTuple):
    """How the rows a source gives of one table stand to the record's."""

    table: Table
    added: Sequence[Row]
    """Rows with a key the record does not have."""
    changed: Sequence[Change]
    missing: Sequence[Row]
    """Standing rows the source should have and has not: a ballot of a vote it tells, or a vote of
    the days it is complete for."""
    left: frozenset[Key]
    """The keys of those that rest on another source: they are told, and never withdrawn."""
    source: str
    """Where the source's rows are from, as they say themselves."""
    unchanged: int
    """Rows that say what the record says, from whatever source the record has it; and those that
    only say again what the record has already put aside for another source."""
    overruled: int
    """How many of these the record has put aside."""

    @property
    def withdrawn(self) -> Sequence[Row]:
        """The rows that are withdrawn if all the source says is taken in."""
        width = len(self.table.key)
        return [row for row in self.missing if tuple(row[:width]) not in self.left]

    @property
    def is_empty(self) -> bool:
        """Whether the record and the source say the same."""
        return not (self.added or self.changed or self.missing)


class Difference(NamedTuple):
    """How everything a source gives stands to the record."""

    tables: tuple[TableDifference, ...]
    left_out: tuple[str, ...] = ()
    """Rows of the source the record has no place for, a sentence each."""
    put_right: int = 0
    """How many rows of the source were read otherwise than printed, as is declared."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to decide: the record says all the source does."""
        return not self.left_out and all(table.is_empty for table in self.tables)

    @property
    def disputed(self) -> frozenset[str]:
        """First cells of which the two say something else; what hangs on them waits with them.

        Where the source gives one table, and not of votes, no row hangs on another of it.
        """
        hanging = [t for t in self.tables if len(self.tables) > 1 or t.table.key[0] == "vote"]
        changed = {change.after[0] for table in hanging for change in table.changed}
        return frozenset(changed | {row[0] for table in hanging for row in table.missing})


def difference(record: Record, incoming: Incoming) -> Difference:
    """What a source says against the record as it stands; raises `DataError` on a double key."""
    if not any(incoming.values()):
        reason = "gives no rows the record has a place for; nothing would be imported."
        raise DataError([Fault("the source", 0, reason)])
    lacking = _lacking(record, incoming)
    tables = tuple(
        _table_difference(record, table, rows, table in incoming.whole_groups, lacking[table])
        for table, rows in incoming.items()
    )
    return Difference(tables, incoming.left_out, incoming.put_right)


def _lacking(record: Record, incoming: Incoming) -> Mapping[Table, Lacking]:
    """What the source says it tells all of and does not give, by table."""
    found: defaultdict[Table, dict[Key, bool]] = defaultdict(dict)
    for claim in incoming.claims:
        first, *others = claim.tables
        rows = [(first, row) for row in _claimed(record, claim, incoming[first])]
        cells = {row[0] for _, row in rows}
        rows += [(table, row) for table in others for row in record.rows(table) if row[0] in cells]
        foreign = {row[0] for _, row in rows if row[SOURCE] != claim.source}
        for table, row in rows:
            # a vote is withdrawn with all of its ballots, or not at all
            own = row[0] not in foreign if others else row[SOURCE] == claim.source
            found[table][tuple(row[: len(table.key)])] = own
    return found


def _claimed(record: Record, claim: Claim, theirs: Sequence[Row]) -> list[Row]:
    """The standing rows a claim goes for that the source does not give.

    A row that was put right from a better source rested on this one once: it is meant too.
    """
    table = claim.tables[0]
    width = len(table.key)
    given = {tuple(row[:width]) for row in theirs}
    lacking = [
        row for row in record.rows(table) if tuple(row[:width]) not in given and claim.covers(row)
    ]
    if claim.whoever_says or not lacking:
        return lacking
    said = {tuple(row[:width]) for row in record.known(table) if row[SOURCE] == claim.source}
    return [row for row in lacking if tuple(row[:width]) in said]


def _table_difference(
    record: Record, table: Table, theirs: Sequence[Row], whole_groups: bool, lacking: Lacking
) -> TableDifference:
    width = len(table.key)
    every = [row for _, row in record.numbered(table)]
    stands = {tuple(row[:width]): row for row in standing(every, width, record.known_on)}
    known = _withdrawn(every, width, record.known_on) | stands
    given = _by_key(table, theirs)
    added = [row for key, row in given.items() if key not in known]
    other = {
        key: row
        for key, row in given.items()
        if key in known and (stands.get(key) or ())[width:KNOWN_ON] != row[width:KNOWN_ON]
    }
    heard = _heard(every, width, other, record.known_on)
    changed = [Change(table, known[key], row) for key, row in other.items() if key not in heard]
    told = {key[0] for key in given} if whole_groups else frozenset()
    missing = [
        row
        for key, row in stands.items()
        if key not in given and (key in lacking or key[0] in told)
    ]
    left = frozenset(key for key, own in lacking.items() if not own)
    unchanged = len(given) - len(added) - len(changed)
    source = theirs[0][SOURCE] if theirs else ""
    return TableDifference(table, added, changed, missing, left, source, unchanged, len(heard))


def _heard(rows: Iterable[Row], width: int, given: Mapping[Key, Row], day: date | None) -> set[Key]:
    """The keys of which a source only repeats what the record last had from it.

    That something else stands was decided then, for another source: it is no news.
    """
    last: dict[Key, Row] = {}
    for row in known_by(rows, day):
        key = tuple(row[:width])
        if key in given and row[SOURCE] == given[key][SOURCE]:
            last[key] = max(last.get(key, row), row, key=lambda each: each[KNOWN_ON])
    return {
        key
        for key, row in last.items()
        if row[width:KNOWN_ON] == given[key][width:KNOWN_ON] and not is_withdrawal(row)
    }


def _withdrawn(rows: Iterable[Row], width: int, day: date | None) -> dict[Key, Row]:
    """The last withdrawal of each key by a day, whether or not it has been said again since."""
    taken_away = (row for row in known_by(rows, day) if is_withdrawal(row))
    return {tuple(row[:width]): row for row in taken_away}


def _by_key(table: Table, rows: Sequence[Row]) -> Mapping[Key, Row]:
    width = len(table.key)
    given = {tuple(row[:width]): row for row in rows}
    if len(given) == len(rows):
        return given
    seen: set[Key] = set()
    faults = []
    for row in rows:
        key = tuple(row[:width])
        if key in seen:
            faults.append(Fault(table.file, 0, f"the source gives {'/'.join(key)} twice."))
        seen.add(key)
    raise DataError(faults)
