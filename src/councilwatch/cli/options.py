"""Options several commands share, and reading of what people type."""

import os
import re
import sys
import weakref
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from councilwatch.record.commit import lock
from councilwatch.record.draft import Draft
from councilwatch.record.place import RECORD_VARIABLE, record_folder
from councilwatch.record.record import Record, UnknownVote

if TYPE_CHECKING:
    from councilwatch.world.states import State

CUT_OFF = 141
"""Exit code of a command whose reader went before the end, as the shell tells a broken pipe."""

FEW = 12
"""So many possible words are all named on a mistake, even where some are near."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Folder = Annotated[
    Path | None,
    typer.Option("--record", help=f"Folder of the record (or {RECORD_VARIABLE}); else our own."),
]
AsKnown = Annotated[
    str | None, typer.Option("--as-known", metavar="DATE", help="As the record stood on this day.")
]


def open_record(folder: Path | None, as_known: str | None = None) -> Record:
    """The record asked for, which no import changes while the process reads it."""
    place = record_folder(folder)
    record = Record(place, read_day(as_known) if as_known is not None else None)
    if place.is_dir():
        weakref.finalize(record, os.close, lock(place))
    return record


def read_day(text: str) -> date:
    """A day as YYYY-MM-DD; anything else stops with the nearest day that exists."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        usage_error(f"'{text}' is not a day of the form YYYY-MM-DD. Nearest: {_nearest_day(text)}.")
    return day


def _nearest_day(text: str) -> str:
    plain = re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", text.strip())  # 20151023
    digits = [int(part) for part in re.findall(r"\d+", plain) if len(part) <= 4]
    if len(digits) == 3 and digits[0] <= 31 < digits[2]:  # written day first, as 23/10/2015
        digits.reverse()
    year, month, day = (*digits, *(1, 1, 1)[len(digits) :])[:3] if digits else (2015, 10, 23)
    year, month = min(max(year, 1946), 2100), min(max(month, 1), 12)
    for last in range(min(max(day, 1), 31), 0, -1):
        try:
            return date(year, month, last).isoformat()
        except ValueError:
            continue
    return date(year, month, 1).isoformat()


def find_state(record: Record, text: str) -> "State":
    """The state of this code or name, or a stop with the nearest ones."""
    from councilwatch.world.states import UnknownState

    try:
        return record.register.find(text.replace("\u00a0", " "))  # as pasted from a page
    except UnknownState as error:
        usage_error(str(error))


def find_votes(record: Record, text: str) -> tuple[Draft, ...]:
    """The votes on what was typed: a key, or a symbol in any usual spelling; or a stop."""
    as_it_stands = record.find_draft(text)  # the quick way: a key, not a symbol to be read
    if as_it_stands is not None:
        return (as_it_stands,)
    from councilwatch.world.symbols import SymbolError, parse

    try:
        symbol = str(parse(text))
    except SymbolError:
        symbol = text
    found = record.votes_on(symbol)
    if found:
        return found
    try:
        return (record.draft(symbol),)
    except UnknownVote as error:
        usage_error(str(error))


def find_vote(record: Record, text: str) -> Draft:
    """The one vote on what was typed; a stop that lists them where there were several."""
    found = find_votes(record, text)
    if len(found) > 1:
        usage_error(
            f"'{text}' was voted on {len(found)} times: {'; '.join(d.vote for d in found)}."
        )
    return found[0]


def choose(text: str, possible: Sequence[str], what: str) -> str:
    """One of the possible words, or a stop that names them."""
    if text not in possible:
        usage_error(f"'{text}' is no {what}.{_hint(text, possible)}")
    return text


def _hint(text: str, possible: Sequence[str]) -> str:
    """The nearest of the possible words, and all of them where they are few."""
    from difflib import get_close_matches  # slow to import, needed only on a mistake

    if not possible:
        return " There is none on record."
    near = get_close_matches(text, possible, n=3, cutoff=0.5)
    nearest = f" Nearest: {', '.join(near)}." if near else ""
    if near and len(possible) > FEW:
        return nearest
    return f"{nearest} Possible: {', '.join(possible)}."


def usage_error(sentence: str) -> NoReturn:
    """Stops with a sentence and exit code 2."""
    sys.stderr.write(f"councilwatch: {sentence}\n")
    raise typer.Exit(2)


def show(text: str) -> None:
    """Prints text; where the reader, such as `head`, has gone, the command ends as cut off."""
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        raise typer.Exit(CUT_OFF) from None


def show_json(body: Mapping[str, Any] | Sequence[Any]) -> None:
    """Prints JSON."""
    import json  # two milliseconds the plain output does not need

    show(json.dumps(body, ensure_ascii=False, indent=1))
