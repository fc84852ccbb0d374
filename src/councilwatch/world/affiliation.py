"""Whether a state belonged to a group on a day, as far as the record says."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from councilwatch.world.period import Period

BELONGING = frozenset({"member", "party", "suspended"})
"""The standings of a state that belongs; observers and associates do not, suspended members do."""


class Affiliation(Protocol):
    """What a source says of one state and one group."""

    @property
    def held(self) -> Period:
        """From when to when; without a start where the source does not say since when."""

    @property
    def standing(self) -> str:
        """In what standing: `member`, `observer` ..."""

    @property
    def seen_on(self) -> date | None:
        """The day on which the source shows it, where the first day is not known."""


def belonged(
    affiliations: Iterable[Affiliation], day: date, standings: Collection[str] = BELONGING
) -> bool | None:
    """Whether the state of these affiliations belonged to their group on the day.

    True if one says so in one of the standings; None if one may have held on the day, or if there
    are none; else False.
    """
    answers = [_belonged_by(each, day, standings) for each in affiliations]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def held_on(affiliation: Affiliation, day: date) -> bool | None:
    """Whether this affiliation held on the day; None before the source first shows it.

    One with an unknown start holds from the day it was seen. Before that day it may have held.
    """
    if day not in affiliation.held:
        return False
    seen = affiliation.seen_on
    return True if affiliation.held.start or (seen is not None and seen <= day) else None


def _belonged_by(affiliation: Affiliation, day: date, standings: Collection[str]) -> bool | None:
    """What one affiliation says: an observer is known not to belong while it is an observer."""
    held = held_on(affiliation, day)
    return held if affiliation.standing in standings or held is None else False
