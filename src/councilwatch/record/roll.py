"""Published counts of a code's supporters, kept as printed even where they disagree."""

from datetime import date
from typing import NamedTuple

from councilwatch.record.cite import Cite


class Roll(NamedTuple):
    """What a source said about the number of supporters on a day; `None` where it does not say."""

    initiative: str
    day: date
    counted_by: str
    """Who published the count."""
    members: int | None
    observers: int | None
    total: int | None
    """The number as printed, whatever it counts."""
    counting_rule: str
    """`members`, `members-and-observers` or `not-said`."""
    is_complete: bool
    """The record has every name of this roll, so who is not on it was not a supporter that day."""
    wording: str
    note: str
    cite: Cite
