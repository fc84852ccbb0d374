"""The ground a member itself stated for its ballot."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite


class Ground(Enum):
    """The kind of ground stated, or the first of several."""

    NOT_CREDIBLE = "not-credible"
    VITAL_INTEREST = "vital-interest"
    SOVEREIGNTY = "sovereignty"
    PROCESS = "process"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a member said of its ballot, in its words or in those of the summary read."""

    TABLE: ClassVar[t.Table] = t.EXPLANATIONS
    vote: str
    state: str
    ground: Ground
    quote: str
    document: str
    locator: str
    note: str
    cite: Cite
