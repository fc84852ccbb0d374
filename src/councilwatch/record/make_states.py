"""Rows of the tables made into the register of states."""

from collections import defaultdict
from collections.abc import Iterable

from councilwatch.record.make import Row, make_name, make_period
from councilwatch.world.names import Name
from councilwatch.world.states import State, Status


def make_states(states: Iterable[Row], names: Iterable[Row]) -> list[State]:
    """The states with their names."""
    named: defaultdict[str, list[Name]] = defaultdict(list)
    for row in names:
        named[row[0]].append(make_name(row))
    return [make_state(row, tuple(named[row[0]])) for row in states]


def make_state(row: Row, names: tuple[Name, ...]) -> State:
    """One state of the register."""
    code, m49, _, status, start, end, gaps, successors, *_ = row
    return State(
        id=code,
        m49=m49,
        status=Status(status),
        membership=make_period(start, end),
        gaps=tuple(make_period(*gap.split("/")) for gap in gaps.split()),
        successors=tuple(successors.split()),
        names=names,
    )
