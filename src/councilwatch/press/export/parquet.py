"""Parquet: one typed, compressed file a table, for pandas, R, DuckDB and the like."""

import io
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any

from councilwatch.press.export.about import LICENCE, RIGHTS, citation, readme
from councilwatch.press.export.contents import Content, Contents
from councilwatch.record.schema import Field

Cell = str | int | bool | date | list[str] | None

NOTES = (
    "Parquet: one file a table, compressed with zstd. Days, numbers and yes/no are typed, lists "
    "of keys are lists, an empty cell is null. Tables and columns carry their descriptions."
)


class NotInstalled(Exception):
    """A format needs a library that is not installed; the text says how to get it."""


def make_parquet(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001 - see Format
    """Every table as a Parquet file, with a README."""
    try:
        arrow, store = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise NotInstalled(
            "The format parquet needs pyarrow, which is not installed; "
            "install it with: pip install 'councilwatch[parquet]'."
        ) from error
    files = {
        f"{name}.parquet": _file(arrow, store, content, citation(contents))
        for name, content in contents.tables.items()
    }
    return {**files, "README.txt": readme(contents, NOTES)}


def _file(arrow: Any, store: Any, content: Content, cited: str) -> bytes:
    """One table; the same rows give the same bytes with the same version of pyarrow."""
    types = _types(arrow)
    schema = arrow.schema(
        [
            arrow.field(
                field.name,
                arrow.list_(arrow.string()) if field.list_of else types[field.kind],
                nullable=not field.required,
                metadata={"description": field.about},
            )
            for field in content.schema.fields
        ],
        metadata={
            "title": content.schema.title,
            "description": content.schema.about,
            "licence": LICENCE,
            "rights": RIGHTS,
            "citation": cited,
        },
    )
    columns = [
        arrow.array([typed(field, row[place]) for row in content.rows], schema.field(place).type)
        for place, field in enumerate(content.schema.fields)
    ]
    out = io.BytesIO()
    store.write_table(arrow.table(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def _types(arrow: Any) -> Mapping[str, Any]:
    return {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }


def typed(field: Field, cell: str) -> Cell:
    """A cell as a value of its column's type; an empty one is `None`."""
    if not cell:
        return None
    if field.list_of:
        return cell.split()
    if field.kind == "integer":
        return int(cell)
    if field.kind == "date":
        return date.fromisoformat(cell)
    return cell == "yes" if field.kind == "boolean" else cell
