"""What named assessors said of a draft: always somebody's, dated, with a place to look it up."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from councilwatch.record.cite import Cite


class Question(Enum):
    """A contested question about a draft, which the record never answers in its own voice."""

    CRIMES = "crimes"
    """Was it aimed at preventing or ending genocide, crimes against humanity or war crimes?"""
    CREDIBLE = "credible"
    """Was it a credible draft resolution?"""


class Answer(Enum):
    """What an assessor answered."""

    YES = "yes"
    NO = "no"
    CONTESTED = "contested"
    """The assessor reports that the question is disputed and does not settle it."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessor's answer to one question about one draft."""

    vote: str
    question: Question
    assessor: str
    answer: Answer
    day: date
    quote: str
    """The assessor's words or stated ground, short."""
    locator: str
    """Where in the source they stand."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Assessor:
    """A person, body or document whose judgements the record attributes to it."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Sponsors:
    """Who put a draft forward, as far as a source says."""

    states: tuple[str, ...]
    complete: bool
    """Whether the source gives all sponsors."""
    note: str
    cite: Cite
