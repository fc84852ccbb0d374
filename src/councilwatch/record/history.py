"""Which rows of a table stood on a day: the rule by which later rows supersede earlier ones."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

KNOWN_ON, SOURCE, SUPERSEDES = -3, -2, -1
"""Positions of the ledger's columns in a row, counted from its end."""


def standing(
    rows: Iterable[Sequence[str]], width: int, day: date | None = None
) -> Iterator[Sequence[str]]:
    """The rows known by a day and not superseded by then; without a day, as known at the end.

    `width` is the number of key columns a row starts with. Days compare as text (ISO 8601).
    """
    until = day.isoformat() if day else "9999-12-31"
    known = [row for row in rows if row[KNOWN_ON] <= until]
    replaced = {(*row[:width], row[SUPERSEDES]) for row in known if row[SUPERSEDES]}
    if not replaced:
        return iter(known)
    return (row for row in known if (*row[:width], row[KNOWN_ON]) not in replaced)
