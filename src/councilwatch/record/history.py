"""Which rows of a table stood on a day: the rule by which later rows supersede earlier ones.

A row that replaces another with the same key says in `supersedes` on which day the other became
known. Where nothing takes its place, because the source was wrong or was misread, `withdrawn`
stands behind the day; the row then repeats what is withdrawn, and its source says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

KNOWN_ON, SOURCE, SUPERSEDES = -3, -2, -1
"""Positions of the ledger's columns in a row, counted from its end."""

WITHDRAWN = " withdrawn"
"""What stands behind the day in `supersedes` where a row only takes another away."""

_DAY = len("2016-10-08")


def replaced_day(row: Sequence[str]) -> str:
    """The day on which the row that this one replaces became known; empty for a first row."""
    return row[SUPERSEDES][:_DAY]


def is_withdrawal(row: Sequence[str]) -> bool:
    """Whether a row only takes another away."""
    return row[SUPERSEDES].endswith(WITHDRAWN)


def known_by(rows: Iterable[Sequence[str]], day: date | None) -> Iterator[Sequence[str]]:
    """The rows known by a day, superseded ones too; without a day, all of them.

    Days compare as text (ISO 8601).
    """
    if day is None:
        return iter(rows)
    until = day.isoformat()
    return (row for row in rows if row[KNOWN_ON] <= until)


def standing(
    rows: Iterable[Sequence[str]], width: int, day: date | None = None
) -> Iterator[Sequence[str]]:
    """The rows known by a day and not superseded by then; without a day, as known at the end.

    `width` is the number of key columns a row starts with.
    """
    known = list(known_by(rows, day))
    replaced = {(*row[:width], replaced_day(row)) for row in known if row[SUPERSEDES]}
    if not replaced:
        return iter(known)
    changed = {key[0] for key in replaced}  # few facts ever change: the others are let through
    return (
        row
        for row in known
        if row[0] not in changed
        or ((*row[:width], row[KNOWN_ON]) not in replaced and not is_withdrawal(row))
    )
