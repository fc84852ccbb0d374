"""Who had endorsed a code on a day, from dated sightings that bound what is not known.

A signing date is mostly unknown. What is known is that a state was, or was not, among the
supporters on some day. Between two sightings that agree the standing is taken to have lasted;
between two that differ the record cannot say; after an absence it cannot say either, for later
lists of names are not in it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from councilwatch.record.cite import Cite


class Sighting(NamedTuple):
    """A source shows a state among the supporters of a code on a day, or not among them."""

    day: date
    supports: bool
    exact: bool
    """The day is the very day the standing began, not merely one on which it was seen."""
    says: str
    """What the source shows, as the end of a sentence: "on the list of supporters as of ..."."""
    cite: Cite
    opens: bool = False
    """The code was opened to states then: nobody can have endorsed it before."""


class Support(NamedTuple):
    """Whether a state had endorsed a code on a day; `None` where the record does not say."""

    answer: bool | None
    because: str
    cites: tuple[Cite, ...]


class Timeline:
    """All sightings of one state and one code; the first is the opening of the code to states."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._sightings = sorted(sightings, key=lambda s: (s.day, s.supports))
        self._days = [s.day for s in self._sightings]
        self._answers: dict[tuple[int, bool], Support] = {}

    def on(self, day: date) -> Support:
        """The state's standing on the day; the same object for all days between two sightings."""
        passed = bisect_right(self._days, day)
        seen = passed > 0 and self._days[passed - 1] == day
        if (passed, seen) not in self._answers:
            self._answers[passed, seen] = self._seen(passed) if seen else self._between(passed)
        return self._answers[passed, seen]

    def _seen(self, passed: int) -> Support:
        """On the very day of a sighting there is nothing to infer."""
        last = self._sightings[passed - 1]
        return Support(last.supports, last.says, (last.cite,))

    def _between(self, passed: int) -> Support:
        if not self._sightings:
            return Support(None, "nothing was known of the code by then", ())
        if passed == 0:
            return _before_all(self._sightings[0])
        last = self._sightings[passed - 1]
        following = self._sightings[passed] if passed < len(self._sightings) else None
        if last.supports:
            return _after_presence(last, following)
        return _after_absence(last, following)


def _before_all(first: Sighting) -> Support:
    if first.opens:
        return Support(False, f"the code did not exist yet: {first.says}", (first.cite,))
    if first.supports and first.exact:
        return Support(False, f"{first.says}, not before", (first.cite,))
    because = f"{first.says}; of the time before the record says nothing"
    return Support(None, because, (first.cite,))


def _after_presence(last: Sighting, following: Sighting | None) -> Support:
    if following is None:
        return Support(True, f"{last.says}; no later source shows that it left", (last.cite,))
    if following.supports:
        because = f"{last.says}, and {following.says}; taken to have lasted between"
        return Support(True, because, (last.cite, following.cite))
    if following.exact:
        return Support(True, f"{last.says}; {following.says}", (last.cite, following.cite))
    because = f"{last.says}, but {following.says}; the day it left is not on record"
    return Support(None, because, (last.cite, following.cite))


def _after_absence(last: Sighting, following: Sighting | None) -> Support:
    if following is None:
        because = f"{last.says}; the record has no later list of names, so it may have joined since"
        return Support(None, because, (last.cite,))
    cites = (last.cite, following.cite)
    if not following.supports:
        because = f"{last.says}, and {following.says}; taken to have lasted between"
        return Support(False, because, cites)
    if following.exact:
        return Support(False, f"{following.says}, not before", (following.cite,))
    because = f"{following.says}; the record does not say since when ({last.says})"
    return Support(None, because, cites)
