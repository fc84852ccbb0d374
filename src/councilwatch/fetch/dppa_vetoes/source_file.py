"""Strict reading of the list of vetoes: heads by declared names, marks by declared words."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from councilwatch.fetch.csv_file import Cells, Sheet, head_faults, read_sheet
from councilwatch.fetch.declared import declared, range_fault, rows_fault
from councilwatch.record.days import is_day
from councilwatch.record.fault import DataError, Fault


class PrintedVeto(NamedTuple):
    """One row of the list."""

    line: int
    day: str
    draft: str
    """The symbol of the text, as printed."""
    meeting: str
    """The record of the meeting, as a symbol."""
    members: tuple[str, ...]
    """The permanent members marked, by the code of today's."""
    updated: str


def read_vetoes(path: Path, *, whole: bool) -> list[PrintedVeto]:
    """The rows of the file, in its order; raises `DataError` with one fault per problem."""
    places: dict[str, int] = {}
    sheet = read_sheet(path, lambda head: _head(path.name, head, places))
    faults = list(_unlike_the_whole(sheet, places, path.name)) if whole else []
    vetoes = []
    for cells, line in zip(sheet.rows, sheet.lines, strict=True):
        try:
            vetoes.append(_veto(cells, line, places))
        except ValueError as error:
            faults.append(Fault(path.name, line, str(error)))
    if faults:
        raise DataError(faults)
    return vetoes


def _head(file: str, head: Sequence[str], places: dict[str, int]) -> list[Fault]:
    """Finds each column's place; a fault for what is missing, not known or there twice."""
    known = declared(__package__, "columns")
    meant = {
        name: column
        for kind in ("taken", "optional", "members")
        for column, names in known[kind].items()
        for name in names
    }
    found = [meant.get(_plain(name), _plain(name)) for name in head]
    wanted = [*known["taken"], *known["members"]]
    extra = [name for name in found if name in known["ignored"]["heads"] + list(known["optional"])]
    places.update({column: place for place, column in enumerate(found)})
    return head_faults(file, found, [*wanted, *dict.fromkeys(extra)])


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _unlike_the_whole(sheet: Sheet, places: Mapping[str, int], file: str) -> Iterator[Fault]:
    expected = declared(__package__, "columns")["expected"]
    if wrong := rows_fault(len(sheet.rows), expected):
        yield Fault(file, 0, wrong)
    first = min(_day(row[places["date"]]) for row in sheet.rows)
    if wrong := range_fault("first day", first, *expected["first_day"]):
        yield Fault(file, 0, wrong)


def _veto(cells: Cells, line: int, places: Mapping[str, int]) -> PrintedVeto:
    day = _day(cells[places["date"]])
    if not is_day(day):
        raise ValueError(f"date '{day}' is not of the form YYYY-MM-DD.")
    members = tuple(_marked(cells, places))
    if not members:
        raise ValueError("no permanent member is marked, so it is no veto.")
    count = cells[places["count"]].strip() if "count" in places else ""
    if count and count.removesuffix(".0") != str(len(members)):
        raise ValueError(f"{count} vetoes are counted and {len(members)} marked.")
    updated = _day(cells[places["updated"]]) if "updated" in places else ""
    meeting = cells[places["record"]].strip()
    return PrintedVeto(
        line,
        day,
        " ".join(cells[places["draft"]].split()),
        f"S/PV.{meeting}" if meeting.isdecimal() else meeting,
        members,
        updated if is_day(updated) else "",
    )


def _marked(cells: Cells, places: Mapping[str, int]) -> Iterator[str]:
    marks = declared(__package__, "columns")["marks"]
    for code in declared(__package__, "columns")["members"]:
        mark = cells[places[code]].strip().casefold()
        if mark in marks["vetoed"]:
            yield code
        elif mark not in marks["not_vetoed"]:
            raise ValueError(f"'{mark}' of {code} says neither veto nor none.")


def _day(text: str) -> str:
    """A day as printed; of a day with a time, the day."""
    return text.strip().split("T")[0].split(" ")[0]
