"""Strict reading of the file: organisations and their brackets told apart, row by row."""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from councilwatch.fetch.csv_file import Cells, head_faults, read_sheet
from councilwatch.fetch.declared import declared, rows_fault
from councilwatch.record.fault import DataError, Fault

COLUMNS = ("gec", "name", "io_participation", "icc_icj")
NONE = "none"
"""What the source prints where a state takes part in nothing."""
BRACKET = re.compile(r"([^()]+?)(?: ?\((.*)\))?")


class PrintedState(NamedTuple):
    """One row of the file."""

    line: int
    code: str
    """The source's own code (GEC), in lower case."""
    name: str
    organisations: tuple[str, ...]
    """Abbreviations as printed, with what stands in brackets behind them."""
    courts: tuple[str, ...]
    """What is said of the two courts, part by part."""


def read_states(path: Path, *, whole: bool) -> list[PrintedState]:
    """The rows of the file, in its order; raises `DataError` with one fault per problem."""
    sheet = read_sheet(path, lambda head: _head(path.name, head))
    faults: list[Fault] = []
    states: dict[str, PrintedState] = {}
    for line, cells in zip(sheet.lines, sheet.rows, strict=True):
        try:
            state = _state(line, cells)
            if state.code in states:
                raise ValueError(f"{state.code} stands already in row {states[state.code].line}.")
            states[state.code] = state
        except ValueError as error:
            faults.append(Fault(path.name, line, str(error)))
    if whole and (wrong := rows_fault(len(sheet.rows), declared(__package__, "expectations"))):
        faults.append(Fault(path.name, 0, wrong))
    if faults:
        raise DataError(faults)
    return list(states.values())


def apart(printed: str) -> tuple[str, str]:
    """An abbreviation and what stands in brackets behind it; raises `ValueError`."""
    match = BRACKET.fullmatch(printed)
    if match is None:
        raise ValueError(f"'{printed}' is no abbreviation with a bracket behind it.")
    return match[1], match[2] or ""


def _head(file: str, head: Cells) -> list[Fault]:
    return head_faults(file, head, COLUMNS)


def _state(line: int, cells: Sequence[str]) -> PrintedState:
    code, name, organisations, courts = cells
    if not code.strip():
        raise ValueError("gec is empty.")
    printed = tuple(_tokens(_plain(organisations)))
    if not printed:
        raise ValueError(f"io_participation of {code} is empty; it says '{NONE}' of who has none.")
    said = tuple(part for part in map(_plain, courts.split(";")) if part)
    return PrintedState(line, code.strip().casefold(), _plain(name), printed, said)


def _plain(text: str) -> str:
    """Text without marks of web pages and without doubled spaces."""
    return " ".join(html.unescape(text).split())


def _tokens(text: str) -> Iterator[str]:
    """The parts between commas that stand in no bracket; raises `ValueError` if one stays open."""
    depth, start = 0, 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            raise ValueError(f"a bracket is closed and not opened: '...{text[:place][-40:]})'.")
        if sign == "," and depth == 0:
            yield from filter(None, [text[start:place].strip()])
            start = place + 1
    if depth:
        raise ValueError(f"a bracket stays open: '...{text[-60:]}'. The row may be cut off.")
    yield from filter(None, [text[start:].strip()])
