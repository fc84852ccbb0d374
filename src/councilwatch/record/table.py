"""What a table of the record is: its file, its columns, and which of them are its key."""

from pathlib import Path
from typing import NamedTuple

LEDGER = ("known_on", "source", "supersedes")
"""The last three columns of every table of facts."""


class Table(NamedTuple):
    """One kind of fact: the file it stands in, its columns, and which of them are its key.

    A row is told apart by its key and the day it became known. A row that replaces an earlier one
    with the same key names, in `supersedes`, the day the earlier one became known; nothing is
    overwritten.
    """

    name: str
    key: tuple[str, ...]
    others: tuple[str, ...]
    held: tuple[str, str] | None = None
    """The columns with the first day and the end of what the row says, where it lasts."""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns in the order of the file."""
        return (*self.key, *self.others, *LEDGER)

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return f"{self.name}.csv"

    def path(self, folder: Path) -> Path:
        """Where the table stands in a record's folder."""
        return folder / self.file

    def place(self, column: str) -> int:
        """The position of a column in a row."""
        return self.columns.index(column)
