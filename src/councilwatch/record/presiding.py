"""Who presided over the Council in a month: the rule of the world on the facts of the record."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from councilwatch.record.belonging import Presidency
from councilwatch.record.record import Record
from councilwatch.world.presidency import month_after, president_of


class Presiding(NamedTuple):
    """Who presided in one month, and how that is known."""

    month: date
    """Its first day."""
    state: str | None
    """`None` where the record cannot say."""
    known_by: str
    source: str
    """Where a month is told; empty where the rule gives it."""


def presidents(record: Record, start: date, end: date) -> Iterator[Presiding]:
    """The months from one day to before another, with who presided.

    The record cannot say before the first month told, and from the first month of which not all
    members are elected.
    """
    rows = {date.fromisoformat(f"{each.month}-01"): each for each in record.all(Presidency)}
    told = {month: each.state for month, each in rows.items()}

    def name_on(state: str, day: date) -> str:
        return record.register[state].name_on(day)

    month = start.replace(day=1)
    while month < end:
        state = president_of(month, record.council, name_on, told)
        if month in rows:
            yield Presiding(month, state, "as a source tells", rows[month].cite.source)
        else:
            yield Presiding(month, state, "by the alphabetical rule", "")
        month = month_after(month)
