"""The tables of the record: which file each kind of fact stands in, and its columns.

A row is told apart by its key and the day it became known. A row that replaces an earlier one with
the same key names, in `supersedes`, the day the earlier one became known; nothing is overwritten.
"""

from pathlib import Path
from typing import NamedTuple

LEDGER = ("known_on", "source", "supersedes")
"""The last three columns of every table of facts."""


class Table(NamedTuple):
    """One kind of fact: the file it stands in, its columns, and which of them are its key."""

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


STATES = Table(
    "states",
    ("id",),
    (
        "m49",
        "alpha2",
        "status",
        "member_from",
        "member_until",
        "gaps",
        "successors",
        "note",
    ),
    held=("member_from", "member_until"),
)
STATE_NAMES = Table(
    "state_names",
    ("state", "name", "kind", "language", "start"),
    ("end", "note"),
    held=("start", "end"),
)
SEATS = Table("seats", ("state", "start"), ("end", "seat", "represented_by"), held=("start", "end"))
DRAFTS = Table(
    "drafts",
    ("vote",),
    (
        "symbol",
        "day",
        "title",
        "decided_by",
        "procedural",
        "published_outcome",
        "published_tally",
        "note",
    ),
)
BALLOTS = Table("ballots", ("vote", "state"), ("cast",))
COVERAGE = Table("coverage", ("of", "start"), ("end", "note"), held=("start", "end"))
SITUATIONS = Table("situations", ("vote",), ("situation", "note"))
AMENDMENTS = Table("amendments", ("vote",), ("amends", "note"))
SPONSORS = Table("sponsors", ("vote",), ("sponsors", "complete", "note"))
ENDORSEMENTS = Table("endorsements", ("code", "state", "day"), ("standing", "exact", "note"))
ROLLS = Table(
    "rolls", ("code", "day"), ("members", "observers", "total", "complete", "wording", "note")
)
ASSESSMENTS = Table(
    "assessments", ("vote", "question", "assessor"), ("answer", "day", "quote", "locator")
)
ASSESSORS = Table("assessors", ("id",), ("name", "about"))

TABLES = (
    STATES,
    STATE_NAMES,
    SEATS,
    DRAFTS,
    BALLOTS,
    COVERAGE,
    SITUATIONS,
    AMENDMENTS,
    SPONSORS,
    ENDORSEMENTS,
    ROLLS,
    ASSESSMENTS,
    ASSESSORS,
)
"""Every table of facts; `sources.csv` stands beside them and says where each fact is from."""

SOURCES_FILE = "sources.csv"
SOURCE_COLUMNS = ("id", "title", "publisher", "address", "licence", "published", "note")
