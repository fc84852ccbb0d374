"""Situations, and what named bodies and the Secretary-General said of them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.world.period import Period


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation the Council, or another body, has dealt with."""

    TABLE: ClassVar[t.Table] = t.SITUATIONS
    id: str
    name: str
    held: Period
    states: tuple[str, ...]
    """Where it happens; nothing is said of who is to answer for it."""
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Body:
    """A body whose assessments of a situation are on record."""

    TABLE: ClassVar[t.Table] = t.BODIES
    id: str
    name: str
    kind: str
    note: str
    cite: Cite


class Crime(Enum):
    """What a body speaks of; ethnic cleansing and atrocity crimes are words, not crimes in law."""

    GENOCIDE = "genocide"
    AGAINST_HUMANITY = "crimes-against-humanity"
    WAR_CRIMES = "war-crimes"
    ETHNIC_CLEANSING = "ethnic-cleansing"
    ATROCITY_CRIMES = "atrocity-crimes"


class Stage(Enum):
    """Whether a body says that crimes are there, or that they may come or may have been."""

    OCCURRED = "occurred"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class SituationAssessment:
    """What one body said of one crime in one situation: its words, its document, its day."""

    TABLE: ClassVar[t.Table] = t.SITUATION_ASSESSMENTS
    situation: str
    body: str
    document: str
    crime: Crime
    stage: Stage
    day: date
    quote: str
    locator: str
    note: str
    cite: Cite


class Basis(Enum):
    """On what ground the Secretary-General brought a situation to the Council."""

    ARTICLE_99 = "article-99"
    ARTICLE_99_IMPLIED = "article-99-implied"
    OWN_INITIATIVE = "own-initiative"
    REQUESTED = "requested-by-council"
    NOT_SAID = "not-said"


@dataclass(frozen=True, slots=True)
class SecretaryGeneralAct:
    """A letter, briefing, report, statement or meeting of the Secretary-General."""

    TABLE: ClassVar[t.Table] = t.SECRETARY_GENERAL_ACTS
    day: date
    kind: str
    document: str
    situation: str
    basis: Basis
    quote: str
    locator: str
    note: str
    cite: Cite
