"""What one clause under one reading makes of all the ballots cast on a draft."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from councilwatch.codes.finding import Finding, Reading, Verdict, verdict_of
from councilwatch.codes.reason import Reason
from councilwatch.record.draft import Ballot, Cast, Draft

Asked = Mapping[Cast, tuple[Verdict | None, str]]
"""What a clause makes of each ballot once engaged; `None` where a vote alone does not tell."""


class Group(NamedTuple):
    """Ballots a clause cannot tell apart: cast alike, by members bound (or not) for one reason."""

    bound: Reason
    cast: Cast
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
    found: dict[tuple[int, str], tuple[Reason, list[Ballot]]] = {}
    for ballot, bound in ballots:
        found.setdefault((id(bound), ballot.cast.name), (bound, []))[1].append(ballot)
    groups = tuple(
        Group(bound, alike[0].cast, tuple(alike), tuple(sorted(b.state for b in alike)))
        for bound, alike in found.values()
    )
    if any(group.bound.truth is not False for group in groups):
        return Groups(groups, None)
    everybody = sorted(state for group in groups for state in group.states)
    return Groups(groups, {Verdict.NOT_BOUND: tuple(everybody)} if everybody else {})


class Judgement(NamedTuple):
    """One clause, one reading, one draft: the verdict on each ballot follows from these parts."""

    clause: str
    reading: Reading
    draft: Draft
    engagement: Callable[[Reading], Reason]
    """Whether the draft engages the pledge under a reading; asked only if somebody was bound."""
    groups: Groups
    asked: Asked

    @property
    def engaged(self) -> Reason:
        """Whether the draft engages the pledge; the same for every member."""
        return self.engagement(self.reading)

    def verdicts(self) -> dict[Verdict, tuple[str, ...]]:
        """The members by verdict, in the order of the verdicts, then by code."""
        if self.groups.if_nobody_bound is not None:
            return self.groups.if_nobody_bound
        engaged = self.engaged
        found: dict[Verdict, list[str]] = {}
        for bound, cast, _, states in self.groups.each:
            verdict = verdict_of(bound, engaged, self.asked[cast][0])
            found.setdefault(verdict, []).extend(states)
        return {verdict: tuple(sorted(found[verdict])) for verdict in Verdict if verdict in found}

    def findings(self) -> Iterator[Finding]:
        """The findings one by one, each with its reasons."""
        engaged = self.engaged
        for bound, cast, ballots, _ in self.groups.each:
            conduct, says = self.asked[cast]
            for ballot in ballots:
                yield Finding(
                    self.clause, self.reading, self.draft, ballot, bound, engaged, conduct, says
                )
