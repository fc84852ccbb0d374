"""Series about violence: context for readers, which no rule ever reads."""

from dataclasses import dataclass
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite


@dataclass(frozen=True, slots=True)
class Series:
    """A context series."""

    TABLE: ClassVar[t.Table] = t.SERIES
    id: str
    name: str
    unit: str
    use: str
    """Always "context only"."""
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """One value of a context series."""

    TABLE: ClassVar[t.Table] = t.CONTEXT_SERIES
    series: str
    place: str
    year: int
    state: str
    low: int | None
    best: int | None
    high: int | None
    note: str
    cite: Cite
