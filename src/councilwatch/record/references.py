"""Every key named in a cell stands in the table it is a key of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from councilwatch.record.fault import Fault
from councilwatch.record.form import Row, numbered
from councilwatch.record.rows import read_rows
from councilwatch.record.schema import Field, Schema, read_schema


def check_references(folder: Path) -> list[Fault]:
    """A fault for each key that is named and not there, at the first row that names it."""
    schema = read_schema(folder)
    tables = {n: list(read_rows(folder / e.file, e.columns)) for n, e in schema.every.items()}
    return list(_dangling(schema, tables))


def _dangling(schema: Schema, tables: Mapping[str, Sequence[Row]]) -> Iterator[Fault]:
    for name, each in schema.every.items():
        for place, field in enumerate(each.fields):
            target = field.refers_to or field.list_of
            if not target:
                continue
            known = _column(schema, tables, target)
            where = schema.every[target.partition(".")[0]].file
            for key, lines in _named(field, place, tables[name]).items():
                if key not in known:
                    more = f" ({len(lines)} rows name it)" if len(lines) > 1 else ""
                    reason = f"{field.name} '{key}' is not in {where}{more}."
                    yield Fault(each.file, lines[0], reason)


def _named(field: Field, place: int, rows: Sequence[Row]) -> dict[str, list[int]]:
    """The keys that the cells of a column name, with the rows that do."""
    named: defaultdict[str, list[int]] = defaultdict(list)
    for line, row in numbered(rows):
        cell = row[place]
        for key in cell.split() if field.list_of else (cell,) if cell else ():
            named[key].append(line)
    return named


def _column(schema: Schema, tables: Mapping[str, Sequence[Row]], target: str) -> set[str]:
    table, _, column = target.partition(".")
    place = schema.every[table].columns.index(column)
    return {row[place] for row in tables[table]}
