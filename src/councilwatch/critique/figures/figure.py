"""A printed figure and what the record makes of it, part by part."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from councilwatch.record.cite import Cite
from councilwatch.record.printed import PrintedFigure


class Verdict(Enum):
    """What the record answers to one printed number, day or name."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    CANNOT_SAY = "cannot say"


IN_PART = "confirmed in part"
"""The answer to a figure of which some parts are confirmed and of others nothing can be said."""


@dataclass(frozen=True, slots=True)
class Part:
    """One printed number, day or name, what the record has instead, and why."""

    slug: str
    printed: PrintedFigure | None
    """`None` where the record has no such row, or did not have it yet."""
    given: tuple[PrintedFigure, ...]
    """Printed beside it and taken as given: the day or the sum it is about."""
    computed: str
    """What the record makes of it; empty where it makes nothing."""
    verdict: Verdict
    because: str
    cites: tuple[Cite, ...]
    """The facts it rests on."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with all of its parts and one answer to the whole."""

    id: str
    title: str
    rule: str
    parts: tuple[Part, ...]

    @property
    def answer(self) -> str:
        """Differs if any part does, confirmed if all are; else in part, or nothing can be said."""
        verdicts = Counter(part.verdict for part in self.parts)
        if verdicts[Verdict.DIFFERS]:
            return Verdict.DIFFERS.value
        if not verdicts[Verdict.CONFIRMED]:
            return Verdict.CANNOT_SAY.value
        return IN_PART if verdicts[Verdict.CANNOT_SAY] else Verdict.CONFIRMED.value

    @property
    def is_answered(self) -> bool:
        """Whether the record could hold a number of its own against at least one part."""
        return any(part.verdict is not Verdict.CANNOT_SAY for part in self.parts)
