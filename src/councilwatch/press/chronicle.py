"""How a fact changed, and the log of corrections, as text and as JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from councilwatch.press.body import cite_body
from councilwatch.record.chronicle import Entry
from councilwatch.record.cite import Cite
from councilwatch.record.record import Record


def history_text(record: Record, entries: Sequence[Entry]) -> str:
    """Fact by fact, oldest row first: what it said from when on, and who says so."""
    blocks = []
    for fact, rows in groupby(entries, key=lambda entry: entry.fact):
        lines = [line for entry in rows for line in _row_lines(record, entry)]
        blocks.append("\n".join([fact, *lines]))
    return "\n\n".join(blocks)


def corrections_text(record: Record, entries: Sequence[Entry]) -> str:
    """The log of corrections, the latest first."""
    lines = [line for entry in entries for line in (entry.fact, *_row_lines(record, entry))]
    return "\n".join([*lines, f"{len(entries)} corrections."])


def entries_body(record: Record, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Entries as JSON."""
    return [
        {
            "fact": entry.fact,
            "known_on": entry.known_on,
            "supersedes": entry.supersedes or None,
            "withdrawn": entry.withdraws,
            "says": entry.cells,
            "changes": [change._asdict() for change in entry.changes],
            "source": cite_body(record, Cite(entry.fact, entry.source)),
        }
        for entry in entries
    ]


def told(entry: Entry) -> str:
    """What an entry did, in one sentence."""
    if entry.withdraws:
        return f"Withdrawn; it had been known since {entry.supersedes}."
    if not entry.supersedes:
        return "First known."
    changes = "; ".join(
        f"{c.column} '{c.before or 'empty'}' became '{c.after or 'empty'}'" for c in entry.changes
    )
    return f"Supersedes the row known on {entry.supersedes}: {changes or 'another source'}."


def _row_lines(record: Record, entry: Entry) -> Iterator[str]:
    yield f"  {entry.known_on}  {told(entry)}"
    if not entry.supersedes:
        said = "; ".join(f"{column}: {cell}" for column, cell in entry.cells.items() if cell)
        yield f"    {said or 'The key says it all.'}"
    yield f"    Source: {record.source(entry.source).title}."
