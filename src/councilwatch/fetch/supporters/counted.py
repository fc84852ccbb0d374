"""The number of names on a complete list, beside the counts the record has of its day."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from councilwatch.record import tables as t
from councilwatch.record.history import SOURCE

MEMBERS, TOTAL, RULE, WORDING = (
    t.ROLLS.place(column) for column in ("members", "total", "counting_rule", "wording")
)


class Counted(NamedTuple):
    """How many names a list has."""

    names: int
    observers: int

    @property
    def members(self) -> int:
        """How many of them are Members of the United Nations."""
        return self.names - self.observers

    @property
    def wording(self) -> str:
        """What the record says of a count that is nobody's but the list's own."""
        return f"{self.names} names on the list"

    def agrees_with(self, roll: Sequence[str]) -> bool:
        """Whether a count on record may be the one of these names, by what it says it counts."""
        possible = {"members": {self.members}, "members-and-observers": {self.names}}
        numbers = possible.get(roll[RULE], {self.members, self.names})
        return int(roll[TOTAL] or roll[MEMBERS] or -1) in numbers


def contradiction(counted: Counted, rolls: Iterable[Sequence[str]], code: str, day: str) -> str:
    """What is wrong with a list said to be complete where no printed count of its day agrees.

    Empty if one does, or none was printed. A count that an earlier list gave is no printed one.
    """
    of_the_day = [
        roll
        for roll in rolls
        if list(roll[:2]) == [code, day] and not roll[WORDING].endswith(" names on the list")
    ]
    if not of_the_day or any(counted.agrees_with(roll) for roll in of_the_day):
        return ""
    told = ", ".join(
        f"{number} ({', '.join(sources)})" for number, sources in _by_number(of_the_day).items()
    )
    return (
        f"the list is said to be complete but has {counted.names} names where {told} were counted "
        f"on {day}; an excerpt is taken in with 'complete: no'."
    )


def _by_number(rolls: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for roll in rolls:
        found.setdefault(roll[TOTAL] or roll[MEMBERS], []).append(roll[SOURCE])
    return found
