"""No state has two United Nations names on one day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from councilwatch.record import tables as t
from councilwatch.record.fault import Fault
from councilwatch.record.record import Record
from councilwatch.world.names import Name
from councilwatch.world.states import State


def check_names(record: Record) -> list[Fault]:
    """The faults of the register of states."""
    return list(_overlapping_names(record))


def _overlapping_names(record: Record) -> Iterator[Fault]:
    for state in record.register.by_id.values():
        for language, names in _short_names(state).items():
            for one, other in pairwise(names):
                if one.held.overlaps(other.held):
                    reason = (
                        f"{state.id} has two names in '{language}' at once: "
                        f"'{one.text}' {one.held} and '{other.text}' {other.held}."
                    )
                    yield Fault(t.STATE_NAMES.file, 0, reason)


def _short_names(state: State) -> dict[str, list[Name]]:
    by_language: defaultdict[str, list[Name]] = defaultdict(list)
    for name in state.names:
        if name.kind == "un_short":
            by_language[name.language].append(name)
    return {lang: sorted(names, key=_starts) for lang, names in by_language.items()}


def _starts(name: Name) -> date:
    return name.held.start or date.min
