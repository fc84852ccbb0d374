"""The folder of a record as it stood on a day: its rows, its sources, and its faults."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from councilwatch.record import tables as t
from councilwatch.record.cite import Source
from councilwatch.record.history import known_by, standing
from councilwatch.record.rows import read_content, read_rows, read_rows_of, rows_of

if TYPE_CHECKING:  # imported where first needed: the quickest commands make no values this way
    from councilwatch.record.values import K

T = TypeVar("T")
Row = Sequence[str]


class Shelf:
    """The tables of a record, each read when first asked for."""

    def __init__(self, folder: Path, known_on: date | None = None) -> None:
        self.folder = folder
        self.known_on = known_on

    def rows(self, table: t.Table) -> Iterable[Row]:
        """The standing rows of a table."""
        rows = read_rows(table.path(self.folder), table.columns)
        return standing(rows, len(table.key), self.known_on)

    def known(self, table: t.Table) -> Iterator[Row]:
        """Every row of a table known by the day, superseded ones too."""
        return known_by(read_rows(table.path(self.folder), table.columns), self.known_on)

    def rows_of(self, table: t.Table, first_cell: str) -> Iterable[Row]:
        """The standing rows that start with a cell, without reading the whole table."""
        if table.file not in self._contents:
            self._contents[table.file] = read_content(table.path(self.folder))
        rows = rows_of(table.file, self._contents[table.file], table.columns, first_cell)
        return standing(rows, len(table.key), self.known_on)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """The bytes of tables looked up by cell, each read once."""
        return {}

    def numbered(self, table: t.Table) -> Iterable[tuple[int, Row]]:
        """All rows of a table, superseded ones too, with the line an editor shows them on."""
        return enumerate(read_rows(table.path(self.folder), table.columns), start=2)

    def made(self, maker: Callable[[Row], T], rows: Iterable[Row]) -> Iterator[T]:
        """The values of rows; one that cannot be made is told by file and row."""
        with self.as_it_stands():
            for row in rows:
                yield maker(row)

    def all(self, kind: "type[K]") -> "tuple[K, ...]":
        """The standing values of a kind, such as `Situation`, in the order of their table."""
        if kind not in self._values:
            from councilwatch.record.values import maker

            with self.as_it_stands():
                self._values[kind] = tuple(map(maker(kind), self.rows(kind.TABLE)))
        return self._values[kind]

    @cached_property
    def _values(self) -> dict[type, tuple[Any, ...]]:
        """The values of kinds asked for, each read once."""
        return {}

    @contextmanager
    def as_it_stands(self) -> Iterator[None]:
        """Turns a value that cannot be made into `DataError` with the file and row at fault."""
        try:
            yield
        except (ValueError, KeyError, TypeError) as error:
            self.refuse(error)

    def refuse(self, error: Exception) -> NoReturn:
        """Raises `DataError` with the faults in form and references, or else the error itself."""
        from councilwatch.record.fault import DataError
        from councilwatch.record.form import check_form  # only a mistake needs them
        from councilwatch.record.references import check_references

        faults = check_form(self.folder) or check_references(self.folder)
        if not faults:
            raise error
        raise DataError(faults) from error

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        rows = read_rows(self.folder / t.SOURCES_FILE, t.SOURCE_COLUMNS)
        return {row[0]: Source(*row) for row in rows}

    def source(self, key: str) -> Source:
        """One source, without reading the others."""
        if "sources" in self.__dict__:
            found = self.sources.get(key)
        else:
            rows = read_rows_of(self.folder / t.SOURCES_FILE, t.SOURCE_COLUMNS, key)
            found = Source(*rows[0]) if rows else None
        if found is None:
            self.refuse(KeyError(f"'{key}' is not in {t.SOURCES_FILE}."))
        return found
