"""A printed figure and what the record makes of it, part by part."""

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from councilwatch.record.cite import Cite
from councilwatch.record.printed import PrintedFigure


class Verdict(Enum):
    """What the record answers to one printed number, day or name."""

    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    CANNOT_SAY = "cannot say"


IN_PART = "confirmed in part"
"""The answer to a figure of which some parts are confirmed and of others nothing can be said."""


IN_ONE_WAY, IN_SOME_WAYS = "in one way of counting", "in some ways of counting"
"""What is added to an answer where a document does not say how it counts, and not every declared
way to count gives its number."""


class Ways(NamedTuple):
    """How many of the declared ways to count give the number printed."""

    giving: int
    of: int

    @property
    def is_split(self) -> bool:
        """Whether some of the ways give the number and others do not."""
        return 0 < self.giving < self.of

    def __str__(self) -> str:
        return IN_ONE_WAY if self.giving == 1 else IN_SOME_WAYS


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
    ways: Ways | None = None
    """Where several ways to count are declared: how many give the number; else `None`."""

    @property
    def is_split(self) -> bool:
        """Whether it is confirmed in some of the declared ways to count and not in others."""
        return self.verdict is Verdict.CONFIRMED and self.ways is not None and self.ways.is_split

    @property
    def told(self) -> str:
        """The verdict, with the ways to count where only some of them give the number."""
        if self.ways is None or not self.is_split:
            return self.verdict.value
        return f"{self.verdict.value} {self.ways} ({self.ways.giving} of {self.ways.of})"

    def counted(self, giving: int, of: int) -> "Part":
        """The same part, with how many of the ways to count give the number printed."""
        if self.verdict is Verdict.CANNOT_SAY:
            return self
        return replace(self, ways=Ways(giving, of))


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
    def is_split(self) -> bool:
        """Whether it is confirmed, but some part of it not in every declared way to count."""
        confirmed = self.answer == Verdict.CONFIRMED.value
        return confirmed and any(part.is_split for part in self.parts)

    @property
    def headline(self) -> str:
        """The answer, and in how many ways of counting it holds where not in all of them."""
        told = {str(part.ways) for part in self.parts if part.is_split}
        if not self.is_split:
            return self.answer
        return f"{self.answer} {told.pop() if len(told) == 1 else IN_SOME_WAYS}"

    @property
    def is_answered(self) -> bool:
        """Whether the record could hold a number of its own against at least one part."""
        return any(part.verdict is not Verdict.CANNOT_SAY for part in self.parts)
