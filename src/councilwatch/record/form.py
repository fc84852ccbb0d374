"""The form of the tables: columns, cells, keys and superseded rows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from councilwatch.record import tables as t
from councilwatch.record.days import is_day
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.history import KNOWN_ON, SUPERSEDES, replaced_day
from councilwatch.record.rows import read_rows
from councilwatch.record.schema import SOURCES, Field, Schema, TableSchema, read_schema

Row = Sequence[str]
Form = Callable[[str], bool]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


KINDS: Mapping[str, Form] = {
    "string": bool,
    "date": is_day,
    "integer": _is_number,
    "boolean": ("yes", "no").__contains__,
}
"""What a filled cell of each kind must look like."""


def check_form(folder: Path) -> list[Fault]:
    """The faults in the form of every table, in the order of the tables."""
    try:
        schema = read_schema(folder)
        sources = list(read_rows(folder / t.SOURCES_FILE, t.SOURCE_COLUMNS))
    except DataError as error:
        return list(error.faults)
    if parted := list(_parted(schema)):
        return parted
    faults = [*_cell_faults(schema.every[SOURCES], sources), *_double_sources(sources)]
    for table in t.TABLES:
        try:
            rows = list(read_rows(table.path(folder), table.columns))
        except DataError as error:
            faults += error.faults
            continue
        faults += _table_faults(schema.facts[table.name], rows)
        faults += _unknown_codes(folder, table, rows)
    return faults


def _table_faults(schema: TableSchema, rows: Sequence[Row]) -> Iterator[Fault]:
    yield from _cell_faults(schema, rows)
    yield from _key_faults(schema.table, rows)
    yield from _scattered(schema.table, rows)
    yield from _ends_before_it_begins(schema.table, rows)


def _parted(schema: Schema) -> Iterator[Fault]:
    """The data package of this folder must describe the tables this version of the code reads."""
    described = {name: each.table for name, each in schema.facts.items()}
    for table in t.TABLES:
        if described.get(table.name) != table:
            yield Fault("datapackage.json", 0, f"it does not describe {table.file} as it is read.")


def numbered(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """Rows with the line an editor shows them on; the header is line 1."""
    return enumerate(rows, start=2)


def _form_of(field: Field) -> Form:
    """What a cell of a column must look like, filled or empty."""
    if field.choices:
        return frozenset((*field.choices, *(() if field.required else ("",)))).__contains__
    kind = KINDS[field.kind]
    pattern = re.compile(field.pattern) if field.pattern else None

    def fits(text: str) -> bool:
        if not text.strip():
            return not text and not field.required
        return kind(text) and (pattern is None or pattern.fullmatch(text) is not None)

    return fits


def _cell_faults(schema: TableSchema, rows: Sequence[Row]) -> Iterator[Fault]:
    for place, field in enumerate(schema.fields):
        form = _form_of(field)
        good: set[str] = set()  # most columns say few different things
        for line, row in numbered(rows):
            if (cell := row[place]) in good:
                continue
            if any(sign in cell for sign in "\n\r\0"):
                reason = "a cell holds a line break or a NUL; one row is one line."
                yield Fault(schema.file, line, reason)
            elif form(cell):
                good.add(cell)
            else:
                yield Fault(schema.file, line, f"{field.name} cannot be '{cell}'.")


def _double_sources(rows: Sequence[Row]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for line, row in numbered(rows):
        if row[0] in first:
            yield Fault(t.SOURCES_FILE, line, f"{row[0]} stands already in row {first[row[0]]}.")
        first.setdefault(row[0], line)


def _key_faults(table: t.Table, rows: Sequence[Row]) -> Iterator[Fault]:
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
        replaced = replaced_day(row)
        if replaced and (replaced != stands or stands >= known):
            reason = (
                f"it supersedes a row of {'/'.join(key)} known on {replaced}; "
                f"{f'the one that stands is known on {stands}' if stands else 'none is'}."
            )
            yield Fault(table.file, line, reason)
        earlier[known] = line


def _scattered(table: t.Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """Rows with one first cell stand together: looking one up stops at the first other row."""
    if len(table.key) == 1:
        return
    done: set[str] = set()
    last = ""
    for line, row in numbered(rows):
        if row[0] != last and row[0] in done:
            yield Fault(table.file, line, f"the rows of '{row[0]}' do not stand together.")
        done.add(last := row[0])


def _ends_before_it_begins(table: t.Table, rows: Sequence[Row]) -> Iterator[Fault]:
    if table.held is None:
        return
    start, end = (table.place(column) for column in table.held)
    for line, row in numbered(rows):
        if row[start] and row[end] and row[end] <= row[start]:
            yield Fault(table.file, line, f"it ends on {row[end]}, not after {row[start]}.")


def _unknown_codes(folder: Path, table: t.Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """A code is known if its paragraphs are in the record."""
    if "code" not in table.columns:
        return
    place = table.place("code")
    for line, row in numbered(rows):
        if not (folder / "codes" / f"{row[place]}.toml").is_file():
            yield Fault(table.file, line, f"'{row[place]}' is no code: codes/ has no file of it.")
