"""Who sat on the Council, year by year, as independent sources print it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from councilwatch.record.record import Record
from councilwatch.record.witness import Mismatch, SeatWitness


def seat_mismatches(
    record: Record, name: str, witnesses: Sequence[SeatWitness]
) -> Iterator[Mismatch]:
    """Each year whose members a witness prints otherwise, with those only one of the two has.

    A witness that prints elected members only is compared on those. A member is expected to be
    printed if it sat on the last day of the year, and may be if it sat on any day of it.
    """
    by_year: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for witness in witnesses:
        by_year[witness.year][witness.state] = witness.seat
    for year, printed in sorted(by_year.items()):
        kinds = frozenset(printed.values())
        sat = _sat(record, year, kinds)
        at_the_end = _on(record, date(year, 12, 31), kinds)
        ours = " ".join(sorted(state for state, _ in at_the_end - printed.items()))
        theirs = " ".join(sorted(state for state, _ in printed.items() - sat))
        if ours or theirs:
            yield Mismatch(name, str(year), "members", ours, theirs)


def _sat(record: Record, year: int, kinds: frozenset[str]) -> set[tuple[str, str]]:
    """Who sat on any day of the year: asked on its first and last day and on every change."""
    bounds = {day for term in record.council.terms for day in (term.held.start, term.held.end)}
    days = {date(year, 1, 1), date(year, 12, 31)} | {d for d in bounds if d and d.year == year}
    return {member for day in days for member in _on(record, day, kinds)}


def _on(record: Record, day: date, kinds: frozenset[str]) -> set[tuple[str, str]]:
    members = record.members_on(day).values()
    return {(t.state, t.seat.value) for t in members if t.seat.value in kinds}
