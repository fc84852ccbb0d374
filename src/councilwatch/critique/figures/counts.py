"""Supporters of the initiatives: names on record, and what others counted before and after."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range
from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.record.history import SOURCE
from councilwatch.record.record import Record
from councilwatch.record.roll import Roll
from councilwatch.world.states import State, Status

MORE, LESS, ABOUT = "more than", "nearly", "about"
"""How the note of a roll begins where the count is not a plain one."""


class Supporters(NamedTuple):
    """Those a record names as supporters of a code on a day, and where that stands."""

    members: tuple[str, ...]
    observers: tuple[str, ...]
    unknown_members: tuple[str, ...]
    """Members of which the record cannot say whether they were supporters."""
    unknown_observers: tuple[str, ...]
    member_cites: tuple[Cite, ...]
    observer_cites: tuple[Cite, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where the names stand, the observers first."""
        return (*self.observer_cites, *self.member_cites)


def named_supporters(record: Record, code: str, day: date) -> Supporters:
    """Everybody the record names as a supporter on the day, Members and observers apart."""
    everybody = record.register.by_id.values()
    observers = tuple(state for state in everybody if state.status is Status.OBSERVER)
    members, unknown_members, member_cites = _asked(
        record, code, day, record.register.members_on(day)
    )
    seen, unknown_observers, observer_cites = _asked(record, code, day, observers)
    return Supporters(
        members, seen, unknown_members, unknown_observers, member_cites, observer_cites
    )


def _asked(
    record: Record, code: str, day: date, states: tuple[State, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Cite, ...]]:
    """The supporters among states, those of which nothing is known, and what shows the first."""
    answers = {state.id: record.support(code, state.id, day) for state in states}
    yes = tuple(state for state, support in answers.items() if support.answer)
    unknown = tuple(state for state, support in answers.items() if support.answer is None)
    return yes, unknown, tuple(cite for state in yes for cite in answers[state].cites[:1])


def last_list(record: Record, code: str, until: date) -> date | None:
    """The last day by then of which the record has every supporter's name."""
    whole = (r.day for r in record.rolls if r.initiative == code and r.is_complete and r.total)
    return max((day for day in whole if day <= until), default=None)


def bracket(
    claims: Claims, code: str, day: date, without: str
) -> tuple[Range | None, tuple[Roll, ...]]:
    """Between which numbers others saw the supporters on a day, if none of them ever left.

    A count cannot have been lower than any before it or higher than any after it. Counts that
    are themselves from the document in question are left out; so is what is only about a number.
    """
    rolls = [r for r in claims.record.rolls if r.initiative == code and r.cite.source != without]
    before = [r for r in rolls if r.day <= day and r.total and not r.note.startswith((LESS, ABOUT))]
    after = [r for r in rolls if r.day >= day and r.total and not r.note.startswith((MORE, ABOUT))]
    low = max(before, key=lambda r: r.total or 0, default=None)
    high = min(after, key=lambda r: r.total or 0, default=None)
    used = tuple(roll for roll in (low, high) if roll)
    if low is None or high is None:
        return (Range(low.total or 0, None) if low else None), used
    found = Range(low.total or 0, high.total or 0)
    return (found if found.low <= (found.high or 0) else None), used


def told(rolls: tuple[Roll, ...]) -> str:
    """Published counts in a sentence: number, day and who counted."""
    return ", ".join(f"{r.total} on {r.day} ({r.counted_by})" for r in rolls) or "none"


def left_out(claims: Claims, code: str, day: date, document: str) -> str:
    """A word on counts of the very day that are from the document in question, if there are any."""
    rolls = claims.record.rolls
    of_the_day = (r for r in rolls if (r.initiative, r.day) == (code, day) and r.total)
    own = tuple(roll for roll in of_the_day if roll.cite.source == document)
    if not own:
        return ""
    publisher = claims.record.source(document).publisher
    return (
        f"; the count of the day itself, {told(own)}, is left out: the same publisher prints it, "
        f"{publisher}, and no document confirms itself"
    )


def cites_of(rolls: tuple[Roll, ...]) -> Iterator[Cite]:
    """Where published counts stand."""
    return (roll.cite for roll in rolls)


def state_cites(record: Record, states: tuple[str, ...]) -> Iterator[Cite]:
    """The rows of the register that say what these states are to the United Nations."""
    rows = {row[0]: row[SOURCE] for row in record.rows(t.STATES)}
    return (Cite(f"states/{state}", rows[state]) for state in states if state in rows)


def observers_part(claims: Claims, slug: str, supporters: Supporters, given: str = "") -> Part:
    """The observers among the supporters, whom the record names one by one."""
    names, register = supporters.observers, claims.record.register.by_id.values()
    has_observers = any(state.status is Status.OBSERVER for state in register)
    if not names and (supporters.unknown_observers or not has_observers):
        return claims.open(slug, claims.missing("which observers supported the Code"))
    because = f"observers named as supporters of the Code: {', '.join(names) or 'none'}"
    found = Range(len(names), len(names) + len(supporters.unknown_observers))
    cites = (*supporters.observer_cites, *state_cites(claims.record, names))
    return claims.number(slug, found, because, cites, (given,))
