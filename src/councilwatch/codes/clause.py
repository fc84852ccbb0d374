"""A clause of a code as rules: who is bound, what engages it, and what it asks of a ballot."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from councilwatch.codes.contested import CREDIBLE, CRIMES, Test
from councilwatch.codes.finding import Finding, Reading, Verdict
from councilwatch.codes.reason import Reason, all_of
from councilwatch.record.draft import Cast, Draft
from councilwatch.record.endorsement import Support
from councilwatch.record.record import Record

Asked = Mapping[Cast, tuple[Verdict | None, str]]
"""What a clause makes of each ballot once engaged; `None` where a vote alone does not tell."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One pledge of a code, and how to read it."""

    id: str
    """Code and paragraph, such as `act.op2`."""
    code: str
    about: str
    bound: Callable[[Record, Draft, str], Reason]
    asked: Callable[[Record, Draft, str], Asked]
    """From a draft and the name of a way to read the conduct."""
    conducts: tuple[str, ...]
    crimes: tuple[str, ...] = tuple(CRIMES)
    credible: tuple[str, ...] = ("",)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every named reading of this clause."""
        return _readings(self.conducts, self.crimes, self.credible)

    def findings(self, record: Record, draft: Draft) -> Iterator[Finding]:
        """The findings on every ballot cast on a draft, one reading after the other."""
        judged = [(b, self.bound(record, draft, b.state)) for b in record.ballots(draft)]
        asked = {conduct: self.asked(record, draft, conduct) for conduct in self.conducts}
        questions = Questions(record, draft)
        for reading in self.readings:
            engaged = questions.engaged(reading)
            verdicts = asked[reading.conduct]
            for ballot, bound in judged:
                conduct, says = verdicts[ballot.cast]
                yield Finding(self.id, reading, draft, ballot, bound, engaged, conduct, says)


@cache
def _readings(
    conducts: tuple[str, ...], crimes: tuple[str, ...], credible: tuple[str, ...]
) -> tuple[Reading, ...]:
    return tuple(Reading(*each) for each in product(conducts, crimes, credible))


class Questions:
    """The contested questions about one draft, each answered once by each test."""

    def __init__(self, record: Record, draft: Draft) -> None:
        self._record = record
        self._draft = draft
        self._engaged: dict[tuple[str, str], Reason] = {}
        self._answers: dict[tuple[str, str], Reason] = {}

    def engaged(self, reading: Reading) -> Reason:
        """Whether the draft engages a pledge under a reading; the same for every member."""
        tests = (reading.crimes, reading.credible)
        if tests not in self._engaged:
            parts = [self._answered("acts against the crimes", CRIMES[reading.crimes])]
            if reading.credible:
                parts.append(self._answered("credible", CREDIBLE[reading.credible]))
            self._engaged[tests] = all_of("the draft engages the pledge", *parts)
        return self._engaged[tests]

    def _answered(self, question: str, test: Test) -> Reason:
        if (question, test.name) not in self._answers:
            answer = test.answer(self._record, self._draft)
            says = f"{question} (by {test.name}): {answer.says}"
            self._answers[question, test.name] = replace(answer, says=says)
        return self._answers[question, test.name]


def supports(code: str) -> Callable[[Record, Draft, str], Reason]:
    """Bound by endorsement: the state had endorsed the code on the day of the vote."""

    def bound(record: Record, draft: Draft, state: str) -> Reason:
        return support_reason(record, code, state, draft)

    return bound


def support_reason(record: Record, code: str, state: str, draft: Draft) -> Reason:
    """Whether a state had endorsed a code when a draft was put to the vote."""
    return _as_reason(record.support(code, state, draft.day))


@cache
def _as_reason(support: Support) -> Reason:
    says = f"had endorsed the code: {support.because}"
    return Reason(says, support.answer, cites=support.cites)
