"""One text with every member's ballot: who voted how, and who had endorsed a code that day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from councilwatch.codes.names import CODE_NAMES
from councilwatch.record.draft import Cast, Decision, Draft, Outcome, tally
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.record.tables import DRAFT_SITUATIONS, SPONSORS
from councilwatch.world.council import Seat

COUNTING_UNIT = "one text, or part of a text, put to the vote"
"""What every count of votes counts; other lists count meetings, paragraphs or drafts."""

ENDORSED = {True: "*", False: "", None: "?"}
WIDTH = 100
"""Columns that lists of members are folded to."""

LEGEND = "* had endorsed the ACT Code that day   ? the record cannot say   (P) permanent member"


@dataclass(frozen=True, slots=True)
class Mark:
    """One member's ballot on one text, with its standing under each code that day."""

    state: str
    name: str
    seat: Seat
    cast: Cast
    is_veto: bool
    support: dict[str, Support]
    """By code: whether the member had endorsed it on the day."""
    represented_by: str = ""
    """The government that represented the member, where that changed."""


def make_marks(record: Record, draft: Draft, decision: Decision) -> tuple[Mark, ...]:
    """The ballots on a text, permanent members first, each in the order of their names."""
    terms = record.members_on(draft.day)
    marks = (
        Mark(
            state=ballot.state,
            name=record.name_of(ballot.state, draft.day),
            seat=terms[ballot.state].seat,
            cast=ballot.cast,
            is_veto=ballot.state in decision.vetoed_by,
            support={code: record.support(code, ballot.state, draft.day) for code in CODE_NAMES},
            represented_by=terms[ballot.state].represented_by,
        )
        for ballot in record.ballots(draft)
    )
    return tuple(sorted(marks, key=lambda mark: (mark.seat is Seat.ELECTED, mark.name)))


def outcome_words(decision: Decision, marks: Sequence[Mark]) -> str:
    """The outcome in words, with the members whose votes blocked the text."""
    if decision.outcome is Outcome.VETOED:
        names = {mark.state: mark.name for mark in marks}
        return f"vetoed by {' and '.join(names[state] for state in decision.vetoed_by)}"
    return decision.word


def marked(mark: Mark) -> str:
    """A member's code with the sign that it had endorsed the ACT Code, or may have."""
    return mark.state + ENDORSED[mark.support["act"].answer]


def vote_text(record: Record, draft: Draft) -> str:
    """One text with every ballot, as plain text."""
    decision = record.decision(draft)
    marks = make_marks(record, draft, decision)
    source = record.source(draft.source)
    outcome = outcome_words(decision, marks)
    known = f"  (as known on {record.known_on})" if record.known_on else ""
    lines = [
        f"{draft.vote}  {draft.day}{known}",
        draft.title + (f" ({draft.note})" if draft.note else ""),
        *_about(record, draft),
        f"{outcome[0].upper()}{outcome[1:]}{_count(record, draft)}: {decision.because}.",
        *([""] if marks else []),
        *_ballot_lines(marks),
        "",
        *([LEGEND] if marks else []),
        *_represented(record, draft),
        f"Source: {source.title}, {source.publisher} ({source.licence}) {source.address}".rstrip(),
    ]
    return "\n".join(lines)


def _about(record: Record, draft: Draft) -> Iterator[str]:
    """The situation and the authors of a text, where the record says so."""
    for row in record.rows_of(DRAFT_SITUATIONS, draft.vote):
        yield f"Situation: {record.situation_name(row[1])}"
    for row in record.rows_of(SPONSORS, draft.vote):
        rest = "" if row[2] == "yes" else ", perhaps others"
        names = [record.name_of(state, draft.day) for state in row[1].split()]
        yield fill(f"Put forward by {', '.join(names)}{rest}", WIDTH, subsequent_indent="  ")


def _represented(record: Record, draft: Draft) -> Iterator[str]:
    """A member represented by a government that no longer was, later on."""
    for term in record.members_on(draft.day).values():
        if term.represented_by and term.held.end:
            name = record.name_of(term.state, draft.day)
            yield f"{name} was represented by the {term.represented_by} until {term.held.end}."


def _count(record: Record, draft: Draft) -> str:
    ballots = record.ballots(draft)
    if not ballots:
        return f" ({draft.published_tally} by the source)" if draft.published_tally else ""
    count = tally(ballots)
    silent = f", {count.not_voting} not voting" if count.not_voting else ""
    return f", {count.yes} yes, {count.no} no, {count.abstain} abstain{silent}"


def _ballot_lines(marks: Sequence[Mark]) -> Iterator[str]:
    for cast in Cast:
        chosen = [mark for mark in marks if mark.cast is cast]
        if chosen:
            who = f"{cast.value:<12} {len(chosen):>2}  {', '.join(_full(mark) for mark in chosen)}"
            yield fill(who, WIDTH, subsequent_indent=" " * 17, break_long_words=False)


def _full(mark: Mark) -> str:
    permanent = " (P)" if mark.seat is Seat.PERMANENT else ""
    return f"{mark.name} {marked(mark)}{permanent}"
