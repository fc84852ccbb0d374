"""Everything asked about one draft, each thing once, however many clauses and readings ask it."""

from collections.abc import Callable
from dataclasses import replace

from councilwatch.codes.contested import CREDIBLE, CRIMES, Test
from councilwatch.codes.finding import Reading
from councilwatch.codes.judgement import Groups, make_groups
from councilwatch.codes.reason import Reason, all_of
from councilwatch.record.draft import Draft
from councilwatch.record.record import Record

Bound = Callable[[Record, Draft, str], Reason]
"""Whether a member was bound by a clause when a draft was put to the vote, and why."""


class Inquiry:
    """The contested questions about one draft, and who was bound when it was put to the vote."""

    def __init__(self, record: Record, draft: Draft) -> None:
        self.record = record
        self.draft = draft
        self._engaged: dict[tuple[str, str], Reason] = {}
        self._answers: dict[tuple[str, str], Reason] = {}
        self._groups: dict[Bound, Groups] = {}

    def engaged(self, reading: Reading) -> Reason:
        """Whether the draft engages a pledge under a reading; the same for every member."""
        tests = (reading.crimes, reading.credible)
        if tests not in self._engaged:
            parts = [self._answered("acts against the crimes", CRIMES[reading.crimes])]
            if reading.credible:
                parts.append(self._answered("credible", CREDIBLE[reading.credible]))
            self._engaged[tests] = all_of("the draft engages the pledge", *parts)
        return self._engaged[tests]

    def groups(self, bound: Bound) -> Groups:
        """The ballots cast, those together that a clause cannot tell apart."""
        if bound not in self._groups:
            record, draft = self.record, self.draft
            self._groups[bound] = make_groups(
                (ballot, bound(record, draft, ballot.state)) for ballot in record.ballots(draft)
            )
        return self._groups[bound]

    def _answered(self, question: str, test: Test) -> Reason:
        if (question, test.name) not in self._answers:
            answer = test.answer(self.record, self.draft)
            says = f"{question} (by {test.name}): {answer.says}"
            self._answers[question, test.name] = replace(answer, says=says)
        return self._answers[question, test.name]
