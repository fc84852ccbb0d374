"""What other sources print of votes and seats, and the differences declared with a reason."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from councilwatch.record import tables as t
from councilwatch.record.cite import Cite
from councilwatch.record.draft import DecidedBy, Draft, tally
from councilwatch.record.record import Record
from councilwatch.world.symbols import SymbolError, parse

WITHOUT_VOTE = "without a vote"
UNANIMOUS = "unanimous"
"""Printed where nobody voted against or abstained, or nobody voted at all."""


@dataclass(frozen=True, slots=True)
class VoteWitness:
    """What an independent source prints of one vote; an empty cell is something it does not say."""

    TABLE: ClassVar[t.Table] = t.WITNESSES
    witness: str
    vote: str
    day: date | None
    outcome: str
    tally: str
    """Yes-no-abstain, or `unanimous`, or `without a vote`."""
    vetoed_by: tuple[str, ...]
    printed_as: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class SeatWitness:
    """A member of the Council in a year, as an independent source prints it."""

    TABLE: ClassVar[t.Table] = t.SEAT_WITNESSES
    witness: str
    year: int
    state: str
    seat: str
    note: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A difference that is known, with the reason why it stands."""

    TABLE: ClassVar[t.Table] = t.DISAGREEMENTS
    witness: str
    subject: str
    """The key of the vote, or the year."""
    about: str
    ours: str
    theirs: str
    reason: str
    cite: Cite


class Mismatch(NamedTuple):
    """One point in which a witness says something else than the record."""

    witness: str
    subject: str
    """The key of the vote, or the year."""
    about: str
    """`symbol`, `day`, `outcome`, `tally`, `vetoed_by`, `members`; `listed` if only one has it."""
    ours: str
    theirs: str


def tally_of(record: Record, draft: Draft) -> str:
    """A vote's count as other sources print it: yes-no-abstain, or `without a vote`.

    Those who cast no ballot are left out: most sources do not print them. Empty where the record
    does not have the ballots.
    """
    if draft.decided_by is DecidedBy.WITHOUT_VOTE:
        return WITHOUT_VOTE
    if draft.decided_by is DecidedBy.NOT_RECORDED:
        return ""
    count = tally(record.ballots(draft))
    return f"{count.yes}-{count.no}-{count.abstain}"


def symbol_in(printed: str) -> str:
    """The symbol in what a source prints instead of the record's; empty if it is no one symbol."""
    try:
        return str(parse(printed)) if printed else ""
    except SymbolError:
        return ""
