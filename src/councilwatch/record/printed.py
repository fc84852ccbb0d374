"""The figures the source documents print, and what the record itself covers."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.world.period import Period


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A number, date or name as a document prints it."""

    TABLE: ClassVar[t.Table] = t.FIGURES
    id: str
    part: str
    document: str
    locator: str
    printed: str
    wording: str
    note: str
    cite: Cite


class Extent(Enum):
    """How much of a table is there."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Coverage:
    """From when to when a table is complete, partial or missing."""

    TABLE: ClassVar[t.Table] = t.COVERAGE
    of: str
    held: Period
    extent: Extent
    note: str
    cite: Cite
