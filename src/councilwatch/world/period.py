"""Spans of days, half open: the first day is in, the end is not."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days `[start, end)`; a missing bound is open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"A period must end after it starts: {self}.")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both periods."""
        starts_in_time = other.end is None or self.start is None or self.start < other.end
        return starts_in_time and (
            self.end is None or other.start is None or other.start < self.end
        )

    def __str__(self) -> str:
        return f"[{self.start or '...'}, {self.end or '...'})"


ALWAYS = Period()
"""The period without bounds."""
