"""SQLite: strict tables of the rows that stand, with keys, references, lists and ready questions.

The rule that decides an outcome is the record's own: views join what it found, and find nothing
themselves. The same record gives the same bytes with the same version of SQLite.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from councilwatch.press.export.contents import Content, Contents, Row, reference
from councilwatch.press.export.datasette import datasette_body
from councilwatch.press.export.sqlite_views import VIEWS
from councilwatch.record.schema import Field

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}


def make_sqlite(contents: Contents, stem: str) -> dict[str, bytes]:
    """The database, and what Datasette shows beside it."""
    metadata = json.dumps(datasette_body(contents, stem), ensure_ascii=False, indent=1)
    return {
        f"{stem}.metadata.json": metadata.encode() + b"\n",
        f"{stem}.db": database(contents),
    }


def database(contents: Contents) -> bytes:
    """All tables and views as the bytes of a database file."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript("PRAGMA page_size = 4096; PRAGMA foreign_keys = OFF;")
        for content in contents.tables.values():
            _write(connection, contents, content)
        for view in VIEWS:
            connection.execute(view.sql)
        connection.commit()
        connection.execute("VACUUM")
        return connection.serialize()
    except sqlite3.IntegrityError as error:
        raise ValueError(f"The record cannot be kept as a database: {error}.") from error
    finally:
        connection.close()


def _write(connection: sqlite3.Connection, contents: Contents, content: Content) -> None:
    name = content.schema.name
    connection.execute(_standing_table(contents, content))
    if not _always_filled(content):
        connection.execute(_unique(name, content.schema.key))
    _insert(connection, name, content.schema.fields, content.standing)
    for field in content.schema.fields:
        if field.name == "day" or (reference(field) and not field.list_of):
            connection.execute(_index(name, field.name))
        if field.list_of:
            _write_list(connection, contents, content, field)
    if name in contents.schema.facts:
        parts = ", ".join(_columns(content))
        connection.execute(f"CREATE TABLE {quoted(superseded(name))} ({parts}) STRICT")
        connection.execute(_unique(superseded(name), (*content.schema.key, "known_on")))
        _insert(connection, superseded(name), content.schema.fields, content.superseded)


def superseded(table: str) -> str:
    """The name of the table of rows that later ones have replaced."""
    return f"{table}_superseded"


def quoted(name: str) -> str:
    """A name of a table or column as SQL takes it, be it a word of SQL."""
    return f'"{name}"'


def _standing_table(contents: Contents, content: Content) -> str:
    name, key = content.schema.name, content.schema.key
    parts = list(_columns(content))
    if _always_filled(content):
        parts.append(f"PRIMARY KEY ({', '.join(quoted(column) for column in key)})")
    for column, there, other in contents.references_of(content):
        if contents.tables[there].schema.key == (other,):
            parts.append(
                f"FOREIGN KEY ({quoted(column)}) REFERENCES {quoted(there)} ({quoted(other)})"
            )
    return f"CREATE TABLE {quoted(name)} ({', '.join(parts)}) STRICT"


def _always_filled(content: Content) -> bool:
    """Whether no column of the key may be empty, as a strict table asks of a primary key."""
    required = {field.name for field in content.schema.fields if field.required}
    return set(content.schema.key) <= required


def _unique(table: str, key: Sequence[str]) -> str:
    """No key twice, where an empty cell in it counts as a value like any other."""
    parts = ", ".join(f"coalesce({quoted(column)}, '')" for column in key)
    return f"CREATE UNIQUE INDEX {quoted(f'key_of_{table}')} ON {quoted(table)} ({parts})"


def _columns(content: Content) -> Iterator[str]:
    for field in content.schema.fields:
        yield (f"{quoted(field.name)} {TYPES[field.kind]}{' NOT NULL' if field.required else ''}")


def _index(table: str, column: str) -> str:
    return f"CREATE INDEX {quoted(f'by_{table}_{column}')} ON {quoted(table)} ({quoted(column)})"


def _insert(
    connection: sqlite3.Connection, table: str, fields: Sequence[Field], rows: Sequence[Row]
) -> None:
    marks = ", ".join("?" * len(fields))
    kinds = [field.kind for field in fields]
    connection.executemany(
        f"INSERT INTO {quoted(table)} VALUES ({marks})",  # noqa: S608 - names are the schema's own
        ([stored(kind, cell) for kind, cell in zip(kinds, row, strict=True)] for row in rows),
    )


def stored(kind: str, cell: str) -> str | int | None:
    """A cell as SQLite keeps it: days as text, yes and no as 1 and 0, an empty one as NULL."""
    if not cell:
        return None
    if kind == "boolean":
        return int(cell == "yes")
    return int(cell) if kind == "integer" else cell


def _write_list(
    connection: sqlite3.Connection, contents: Contents, content: Content, field: Field
) -> None:
    """A list of keys as a table of its own: the row's key, the place in the list, the value."""
    name = f"{content.schema.name}_{field.name}"
    key = content.schema.key
    there, _, column = field.list_of.partition(".")
    kept = (content.schema.name, field.name) in contents.kept
    refers = f" REFERENCES {quoted(there)} ({quoted(column)})" if kept else ""
    columns = ", ".join(f"{quoted(each)} TEXT NOT NULL" for each in key)
    unique = ", ".join(quoted(each) for each in (*key, "place"))
    connection.execute(
        f"CREATE TABLE {quoted(name)} ({columns}, place INTEGER NOT NULL, "
        f"value TEXT NOT NULL{refers}, PRIMARY KEY ({unique})) STRICT"
    )
    place = content.place(field.name)
    connection.executemany(
        f"INSERT INTO {quoted(name)} VALUES ({', '.join('?' * (len(key) + 2))})",  # noqa: S608
        (
            [*row[: len(key)], number, value]
            for row in content.standing
            for number, value in enumerate(row[place].split(), start=1)
        ),
    )
    connection.execute(_index(name, "value"))
