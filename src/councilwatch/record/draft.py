"""A text put to the vote, the ballots cast on it, and the outcome that follows from them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple


class Cast(Enum):
    """What a member did with its ballot."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NOT_PARTICIPATING = "not participating"
    NOT_VOTING = "not voting"
    """Absent or not participating: the source does not tell which."""

    __hash__ = object.__hash__
    """By identity, for speed: members are single."""


CASTS = {cast.value: cast for cast in Cast}


class Ballot(NamedTuple):
    """One member's ballot (a tuple, for there are 43,000 of them)."""

    state: str
    cast: Cast


class DecidedBy(Enum):
    """How the Council decided."""

    VOTE = "vote"
    WITHOUT_VOTE = "without a vote"
    NOT_RECORDED = "ballots not recorded"
    """A vote was taken; the record does not have the members' ballots."""


class Outcome(Enum):
    """What became of a text."""

    ADOPTED = "adopted"
    VETOED = "vetoed"
    SHORT = "short of votes"


@dataclass(frozen=True, slots=True)
class Draft:
    """One text, or part of a text, put to the vote: the unit in which the record counts."""

    vote: str
    """Key of the vote: the text's symbol, numbered where one symbol was voted on several times."""
    symbol: str
    """Symbol of the document, or of the meeting record; empty where the record has none."""
    day: date
    title: str
    decided_by: DecidedBy
    procedural: bool
    """Decided under Article 27(2) or 109(3): no permanent member's vote can block."""
    published_outcome: str
    published_tally: str
    """Yes-no-abstain-not voting as the source prints them; empty where it does not."""
    note: str
    known_on: date
    source: str


class Tally(NamedTuple):
    """The number of ballots of each kind."""

    yes: int
    no: int
    abstain: int
    not_voting: int

    def __str__(self) -> str:
        tail = f"-{self.not_voting}" if self.not_voting else ""
        return f"{self.yes}-{self.no}-{self.abstain}{tail}"


def tally(ballots: Iterable[Ballot]) -> Tally:
    """Counts ballots; all ways of not voting count as one."""
    casts = Counter(ballot.cast for ballot in ballots)
    yes, no, abstain = casts[Cast.YES], casts[Cast.NO], casts[Cast.ABSTAIN]
    return Tally(yes, no, abstain, casts.total() - yes - no - abstain)


class Decision(NamedTuple):
    """The outcome computed from ballots, why, and whose votes blocked the text."""

    outcome: Outcome | None
    """`None` where the record does not have the ballots."""
    because: str
    vetoed_by: tuple[str, ...] = ()
    permanent_against: tuple[str, ...] = ()
    """Permanent members that voted no, whether or not that blocked the text."""

    @property
    def word(self) -> str:
        """The outcome as people say it; "cannot say" where there is none."""
        return str(self.outcome.value) if self.outcome else "cannot say"


def decide(
    draft: Draft, ballots: Iterable[Ballot], permanent: frozenset[str], needed: int
) -> Decision:
    """The outcome of a draft under Article 27 of the Charter.

    A permanent member's no is a veto only on a substantive text that otherwise had the votes; its
    abstention or absence is none (practice since the Spanish question, 1946).
    """
    if draft.decided_by is DecidedBy.WITHOUT_VOTE:
        return Decision(Outcome.ADOPTED, "adopted without a vote")
    if draft.decided_by is DecidedBy.NOT_RECORDED:
        return Decision(None, "the record does not have the members' ballots")
    cast = tuple(ballots)
    count = tally(cast)
    against = tuple(sorted(b.state for b in cast if b.cast is Cast.NO and b.state in permanent))
    if count.yes < needed:
        why = f"{count.yes} votes in favour, {needed} needed"
        aside = "; a no on a text short of votes is not a veto" if against else ""
        return Decision(Outcome.SHORT, why + aside, permanent_against=against)
    if against and not draft.procedural:
        why = f"{count.yes} votes in favour, {needed} needed, and a permanent member against"
        return Decision(Outcome.VETOED, why, against, against)
    why = f"{count.yes} votes in favour, {needed} needed"
    aside = (
        "; procedural, so no member's vote blocks" if against else ", no permanent member against"
    )
    return Decision(Outcome.ADOPTED, why + aside, permanent_against=against)
