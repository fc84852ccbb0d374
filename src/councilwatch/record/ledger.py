"""The append-only ledger: facts with when they held and when they became known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from councilwatch.record.history import KNOWN_ON, SUPERSEDES, standing
from councilwatch.record.tables import Table

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
