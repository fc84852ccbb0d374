"""The page's fixed words: names of clauses, readings, marks and verdicts, days and counts.

Every state is described with the same words; none of them judges.
"""

from collections.abc import Sequence
from datetime import date

from councilwatch.codes.act import TEXT, WORKSHOP
from councilwatch.codes.catalogue import CODES
from councilwatch.codes.finding import Verdict
from councilwatch.record.assessment import Question
from councilwatch.record.draft import Cast, Outcome

CLAUSES = {clause.id: clause for code in CODES.values() for clause in code.clauses}
"""Every clause of every code, by id."""

CLAUSE_NAMES = {
    "act.op1": "ACT Code, paragraph 1",
    "act.op2": "ACT Code, paragraph 2",
    "france-mexico.suspension": "France/Mexico Declaration",
}
"""How a clause is called on the page."""

CODE_NAMES = {"act": "ACT Code", "france-mexico": "France/Mexico Declaration"}
"""How a code is called on the page."""

CONDUCTS = {
    TEXT: "What the words of the code ask. Of paragraph 2 of the ACT Code: not to vote against.",
    WORKSHOP: "How the organisers of the workshop of 29 March 2017 put it: endorsing states "
    "should also not abstain.",
}
"""The readings of the conduct, by name."""

VERDICTS = {
    Verdict.KEPT: "The ballot is what the pledge asks under this reading.",
    Verdict.FELL_SHORT: "The ballot is less than the support this reading expects: mostly an "
    "abstention, or no vote.",
    Verdict.BROKEN: "The ballot is against the pledge under this reading.",
    Verdict.NOT_ENGAGED: "The pledge does not cover this text under this reading.",
    Verdict.NOT_BOUND: "The member had not endorsed the code on the day, or the code asks "
    "nothing of it.",
    Verdict.DISPUTED: "Named assessors differ on a question on which the finding "
    "rests, or one reports it contested.",
    Verdict.CANNOT_SAY: "The record does not have something on which the finding rests.",
}
"""What each verdict says."""

ENDORSED = {True: "endorsed", False: "not endorsed", None: "cannot say"}
"""Whether a member had endorsed a code on the day, in words."""

CASTS = {
    Cast.YES: "Yes",
    Cast.NO: "No",
    Cast.ABSTAIN: "Abstain",
    Cast.ABSENT: "Absent",
    Cast.NOT_PARTICIPATING: "Not participating",
    Cast.NOT_VOTING: "Not voting",
}
"""The ways to cast a ballot, in the order of the page."""

OUTCOMES = {
    Outcome.VETOED: "vetoed",
    Outcome.SHORT: "short of votes",
    Outcome.ADOPTED: "adopted",
    None: "cannot say",
}
"""What became of a text, in the order of the page."""

QUESTIONS = {
    Question.CRIMES: "Aimed at the crimes?",
    Question.CREDIBLE: "Credible?",
}
"""The two contested questions, as the page asks them."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_day(day: date) -> str:
    """The day as it is written: 8 October 2016."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """The day as a table has room for it: 8 Oct 2016."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """The number with its noun: 1 text, 2 texts."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def enumerated(words: Sequence[str]) -> str:
    """The words as a list in a sentence: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
