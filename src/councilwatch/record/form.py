"""The form of the tables: columns, cells, keys, superseded rows and sources."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from councilwatch.record import tables as t
from councilwatch.record.assessment import Answer, Question
from councilwatch.record.draft import Cast, DecidedBy, Outcome
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.history import KNOWN_ON, SOURCE, SUPERSEDES
from councilwatch.record.rows import read_rows
from councilwatch.record.tables import Table
from councilwatch.world.council import Seat
from councilwatch.world.states import Status

Row = Sequence[str]
Form = Callable[[str], bool]


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_day_or_empty(text: str) -> bool:
    return not text or _is_day(text)


def _is_number_or_empty(text: str) -> bool:
    return not text or text.isdecimal()


def _are_spans(text: str) -> bool:
    """Spans of days such as `1965-01-20/1966-09-28`, separated by spaces."""
    spans = [span.split("/") for span in text.split()]
    return all(len(s) == 2 and _is_day(s[0]) and _is_day(s[1]) and s[0] < s[1] for s in spans)


def _one_of(*words: str) -> Form:
    return frozenset(words).__contains__


def _is_filled(text: str) -> bool:
    return bool(text.strip())


YES_OR_EMPTY = _one_of("yes", "")
YES_NO = _one_of("yes", "no")
FORMS: Mapping[str, Mapping[str, Form]] = {
    "states": {
        "m49": lambda text: len(text) == 3 and text.isdecimal(),
        "status": _one_of(*(s.value for s in Status)),
        "member_from": _is_day_or_empty,
        "member_until": _is_day_or_empty,
        "gaps": _are_spans,
    },
    "state_names": {
        "name": _is_filled,
        "kind": _one_of("un_short", "un_formal", "alias"),
        "start": _is_day_or_empty,
        "end": _is_day_or_empty,
    },
    "seats": {
        "start": _is_day,
        "end": _is_day_or_empty,
        "seat": _one_of(*(s.value for s in Seat)),
    },
    "drafts": {
        "vote": _is_filled,
        "day": _is_day,
        "title": _is_filled,
        "decided_by": _one_of(*(d.value for d in DecidedBy)),
        "procedural": YES_OR_EMPTY,
        "published_outcome": _one_of(*(o.value for o in Outcome)),
    },
    "ballots": {"cast": _one_of(*(c.value for c in Cast))},
    "coverage": {"start": _is_day, "end": _is_day},
    "situations": {"situation": _is_filled},
    "amendments": {"amends": _is_filled},
    "sponsors": {"sponsors": _is_filled, "complete": YES_NO},
    "endorsements": {
        "day": _is_day,
        "standing": _one_of("supporter", "not a supporter"),
        "exact": YES_NO,
        "note": _is_filled,
    },
    "rolls": {
        "day": _is_day,
        "members": _is_number_or_empty,
        "observers": _is_number_or_empty,
        "total": _is_number_or_empty,
        "complete": YES_NO,
        "wording": _is_filled,
    },
    "assessments": {
        "question": _one_of(*(q.value for q in Question)),
        "answer": _one_of(*(a.value for a in Answer)),
        "day": _is_day,
        "quote": _is_filled,
        "locator": _is_filled,
    },
    "assessors": {"name": _is_filled, "about": _is_filled},
}
"""What the cells of each table must look like; a column not named here is free text."""


def check_form(folder: Path) -> list[Fault]:
    """The faults in the form of every table, in the order of the tables."""
    try:
        listed = [row[0] for row in read_rows(folder / t.SOURCES_FILE, t.SOURCE_COLUMNS)]
    except DataError as error:
        return list(error.faults)
    sources = set(listed)
    faults = [
        Fault(t.SOURCES_FILE, line, f"{source} stands already in row {listed.index(source) + 2}.")
        for line, source in enumerate(listed, start=2)
        if listed.index(source) + 2 < line
    ]
    for table in t.TABLES:
        try:
            rows = list(read_rows(table.path(folder), table.columns))
        except DataError as error:
            faults += error.faults
            continue
        faults += _cell_faults(table, rows)
        faults += _ledger_faults(table, rows, sources)
        faults += _key_faults(table, rows)
        faults += _scattered(table, rows)
        faults += _ends_before_it_begins(table, rows)
        faults += _unknown_codes(folder, table, rows)
    return faults


def numbered(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Rows with the line an editor shows them on; the header is line 1."""
    return enumerate(rows, start=2)


def _cell_faults(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    forms = [(table.place(column), column, form) for column, form in FORMS[table.name].items()]
    for line, row in numbered(rows):
        for place, column, form in forms:
            if not form(row[place]):
                yield Fault(table.file, line, f"{column} cannot be '{row[place]}'.")
        if any("\n" in cell or "\r" in cell or "\0" in cell for cell in row):
            yield Fault(
                table.file, line, "a cell holds a line break or a NUL; one row is one line."
            )


def _ledger_faults(table: Table, rows: Sequence[Row], sources: set[str]) -> Iterator[Fault]:
    for line, row in numbered(rows):
        if not _is_day(row[KNOWN_ON]):
            yield Fault(table.file, line, f"known_on cannot be '{row[KNOWN_ON]}'.")
        if row[SOURCE] not in sources:
            yield Fault(table.file, line, f"source '{row[SOURCE]}' is not in {t.SOURCES_FILE}.")


def _key_faults(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """No key twice, unless the later row supersedes the earlier one by the day it was known."""
    seen: defaultdict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    width = len(table.key)
    for line, row in numbered(rows):
        key, known = tuple(row[:width]), row[KNOWN_ON]
        earlier = seen[key]
        if known in earlier or (earlier and not row[SUPERSEDES]):
            first = earlier.get(known) or min(earlier.values())
            yield Fault(table.file, line, f"{'/'.join(key)} stands already in row {first}.")
        stands = max(earlier, default="")
        if row[SUPERSEDES] and (row[SUPERSEDES] != stands or stands >= known):
            reason = (
                f"it supersedes a row of {'/'.join(key)} known on {row[SUPERSEDES]}; "
                f"{f'the one that stands is known on {stands}' if stands else 'none is'}."
            )
            yield Fault(table.file, line, reason)
        earlier[known] = line


def _scattered(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """Rows with one first cell stand together: looking one up stops at the first other row."""
    if len(table.key) == 1:
        return
    done: set[str] = set()
    last = ""
    for line, row in numbered(rows):
        if row[0] != last and row[0] in done:
            yield Fault(table.file, line, f"the rows of '{row[0]}' do not stand together.")
        done.add(last := row[0])


def _ends_before_it_begins(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    if table.held is None:
        return
    start, end = (table.place(column) for column in table.held)
    for line, row in numbered(rows):
        if row[start] and row[end] and row[end] <= row[start]:
            yield Fault(table.file, line, f"it ends on {row[end]}, not after {row[start]}.")


def _unknown_codes(folder: Path, table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """A code is known if its paragraphs are in the record."""
    if "code" not in table.columns:
        return
    place = table.place("code")
    for line, row in numbered(rows):
        if not (folder / "codes" / f"{row[place]}.toml").is_file():
            yield Fault(table.file, line, f"'{row[place]}' is no code: codes/ has no file of it.")
