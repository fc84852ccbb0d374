"""The scorecard: how members voted on texts, who had endorsed which code, and each code's findings.

It lists every text that a stated rule selects, never a choice by hand, and states no judgement of
its own: findings are given under every named reading.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from councilwatch import METHOD_VERSION
from councilwatch.codes.catalogue import CODES, findings
from councilwatch.codes.finding import Verdict
from councilwatch.record.assessment import Assessment
from councilwatch.record.draft import Cast, Decision, Draft, Outcome, Tally, tally
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.world.council import Seat, votes_needed_on

COUNTING_UNIT = "one text, or part of a text, put to the vote"
"""What every count of votes counts; other lists count meetings, paragraphs or drafts."""


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


@dataclass(frozen=True, slots=True)
class Row:
    """The findings on one text under one reading: the members by verdict."""

    clause: str
    conduct: str
    crimes: str
    credible: str
    verdicts: dict[Verdict, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """One text on the scorecard."""

    draft: Draft
    decision: Decision
    tally: Tally | None
    """`None` where the record does not have the ballots."""
    needed: int
    situation: str | None
    marks: tuple[Mark, ...]
    """Permanent members first, then elected ones, by code."""
    rows: tuple[Row, ...]
    assessments: tuple[Assessment, ...]

    @property
    def outcome(self) -> str:
        """The outcome in words, with the members whose votes blocked the text."""
        if self.decision.outcome is None:
            return "cannot say"
        if self.decision.outcome is Outcome.VETOED:
            names = {mark.state: mark.name for mark in self.marks}
            return f"vetoed by {' and '.join(names[s] for s in self.decision.vetoed_by)}"
        return self.decision.outcome.value


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A list of texts with everything a reader needs to check it."""

    title: str
    rule: str
    """Which texts are listed, in one sentence."""
    as_of: str
    """The last day the record speaks of."""
    method: str
    lines: tuple[Line, ...]


def make_scorecard(record: Record, drafts: Iterable[Draft], title: str, rule: str) -> Scorecard:
    """The scorecard of these texts, newest first."""
    lines = tuple(make_line(record, draft) for draft in drafts)
    newest_first = tuple(sorted(lines, key=lambda line: line.draft.day, reverse=True))
    return Scorecard(title, rule, as_of(record), METHOD_VERSION, newest_first)


def as_of(record: Record) -> str:
    """The last day a vote in the record was taken."""
    return max(draft.day for draft in record.drafts.values()).isoformat()


def make_line(record: Record, draft: Draft) -> Line:
    """One text with its ballots, endorsements and findings."""
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    marks = make_marks(record, draft, decision)
    return Line(
        draft=draft,
        decision=decision,
        tally=tally(ballots) if ballots else None,
        needed=votes_needed_on(draft.day),
        situation=record.situations.get(draft.vote),
        marks=marks,
        rows=make_rows(record, draft),
        assessments=tuple(record.assessments.get(draft.vote, ())),
    )


def make_marks(record: Record, draft: Draft, decision: Decision) -> tuple[Mark, ...]:
    """The ballots on a text, permanent members first."""
    seats = {state: term.seat for state, term in record.members_on(draft.day).items()}
    marks = (
        Mark(
            state=ballot.state,
            name=record.register[ballot.state].name_on(draft.day),
            seat=seats[ballot.state],
            cast=ballot.cast,
            is_veto=ballot.state in decision.vetoed_by,
            support={code: record.support(code, ballot.state, draft.day) for code in CODES},
        )
        for ballot in record.ballots(draft)
    )
    return tuple(sorted(marks, key=lambda mark: (mark.seat is Seat.ELECTED, mark.state)))


def make_rows(record: Record, draft: Draft) -> tuple[Row, ...]:
    """The findings on a text, one row per clause and reading."""
    found: dict[tuple[str, str, str, str], dict[Verdict, list[str]]] = {}
    for finding in findings(record, draft):
        reading = finding.reading
        key = (finding.clause, reading.conduct, reading.crimes, reading.credible)
        row = found.setdefault(key, {})
        row.setdefault(finding.verdict, []).append(finding.ballot.state)
    return tuple(
        Row(*key, {v: tuple(row[v]) for v in Verdict if v in row}) for key, row in found.items()
    )
