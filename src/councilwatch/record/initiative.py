"""Codes, declarations, letters and campaigns, and who stands behind them."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite


@dataclass(frozen=True, slots=True)
class Initiative:
    """A code, declaration, proposal, letter or campaign that can be supported."""

    TABLE: ClassVar[t.Table] = t.INITIATIVES
    id: str
    name: str
    kind: str
    opened: date | None
    conveners: str
    asks: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class InitiativePoint:
    """One numbered point of what an initiative asks."""

    TABLE: ClassVar[t.Table] = t.INITIATIVE_POINTS
    initiative: str
    number: int
    text: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class InitiativeSupporter:
    """An organisation that signed or convened an initiative."""

    TABLE: ClassVar[t.Table] = t.INITIATIVE_SUPPORTERS
    initiative: str
    supporter: str
    place: int | None
    """Its number on the list."""
    countries: tuple[str, ...]
    note: str
    cite: Cite
