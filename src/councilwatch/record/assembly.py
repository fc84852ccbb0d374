"""What the General Assembly did where the Council did not act."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite


@dataclass(frozen=True, slots=True)
class EmergencySession:
    """An emergency special session of the General Assembly (377 A (V), Uniting for Peace)."""

    TABLE: ClassVar[t.Table] = t.EMERGENCY_SESSIONS
    number: str
    called_by: str
    """`security-council` or `members`."""
    convened: date
    closed: date | None
    """`None` while it is only adjourned."""
    requested_in: str
    situation: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class AssemblyResolution:
    """A resolution on a situation the Council did not act on, or on the veto."""

    TABLE: ClassVar[t.Table] = t.ASSEMBLY_RESOLUTIONS
    document: str
    session: str
    day: date
    situation: str
    yes: int | None
    no: int | None
    abstain: int | None
    title: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class VetoFollowUp:
    """The Assembly's debate and the Council's special report after a veto (A/RES/76/262)."""

    TABLE: ClassVar[t.Table] = t.VETO_FOLLOW_UPS
    vote: str
    debate_day: date | None
    debate_record: str
    report: str
    report_day: date | None
    note: str
    cite: Cite
