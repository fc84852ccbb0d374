"""The Council had as many members as seats on every day, and nobody sat twice."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from councilwatch.record import tables as t
from councilwatch.record.fault import Fault
from councilwatch.record.record import Record
from councilwatch.world.council import Term, seats_on


def check_seats(record: Record) -> list[Fault]:
    """The faults of the seats."""
    return [*_overlaps(record), *_numbers(record)]


def _overlaps(record: Record) -> Iterator[Fault]:
    by_state: defaultdict[str, list[Term]] = defaultdict(list)
    for term in record.council.terms:
        for other in by_state[term.state]:
            if term.held.overlaps(other.held):
                reason = f"{term.state} sits twice at once: {other.held} and {term.held}."
                yield Fault(t.SEATS.file, 0, reason)
        by_state[term.state].append(term)


def _numbers(record: Record) -> Iterator[Fault]:
    """Each day with a change is asked; the day the last elections fill no longer can be."""
    for day in _change_days(record):
        found, seats = len(record.members_on(day)), seats_on(day)
        if found > seats or (found < seats and day < _not_yet_elected(record)):
            yield Fault(
                t.SEATS.file, 0, f"{found} members on {day}; the Council has {seats} seats."
            )


def _change_days(record: Record) -> list[date]:
    days = {day for term in record.council.terms for day in (term.held.start, term.held.end)}
    return sorted(day for day in days if day is not None)


def _not_yet_elected(record: Record) -> date:
    """The first day for which not all elections have been held: the end of the last full year."""
    latest = max(term.held.start for term in record.council.terms if term.held.start)
    return date(latest.year + 1, 1, 1)
