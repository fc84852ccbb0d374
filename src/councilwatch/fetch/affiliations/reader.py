"""Organisations of the file set against the affiliations on record, as of its edition."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from councilwatch.fetch.affiliations.corrections import NOT_LISTED, Corrections
from councilwatch.fetch.affiliations.source_file import NONE, PrintedState, apart, read_states
from councilwatch.fetch.declared import declared
from councilwatch.fetch.sighting import Place, sighted, standings_on
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record
from councilwatch.world.states import Status

SOURCE = "factbook-2026"
MEMBER, PARTY = "member", "party"


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """What the file shows of each organisation the record has as a group; raises `DataError`.

    What it shows otherwise than the record is left out and told. `whole` also asks the file to be
    the whole collection; only then is a member it does not list told.
    """
    reading = _Reading(record, path.name)
    for printed in read_states(path, whole=whole):
        try:
            reading.take(printed)
        except ValueError as error:
            reading.faults.append(Fault(path.name, printed.line, str(error)))
    if whole and not reading.faults:
        reading.look_at_whole()
    if reading.faults:
        raise DataError(reading.faults)
    expected = declared(__package__, "expectations")
    day = date.fromisoformat(expected["seen_on"])
    shown = reading.settled(standings_on(record, day))
    silent_on = expected["silent_on"] if whole else None
    groups = reading.groups if whole else frozenset[str]()
    found = sighted(record, shown, day, SOURCE, silent_on=silent_on, groups=groups)
    return Incoming(
        {t.AFFILIATIONS: found.rows},
        left_out=found.left_out,
        put_right=len(reading.put_right),
    )


class _Reading:
    """One reading of a file against one record."""

    def __init__(self, record: Record, file: str) -> None:
        self.register = record.register
        self.file = file
        self.corrections = Corrections()
        self.known = declared(__package__, "organisations")
        self.expected = declared(__package__, "expectations")
        self.faults: list[Fault] = []
        self.lines: dict[str, int] = {}
        self.shown: dict[Place, str] = {}
        self.put_right: set[int] = set()
        """The rows that were read otherwise than printed."""

    def take(self, printed: PrintedState) -> None:
        """Takes one row; raises `ValueError` where it says what nothing is declared of."""
        standings: dict[str, str] = {}
        met = self.corrections.met
        for token in printed.organisations:
            self._take_token(printed, token, standings)
        said = self._court(printed)
        if printed.code in self.expected["territories"]:
            return
        state = self.corrections.state_of(printed) or self.register.find(printed.name).id
        first = self.lines.setdefault(state, printed.line)
        if first != printed.line:
            raise ValueError(f"'{printed.name}' is {state}, which stands already in row {first}.")
        self._settle_court(state, standings, said)
        self.shown |= {(group, state): standing for group, standing in standings.items()}
        if self.corrections.met > met:
            self.put_right.add(printed.line)

    def _take_token(self, printed: PrintedState, token: str, standings: dict[str, str]) -> None:
        """Puts what one printed organisation says among the standings of a state."""
        name, bracket = apart(self.corrections.organisation(printed, token))
        if name in self.known["ignored"]["names"] or name == NONE:
            return
        group = self.known["groups"].get(name)
        if group is None:
            raise ValueError(f"'{token}' is no organisation known here.")
        if bracket not in self.known["standings"]:
            raise ValueError(f"'{token}': '{bracket}' is no standing known here.")
        standing = self.known["standings"][bracket]
        if standings.setdefault(group, standing) != standing:
            raise ValueError(f"'{token}' stands there in two standings.")
        if not standing:
            del standings[group]

    def _court(self, printed: PrintedState) -> str:
        """What the column on courts says of the Statute: party, no party, or nothing."""
        court, said = self.known["court"], ""
        for part in printed.courts:
            if part in court["party"]:
                said = PARTY
            elif part in court["no_party"]:
                said = "no party"
            elif part not in court["ignored"]:
                raise ValueError(f"icc_icj says '{part}', which is not known here.")
        return said

    def _settle_court(self, state: str, standings: dict[str, str], said: str) -> None:
        """Makes one of what the two columns say of the Statute; raises `ValueError`."""
        group = self.known["court"]["group"]
        listed = PARTY if standings.pop(group, "") == MEMBER else "no party"
        party = listed == PARTY
        if listed != (said or "no party"):
            decided = self.corrections.party(state, listed, said)
            if decided is None:
                raise ValueError(f"io_participation has {state} as {listed}, icc_icj as {said}.")
            party = decided
        if party:
            standings[group] = PARTY

    def look_at_whole(self) -> None:
        """Adds a fault for each state without a row, and for each correction that is stale."""
        silent = self.expected["silent_on"]
        reasons = [
            f"{state.id} has no row."
            for state in self.register.by_id.values()
            if state.status is not Status.FORMER
            and state.id not in self.lines
            and state.id not in silent
        ]
        reasons += [
            f"{s} has a row, and is declared to have none." for s in silent if s in self.lines
        ]
        reasons += self.corrections.stale(self.shown)
        self.faults += [Fault(self.file, 0, reason) for reason in reasons]

    def settled(self, ours: Mapping[Place, str]) -> dict[Place, str]:
        """What is shown, with the record's standing where the difference was looked at."""
        places = {*self.shown, *(place for place in ours if place[0] in self.groups)}
        settled: dict[Place, str] = {}
        for place in sorted(places):
            shown, known = self.shown.get(place, NOT_LISTED), ours.get(place, NOT_LISTED)
            if shown != known and self.corrections.keep(*place, shown, known):
                shown = known
                self.put_right |= {self.lines[place[1]]} if place[1] in self.lines else set()
            if shown:
                settled[place] = shown
        return settled

    @property
    def groups(self) -> frozenset[str]:
        """The groups the source speaks of, whether or not it shows anybody in them."""
        return frozenset(self.known["groups"].values()) | {self.known["court"]["group"]}
