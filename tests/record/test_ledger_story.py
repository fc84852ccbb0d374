"""Whatever is added, superseded and withdrawn, every day of the past reads as it did that day."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from councilwatch.record.history import KNOWN_ON
from councilwatch.record.ledger import Ledger
from councilwatch.record.tables import BALLOTS

FIRST = date(2016, 1, 1)
STATES = ("AGO", "EGY", "JPN")
CASTS = ("yes", "no", "abstain")
states, casts = st.sampled_from(STATES), st.sampled_from(CASTS)
Told = dict[str, str]


class LedgerStory(RuleBasedStateMachine):
    """A ledger beside the simplest model of it: what a reader was told on each day."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger(BALLOTS, ())
        self.day = FIRST
        self.told: dict[date, Told] = {FIRST: {}}
        self.last: dict[str, date] = {}
        """The day on which something was last written of each state."""

    def row(self, state: str, cast: str) -> tuple[str, ...]:
        """A ballot known today that replaces what was written of the state before."""
        before = self.last.get(state)
        return ("S/1", state, cast, str(self.day), "by-hand", str(before or ""))

    def may_write(self, state: str) -> bool:
        """A fact changes once a day at the most."""
        return self.last.get(state) != self.day

    def write(self, state: str, cast: str | None) -> None:
        """Notes in the model what today's reader is told."""
        self.last[state] = self.day
        self.told[self.day].pop(state, None)
        if cast is not None:
            self.told[self.day][state] = cast

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        told = dict(self.told[self.day])
        self.day += timedelta(days=days)
        self.told[self.day] = told

    @rule(state=states, cast=casts)
    def add_or_supersede(self, state: str, cast: str) -> None:
        if not self.may_write(state):
            return
        self.ledger = self.ledger.append(self.row(state, cast))
        self.write(state, cast)

    @rule(state=states)
    def withdraw(self, state: str) -> None:
        if state not in self.told[self.day] or not self.may_write(state):
            return
        self.ledger = self.ledger.withdraw(("S/1", state), self.day, "by-hand")
        self.write(state, None)

    @precondition(lambda self: self.last)
    @rule(state=states, cast=casts)
    def a_row_that_would_overwrite_is_refused(self, state: str, cast: str) -> None:
        if state not in self.last:
            return
        stale = ("S/1", state, cast, str(self.day), "by-hand", "")
        with pytest.raises(ValueError, match="must supersede the one known on"):
            self.ledger.append(stale)

    @precondition(lambda self: self.last)
    @rule(state=states)
    def what_does_not_stand_cannot_be_withdrawn(self, state: str) -> None:
        if state in self.told[self.day]:
            return
        tomorrow = self.day + timedelta(days=1)
        with pytest.raises(ValueError, match="stands that could be withdrawn"):
            self.ledger.withdraw(("S/1", state), tomorrow, "by-hand")

    @invariant()
    def every_day_reads_as_it_did(self) -> None:
        for day, told in self.told.items():
            known = self.ledger.as_known_on(day)
            assert {row[1]: row[2] for row in known.rows} == told

    @invariant()
    def no_row_is_ever_lost(self) -> None:
        written = [(row[1], row[KNOWN_ON]) for row in self.ledger.rows]
        assert len(written) == len(set(written))
        assert all((state, str(day)) in written for state, day in self.last.items())


TestLedgerStory = LedgerStory.TestCase
TestLedgerStory.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
