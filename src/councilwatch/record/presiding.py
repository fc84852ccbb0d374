"""Who presided over the Council in a month: the rule of the world on the facts of the record."""

from collections.abc import Iterator
from datetime import date

from councilwatch.record.belonging import Presidency
from councilwatch.record.record import Record
from councilwatch.world.presidency import month_after, president_of


def presidents(record: Record, start: date, end: date) -> Iterator[tuple[date, str | None]]:
    """The first day of each month from one day to before another, with who presided.

    `None` where the record cannot say: before the first month told, and from the first month of
    which not all members are elected.
    """
    told = {date.fromisoformat(f"{each.month}-01"): each.state for each in record.all(Presidency)}

    def name_on(state: str, day: date) -> str:
        return record.register[state].name_on(day)

    month = start.replace(day=1)
    while month < end:
        yield month, president_of(month, record.council, name_on, told)
        month = month_after(month)
