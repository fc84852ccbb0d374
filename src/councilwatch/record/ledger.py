"""The append-only ledger: facts with when they held and when they became known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from councilwatch.record.history import (
    KNOWN_ON,
    SOURCE,
    SUPERSEDES,
    WITHDRAWN,
    is_withdrawal,
    replaced_day,
    standing,
)
from councilwatch.record.table import Table

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of one table, asked by either of their two times."""

    table: Table
    rows: tuple[Row, ...]

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

    def append(self, row: Row) -> "Ledger":
        """The ledger with one row more; raises `ValueError` if the row would overwrite another."""
        last = self._last(row[: len(self.table.key)])
        expected = last[KNOWN_ON] if last else ""
        fact = f"{self.table.file} for {'/'.join(row[: len(self.table.key)])}"
        if replaced_day(row) != expected:
            must = f"supersede the one known on {expected}" if last else "supersede nothing"
            raise ValueError(f"A new row of {fact} must {must}; it says '{row[SUPERSEDES]}'.")
        if row[KNOWN_ON] <= expected:
            raise ValueError(
                f"A row of {fact} known on {row[KNOWN_ON]} "
                f"cannot supersede one known on {expected}."
            )
        if is_withdrawal(row) and (last is None or is_withdrawal(last)):
            raise ValueError(f"No row of {fact} stands that could be withdrawn.")
        return Ledger(self.table, (*self.rows, row))

    def withdraw(self, key: Sequence[str], known_on: date, source: str) -> "Ledger":
        """The ledger in which nothing is said any more of a key; raises `ValueError` as `append`.

        `source` is where it is known from that the row should not stand.
        """
        last = self._last(key)
        if last is None:
            fact = f"{self.table.file} for {'/'.join(key)}"
            raise ValueError(f"No row of {fact} stands that could be withdrawn.")
        row = list(last)
        row[KNOWN_ON], row[SOURCE] = known_on.isoformat(), source
        row[SUPERSEDES] = last[KNOWN_ON] + WITHDRAWN
        return self.append(row)

    def _last(self, key: Sequence[str]) -> Row | None:
        """The row of a key that became known last, a withdrawal too."""
        width = len(self.table.key)
        rows = (row for row in self.rows if tuple(row[:width]) == tuple(key))
        return max(rows, key=lambda row: row[KNOWN_ON], default=None)
