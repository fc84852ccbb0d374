"""The scorecard: how members voted on texts, who had endorsed which code, and each code's findings.

It lists every text that a stated rule selects, never a choice by hand, and states no judgement of
its own: findings are given under every named reading.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from councilwatch import METHOD_VERSION
from councilwatch.codes.catalogue import judgements
from councilwatch.codes.finding import Verdict
from councilwatch.press.ballots import COUNTING_UNIT, Mark, make_marks, outcome_words
from councilwatch.press.vetoes import make_vetoes, told
from councilwatch.record.assessment import Assessment
from councilwatch.record.draft import Decision, Draft, Tally, tally
from councilwatch.record.record import Record
from councilwatch.world.council import votes_needed_on

__all__ = [
    "COUNTING_UNIT",
    "Line",
    "Mark",
    "Row",
    "Scorecard",
    "as_of",
    "make_line",
    "make_marks",
    "make_rows",
    "make_scorecard",
]


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
    """Key of the situation the text was about, where the record says so."""
    situation_name: str
    marks: tuple[Mark, ...]
    """Permanent members first, then elected ones, by code."""
    rows: tuple[Row, ...]
    assessments: tuple[Assessment, ...]
    assessors: Mapping[str, str] = field(default_factory=dict)
    """The names of those who assessed it, by id."""

    @property
    def outcome(self) -> str:
        """The outcome in words, with the members whose votes blocked the text."""
        return outcome_words(self.decision, self.marks)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A list of texts with everything a reader needs to check it."""

    title: str
    rule: str
    """Which texts are listed, in one sentence."""
    as_of: str
    """The last day the record speaks of."""
    complete: str
    """Until when every vote is on record, in one sentence."""
    method: str
    vetoes: str
    """The vetoes by standing under the ACT Code, in one sentence."""
    lines: tuple[Line, ...]


def make_scorecard(record: Record, drafts: Iterable[Draft], title: str, rule: str) -> Scorecard:
    """The scorecard of these texts, newest first."""
    lines = tuple(make_line(record, draft) for draft in drafts)
    return Scorecard(
        title=title,
        rule=rule,
        as_of=as_of(record),
        complete=completeness(record),
        method=METHOD_VERSION,
        vetoes=told(make_vetoes(record, (line.draft for line in lines))),
        lines=tuple(sorted(lines, key=lambda line: line.draft.day, reverse=True)),
    )


def as_of(record: Record) -> str:
    """The last day a vote in the record was taken."""
    days = (draft.day for draft in record.drafts.values())
    return max(days, default=date.min).isoformat()


def completeness(record: Record) -> str:
    """From when to when every vote is on record, and on which day the record is asked."""
    span = record.complete
    if span is None:
        until = "The record may miss votes"
    else:
        until = f"Every vote from {span.start} to before {span.end} is on record as far as is known"
    after = f", of later days only some (the last of {as_of(record)})" if span else ""
    known = f"; as known on {record.known_on}" if record.known_on else ""
    return f"{until}{after}{known}."


def make_line(record: Record, draft: Draft) -> Line:
    """One text with its ballots, endorsements and findings."""
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    assessments = tuple(record.assessments.get(draft.vote, ()))
    marks = make_marks(record, draft, decision)
    situation = record.situations.get(draft.vote)
    return Line(
        draft=draft,
        decision=decision,
        tally=tally(ballots) if ballots else None,
        needed=votes_needed_on(draft.day),
        situation=situation,
        situation_name=record.situation_name(situation),
        marks=marks,
        rows=make_rows(record, draft),
        assessments=assessments,
        assessors={a.assessor: record.assessors[a.assessor].name for a in assessments},
    )


def make_rows(record: Record, draft: Draft) -> tuple[Row, ...]:
    """The findings on a text, one row per clause and reading."""
    return tuple(
        Row(
            judgement.clause,
            judgement.reading.conduct,
            judgement.reading.crimes,
            judgement.reading.credible,
            judgement.verdicts(),
        )
        for judgement in judgements(record, draft)
    )
