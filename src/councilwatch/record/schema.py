"""The one place that says what every table holds: the data package that stands beside the tables.

It is read for checks, docs and exports. The tables that every command needs at once are compiled
from it (`compile_tables`), because reading JSON at each start would be felt.
"""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from councilwatch.record.fault import DataError, Fault
from councilwatch.record.table import LEDGER, Table

PACKAGE_FILE = "datapackage.json"
SOURCES = "sources"
"""The one resource that is no table of facts: it says where facts are from."""


class Field(NamedTuple):
    """One column: what its cells say and what they must look like."""

    name: str
    kind: str
    """`string`, `date`, `integer` or `boolean` (written yes or no)."""
    about: str
    required: bool
    choices: tuple[str, ...]
    """The words a cell may hold; empty where any may stand."""
    pattern: str
    """A regular expression the whole cell must match; empty where there is none."""
    list_of: str
    """`table.column` that each of the words of a cell stands in, where it is a list of keys."""
    refers_to: str
    """`table.column` that the cell stands in, where it is a key."""


class TableSchema(NamedTuple):
    """What one table holds."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    held: tuple[str, str] | None

    @property
    def file(self) -> str:
        """The name of the table's file."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns in the order of the file."""
        return tuple(field.name for field in self.fields)

    @property
    def table(self) -> Table:
        """The table without the descriptions."""
        others = tuple(c for c in self.columns if c not in (*self.key, *LEDGER))
        return Table(self.name, self.key, others, self.held)


class Schema:
    """Every table of a record as its data package describes it."""

    def __init__(self, package: Mapping[str, Any]) -> None:
        self.package = package
        """The data package as it stands in its file."""

    @cached_property
    def every(self) -> Mapping[str, TableSchema]:
        """All tables by name, the one of sources too, in the order of the data package."""
        return {each["name"]: _table(each) for each in self.package["resources"]}

    @cached_property
    def facts(self) -> Mapping[str, TableSchema]:
        """The tables of facts by name."""
        return {name: each for name, each in self.every.items() if name != SOURCES}


def read_schema(folder: Path) -> Schema:
    """The schema of the record in a folder; raises `DataError` if it cannot be read."""
    try:
        schema = Schema(json.loads((folder / PACKAGE_FILE).read_bytes()))
        schema.every[SOURCES]  # a table that is not described as it should be is told at once
    except FileNotFoundError as error:
        where = "" if folder.is_dir() else f" There is no record in {folder}."
        raise DataError([Fault(PACKAGE_FILE, 0, f"is missing.{where}")]) from error
    except ValueError as error:
        raise DataError([Fault(PACKAGE_FILE, 0, f"is not JSON: {error}.")]) from error
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        reason = f"is no data package with a description of every table: {error}."
        raise DataError([Fault(PACKAGE_FILE, 0, reason)]) from error
    return schema


def _table(resource: Mapping[str, Any]) -> TableSchema:
    schema = resource["schema"]
    held = resource.get("held")
    refers = {
        each["fields"]: f"{each['reference']['resource']}.{each['reference']['fields']}"
        for each in schema.get("foreignKeys", ())
    }
    return TableSchema(
        resource["name"],
        resource["title"],
        resource["description"],
        tuple(_field(each, refers.get(each["name"], "")) for each in schema["fields"]),
        tuple(column for column in schema["primaryKey"] if column != "known_on"),
        (held[0], held[1]) if held else None,
    )


def _field(field: Mapping[str, Any], refers_to: str) -> Field:
    limits = field.get("constraints", {})
    return Field(
        field["name"],
        field["type"],
        field["description"],
        limits.get("required", False),
        tuple(limits.get("enum", ())),
        limits.get("pattern", ""),
        field.get("listOf", ""),
        refers_to,
    )
