"""What the record says as plain JSON bodies: what `--json` prints and an interface would answer."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from councilwatch import METHOD_VERSION
from councilwatch.codes.finding import Finding
from councilwatch.codes.reason import Reason
from councilwatch.codes.wording import read_wording
from councilwatch.press.scorecard import (
    COUNTING_UNIT,
    Line,
    Scorecard,
    as_of,
    completeness,
    make_marks,
)
from councilwatch.press.standing import ANSWERS, Standing, Supporters
from councilwatch.press.vetoes import make_vetoes, told
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Draft, tally
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record
from councilwatch.world.council import seats_on, votes_needed_on

Body = dict[str, Any]


def cite_body(record: Record, cite: Cite) -> Body:
    """A fact and its source."""
    source = record.source(cite.source)
    return {
        "fact": cite.fact,
        "source": source.id,
        "title": source.title,
        "address": source.address,
        "published": source.published,
    }


def support_body(record: Record, support: Support) -> Body:
    """Whether a state had endorsed a code, why, and where that stands."""
    return {
        "answer": ANSWERS[support.answer],
        "because": support.because,
        "sources": [cite_body(record, cite) for cite in support.cites],
    }


def draft_body(record: Record, draft: Draft) -> Body:
    """One text and its outcome, without the ballots."""
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    return {
        "vote": draft.vote,
        "symbol": draft.symbol or None,
        "day": draft.day.isoformat(),
        "title": draft.title,
        "situation": record.situations.get(draft.vote),
        "outcome": decision.word,
        "because": decision.because,
        "vetoed_by": list(decision.vetoed_by),
        "tally": tally(ballots)._asdict() if ballots else None,
    }


def vote_body(record: Record, draft: Draft) -> Body:
    """One text with every member's ballot and its standing under each code that day."""
    decision = record.decision(draft)
    marks = make_marks(record, draft, decision)
    source = record.source(draft.source)
    return {
        **draft_body(record, draft),
        "decided_by": draft.decided_by.value,
        "procedural": draft.procedural,
        "seats": seats_on(draft.day),
        "votes_needed": votes_needed_on(draft.day),
        "permanent_against": list(decision.permanent_against),
        "published": {"outcome": draft.published_outcome, "tally": draft.published_tally},
        "note": draft.note,
        "as_known": record.known_on.isoformat() if record.known_on else None,
        "counting_unit": COUNTING_UNIT,
        "source": {"id": source.id, "title": source.title, "address": source.address},
        "ballots": [
            {
                "state": mark.state,
                "name": mark.name,
                "seat": mark.seat.value,
                "represented_by": mark.represented_by or None,
                "cast": mark.cast.value,
                "veto": mark.is_veto,
                "endorsed": {c: ANSWERS[s.answer] for c, s in mark.support.items()},
            }
            for mark in marks
        ],
    }


def votes_body(record: Record, drafts: Sequence[Draft]) -> Body:
    """A list of texts with its counts and the unit that is counted."""
    bodies = [draft_body(record, draft) for draft in drafts]
    together = Counter(" ".join(body["vetoed_by"]) for body in bodies if body["vetoed_by"])
    vetoes = make_vetoes(record, drafts)
    return {
        "counting_unit": COUNTING_UNIT,
        "as_of": as_of(record),
        "as_known": record.known_on.isoformat() if record.known_on else None,
        "complete": completeness(record),
        "count": len(bodies),
        "outcomes": dict(sorted(Counter(body["outcome"] for body in bodies).items())),
        "vetoed_by": dict(sorted(together.items())),
        "vetoes": dict(sorted(Counter(veto.state for veto in vetoes).items())),
        "vetoes_cast_by_endorsers": [
            {"vote": veto.vote, "state": veto.state} for veto in vetoes if veto.support.answer
        ],
        "vetoes_and_the_act_code": told(vetoes),
        "votes": bodies,
    }


def reason_body(record: Record, reason: Reason) -> Body:
    """A tree of reasons; `truth` is null where the record does not say."""
    return {
        "says": reason.says,
        "truth": reason.truth,
        "disputed": reason.disputed,
        "joined_by": reason.joined_by or None,
        "cites": [cite_body(record, cite) for cite in reason.cites],
        "parts": [reason_body(record, part) for part in reason.parts],
    }


def finding_body(record: Record, finding: Finding) -> Body:
    """One finding with its tree of reasons."""
    return {
        "clause": finding.clause,
        "reading": finding.reading._asdict(),
        "verdict": finding.verdict.value,
        "possible": [verdict.value for verdict in finding.possible],
        "if_bound": finding.if_bound.value,
        "reason": reason_body(record, finding.reason),
    }


def explain_body(record: Record, draft: Draft, state: str, found: Sequence[Finding]) -> Body:
    """All findings on one member's ballot on one text, beside the words of the clauses."""
    wording = read_wording(record.folder)
    clauses = dict.fromkeys(finding.clause for finding in found)
    return {
        "vote": draft.vote,
        "day": draft.day.isoformat(),
        "as_known": record.known_on.isoformat() if record.known_on else None,
        "state": state,
        "name": record.register[state].name_on(draft.day),
        "cast": found[0].ballot.cast.value if found else None,
        "method": METHOD_VERSION,
        "clauses": {clause: wording[clause]._asdict() for clause in clauses},
        "findings": [finding_body(record, finding) for finding in found],
    }


def line_body(record: Record, line: Line) -> Body:
    """One text of a scorecard, with its findings by reading and its assessments."""
    return {
        **vote_body(record, line.draft),
        "findings": [
            {
                "clause": row.clause,
                "conduct": row.conduct,
                "crimes": row.crimes,
                "credible": row.credible or None,
                "verdicts": {verdict.value: list(s) for verdict, s in row.verdicts.items()},
            }
            for row in line.rows
        ],
        "assessments": [
            {
                "question": assessment.question.value,
                "answer": assessment.answer.value,
                "assessor": record.assessors[assessment.assessor].name,
                "day": assessment.day.isoformat(),
                "quote": assessment.quote,
                "locator": assessment.locator,
                "source": cite_body(record, assessment.cite),
            }
            for assessment in line.assessments
        ],
    }


def scorecard_body(record: Record, scorecard: Scorecard) -> Body:
    """A whole scorecard."""
    drafts = [line.draft for line in scorecard.lines]
    return {
        "title": scorecard.title,
        "rule": scorecard.rule,
        "method": scorecard.method,
        **votes_body(record, drafts),
        "votes": [line_body(record, line) for line in scorecard.lines],
    }


def standing_body(record: Record, standing: Standing) -> Body:
    """One state's standing under one code on a day."""
    return {
        "state": standing.state,
        "name": standing.name,
        "code": standing.code,
        "on": standing.on.isoformat(),
        "as_known": standing.as_known.isoformat() if standing.as_known else None,
        **support_body(record, standing.support),
        "note": standing.note,
    }


def supporters_body(record: Record, supporters: Supporters) -> Body:
    """The supporters of a code on a day, members and observers apart, beside printed counts."""
    return {
        "code": supporters.code,
        "on": supporters.on.isoformat(),
        "members": list(supporters.members),
        "observers": list(supporters.observers),
        "cannot_say": list(supporters.unknown),
        "counts": {
            "members": len(supporters.members),
            "observers": len(supporters.observers),
            "cannot_say": len(supporters.unknown),
        },
        "two_thirds_of_members": supporters.two_thirds,
        "short_of_two_thirds": supporters.short,
        "every_name_is_known": supporters.is_whole,
        "counting_rule": "Members of the United Nations; observers are counted apart",
        "printed": [
            {
                "day": roll.day.isoformat(),
                "members": roll.members,
                "observers": roll.observers,
                "total": roll.total,
                "counted_by": roll.counted_by,
                "counting_rule": roll.counting_rule,
                "wording": roll.wording,
                "note": roll.note,
                "source": cite_body(record, roll.cite),
            }
            for roll in supporters.printed
        ],
    }
