"""What Datasette shows beside the database: titles, licence, and a description of every column."""

from typing import Any

from councilwatch.press.export.about import (
    CAUTION,
    LICENCE,
    LICENCE_ADDRESS,
    PUBLISHER,
    known_words,
    rights,
)
from councilwatch.press.export.contents import Content, Contents
from councilwatch.press.export.sqlite_views import VIEWS

Body = dict[str, Any]


def datasette_body(contents: Contents, stem: str) -> Body:
    """The metadata of the database that stands in the file named after the stem."""
    tables: Body = {}
    for name, content in contents.tables.items():
        tables[name] = _table(content)
        for field in content.schema.fields:
            if field.list_of:
                tables[f"{name}_{field.name}"] = {
                    "description": f"{field.about} One row for each: the key of the row of {name}, "
                    "the place in the list, and the value."
                }
        if name in contents.schema.facts:
            tables[f"{name}_superseded"] = _table(content) | {
                "description": f"Rows of {name} that later ones have replaced."
            }
    tables |= {view.name: {"description": view.about} for view in VIEWS}
    return {
        "title": contents.title,
        "description": f"{contents.about} {known_words(contents)} {CAUTION}",
        "license": LICENCE,
        "license_url": LICENCE_ADDRESS,
        "source": PUBLISHER,
        "about": rights(contents),
        "databases": {stem: {"tables": tables}},
    }


def _table(content: Content) -> Body:
    return {
        "title": content.schema.title,
        "description": content.schema.about,
        "columns": {field.name: field.about for field in content.schema.fields},
    }
