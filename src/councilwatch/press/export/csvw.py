"""CSV on the Web (W3C): the tables as CSV beside `csv-metadata.json`, which types them."""

import json
from collections import Counter
from typing import Any

from councilwatch.press.export.about import (
    LICENCE_ADDRESS,
    PUBLISHER,
    RIGHTS,
    citation,
    readme,
)
from councilwatch.press.export.contents import Content, Contents
from councilwatch.press.export.machine_csv import csv_files
from councilwatch.record.schema import Field

Body = dict[str, Any]

METADATA = "csv-metadata.json"
TYPES: dict[str, str | Body] = {
    "string": "string",
    "integer": "integer",
    "date": {"base": "date", "format": "yyyy-MM-dd"},
    "boolean": {"base": "boolean", "format": "yes|no"},
}
"""Datatypes of CSV on the Web by the kinds of the record's columns."""

NOTES = (
    f"CSV on the Web: {METADATA} gives every column its type, description and references. "
    "An empty cell is a value that the record does not have."
)


def make_csvw(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001 - see Format
    """The tables as CSV, the metadata beside them, and a README."""
    body = json.dumps(metadata_body(contents), ensure_ascii=False, indent=1)
    return {
        METADATA: body.encode() + b"\n",
        **csv_files(contents),
        "README.txt": readme(contents, NOTES),
    }


def metadata_body(contents: Contents) -> Body:
    """The metadata of all tables as one table group."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": contents.title,
        "dc:description": contents.about,
        "dc:publisher": PUBLISHER,
        "dc:license": {"@id": LICENCE_ADDRESS},
        "dc:rights": RIGHTS,
        "dc:bibliographicCitation": citation(contents),
        "dc:modified": contents.stamp,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "header": True},
        "tables": [_table(contents, content) for content in contents.tables.values()],
    }


def _table(contents: Contents, content: Content) -> Body:
    schema: Body = {"columns": [_column(field) for field in content.schema.fields]}
    key = _key(content)
    if key:
        schema["primaryKey"] = list(key)
    references = _references(contents, content)
    if references:
        schema["foreignKeys"] = references
    return {
        "url": content.schema.file,
        "dc:title": content.schema.title,
        "dc:description": content.schema.about,
        "tableSchema": schema,
    }


def _column(field: Field) -> Body:
    body: Body = {
        "name": field.name,
        "titles": field.name,
        "dc:description": field.about,
        "datatype": TYPES[field.kind],
        "null": "",
    }
    if field.required:
        body["required"] = True
    return body | ({"separator": " "} if field.list_of else {})


def _key(content: Content) -> tuple[str, ...]:
    """The columns that tell rows apart; none where one of them may be empty, as CSVW asks."""
    columns = content.schema.columns
    key = (*content.schema.key, *(c for c in columns if c == "known_on"))
    required = {field.name for field in content.schema.fields if field.required}
    return key if set(key) <= required else ()


def _references(contents: Contents, content: Content) -> list[Body]:
    """References to keys that stand once: CSVW asks for exactly one row at the other end.

    Columns that may be empty are left out: readers differ on what an empty reference means.
    """
    required = {field.name for field in content.schema.fields if field.required}
    return [
        {
            "columnReference": column,
            "reference": {"resource": contents.tables[there].schema.file, "columnReference": key},
        }
        for column, there, key in contents.references_of(content)
        if column in required and _stands_once(contents.tables[there], key)
    ]


def _stands_once(content: Content, key: str) -> bool:
    place = content.place(key)
    return max(Counter(row[place] for row in content.rows).values(), default=1) == 1
