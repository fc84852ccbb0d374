"""A list of supporters made into sightings and, where it is complete, the count of its names."""

from datetime import date
from pathlib import Path

from councilwatch.fetch.supporters.counted import Counted, contradiction
from councilwatch.fetch.supporters.list_file import SAID_BY_ROW, Entry, read_list
from councilwatch.fetch.supporters.names import Names
from councilwatch.fetch.supporters.said import said_faults
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record
from councilwatch.world.states import Status

SUPPORTER, NO_SUPPORTER = "supporter", "not a supporter"
STANDING = t.ENDORSEMENTS.place("standing")
COUNTS = slice(t.ROLLS.place("members"), t.ROLLS.place("complete") + 1)

Place = tuple[str, str, str]
"""Code, state and day of a sighting."""


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """A sighting for each name of the list; raises `DataError` with one fault per problem.

    A list that says it is complete gives the count of its names too, and a supporter of its day
    that it does not name is a difference; not so if it is read as a part.
    """
    printed = read_list(path, Names(record.register).has)
    faults = list(said_faults(path.name, printed, record))
    if faults:
        raise DataError(faults)
    reading = _Reading(record, path.name)
    for entry in printed.entries:
        reading.take(entry)
    head = {what: said.text for what, said in printed.head.items()}
    if whole and head.get("complete", "").casefold() == "yes":
        reading.complete(head.get("counted_by", ""))
    if reading.faults:
        raise DataError(reading.faults)
    rows = {t.ENDORSEMENTS: list(reading.sightings.values())}
    days = ((entry.said["day"].text, entry.said["day"].line) for entry in printed.entries)
    return Incoming(rows | ({t.ROLLS: reading.rolls} if reading.rolls else {}), days=days)


class _Reading:
    """One reading of a list against one record."""

    def __init__(self, record: Record, file: str) -> None:
        self.record = record
        self.file = file
        self.names = Names(record.register)
        self.known: dict[Place, list[str]] = {
            (row[0], row[1], row[2]): list(row) for row in record.rows(t.ENDORSEMENTS)
        }
        self.faults: list[Fault] = []
        self.lines: dict[Place, int] = {}
        self.sightings: dict[Place, list[str]] = {}
        self.rolls: list[list[str]] = []

    def take(self, entry: Entry) -> None:
        """Takes one name, or adds a fault that says why not."""
        name, line = entry.name
        code, day, source = (entry.said[what].text for what in SAID_BY_ROW)
        try:
            state = self.names.state(name).id
        except ValueError as error:
            self.faults.append(Fault(self.file, line, str(error)))
            return
        place = (code, state, day)
        first = self.lines.setdefault(place, line)
        if first != line:
            reason = f"'{name}' is {state}, which stands already in row {first}."
            self.faults.append(Fault(self.file, line, reason))
        self.sightings[place] = self._sighting(place, source)

    def _sighting(self, place: Place, source: str) -> list[str]:
        """The row on record where it says the same, else what the list shows."""
        known = self.known.get(place)
        if known is not None and known[STANDING] == SUPPORTER:
            return known
        return _row(place, SUPPORTER, "named on the list of supporters as of", source)

    def complete(self, counted_by: str) -> None:
        """Adds what a complete list says besides its names: who is not on it, and how many are."""
        dated = {(code, day) for code, _, day in self.sightings}
        if len(dated) > 1:
            reason = f"is of {len(dated)} codes or days, so it cannot be one complete list."
            self.faults.append(Fault(self.file, 0, reason))
        if self.faults:
            return
        [(code, day)] = dated
        states = [self.record.register[state] for _, state, _ in self.sightings]
        counted = Counted(len(states), sum(s.status is Status.OBSERVER for s in states))
        if reason := contradiction(counted, self.record.rows(t.ROLLS), code, day):
            self.faults.append(Fault(self.file, 0, reason))
            return
        source = next(iter(self.sightings.values()))[-2]
        self.rolls.append(self._roll(code, day, counted_by or code, source, counted))
        for place, known in self.known.items():
            of_the_day = (place[0], place[2]) == (code, day)
            if of_the_day and place not in self.sightings and known[STANDING] == SUPPORTER:
                says = "not on the complete list of supporters as of"
                self.sightings[place] = _row(place, NO_SUPPORTER, says, source)

    def _roll(
        self, code: str, day: str, counted_by: str, source: str, counted: Counted
    ) -> list[str]:
        """The day's complete roll on record, else this counter's, with the counts of the list."""
        numbers = [str(n) for n in (counted.members, counted.observers, counted.names)]
        rolls = [list(row) for row in self.record.rows(t.ROLLS) if list(row[:2]) == [code, day]]
        rolls.sort(key=lambda row: (row[COUNTS][-1] != "yes", row[2] != counted_by))
        if rolls and (rolls[0][COUNTS][-1] == "yes" or rolls[0][2] == counted_by):
            rolls[0][COUNTS] = [*numbers, "members-and-observers", "yes"]
            return rolls[0]
        counts = [*numbers, "members-and-observers", "yes"]
        return [code, day, counted_by, *counts, counted.wording, "", "", source, ""]


def _row(place: Place, standing: str, says: str, source: str) -> list[str]:
    day = date.fromisoformat(place[2])
    return [*place, standing, "no", f"{says} {day.day} {day:%B %Y}", "", source, ""]
