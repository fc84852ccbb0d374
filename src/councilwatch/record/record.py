"""The record: every table behind one object, each read when first asked for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from councilwatch.record import make
from councilwatch.record import tables as t
from councilwatch.record.draft import CASTS, Ballot, Decision, Draft, decide
from councilwatch.record.judged import Judged
from councilwatch.record.pledges import Pledges
from councilwatch.world.council import Council, Term, votes_needed_on
from councilwatch.world.names import short_name

if TYPE_CHECKING:  # imported where first needed: most commands need the names of fifteen states
    from councilwatch.world.states import Register


class UnknownVote(ValueError):
    """A vote that is in no row of the record; carries the nearest keys."""

    def __init__(self, text: str, nearest: Sequence[str]) -> None:
        self.text = text
        self.nearest = tuple(nearest)
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No vote on '{text[:80]}' is in the record.{hint}")


class Record(Pledges, Judged):
    """What stood in the record's folder on a day it was known; without a day, at the end."""

    @cached_property
    def register(self) -> "Register":
        """The states with their names."""
        from councilwatch.record.make_states import make_states
        from councilwatch.world.states import Register

        with self.as_it_stands():
            return Register(make_states(self.rows(t.STATES), self.rows(t.STATE_NAMES)))

    def name_of(self, state: str, day: date) -> str:
        """The short name the United Nations used for a state on the day."""
        if "register" in self.__dict__:
            return self.register[state].name_on(day)
        names = self.made(make.make_name, self.rows_of(t.STATE_NAMES, state))
        return short_name(names, day) or state

    @cached_property
    def council(self) -> Council:
        """Who sat on the Security Council."""
        return Council(self.made(make.make_term, self.rows(t.SEATS)))

    def members_on(self, day: date) -> dict[str, Term]:
        """The members of the Council on the day."""
        return self.council.members_on(day)

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """Every text put to the vote, by key, oldest first."""
        drafts = self.made(make.make_draft, self.rows(t.DRAFTS))
        return {draft.vote: draft for draft in sorted(drafts, key=lambda draft: draft.day)}

    @cached_property
    def _ballots(self) -> Mapping[str, list[Ballot]]:
        by_vote: defaultdict[str, list[Ballot]] = defaultdict(list)
        with self.as_it_stands():
            for row in self.rows(t.BALLOTS):
                by_vote[row[0]].append(Ballot(row[1], CASTS[row[2]]))
        return by_vote

    def load(self) -> "Record":
        """Reads every table now, for those who will ask for all of it."""
        for table in ("sources", "register", "council", "drafts", "_ballots", "rolls", "sightings"):
            getattr(self, table)
        for table in ("assessments", "assessors", "sponsors", "situations", "amends", "_by_day"):
            getattr(self, table)
        return self

    @property
    def size(self) -> int:
        """The number of ballots."""
        return sum(len(ballots) for ballots in self._ballots.values())

    @cached_property
    def _read_alone(self) -> dict[str, list[Ballot]]:
        """Ballots of the votes asked for before the whole table was."""
        return {}

    def find_draft(self, vote: str) -> Draft | None:
        """The text with this key, if the record has it."""
        if "drafts" in self.__dict__:
            return self.drafts.get(vote)
        return next(self.made(make.make_draft, self.rows_of(t.DRAFTS, vote)), None)

    def draft(self, vote: str) -> Draft:
        """The text with this key; raises `UnknownVote` with the nearest keys."""
        found = self.find_draft(vote)
        if found is None:
            raise UnknownVote(vote, self._nearest(vote))
        return found

    def votes_on(self, symbol: str) -> tuple[Draft, ...]:
        """All votes taken on one symbol, oldest first."""
        return tuple(d for d in self.drafts.values() if symbol and symbol in (d.symbol, d.vote))

    def on_day(self, day: date) -> tuple[Draft, ...]:
        """All texts put to the vote on one day."""
        return self._by_day.get(day, ())

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[Draft, ...]]:
        by_day: defaultdict[date, list[Draft]] = defaultdict(list)
        for draft in self.drafts.values():
            by_day[draft.day].append(draft)
        return {day: tuple(drafts) for day, drafts in by_day.items()}

    def ballots(self, draft: Draft) -> Sequence[Ballot]:
        """The ballots cast on a text, by the code of the member."""
        if "drafts" in self.__dict__ or "_ballots" in self.__dict__:
            return self._ballots.get(draft.vote, ())
        if draft.vote not in self._read_alone:
            ballots = self.made(_ballot, self.rows_of(t.BALLOTS, draft.vote))
            self._read_alone[draft.vote] = list(ballots)
        return self._read_alone[draft.vote]

    def decision(self, draft: Draft) -> Decision:
        """The outcome of a text, computed from its ballots and the seats in force."""
        permanent = self.council.permanent_on(draft.day)
        return decide(draft, self.ballots(draft), permanent, votes_needed_on(draft.day))

    def _nearest(self, text: str) -> list[str]:
        from difflib import get_close_matches  # slow to import, needed only on a mistake

        stem = text.partition(" (")[0]
        same_number = [vote for vote in self.drafts if vote.partition(" (")[0] == stem]
        alike = get_close_matches(text, list(self.drafts), n=3, cutoff=0.5)
        return list(dict.fromkeys([*same_number, *alike]))[:3]


def _ballot(row: Sequence[str]) -> Ballot:
    return Ballot(row[1], CASTS[row[2]])
