"""Rows on their way into the record, as a source's reader hands them over."""

from collections.abc import Collection, Mapping, Sequence

from councilwatch.record.table import Table

Rows = list[list[str]]
"""Rows of one table, each with a cell for every column, the ledger's too.

A row that leaves `known_on` empty becomes known on the day it is taken in.
"""


class Incoming(dict[Table, Rows]):
    """The rows a source gives, by table: `Incoming({t.WITNESSES: rows})`."""

    def __init__(
        self,
        rows: Mapping[Table, Rows],
        *,
        whole_groups: Collection[Table] = (),
        left_out: Sequence[str] = (),
    ) -> None:
        super().__init__(rows)
        self.whole_groups = frozenset(whole_groups)
        """Tables of which the source gives, for a first cell it has, every row there is: a vote
        comes with all of its ballots, so one that only the record has is a difference."""
        self.left_out = tuple(left_out)
        """What the file says that no table can hold, a sentence each: votes the record does not
        have. They are told with the differences."""
