"""The declared misprints of the tables, and the guards that tell when one has been put right."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from councilwatch.fetch.declared import declared
from councilwatch.fetch.un_library_outcomes.source_file import Meeting, day_of
from councilwatch.record.fault import Fault

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """What `corrections.toml` says, by the cells it is for."""

    days: Mapping[Cells, str]
    """Year, meeting and date as printed -> day and month to read, empty if there is none."""
    symbols: Mapping[Cells, str]
    """Meeting and symbol as printed -> the symbol that is meant, empty for no vote."""
    twice: Collection[Cells]
    """Year, meeting and key of rows that stand twice."""
    names: Mapping[str, str]
    expected: Mapping[str, Any]


@dataclass(slots=True)
class Corrections:
    """The declared misprints on their way through one file; each tells whether it was met."""

    known: Declared
    met: set[Cells] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    """The rows that were read otherwise than printed."""

    def day(self, meeting: Meeting) -> str:
        """The day of a meeting (ISO), empty if the tables give none; raises `ValueError`."""
        cells = (meeting.year, meeting.meeting, meeting.date)
        text = self.known.days.get(cells)
        if text is None:
            return day_of(meeting.year, meeting.date)
        self._meet(cells, meeting.line)
        return day_of(meeting.year, text) if text else ""

    def symbol(self, meeting: Meeting, printed: str) -> str:
        """The symbol meant by a printed one; empty if the print is to be left out."""
        cells = (meeting.meeting, printed)
        if cells in self.known.symbols:
            self._meet(cells, meeting.line)
        return self.known.symbols.get(cells, printed)

    def is_printed_twice(self, row: Mapping[str, str], line: int) -> bool:
        """Whether a row that stands a second time is one that is known to."""
        cells = (row["year"], row["meeting"], row["key"])
        if cells not in self.known.twice:
            return False
        self._meet(cells, line)
        return True

    def _meet(self, cells: Cells, line: int) -> None:
        self.met.add(cells)
        self.lines.add(line)

    def stale(self, file: str) -> list[Fault]:
        """A fault for each misprint the file no longer has."""
        never: Iterable[Cells] = [
            cells
            for cells in (*self.known.days, *self.known.symbols, *self.known.twice)
            if cells not in self.met
        ]
        return [
            Fault(file, 0, f"no longer prints {' / '.join(cells)}: the correction is obsolete.")
            for cells in never
        ]


@cache
def read_declared() -> Declared:
    """The declared knowledge about these tables."""
    known = declared(__package__, "corrections")
    return Declared(
        days={(d["year"], d["meeting"], d["date"]): d["read"] for d in known["day"]},
        symbols={(s["meeting"], s["printed"]): s["symbol"] for s in known["symbol"]}
        | {(n["meeting"], n["printed"]): "" for n in known["nothing"]},
        twice=frozenset((d["year"], d["meeting"], d["key"]) for d in known["twice"]),
        names=known["names"],
        expected=known["expected"],
    )
