"""Vetoes counted by member, and by whether the member had endorsed the ACT Code that day."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from councilwatch.codes.names import ACT_LAUNCH
from councilwatch.record.draft import Draft
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record


class Veto(NamedTuple):
    """One member's no that blocked one text."""

    vote: str
    state: str
    support: Support
    is_before_the_code: bool
    """Cast before the ACT Code was launched, when nobody could be held to it."""


def make_vetoes(record: Record, drafts: Iterable[Draft]) -> list[Veto]:
    """Every veto on these texts: a text that two members vetoed has two."""
    return [
        Veto(draft.vote, state, record.support("act", state, draft.day), draft.day < ACT_LAUNCH)
        for draft in drafts
        for state in record.decision(draft).vetoed_by
    ]


def told(vetoes: Iterable[Veto]) -> str:
    """The vetoes by standing under the ACT Code, and why the record cannot say of some."""
    vetoes = list(vetoes)
    by_answer = Counter(veto.support.answer for veto in vetoes if not veto.is_before_the_code)
    word = "veto" if len(vetoes) == 1 else "vetoes"
    earlier = sum(veto.is_before_the_code for veto in vetoes)
    before = f"{earlier} before the ACT Code was launched, " if earlier else ""
    return (
        f"{len(vetoes)} {word} counted by member: {before}{by_answer[True]} cast by a member that "
        f"had endorsed the ACT Code that day, {by_answer[False]} by one that had not, and of "
        f"{by_answer[None]} the record cannot say{_why_not(vetoes)}."
    )


def _why_not(vetoes: list[Veto]) -> str:
    """Whose they are, and when those states were last seen not among the supporters."""
    unsaid = [veto for veto in vetoes if veto.support.answer is None]
    if not unsaid:
        return ""
    states = ", ".join(sorted({veto.state for veto in unsaid}))
    seen = {cite.fact.rpartition("/")[2] for veto in unsaid for cite in veto.support.cites}
    return f" ({states}: not among the supporters on {max(seen)}, and no later list is on record)"
