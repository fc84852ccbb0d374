"""A complete roll has as many names on record as it counts, Members and observers apart."""

from collections.abc import Iterator

from councilwatch.record import tables as t
from councilwatch.record.fault import Fault
from councilwatch.record.record import Record
from councilwatch.record.roll import Roll
from councilwatch.world.states import Status


def check_rolls(record: Record) -> list[Fault]:
    """The faults of the rolls that say they are complete."""
    return [fault for roll in record.rolls if roll.is_complete for fault in _wrong(record, roll)]


def _wrong(record: Record, roll: Roll) -> Iterator[Fault]:
    named = [
        record.register[state]
        for (code, state), sightings in record.sightings.items()
        if code == roll.initiative and roll.total
        for sighting in sightings
        if sighting.day == roll.day and sighting.supports and state in record.register
    ]
    observers = sum(state.status is Status.OBSERVER for state in named)
    found = (len(named) - observers, observers)
    if found != (roll.members, roll.observers):
        reason = (
            f"the complete roll of {roll.initiative} on {roll.day} counts {roll.members} Members "
            f"and {roll.observers} observers; {found[0]} and {found[1]} are named."
        )
        yield Fault(t.ROLLS.file, 0, reason)
