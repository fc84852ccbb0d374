"""How facts changed: every row ever on record of a fact, and every correction made to any."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from councilwatch.record.history import KNOWN_ON, SOURCE, SUPERSEDES, is_withdrawal, replaced_day
from councilwatch.record.shelf import Shelf
from councilwatch.record.table import LEDGER, Table
from councilwatch.record.tables import TABLES

Row = Sequence[str]


class UnknownFact(ValueError):
    """A key that is in no row of the record; carries the nearest ones."""

    def __init__(self, text: str, nearest: Sequence[str]) -> None:
        self.nearest = tuple(nearest)
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No fact is called '{text[:80]}' in the record.{hint}")


class Change(NamedTuple):
    """One column that a later row says otherwise."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the record, and what it changed."""

    table: Table
    row: Row
    changes: tuple[Change, ...]
    """Against the row it supersedes; empty for a first row and for a withdrawal."""

    @property
    def key(self) -> tuple[str, ...]:
        """The cells that tell the fact from others of its table."""
        return tuple(self.row[: len(self.table.key)])

    @property
    def fact(self) -> str:
        """Table and key, as `history` takes them: `ballots/S/2016/846/AGO`."""
        return "/".join((self.table.name, *self.key))

    @property
    def known_on(self) -> str:
        """The day on which it became known."""
        return self.row[KNOWN_ON]

    @property
    def source(self) -> str:
        """Where it is known from."""
        return self.row[SOURCE]

    @property
    def supersedes(self) -> str:
        """The day the row it replaces became known; empty for a first row."""
        return replaced_day(self.row)

    @property
    def withdraws(self) -> bool:
        """Whether it only takes the earlier row away."""
        return is_withdrawal(self.row)

    @property
    def cells(self) -> dict[str, str]:
        """What the row says, by column, without the key and the ledger's columns."""
        named = zip(self.table.columns, self.row, strict=True)
        return {c: cell for c, cell in named if c not in (*self.table.key, *LEDGER)}


def history(shelf: Shelf, key: str) -> tuple[Entry, ...]:
    """All rows of the facts a key names, fact by fact, oldest first; raises `UnknownFact`.

    A key is a table with the cells of a key, or the start of them (`ballots/S/2016/846`), or what
    the key of facts starts with in any table (`S/2016/846`).
    """
    found = [entry for table in TABLES for entry in _entries(shelf, table, _named(table, key))]
    if not found:
        raise UnknownFact(key, _nearest(shelf, key))
    return tuple(found)


def corrections(shelf: Shelf) -> tuple[Entry, ...]:
    """Every row that replaced or withdrew another, the latest first."""
    found = [
        entry for table in TABLES for entry in _entries(shelf, table, None) if entry.row[SUPERSEDES]
    ]
    return tuple(sorted(found, key=lambda entry: entry.known_on, reverse=True))


def _named(table: Table, key: str) -> str:
    """The key of facts of a table that a text names."""
    return key.removeprefix(f"{table.name}/")


def _entries(shelf: Shelf, table: Table, key: str | None) -> Iterator[Entry]:
    """The rows of a table known by the day of the shelf whose key starts as asked."""
    known = (row for row in shelf.known(table) if key is None or _starts(table, row, key))
    for rows in _by_fact(table, known):
        earlier: dict[str, Row] = {}
        for row in rows:
            yield Entry(table, row, _changes(table, earlier.get(replaced_day(row)), row))
            earlier[row[KNOWN_ON]] = row


def _starts(table: Table, row: Row, key: str) -> bool:
    whole = "/".join(row[: len(table.key)])
    return whole == key or whole.startswith(f"{key}/")


def _by_fact(table: Table, rows: Iterable[Row]) -> Iterable[list[Row]]:
    width = len(table.key)
    facts: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        facts[tuple(row[:width])].append(row)
    return (sorted(each, key=lambda row: row[KNOWN_ON]) for each in facts.values())


def _changes(table: Table, before: Row | None, row: Row) -> tuple[Change, ...]:
    if before is None or is_withdrawal(row):
        return ()
    cells = zip(table.columns, before, row, strict=True)
    return tuple(Change(c, old, new) for c, old, new in cells if c not in LEDGER and old != new)


def _nearest(shelf: Shelf, key: str) -> list[str]:
    """The facts whose key begins as this one, or else what the key of some is most like."""
    keys = [(t.name, row[: len(t.key)]) for t in TABLES for row in shelf.known(t)]
    begun = {
        whole
        for table, cells in keys
        for whole in ("/".join(cells), "/".join((table, *cells)))
        if whole.startswith(key)
    }
    first = {cells[0] for _, cells in keys}
    return sorted(begun)[:3] or get_close_matches(key, sorted(first), n=3, cutoff=0.5)
