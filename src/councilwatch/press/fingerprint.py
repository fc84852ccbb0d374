"""A short print of the facts on a scorecard: two pages with the same print say the same.

It covers what the page states (texts, ballots, standings, findings, assessments) and not how it
looks, so that a new layout keeps the print and a corrected ballot changes it.
"""

import hashlib
import json
from typing import Any

from councilwatch.press.scorecard import Line, Mark, Row, Scorecard
from councilwatch.record.assessment import Assessment

DIGITS = 12
"""How many digits of the sum are shown: enough to tell any two editions apart."""


def fingerprint(scorecard: Scorecard) -> str:
    """The short print of the scorecard's facts."""
    return short_print(facts_of(scorecard))


def short_print(facts: dict[str, Any]) -> str:
    """The first digits of the SHA-256 sum of facts."""
    return hashlib.sha256(canonical(facts)).hexdigest()[:DIGITS]


def canonical(facts: dict[str, Any]) -> bytes:
    """Facts as canonical JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "backslashreplace"
    )


def facts_of(scorecard: Scorecard) -> dict[str, Any]:
    """What a scorecard states, as plain lists, words and numbers."""
    return {
        "rule": scorecard.rule,
        "as_of": scorecard.as_of,
        "method": scorecard.method,
        "texts": [_text(line) for line in scorecard.lines],
    }


def _text(line: Line) -> dict[str, Any]:
    outcome = line.decision.outcome
    return {
        "vote": line.draft.vote,
        "symbol": line.draft.symbol,
        "day": line.draft.day.isoformat(),
        "title": line.draft.title,
        "note": line.draft.note,
        "source": line.draft.source,
        "situation": line.situation,
        "outcome": outcome.value if outcome else None,
        "vetoed_by": list(line.decision.vetoed_by),
        "tally": list(line.tally) if line.tally else None,
        "needed": line.needed,
        "ballots": [_ballot(mark) for mark in line.marks],
        "findings": [_finding(row) for row in line.rows],
        "assessments": [_assessment(each) for each in line.assessments],
    }


def _ballot(mark: Mark) -> dict[str, Any]:
    return {
        "state": mark.state,
        "seat": mark.seat.value,
        "cast": mark.cast.value,
        "endorsed": {
            code: {
                "answer": support.answer,
                "because": support.because,
                "sources": [cite.source for cite in support.cites],
            }
            for code, support in mark.support.items()
        },
    }


def _finding(row: Row) -> dict[str, Any]:
    return {
        "clause": row.clause,
        "conduct": row.conduct,
        "crimes": row.crimes,
        "credible": row.credible,
        "verdicts": {verdict.value: list(states) for verdict, states in row.verdicts.items()},
    }


def _assessment(each: Assessment) -> dict[str, Any]:
    return {
        "question": each.question.value,
        "assessor": each.assessor,
        "answer": each.answer.value,
        "day": each.day.isoformat(),
        "quote": each.quote,
        "locator": each.locator,
        "source": each.cite.source,
    }
