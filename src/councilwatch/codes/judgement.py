"""What one clause under one reading makes of all the ballots cast on a draft."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from councilwatch.codes.finding import Finding, Reading, Verdict, verdict_of
from councilwatch.codes.reason import Reason
from councilwatch.record.draft import Ballot, Cast, Draft

Heard = tuple[Verdict | None, str]
"""The verdict on a ballot once the clause is engaged, and why; `None` if a vote does not tell."""

Asked = Callable[[Ballot], Heard]
"""What a clause makes of a ballot once it is engaged.

It looks at how the ballot was cast and at what divides the groups of a clause, nothing else.
"""


class Group(NamedTuple):
    """Ballots a clause cannot tell apart: cast alike, by members bound (or not) for one reason."""

    bound: Reason
    ballots: tuple[Ballot, ...]
    states: tuple[str, ...]
    """Who cast them, by code."""


class Groups(NamedTuple):
    """All the ballots cast on a draft, as one clause sees them."""

    each: tuple[Group, ...]
    if_nobody_bound: dict[Verdict, tuple[str, ...]] | None
    """The verdicts where no member was bound, which no reading can change; else `None`."""


def make_groups(ballots: Iterable[tuple[Ballot, Reason]]) -> Groups:
    """Groups ballots, each with whether and why its member was bound."""
    found: dict[tuple[int, Cast], tuple[Reason, list[Ballot]]] = {}
    for ballot, bound in ballots:
        found.setdefault((id(bound), ballot.cast), (bound, []))[1].append(ballot)
    groups = tuple(
        Group(bound, tuple(alike), tuple(sorted(b.state for b in alike)))
        for bound, alike in found.values()
    )
    if any(group.bound.truth is not False for group in groups):
        return Groups(groups, None)
    everybody = sorted(state for group in groups for state in group.states)
    return Groups(groups, {Verdict.NOT_BOUND: tuple(everybody)} if everybody else {})


class Hearing:
    """The ballots on a draft under one way to read the conduct a clause asks.

    Readings differ in who answers the contested questions, and only the answer matters here, so
    the verdicts are worked out once per answer.
    """

    def __init__(self, groups: Groups, asked: Asked) -> None:
        self.groups = groups.each
        self.heard = tuple(asked(group.ballots[0]) for group in groups.each)
        self.nobody_bound = groups.if_nobody_bound
        self._told: dict[tuple[bool | None, bool], dict[Verdict, tuple[str, ...]]] = {}

    def verdicts(self, engaged: Reason) -> dict[Verdict, tuple[str, ...]]:
        """The members by verdict, in the order of the verdicts, then by code."""
        answer = (engaged.truth, engaged.disputed)
        if answer not in self._told:
            found: dict[Verdict, list[str]] = {}
            for group, (conduct, _) in zip(self.groups, self.heard, strict=True):
                verdict = verdict_of(group.bound, engaged, conduct)
                found.setdefault(verdict, []).extend(group.states)
            self._told[answer] = {v: tuple(sorted(found[v])) for v in Verdict if v in found}
        return self._told[answer]


class Judgement(NamedTuple):
    """One clause, one reading, one draft: the verdict on each ballot follows from these parts."""

    clause: str
    reading: Reading
    draft: Draft
    engagement: Callable[[Reading], Reason]
    """Answers whether the draft engages the pledge under a reading; verdicts ask it only where
    somebody was, or may have been, bound."""
    hearing: Hearing

    @property
    def engaged(self) -> Reason:
        """Whether the draft engages the pledge; the same for every member."""
        return self.engagement(self.reading)

    def verdicts(self) -> dict[Verdict, tuple[str, ...]]:
        """The members by verdict, in the order of the verdicts, then by code."""
        if self.hearing.nobody_bound is not None:
            return self.hearing.nobody_bound
        return self.hearing.verdicts(self.engaged)

    def findings(self) -> Iterator[Finding]:
        """The findings one by one, each with its reasons."""
        engaged = self.engaged
        for group, heard in zip(self.hearing.groups, self.hearing.heard, strict=True):
            for ballot in group.ballots:
                yield Finding(
                    self.clause, self.reading, self.draft, ballot, group.bound, engaged, *heard
                )
