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
        stands = [r for r in standing(self.rows, width) if tuple(r[:width]) == key]
        expected = stands[0][KNOWN_ON] if stands else ""
        if row[SUPERSEDES] != expected:
            must = f"supersede the one known on {expected}" if stands else "supersede nothing"
            raise ValueError(
                f"A new row of {self.table.file} for {'/'.join(key)} must {must}; "
                f"it says '{row[SUPERSEDES]}'."
            )
        if row[KNOWN_ON] <= expected:
            raise ValueError(
                f"A row of {self.table.file} for {'/'.join(key)} known on {row[KNOWN_ON]} "
                f"cannot supersede one known on {expected}."
            )
        return Ledger(self.table, (*self.rows, row))
