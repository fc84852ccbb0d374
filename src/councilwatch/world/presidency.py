"""Which member presides over the Security Council in a month.

Rule 18 of the Council's provisional rules of procedure: the members preside in turn, each for one
calendar month, in the English alphabetical order of their names. The rule says who follows whom,
so it needs a month told from which to start; a month told later overrides what it gives, and the
turn goes on from there.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from unicodedata import combining, normalize

from councilwatch.world.council import Council, seats_on

NameOn = Callable[[str, date], str]
"""The English name a state had on a day; the register's `name_on` gives it."""


def president_of(
    month: date, council: Council, name_on: NameOn, told: Mapping[date, str]
) -> str | None:
    """The member that presides in the month of this day, as `told` or by the rule.

    `told` has presidents by the first day of their month. None before the first of them, and from
    the first month for which not all members are known: who is missing may come next.
    """
    first = month.replace(day=1)
    start = max((day for day in told if day <= first), default=None)
    if start is None:
        return None
    president, day = told[start], start
    while day < first:
        following = month_after(day)
        if len(council.members_on(following)) < seats_on(following):
            return None
        last = alphabetical(name_on(president, day))
        president, day = _next_after(last, following, council, name_on), following
    return president


def month_after(day: date) -> date:
    """The first day of the month after this day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def alphabetical(name: str) -> str:
    """The name as it is put in order: letters without accents, case of no account."""
    letters = (letter for letter in normalize("NFKD", name) if not combining(letter))
    return "".join(letters).casefold()


def _next_after(last: str, month: date, council: Council, name_on: NameOn) -> str:
    """The member whose name comes next in the alphabet, or the first of all after the last.

    Names are compared, not places: who presided last may have left, or have another name by now.
    """
    in_order = sorted((alphabetical(name_on(s, month)), s) for s in council.members_on(month))
    return next((state for name, state in in_order if name > last), in_order[0][1])
