"""What an export holds: every table of the record as known by a day, and what follows from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from councilwatch.press.export.derived import make_outcomes, make_paragraphs, make_standings
from councilwatch.record.history import KNOWN_ON, standing
from councilwatch.record.record import Record
from councilwatch.record.rows import read_rows
from councilwatch.record.schema import SOURCES, Field, Schema, TableSchema, read_schema

Row = Sequence[str]


@dataclass(frozen=True)
class Content:
    """One table with its rows; `rows` has superseded ones too, `standing` does not."""

    schema: TableSchema
    rows: tuple[Row, ...]
    standing: tuple[Row, ...]

    @property
    def superseded(self) -> tuple[Row, ...]:
        """The rows that later ones have replaced."""
        stands = {tuple(row) for row in self.standing}
        return tuple(row for row in self.rows if tuple(row) not in stands)

    def place(self, column: str) -> int:
        """The position of a column in a row."""
        return self.schema.columns.index(column)

    def bodies(self) -> list[dict[str, str]]:
        """The standing rows by column."""
        return [dict(zip(self.schema.columns, row, strict=True)) for row in self.standing]


@dataclass(frozen=True)
class Contents:
    """Everything an export may speak of."""

    record: Record
    schema: Schema
    tables: Mapping[str, Content]

    @property
    def title(self) -> str:
        """The title of the record."""
        return str(self.schema.package["title"])

    @property
    def about(self) -> str:
        """What the record is, in a few sentences."""
        return str(self.schema.package["description"])

    @property
    def as_known(self) -> date | None:
        """The day on which the record is asked; `None` is the end."""
        return self.record.known_on

    @cached_property
    def stamp(self) -> str:
        """The day on which the newest row became known: no export reads the clock."""
        facts = (self.tables[name] for name in self.schema.facts)
        days = (row[KNOWN_ON] for content in facts for row in content.rows)
        return max(days, default="1946-01-01")

    @cached_property
    def kept(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """The references every row keeps: table and column, to table and key.

        Of a record as known on an early day a row may be known and what it refers to not yet; such
        a reference is left out, as no reader of the export could follow it.
        """
        return {
            (name, field.name): (table, column)
            for name, content in self.tables.items()
            for field in content.schema.fields
            for table, _, column in [reference(field).partition(".")]
            if table in self.tables and self._keeps(content, field)
        }

    def references_of(self, content: Content) -> list[tuple[str, str, str]]:
        """The references one table keeps, lists aside: column, to table and key."""
        lists = {field.name for field in content.schema.fields if field.list_of}
        return [
            (column, *there)
            for (table, column), there in self.kept.items()
            if table == content.schema.name and column not in lists
        ]

    def _keeps(self, content: Content, field: Field) -> bool:
        """Whether each cell of a column, or each word of a list, stands where it refers to."""
        table, _, column = reference(field).partition(".")
        other, place = self.tables[table], content.place(field.name)
        there = {row[other.place(column)] for row in other.rows}
        cells = {row[place] for row in content.rows if row[place]}
        if field.list_of:
            cells = {word for cell in cells for word in cell.split()}
        return cells <= there


def reference(field: Field) -> str:
    """`table.column` a cell, or each word of a list, stands in, where it is a key or keys."""
    return field.refers_to or field.list_of or (f"{SOURCES}.id" if field.name == "source" else "")


def read_contents(record: Record) -> Contents:
    """Every table of a record, and those that follow: outcomes, paragraphs and standings."""
    schema = read_schema(record.folder)
    tables = {name: _facts(record, each) for name, each in schema.facts.items()}
    for make in (make_outcomes, make_paragraphs, make_standings):
        each, rows = make(record)
        tables[each.name] = _whole(each, rows)
    sources = _sources(record, schema.every[SOURCES], tables)
    return Contents(record, schema, {SOURCES: sources, **tables})


def _facts(record: Record, schema: TableSchema) -> Content:
    known = tuple(record.known(schema.table))
    return Content(schema, known, tuple(standing(known, len(schema.key), record.known_on)))


def _sources(record: Record, schema: TableSchema, tables: Mapping[str, Content]) -> Content:
    """All sources; of a record as known on a day, those that its rows name."""
    rows = read_rows(record.folder / schema.file, schema.columns)
    if record.known_on is None:
        return _whole(schema, list(rows))
    return _whole(schema, [row for row in rows if row[0] in _named(tables)])


def _named(tables: Mapping[str, Content]) -> set[str]:
    return {
        row[place]
        for content in tables.values()
        for place, field in enumerate(content.schema.fields)
        if reference(field) == f"{SOURCES}.id"
        for row in content.rows
    }


def _whole(schema: TableSchema, rows: Sequence[Row]) -> Content:
    return Content(schema, tuple(rows), tuple(rows))
