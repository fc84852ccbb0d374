"""A clause of a code as rules: who is bound, what engages it, and what it asks of a ballot."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from councilwatch.codes.contested import CRIMES
from councilwatch.codes.finding import Finding, Reading
from councilwatch.codes.inquiry import Bound, Inquiry
from councilwatch.codes.judgement import Asked, Hearing, Judgement
from councilwatch.codes.reason import Reason
from councilwatch.record.draft import Draft
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record


@dataclass(frozen=True, slots=True)
class Clause:
    """One pledge of a code, and how to read it."""

    id: str
    """Code and paragraph, such as `act.op2`."""
    code: str
    about: str
    bound: Bound
    asked: Callable[[Record, Draft, str], Asked]
    """From a draft and the name of a way to read the conduct."""
    conducts: tuple[str, ...]
    crimes: tuple[str, ...] = tuple(CRIMES)
    credible: tuple[str, ...] = ("",)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every named reading of this clause."""
        return _readings(self.conducts, self.crimes, self.credible)

    def judgements(self, inquiry: Inquiry) -> Iterator[Judgement]:
        """What the clause makes of every ballot cast on a draft, one reading after the other."""
        record, draft = inquiry.record, inquiry.draft
        groups = inquiry.groups(self.bound)
        hearings = {c: Hearing(groups, self.asked(record, draft, c)) for c in self.conducts}
        for reading in self.readings:
            hearing = hearings[reading.conduct]
            yield Judgement(self.id, reading, draft, inquiry.engaged, hearing)

    def findings(self, record: Record, draft: Draft) -> Iterator[Finding]:
        """The findings on every ballot cast on a draft, one reading after the other."""
        for judgement in self.judgements(Inquiry(record, draft)):
            yield from judgement.findings()


@cache
def _readings(
    conducts: tuple[str, ...], crimes: tuple[str, ...], credible: tuple[str, ...]
) -> tuple[Reading, ...]:
    return tuple(Reading(*each) for each in product(conducts, crimes, credible))


def supports(code: str) -> Bound:
    """Bound by endorsement: the state had endorsed the code on the day of the vote."""

    def bound(record: Record, draft: Draft, state: str) -> Reason:
        return as_reason(record.support(code, state, draft.day))

    return bound


@cache
def as_reason(support: Support) -> Reason:
    """Whether a state had endorsed a code, as a reason: one for all days it holds."""
    says = f"had endorsed the code: {support.because}"
    return Reason(says, support.answer, cites=support.cites)
