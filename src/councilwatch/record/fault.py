"""What is wrong with data, as sentences that name file and row."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file of data, where, and why."""

    file: str
    row: int
    """Line number as an editor counts, the header being line 1; 0 means the whole file."""
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{where}: {self.reason}"


class DataError(Exception):
    """Data that cannot be taken as it is; carries one fault per problem."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
