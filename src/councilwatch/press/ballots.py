"""One text with every member's ballot: who voted how, and who had endorsed a code that day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilwatch.codes.names import CODE_NAMES
from councilwatch.record.draft import Cast, Decision, Draft, Outcome, tally
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.world.council import Seat

COUNTING_UNIT = "one text, or part of a text, put to the vote"
"""What every count of votes counts; other lists count meetings, paragraphs or drafts."""

ENDORSED = {True: "*", False: "", None: "?"}
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


def make_marks(record: Record, draft: Draft, decision: Decision) -> tuple[Mark, ...]:
    """The ballots on a text, permanent members first, each in the order of their names."""
    seats = {state: term.seat for state, term in record.members_on(draft.day).items()}
    marks = (
        Mark(
            state=ballot.state,
            name=record.name_of(ballot.state, draft.day),
            seat=seats[ballot.state],
            cast=ballot.cast,
            is_veto=ballot.state in decision.vetoed_by,
            support={code: record.support(code, ballot.state, draft.day) for code in CODE_NAMES},
        )
        for ballot in record.ballots(draft)
    )
    return tuple(sorted(marks, key=lambda mark: (mark.seat is Seat.ELECTED, mark.name)))


def outcome_words(decision: Decision, marks: Sequence[Mark]) -> str:
    """The outcome in words, with the members whose votes blocked the text."""
    if decision.outcome is None:
        return "cannot say"
    if decision.outcome is Outcome.VETOED:
        names = {mark.state: mark.name for mark in marks}
        return f"vetoed by {' and '.join(names[state] for state in decision.vetoed_by)}"
    return str(decision.outcome.value)


def marked(mark: Mark) -> str:
    """A member's code with the sign that it had endorsed the ACT Code, or may have."""
    return mark.state + ENDORSED[mark.support["act"].answer]


def vote_text(record: Record, draft: Draft) -> str:
    """One text with every ballot, as plain text."""
    decision = record.decision(draft)
    marks = make_marks(record, draft, decision)
    source = record.source(draft.source)
    outcome = outcome_words(decision, marks)
    lines = [
        f"{draft.vote}  {draft.day}",
        draft.title + (f" ({draft.note})" if draft.note else ""),
        f"{outcome[0].upper()}{outcome[1:]}{_count(record, draft)}: {decision.because}.",
        *([""] if marks else []),
        *_ballot_lines(marks),
        "",
        *([LEGEND] if marks else []),
        f"Source: {source.title}, {source.publisher} ({source.licence}) {source.address}".rstrip(),
    ]
    return "\n".join(lines)


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
            yield f"{cast.value:<12} {len(chosen):>2}  {', '.join(_full(mark) for mark in chosen)}"


def _full(mark: Mark) -> str:
    permanent = " (P)" if mark.seat is Seat.PERMANENT else ""
    return f"{mark.name} {marked(mark)}{permanent}"
