"""The names a state had, or is found under, by date."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from councilwatch.world.period import ALWAYS, Period


class Name(NamedTuple):
    """A name a state had, or is found under, and when."""

    text: str
    kind: str
    """`un_short`, `un_formal` or `alias`."""
    language: str
    held: Period = ALWAYS


def short_name(names: Iterable[Name], day: date, language: str = "en") -> str | None:
    """The short name the United Nations used on the day; the latest one where none was in use."""
    short = [name for name in names if name.kind == "un_short" and name.language == language]
    return next(
        (name.text for name in short if day in name.held), short[-1].text if short else None
    )
