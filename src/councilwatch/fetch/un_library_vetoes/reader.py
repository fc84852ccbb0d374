"""The list of vetoes made into rows of `witnesses.csv`: read strictly, or refused."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from councilwatch.fetch.csv_file import head_faults, read_sheet
from councilwatch.fetch.declared import declared
from councilwatch.fetch.print_matching import Printed, witness_rows
from councilwatch.fetch.witness import every_print
from councilwatch.record import tables as t
from councilwatch.record.days import is_day
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record
from councilwatch.world.symbols import parse

WITNESS = "dhl-veto-list"
COLUMNS = ("date", "draft", "record", "agenda", "vetoed_by")
"""`agenda` is not taken: the record has titles and situations of its own."""

Row = Mapping[str, str]


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """What the file prints of each veto; a print of no vote of the record is told as left out.

    `whole` also asks the file to be the whole list; raises `DataError`.
    """
    known = declared(__package__, "corrections")
    sheet = read_sheet(path, lambda head: head_faults(path.name, head, COLUMNS))
    prints: list[Printed] = []
    faults: list[Fault] = []
    rows = [dict(zip(sheet.head, cells, strict=True)) for cells in sheet.rows]
    for row, line in zip(rows, sheet.lines, strict=True):
        try:
            prints.append(_printed(row, line, known))
        except ValueError as error:
            faults.append(Fault(path.name, line, str(error)))
    if whole and not faults:
        faults += (Fault(path.name, 0, reason) for reason in _unexpected(rows, known))
    if faults:
        raise DataError(faults)
    # the list has the newest first; votes on one symbol are told apart in the order of the day
    found, lacking = witness_rows(WITNESS, record, prints[::-1])
    return Incoming(
        {t.WITNESSES: found},
        left_out=lacking,
        claims=[every_print(WITNESS)] if whole else (),
        days=((each.day, each.line) for each in prints),
        put_right=sum(_cell(row) in known["symbols"] for row in rows),
    )


def _printed(row: Row, line: int, known: Mapping[str, Any]) -> Printed:
    cell = _cell(row)
    symbol = str(parse(known["symbols"].get(cell, cell)))
    return Printed(
        symbol=symbol,
        day=_day(row["date"]),
        outcome="vetoed",
        vetoed_by=_states(row["vetoed_by"], known["names"]),
        printed_as=cell if cell != symbol else "",
        note=_meetings(row["record"]),
        line=line,
    )


def _cell(row: Row) -> str:
    return " ".join(row["draft"].split())


def _day(text: str) -> str:
    """The day, empty where the list prints two or none; raises `ValueError` if it is no day."""
    if text and not is_day(text):
        raise ValueError(f"date '{text}' is not of the form YYYY-MM-DD.")
    return text


def _states(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    members = re.split(r"[;,] ?", text)
    unknown = [name for name in members if name not in names]
    if unknown:
        possible = ", ".join(names)
        raise ValueError(f"'{unknown[0]}' is no permanent member; possible are {possible}.")
    return tuple(names[name] for name in members)


def _meetings(text: str) -> str:
    """The documents in which the vote is recorded; raises `ValueError` if one is no symbol."""
    return " ".join(str(parse(symbol)) for symbol in text.split())


def _unexpected(rows: list[dict[str, str]], known: Mapping[str, Any]) -> list[str]:
    """A sentence for each way the whole list differs from what is declared of it."""
    days = sorted(row["date"] for row in rows if row["date"])
    cells = {_cell(row) for row in rows}
    found = {
        "rows": len(rows),
        "first_day": min(days, default="none"),
        "last_day": max(days, default="none"),
        "without_a_day": len(rows) - len(days),
    }
    wrong = [
        f"{what}: {found[what]} found, {wanted} expected."
        for what, wanted in known["expected"].items()
        if found[what] != wanted
    ]
    gone = (cell for cell in known["symbols"] if cell not in cells)
    return wrong + [f"no longer prints '{cell}': the correction is obsolete." for cell in gone]
