"""What a code says of one ballot under one reading, and why."""

from enum import Enum
from typing import NamedTuple

from councilwatch.codes.reason import Reason, all_of
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Ballot, Draft


class Verdict(Enum):
    """The words a finding may use; none of them says that a state violated anything."""

    KEPT = "kept"
    FELL_SHORT = "fell short"
    """Abstained or did not vote where the reading expects support."""
    BROKEN = "broken"
    NOT_ENGAGED = "not engaged"
    NOT_BOUND = "not bound"
    DISPUTED = "disputed"
    CANNOT_SAY = "cannot say"

    __hash__ = object.__hash__
    """By identity: members are single, and hashing the name would be a third of all findings."""


class Reading(NamedTuple):
    """A named way to read a code and to answer the questions it leaves open."""

    conduct: str
    """`text` (what the words ask) or `workshop` (the 2017 gloss: nor abstain)."""
    crimes: str
    """Name of the test that answers whether the draft acts against the crimes."""
    credible: str = ""
    """Name of the test that answers whether the draft was credible; empty where none is asked."""

    def __str__(self) -> str:
        tests = f"crimes by {self.crimes}"
        return f"{self.conduct}; {tests}" + (
            f"; credible by {self.credible}" if self.credible else ""
        )


class Finding(NamedTuple):
    """One clause, one reading, one ballot: the verdict and what it follows from.

    A tuple, and the tree of reasons is only built when asked for: there are a million of these.
    """

    clause: str
    reading: Reading
    draft: Draft
    ballot: Ballot
    bound: Reason
    engaged: Reason
    conduct: Verdict | None
    """The verdict if the pledge was engaged and the state was bound."""
    conduct_says: str

    @property
    def verdict(self) -> Verdict:
        """The finding in one of the seven words."""
        return verdict_of(self.bound, self.engaged, self.conduct)

    @property
    def possible(self) -> tuple[Verdict, ...]:
        """The verdicts that what is unknown leaves open, when the finding is not settled."""
        return possible(self.bound, self.engaged, self.conduct)

    @property
    def if_bound(self) -> Verdict:
        """What the ballot would be for a state bound by the code: compatibility, not compliance."""
        return verdict_of(_TAKEN_AS_BOUND, self.engaged, self.conduct)

    @property
    def reason(self) -> Reason:
        """The tree of reasons; its root is true if the ballot went against the pledge."""
        contrary = {Verdict.KEPT: False, Verdict.FELL_SHORT: True, Verdict.BROKEN: True, None: None}
        ballot = f"'{self.ballot.cast.value}' is against what is asked: {self.conduct_says}"
        against = Reason(ballot, contrary[self.conduct], cites=(self.ballot_cite,))
        applied = all_of("the pledge applied to this ballot", self.bound, self.engaged)
        return all_of("the ballot went against the pledge", applied, against)

    @property
    def ballot_cite(self) -> Cite:
        """Where the ballot stands in the record."""
        return Cite(f"ballots/{self.draft.vote}/{self.ballot.state}", self.draft.source)


_TAKEN_AS_BOUND = Reason("taken as bound", True)


def verdict_of(bound: Reason, engaged: Reason, conduct: Verdict | None) -> Verdict:
    """The verdict from the three parts: what is false settles it, what is unknown does not."""
    if bound.truth is False:
        return Verdict.NOT_BOUND
    if engaged.truth is False and bound.truth:
        return Verdict.NOT_ENGAGED
    if bound.truth and engaged.truth:
        return conduct or Verdict.CANNOT_SAY
    open_parts = [part for part in (bound, engaged) if part.truth is None]
    # Where the ballot itself would not tell, settling the dispute would not settle the matter.
    if conduct and open_parts and all(part.disputed for part in open_parts):
        return Verdict.DISPUTED
    return Verdict.CANNOT_SAY


def possible(bound: Reason, engaged: Reason, conduct: Verdict | None) -> tuple[Verdict, ...]:
    """The settled verdicts that remain open, in the order of the enumeration."""
    found = set()
    for is_bound in (bound.truth,) if bound.truth is not None else (True, False):
        for is_engaged in (engaged.truth,) if engaged.truth is not None else (True, False):
            if not is_bound:
                found.add(Verdict.NOT_BOUND)
            elif not is_engaged:
                found.add(Verdict.NOT_ENGAGED)
            else:
                found.update((conduct,) if conduct else (Verdict.KEPT, Verdict.FELL_SHORT))
    return tuple(verdict for verdict in Verdict if verdict in found)
