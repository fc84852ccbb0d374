"""The record: every table behind one object, each read when first asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from councilwatch.record import make
from councilwatch.record import tables as t
from councilwatch.record.cite import Cite, Source
from councilwatch.record.draft import CASTS, Ballot, Decision, Draft, decide
from councilwatch.record.endorsement import Sighting, Support, Timeline
from councilwatch.record.history import SOURCE, standing
from councilwatch.record.roll import Roll
from councilwatch.record.rows import read_rows, read_rows_of
from councilwatch.world.council import Council, Term, votes_needed_on
from councilwatch.world.names import short_name
from councilwatch.world.period import Period

if TYPE_CHECKING:  # imported where first needed: one command in ten judges a draft
    from councilwatch.record.assessment import Assessment, Assessor, Sponsors
    from councilwatch.world.states import Register


class UnknownVote(ValueError):
    """A vote that is in no row of the record; carries the nearest keys."""

    def __init__(self, text: str, nearest: Sequence[str]) -> None:
        self.text = text
        self.nearest = tuple(nearest)
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No vote on '{text}' is in the record.{hint}")


class Record:
    """What stood in the record's folder on a day it was known; without a day, at the end."""

    def __init__(self, folder: Path, known_on: date | None = None) -> None:
        self.folder = folder
        self.known_on = known_on

    # -- tables ------------------------------------------------------------------------------

    def rows(self, table: t.Table) -> Iterable[Sequence[str]]:
        """The standing rows of a table."""
        rows = read_rows(table.path(self.folder), table.columns)
        return standing(rows, len(table.key), self.known_on)

    def numbered(self, table: t.Table) -> Iterable[tuple[int, Sequence[str]]]:
        """All rows of a table, superseded ones too, with the line an editor shows them on."""
        return enumerate(read_rows(table.path(self.folder), table.columns), start=2)

    def rows_of(self, table: t.Table, first_cell: str) -> Iterable[Sequence[str]]:
        """The standing rows that start with a cell, without reading the whole table."""
        rows = read_rows_of(table.path(self.folder), table.columns, first_cell)
        return standing(rows, len(table.key), self.known_on)

    def source(self, key: str) -> Source:
        """One source, without reading the others."""
        if "sources" in self.__dict__:
            return self.sources[key]
        rows = read_rows_of(self.folder / t.SOURCES_FILE, t.SOURCE_COLUMNS, key)
        return Source(*rows[0])

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        rows = read_rows(self.folder / t.SOURCES_FILE, t.SOURCE_COLUMNS)
        return {row[0]: Source(*row) for row in rows}

    # -- the world ---------------------------------------------------------------------------

    @cached_property
    def register(self) -> "Register":
        """The states with their names."""
        from councilwatch.record.make_states import make_states
        from councilwatch.world.states import Register

        return Register(make_states(self.rows(t.STATES), self.rows(t.STATE_NAMES)))

    def name_of(self, state: str, day: date) -> str:
        """The short name the United Nations used for a state on the day."""
        if "register" in self.__dict__:
            return self.register[state].name_on(day)
        names = (make.make_name(row) for row in self.rows_of(t.STATE_NAMES, state))
        return short_name(names, day) or state

    @cached_property
    def council(self) -> Council:
        """Who sat on the Security Council."""
        return Council(make.make_term(row) for row in self.rows(t.SEATS))

    def members_on(self, day: date) -> dict[str, Term]:
        """The members of the Council on the day."""
        return self.council.members_on(day)

    # -- votes -------------------------------------------------------------------------------

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """Every text put to the vote, by key, oldest first."""
        return {row[0]: make.make_draft(row) for row in self.rows(t.DRAFTS)}

    @cached_property
    def _ballots(self) -> Mapping[str, list[Ballot]]:
        by_vote: defaultdict[str, list[Ballot]] = defaultdict(list)
        for row in self.rows(t.BALLOTS):
            by_vote[row[0]].append(Ballot(row[1], CASTS[row[2]]))
        return by_vote

    def load(self) -> "Record":
        """Reads every table now, for those who will ask for all of it."""
        for table in ("sources", "register", "council", "drafts", "_ballots", "rolls", "sightings"):
            getattr(self, table)
        for table in ("assessments", "assessors", "sponsors", "situations", "_by_day"):
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

    def draft(self, vote: str) -> Draft:
        """The text with this key; raises `UnknownVote` with the nearest keys."""
        if "drafts" in self.__dict__:
            found = self.drafts.get(vote)
        else:
            row = next(iter(self.rows_of(t.DRAFTS, vote)), None)
            found = make.make_draft(row) if row else None
        if found is None:
            raise UnknownVote(vote, self._nearest(vote))
        return found

    def votes_on(self, symbol: str) -> tuple[Draft, ...]:
        """All votes taken on one symbol, oldest first."""
        return tuple(d for d in self.drafts.values() if symbol in (d.symbol, d.vote))

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
            rows = self.rows_of(t.BALLOTS, draft.vote)
            self._read_alone[draft.vote] = [Ballot(row[1], CASTS[row[2]]) for row in rows]
        return self._read_alone[draft.vote]

    def decision(self, draft: Draft) -> Decision:
        """The outcome of a text, computed from its ballots and the seats in force."""
        permanent = self.council.permanent_on(draft.day)
        return decide(draft, self.ballots(draft), permanent, votes_needed_on(draft.day))

    def _nearest(self, text: str) -> list[str]:
        from difflib import get_close_matches  # slow to import, needed only on a mistake

        return get_close_matches(text, list(self.drafts), n=3, cutoff=0.5)

    # -- endorsements ------------------------------------------------------------------------

    @cached_property
    def rolls(self) -> tuple[Roll, ...]:
        """Published counts of supporters, oldest first."""
        rolls = (make.make_roll(row) for row in self.rows(t.ROLLS))
        return tuple(sorted(rolls, key=lambda roll: (roll.code, roll.day)))

    @cached_property
    def sightings(self) -> Mapping[tuple[str, str], list[Sighting]]:
        """Dated sightings of each state among each code's supporters."""
        found: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
        for row in self.rows(t.ENDORSEMENTS):
            found[row[0], row[1]].append(make.make_sighting(row))
        return found

    def timeline(self, code: str, state: str) -> Timeline:
        """What is known over time of one state and one code, complete rolls counted in."""
        if (code, state) not in self._timelines:
            seen = list(self.sightings.get((code, state), ()))
            named_on = {sighting.day for sighting in seen}
            rolls = [r for r in self.rolls if r.code == code and r.is_complete]
            absences = [_absence(r) for r in rolls if r.total == 0 or r.day not in named_on]
            self._timelines[code, state] = Timeline([*seen, *absences])
        return self._timelines[code, state]

    @cached_property
    def _timelines(self) -> dict[tuple[str, str], Timeline]:
        return {}

    def support(self, code: str, state: str, day: date) -> Support:
        """Whether a state had endorsed a code on a day, as far as the record says."""
        return self.timeline(code, state).on(day)

    # -- judgements of others ----------------------------------------------------------------

    @cached_property
    def assessments(self) -> "Mapping[str, list[Assessment]]":
        """What named assessors said, by vote."""
        from councilwatch.record.make_judgements import make_assessment

        by_vote: defaultdict[str, list[Assessment]] = defaultdict(list)
        for row in self.rows(t.ASSESSMENTS):
            by_vote[row[0]].append(make_assessment(row))
        return by_vote

    @cached_property
    def assessors(self) -> "Mapping[str, Assessor]":
        """The named assessors, by id."""
        from councilwatch.record.make_judgements import make_assessor

        return {row[0]: make_assessor(row) for row in self.rows(t.ASSESSORS)}

    @cached_property
    def sponsors(self) -> "Mapping[str, Sponsors]":
        """Who put a draft forward, where the record says so."""
        from councilwatch.record.make_judgements import make_sponsors

        return {row[0]: make_sponsors(row) for row in self.rows(t.SPONSORS)}

    def complete_on(self, day: date) -> Cite | None:
        """The fact that the record has every vote of the day; `None` if it does not."""
        return next((cite for held, cite in self._coverage if day in held), None)

    @cached_property
    def _coverage(self) -> tuple[tuple[Period, Cite], ...]:
        return tuple(
            (make.make_period(start, end), Cite(f"coverage/{of}/{start}", source))
            for of, start, end, _, _, source, _ in self.rows(t.COVERAGE)
            if of == t.DRAFTS.name
        )

    @cached_property
    def situations(self) -> Mapping[str, str]:
        """The situation a vote was about, where the record says so."""
        return {row[0]: row[1] for row in self._situation_rows.values()}

    @cached_property
    def _situation_rows(self) -> Mapping[str, Sequence[str]]:
        return {row[0]: row for row in self.rows(t.SITUATIONS)}

    def situation_cites(self, votes: Iterable[str]) -> tuple[Cite, ...]:
        """Where it stands which situations these votes were about, as far as it does."""
        rows = (self._situation_rows[vote] for vote in votes if vote in self._situation_rows)
        return tuple(Cite(f"situations/{row[0]}", row[SOURCE]) for row in rows)


def _absence(roll: Roll) -> Sighting:
    """A complete roll shows that a state not on it was not a supporter on its day."""
    says = (
        f"not among the {roll.total} supporters listed on {roll.day}"
        if roll.total
        else roll.wording
    )
    return Sighting(roll.day, False, False, says, roll.cite, opens=roll.total == 0)
