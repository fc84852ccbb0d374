"""Rows of the tables made into the values of the domain."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from councilwatch.record.assessment import Answer, Assessment, Assessor, Question, Sponsors
from councilwatch.record.cite import Cite
from councilwatch.record.draft import DecidedBy, Draft
from councilwatch.record.endorsement import Sighting
from councilwatch.record.roll import Roll
from councilwatch.world.council import Seat, Term
from councilwatch.world.period import Period
from councilwatch.world.states import Name, State, Status

Row = Sequence[str]
day_of = date.fromisoformat


def make_period(start: str, end: str) -> Period:
    """A period from two cells, either of which may be empty."""
    return Period(day_of(start) if start else None, day_of(end) if end else None)


def make_states(states: Iterable[Row], names: Iterable[Row]) -> list[State]:
    """The states with their names."""
    named: defaultdict[str, list[Name]] = defaultdict(list)
    for state, name, kind, language, start, end, *_ in names:
        named[state].append(Name(name, kind, language, make_period(start, end)))
    return [make_state(row, tuple(named[row[0]])) for row in states]


def make_state(row: Row, names: tuple[Name, ...]) -> State:
    """One state of the register."""
    code, m49, _, status, start, end, gaps, successors, *_ = row
    return State(
        id=code,
        m49=m49,
        status=Status(status),
        membership=make_period(start, end),
        gaps=tuple(make_period(*gap.split("/")) for gap in gaps.split()),
        successors=tuple(successors.split()),
        names=names,
    )


def make_term(row: Row) -> Term:
    """One member's term on the Council."""
    state, start, end, seat, represented_by, *_ = row
    return Term(state, Seat(seat), make_period(start, end), represented_by)


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
    """One published count of a code's supporters."""
    code, day, members, observers, total, complete, wording, note, _, source, _ = row
    return Roll(
        code=code,
        day=day_of(day),
        members=int(members) if members else None,
        observers=int(observers) if observers else None,
        total=int(total) if total else None,
        is_complete=complete == "yes",
        wording=wording,
        note=note,
        cite=Cite(f"rolls/{code}/{day}", source),
    )


def make_assessment(row: Row) -> Assessment:
    """One assessor's answer to one question about one draft."""
    vote, question, assessor, answer, day, quote, locator, _, source, _ = row
    cite = Cite(f"assessments/{vote}/{question}/{assessor}", source)
    return Assessment(
        vote, Question(question), assessor, Answer(answer), day_of(day), quote, locator, cite
    )


def make_assessor(row: Row) -> Assessor:
    """One assessor."""
    return Assessor(*row[:3])


def make_sponsors(row: Row) -> Sponsors:
    """Who put a draft forward."""
    vote, states, complete, note, _, source, _ = row
    cite = Cite(f"sponsors/{vote}", source)
    return Sponsors(tuple(states.split()), complete == "yes", note, cite)
