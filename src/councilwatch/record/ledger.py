"""The append-only ledger: facts with when they held and when they became known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from councilwatch.record.tables import Table

KNOWN_ON, SOURCE, SUPERSEDES = -3, -2, -1
"""Positions of the ledger's columns in a row, counted from its end."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of one table, asked by either of their two times."""

    table: Table
    rows: tuple[Sequence[str], ...]

    def as_known_on(self, day: date) -> "Ledger":
        """What the record could say on a day: rows known by then and not superseded by then."""
        return Ledger(self.table, tuple(standing(self.rows, len(self.table.key), day)))

    def as_of(self, day: date) -> "Ledger":
        """The rows that held on a day, in a table whose rows last."""
        if self.table.held is None:
            raise ValueError(f"The rows of {self.table.file} do not last; ask by key instead.")
        start, end = (self.table.place(column) for column in self.table.held)
        asked = day.isoformat()
        held = (r for r in self.rows if r[start] <= asked and (not r[end] or asked < r[end]))
        return Ledger(self.table, tuple(held))

    def append(self, row: Sequence[str]) -> "Ledger":
        """The ledger with one row more; raises `ValueError` if the row would overwrite another."""
        width = len(self.table.key)
        key = tuple(row[:width])
        known = {r[KNOWN_ON] for r in self.rows if tuple(r[:width]) == key}
        if known and row[SUPERSEDES] not in known:
            raise ValueError(
                f"{self.table.file} already has {'/'.join(key)}; a new row must supersede it "
                f"by naming the day it became known ({', '.join(sorted(known))})."
            )
        if row[KNOWN_ON] in known:
            raise ValueError(f"{'/'.join(key)} became known on {row[KNOWN_ON]} already.")
        return Ledger(self.table, (*self.rows, row))


def standing(
    rows: Iterable[Sequence[str]], width: int, day: date | None = None
) -> Iterator[Sequence[str]]:
    """The rows known by a day and not superseded by then; without a day, as known at the end.

    `width` is the number of key columns a row starts with. Days compare as text (ISO 8601).
    """
    until = day.isoformat() if day else "9999-12-31"
    known = [row for row in rows if row[KNOWN_ON] <= until]
    replaced = {(*row[:width], row[SUPERSEDES]) for row in known if row[SUPERSEDES]}
    if not replaced:
        return iter(known)
    return (row for row in known if (*row[:width], row[KNOWN_ON]) not in replaced)
