"""Strict reading of the file of country codes: the rows of states, by column head."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from councilwatch.fetch.csv_file import Cells, head_faults, read_sheet
from councilwatch.fetch.declared import declared, rows_fault
from councilwatch.record.fault import DataError, Fault
from councilwatch.world.states import Register, State, Status


class PrintedState(NamedTuple):
    """The row of one Member or observer."""

    line: int
    state: State
    cells: Mapping[str, str]
    """What the row says, by column head."""


def read_states(path: Path, register: Register, *, whole: bool) -> list[PrintedState]:
    """The rows of Members and observers; raises `DataError` with one fault per problem."""
    known = declared(__package__, "columns")
    sheet = read_sheet(path, lambda head: _head(path.name, head, known))
    faults: list[Fault] = []
    states: list[PrintedState] = []
    for line, cells in zip(sheet.lines, sheet.rows, strict=True):
        row = dict(zip(sheet.head, cells, strict=True))
        try:
            state = _state(row, register, known)
        except ValueError as error:
            faults.append(Fault(path.name, line, str(error)))
        else:
            states += [PrintedState(line, state, row)] if state else []
    faults += _twice(states, path.name)
    if whole and not faults:
        faults += _unlike_the_whole(len(sheet.rows), states, register, path.name)
    if faults:
        raise DataError(faults)
    return states


def _head(file: str, head: Cells, known: Mapping[str, Any]) -> list[Fault]:
    taken = [known["code"], known["number"], known["called"]]
    taken += [name["column"] for name in known["name"]]
    taken += [region[part] for region in known["region"] for part in ("code", "name")]
    ignored = [*known["ignored"]["names"], *known["ignored"]["others"]]
    return head_faults(file, head, [*taken, *(column for column in ignored if column in head)])


def _state(row: Mapping[str, str], register: Register, known: Mapping[str, Any]) -> State | None:
    """The state a row is of; `None` for a territory; raises `ValueError` for anything else."""
    code, called = row[known["code"]].strip(), row[known["called"]]
    if code in declared(__package__, "expectations")["territories"]:
        return None
    if code not in register or register[code].status is Status.FORMER:
        named = register.find(called)  # raises with the nearest names if nobody has it
        raise ValueError(f"'{code}' is no code of a Member or observer; {called} is {named.id}.")
    number = row[known["number"]].strip()
    if number.zfill(3) != register[code].m49:
        raise ValueError(f"M49 of {code} is '{number}', {register[code].m49} in the register.")
    return register[code]


def _twice(states: list[PrintedState], file: str) -> list[Fault]:
    times = Counter(printed.state.id for printed in states)
    return [
        Fault(file, printed.line, f"{printed.state.id} stands more than once.")
        for printed in states
        if times[printed.state.id] > 1
    ]


def _unlike_the_whole(
    rows: int, states: list[PrintedState], register: Register, file: str
) -> Iterator[Fault]:
    if wrong := rows_fault(rows, declared(__package__, "expectations")):
        yield Fault(file, 0, wrong)
    found = {printed.state.id for printed in states}
    for state in register.by_id.values():
        if state.status is not Status.FORMER and state.id not in found:
            yield Fault(file, 0, f"{state.id} has no row.")
