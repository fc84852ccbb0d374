"""Groups of states, terms on the Human Rights Council, candidacies, months of presidency."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.world.period import Period


@dataclass(frozen=True, slots=True)
class Group:
    """A regional group, region, organisation, treaty or political group."""

    TABLE: ClassVar[t.Table] = t.GROUPS
    id: str
    name: str
    kind: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A state's belonging to a group."""

    TABLE: ClassVar[t.Table] = t.AFFILIATIONS
    group: str
    state: str
    held: Period
    """Without a start where the source does not say since when."""
    standing: str
    seen_on: date | None
    """The day on which the source shows it, where the first day is not known."""
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class RightsCouncilTerm:
    """A term of a state on the Human Rights Council."""

    TABLE: ClassVar[t.Table] = t.RIGHTS_COUNCIL_TERMS
    state: str
    held: Period
    note: str
    cite: Cite


class Candidature(Enum):
    """What became of a candidacy."""

    ANNOUNCED = "announced"
    ELECTED = "elected"
    NOT_ELECTED = "not-elected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """A state's candidacy for a term on the Security Council or the Human Rights Council."""

    TABLE: ClassVar[t.Table] = t.CANDIDACIES
    council: str
    state: str
    term: date
    """The first day of the term."""
    regional_group: str
    outcome: Candidature
    decided_on: date | None
    votes: int | None
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Presidency:
    """The member that presided in a month the alphabetical rule does not give."""

    TABLE: ClassVar[t.Table] = t.PRESIDENCIES
    month: str
    state: str
    note: str
    cite: Cite
