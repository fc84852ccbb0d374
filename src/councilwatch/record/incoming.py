"""Rows on their way into the record, as a source's reader hands them over."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from councilwatch.record.fault import Fault
from councilwatch.record.table import Table

Rows = list[list[str]]
"""Rows of one table, each with a cell for every column, the ledger's too.

A row that leaves `known_on` empty becomes known on the day it is taken in.
"""


class Claim(NamedTuple):
    """What a source says it tells all of: a row of it that only the record has is a difference."""

    tables: tuple[Table, ...]
    """The table it is about, and those whose rows hang on it by their first cell."""
    source: str
    """The id of the source."""
    covers: Callable[[Sequence[str]], bool]
    """Whether a row of the first table is of what the source tells all of."""
    whoever_says: bool = False
    """Whether it goes for rows too that never rested on this source."""


class Incoming(dict[Table, Rows]):
    """The rows a source gives, by table: `Incoming({t.WITNESSES: rows})`."""

    def __init__(
        self,
        rows: Mapping[Table, Rows],
        *,
        whole_groups: Collection[Table] = (),
        left_out: Sequence[str] = (),
        claims: Sequence[Claim] = (),
        days: Iterable[tuple[str, int]] = (),
        put_right: int = 0,
    ) -> None:
        super().__init__(rows)
        self.whole_groups = frozenset(whole_groups)
        """Tables of which the source gives, for a first cell it has, every row there is: a vote
        comes with all of its ballots, so one that only the record has is a difference."""
        self.left_out = tuple(left_out)
        """What the file says that no table can hold, a sentence each: votes the record does not
        have. They are told with the differences."""
        self.claims = tuple(claims)
        """What the file is complete for, if it is read as a whole."""
        self.days: dict[str, int] = {}
        """The days (ISO) the file gives, each with the row it stands in first."""
        for day, row in days:
            self.days.setdefault(day, row)
        self.put_right = put_right
        """How many rows of the file were read otherwise than printed, as declared beside its
        reader."""

    def later_than(self, today: date, file: str) -> list[Fault]:
        """A fault for each day the file gives that has not come yet."""
        return [
            Fault(file, row, f"gives the day {day}, which is later than today ({today}).")
            for day, row in sorted(self.days.items(), key=lambda pair: pair[1])
            if day > today.isoformat()
        ]
