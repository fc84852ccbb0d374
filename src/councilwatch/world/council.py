"""Who sat on the Security Council, and how many votes a decision needed."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from councilwatch.world.period import Period

FIFTEEN_SEATS_FROM = date(1966, 1, 1)
"""The day from which fifteen members sat and nine votes were counted.

The amendments to Articles 23 and 27 entered into force on 31 August 1965, but the enlarged Council
first sat on 1 January 1966: S/RES/218 (1965) was still adopted by seven votes on 23 November 1965.
"""


class Seat(Enum):
    """The kind of seat a member holds."""

    PERMANENT = "permanent"
    ELECTED = "elected"


class Term(NamedTuple):
    """One member's time in one seat."""

    state: str
    seat: Seat
    held: Period
    represented_by: str = ""
    """The government that represented the Member, where that changed (China, 25 October 1971)."""
    source: str = ""
    """Id of the source that says so."""


class Council:
    """The terms of all members, asked by day."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        bounds = {day for term in self.terms for day in (term.held.start, term.held.end)}
        self._changes = sorted(day for day in bounds if day is not None)
        self._between: dict[int, dict[str, Term]] = {}
        self._permanent: dict[int, frozenset[str]] = {}

    def members_on(self, day: date) -> dict[str, Term]:
        """The members on the day, by state code, permanent members first."""
        between = bisect_right(self._changes, day)
        if between not in self._between:
            sitting = [term for term in self.terms if day in term.held]
            sitting.sort(key=lambda term: (term.seat is Seat.ELECTED, term.state))
            self._between[between] = {term.state: term for term in sitting}
        return self._between[between]

    def permanent_on(self, day: date) -> frozenset[str]:
        """The permanent members on the day."""
        between = bisect_right(self._changes, day)
        if between not in self._permanent:
            members = self.members_on(day).values()
            permanent = (term.state for term in members if term.seat is Seat.PERMANENT)
            self._permanent[between] = frozenset(permanent)
        return self._permanent[between]


def seats_on(day: date) -> int:
    """The number of seats of the Council on the day (Article 23)."""
    return 15 if day >= FIFTEEN_SEATS_FROM else 11


def votes_needed_on(day: date) -> int:
    """The affirmative votes a decision needed on the day (Article 27)."""
    return 9 if day >= FIFTEEN_SEATS_FROM else 7
