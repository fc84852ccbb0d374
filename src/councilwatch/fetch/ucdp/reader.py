"""Country-years with one-sided violence made into values of a context series."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from councilwatch.fetch.csv_file import Cells, head_faults, read_sheet
from councilwatch.fetch.declared import declared, rows_fault
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record
from councilwatch.world.states import Register

SERIES = "ucdp-one-sided"
ESTIMATES = tuple(f"os_total_deaths_{which}_cy" for which in ("low", "best", "high"))
OUT_OF_ORDER = "low, best and high are as the source prints them"
FLAGS = ("0", "1")

Printed = Mapping[str, str]
"""One row of the source by column head."""


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """A value for each country-year with one-sided violence; raises `DataError`.

    `whole` also asks the file to be the whole collection (rows and years of its version).
    """
    head = declared(__package__, "columns")
    sheet = read_sheet(path, lambda cells: _head(path.name, cells, head))
    printed = [dict(zip(sheet.head, cells, strict=True)) for cells in sheet.rows]
    faults: list[Fault] = []
    rows: dict[tuple[str, str], list[str]] = {}
    for line, row in zip(sheet.lines, printed, strict=True):
        try:
            value = _value(row, record.register)
            place = (row["country_cy"], row["year_cy"])
            if place in rows:
                raise ValueError(f"{' '.join(place)} stands twice.")
            rows[place] = value
        except ValueError as error:
            faults.append(Fault(path.name, line, str(error)))
    if whole and not faults:
        faults += [Fault(path.name, 0, reason) for reason in _unlike_the_whole(printed)]
    if faults:
        raise DataError(faults)
    values = sorted(value for value in rows.values() if value)
    return Incoming(
        {t.CONTEXT_SERIES: values},
        whole_groups=[t.CONTEXT_SERIES] if whole else (),
        days=((f"{year}-01-01", line) for line, (_, year) in zip(sheet.lines, rows, strict=True)),
    )


def _head(file: str, found: Cells, known: Mapping[str, Any]) -> list[Fault]:
    ignored = [column for column in known["ignored"] if column in found]
    return head_faults(file, found, [*known["taken"], *ignored])


def _value(row: Printed, register: Register) -> list[str]:
    """The row of a country-year; empty if the source has no one-sided violence there."""
    version = _version(row)
    year = row["year_cy"]
    if not (year.isascii() and year.isdecimal() and len(year) == 4):
        raise ValueError(f"year '{year}' is not of the form YYYY.")
    state, note = _state(row["country_cy"], int(year), register)
    numbers = [_number(row, column) for column in ESTIMATES]
    if row["os_exist_cy"] not in FLAGS:
        raise ValueError(f"os_exist_cy is '{row['os_exist_cy']}', not 0 or 1.")
    if row["os_exist_cy"] == "0":
        if any(numbers):
            raise ValueError(f"os_exist_cy is 0, and {max(numbers)} deaths are counted.")
        return []
    remarks = [note, "" if numbers == sorted(numbers) else OUT_OF_ORDER]
    said = "; ".join(remark for remark in remarks if remark)
    figures = [str(number) for number in numbers]
    known = [version["published"], version["source"], ""]
    return [SERIES, row["country_cy"], year, state, *figures, said, *known]


def _version(row: Printed) -> Mapping[str, Any]:
    """What is declared of the version of a row; raises `ValueError` if nothing is."""
    versions = declared(__package__, "expectations")
    found = versions.get(row["version"])
    if found is None:
        known = ", ".join(versions)
        raise ValueError(
            f"version '{row['version']}' of the source is not known here; known are {known}."
        )
    return dict(found)


def _state(name: str, year: int, register: Register) -> tuple[str, str]:
    """The state of a place in a year, and what is to be said of it; raises `ValueError`."""
    known = declared(__package__, "places")
    for each in known["before"]:
        if each["name"] == name and year <= each["until"]:
            return each["state"], each["note"]
    if name in known["names"]:
        return known["names"][name], ""
    return register.find(name).id, ""  # raises with the nearest names if nobody has it


def _number(row: Printed, column: str) -> int:
    text = row[column]
    if not (text.isascii() and text.isdecimal()):
        raise ValueError(f"{column} is '{text}', not a number.")
    return int(text)


def _unlike_the_whole(rows: list[dict[str, str]]) -> Iterator[str]:
    versions = sorted({row["version"] for row in rows})
    if len(versions) > 1:
        yield f"holds rows of several versions: {', '.join(versions)}."
        return
    expected = declared(__package__, "expectations")[versions[0]]
    if wrong := rows_fault(len(rows), expected):
        yield wrong
    years = [int(row["year_cy"]) for row in rows]
    first, last = expected["years"]
    if (min(years), max(years)) != (first, last):
        yield f"years: {min(years)} to {max(years)} found, {first} to {last} expected."
