"""How a source stands to the record, told as sentences and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from councilwatch.record.difference import Difference, Row, TableDifference
from councilwatch.record.history import SOURCE
from councilwatch.record.merge import Merge

LONGEST = 80


def sentences(found: Difference, most: int | None) -> Iterator[str]:
    """Counts of each table, then one sentence a difference, at most so many."""
    for table in found.tables:
        aside = f" ({table.overruled} put aside for another source)" if table.overruled else ""
        yield (
            f"{table.table.name}: {len(table.added)} new, {len(table.changed)} different, "
            f"{len(table.missing)} only in the record, {table.unchanged} unchanged{aside}."
        )
    if found.put_right:
        yield f"Of the file, {_put_right(found)}."
    told = list(_each(found))
    yield from told[:most]
    if most is not None and len(told) > most:
        yield f"... and {len(told) - most} more; --full tells them all."


def unchanged(found: Difference, source: str) -> str:
    """One sentence where there is nothing to take in."""
    aside = sum(table.overruled for table in found.tables)
    told = f"; {aside} of its rows it has put aside for another source" if aside else ""
    if found.put_right:
        told += f"; {_put_right(found)}"
    return f"unchanged: the record says all that {source} does{told}."


def _put_right(found: Difference) -> str:
    """How many rows were read otherwise than printed."""
    were = "row was" if found.put_right == 1 else "rows were"
    return f"{found.put_right} {were} put right as declared in its corrections"


def accepted(merge: Merge) -> str:
    """One sentence on what was taken in, and what was left."""
    parts = [
        f"{merge.added[table.table.name]} new and {merge.superseded[table.table.name]} superseding "
        f"in {table.table.name}"
        for table in merge.difference.tables
    ]
    left = sum(
        len(table.added)
        - merge.added[table.table.name]
        + len(table.changed)
        - merge.superseded[table.table.name]
        + len(table.missing)
        for table in merge.difference.tables
    ) + len(merge.difference.left_out)
    aside = f"; {left} left as they stand" if left else ""
    return f"accepted: {', '.join(parts)}{aside}."


def body(found: Difference, merge: Merge | None = None) -> dict[str, Any]:
    """Everything that differs, for a machine."""
    status = "unchanged" if found.is_empty else "different" if merge is None else "accepted"
    counts = {
        table.table.name: {
            "new": len(table.added),
            "different": len(table.changed),
            "only in the record": len(table.missing),
            "unchanged": table.unchanged,
            "put aside for another source": table.overruled,
        }
        for table in found.tables
    }
    taken = None if merge is None else {"new": merge.added, "superseding": merge.superseded}
    return {
        "status": status,
        "tables": counts,
        "put right as declared": found.put_right,
        "accepted": taken,
        "different": [
            cell._asdict()
            for table in found.tables
            for change in table.changed
            for cell in change.cells()
        ],
        "new": {t.table.name: [_named(t, row) for row in t.added] for t in found.tables},
        "only in the record": {
            t.table.name: [_named(t, row) for row in t.missing] for t in found.tables
        },
        "left out": list(found.left_out),
    }


def _each(found: Difference) -> Iterator[str]:
    for table in found.tables:
        for change in table.changed:
            for cell in change.cells():
                yield (
                    f"{table.table.name} {_key(table, change.before)}: {cell.column} is "
                    f"{_quoted(cell.ours)} in the record ({cell.our_source}), "
                    f"{_quoted(cell.theirs)} in the file."
                )
    yield from _only_ours(found)
    yield from (plain(sentence, 300) for sentence in found.left_out)
    yield from _new(found)


def _only_ours(found: Difference) -> Iterator[str]:
    """What only the record has; not the ballots of a vote the file does not mention."""
    alone = {row[0] for t in found.tables if len(t.table.key) == 1 for row in t.missing}
    for table in found.tables:
        for row in table.missing:
            if len(table.table.key) == 1 or row[0] not in alone:
                yield (
                    f"{table.table.name} {_key(table, row)}: in the record ({row[SOURCE]}), "
                    "not in the file."
                )


def _new(found: Difference) -> Iterator[str]:
    """What is new; not the ballots of a new vote, which come with it."""
    alone = {row[0] for t in found.tables if len(t.table.key) == 1 for row in t.added}
    for table in found.tables:
        for row in table.added:
            if len(table.table.key) == 1 or row[0] not in alone:
                yield f"{table.table.name} {_key(table, row)}: new."


def _key(table: TableDifference, row: Row) -> str:
    return plain(", ".join(row[: len(table.table.key)]), 2 * LONGEST)


def _named(table: TableDifference, row: Row) -> dict[str, str]:
    columns: Sequence[str] = table.table.columns[:SOURCE]
    return dict(zip(columns, row, strict=False))


def _quoted(text: str) -> str:
    return f"'{plain(text, LONGEST)}'" if text else "empty"


def plain(text: str, most: int) -> str:
    """Text of a file as it may be shown on a terminal: no control signs, and not too long."""
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"
