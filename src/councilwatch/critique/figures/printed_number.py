"""Numbers, days and names as documents print them, read into what can be compared."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight"}
"""Ordinals that are not just their number and `th`."""

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


class Range(NamedTuple):
    """The whole numbers from the lowest to the highest one possible; an end may be open."""

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"at least {self.low:,}"
        return f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"


def exactly(number: int) -> Range:
    """The range of one number."""
    return Range(number, number)


class PartialDay(NamedTuple):
    """A day of which a document may print only the year, the month, or both."""

    year: int | None
    month: int | None
    day: int | None

    def includes(self, day: date) -> bool:
        """Whether the day is one of those meant."""
        pairs = ((self.year, day.year), (self.month, day.month), (self.day, day.day))
        return all(printed in (None, real) for printed, real in pairs)


def read_number(text: str) -> int | None:
    """The number in figures or words, also as an ordinal; `None` if it is none."""
    plain = text.casefold().replace(",", "").removesuffix(" each").strip()
    figures = re.fullmatch(r"([0-9]+)(?:st|nd|rd|th)?", plain)
    if figures:
        return int(figures[1])
    if plain == "once":
        return 1
    tens, _, unit = plain.rpartition("-")
    unit = ORDINALS.get(unit, unit.removesuffix("th"))
    if not tens:
        return _word(unit)
    ten, one = _word(tens), _word(unit)
    return None if ten is None or one is None else ten + one


def _word(word: str) -> int | None:
    if word in UNITS:
        return UNITS.index(word)
    return (TENS.index(word) + 2) * 10 if word in TENS else None


def read_partial_day(text: str) -> PartialDay | None:
    """The day, month or year printed, as `23 October 2015`, `October`, `2013`; else `None`."""
    words = text.casefold().split()
    months = [MONTHS.index(word) + 1 for word in words if word in MONTHS]
    numbers = [int(word) for word in words if word.isdigit()]
    if len(months) + len(numbers) != len(words) or not words or len(months) > 1:
        return None
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    return PartialDay(_only(years), _only(months), _only(days))


def _only(numbers: list[int]) -> int | None:
    return numbers[0] if numbers else None


def read_names(text: str, resolve: Callable[[str], str] = str.casefold) -> frozenset[str]:
    """The names of a list separated by semicolons, each as `resolve` makes it comparable."""
    return frozenset(resolve(name.strip()) for name in text.split(";") if name.strip())
