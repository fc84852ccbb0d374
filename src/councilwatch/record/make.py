"""Rows of the tables made into values: drafts, seats, endorsements, rolls."""

from collections.abc import Sequence
from datetime import date

from councilwatch.record.cite import Cite
from councilwatch.record.draft import DecidedBy, Draft
from councilwatch.record.endorsement import Sighting
from councilwatch.record.roll import Roll
from councilwatch.world.council import Seat, Term
from councilwatch.world.names import Name
from councilwatch.world.period import Period

Row = Sequence[str]
day_of = date.fromisoformat


def make_period(start: str, end: str) -> Period:
    """A period from two cells, either of which may be empty."""
    return Period(day_of(start) if start else None, day_of(end) if end else None)


def make_name(row: Row) -> Name:
    """One name of a state, with when it was used."""
    _, name, kind, language, start, end, *_ = row
    return Name(name, kind, language, make_period(start, end))


def make_term(row: Row) -> Term:
    """One member's term on the Council."""
    state, start, end, seat, represented_by, _, source, _ = row
    return Term(state, Seat(seat), make_period(start, end), represented_by, source)


def make_draft(row: Row) -> Draft:
    """One text put to the vote."""
    vote, symbol, day, title, decided_by, procedural, outcome, count, note, known, source, _ = row
    return Draft(
        vote=vote,
        symbol=symbol,
        day=day_of(day),
        title=title,
        decided_by=DecidedBy(decided_by),
        procedural=procedural == "yes",
        published_outcome=outcome,
        published_tally=count,
        note=note,
        known_on=day_of(known),
        source=source,
    )


def make_sighting(row: Row) -> Sighting:
    """One dated sighting of a state among a code's supporters, or not among them."""
    code, state, day, supports, exact, says, _, source, _ = row
    cite = Cite(f"endorsements/{code}/{state}/{day}", source)
    return Sighting(day_of(day), supports == "supporter", exact == "yes", says, cite)


def make_roll(row: Row) -> Roll:
    """One published count of an initiative's supporters."""
    initiative, day, by, members, observers, total, rule, complete, wording, note, _, source, _ = (
        row
    )
    return Roll(
        initiative=initiative,
        day=day_of(day),
        counted_by=by,
        members=int(members) if members else None,
        observers=int(observers) if observers else None,
        total=int(total) if total else None,
        counting_rule=rule,
        is_complete=complete == "yes",
        wording=wording,
        note=note,
        cite=Cite(f"rolls/{initiative}/{day}/{by}", source),
    )
