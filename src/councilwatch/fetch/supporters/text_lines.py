"""Names in pasted text: bullets, numbers and marks taken off, broken lines put together."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from councilwatch.fetch.supporters.names import plain, without_marks

MOST_LINES = 4
"""The most lines one name is looked for on."""
BULLET = re.compile(r"(?:[•·▪◦‣●○*–—-]\s*|\(?\d{1,3}[.)]\s*|\d{1,3}\s+)(?=\D)")
"""A bullet or a number in front of a name."""


class Line(NamedTuple):
    """A line that says something."""

    number: int
    text: str
    starts: bool
    """It cannot go on from the line before: it has a bullet of its own, or a gap above it."""


def lines_of(lines: Sequence[str], first: int) -> list[Line]:
    """The lines that are not blank, without bullets, numbers and footnote marks."""
    found: list[Line] = []
    gap = True
    for number, line in enumerate(lines, start=first):
        text = plain(line)
        if text:
            bullet = BULLET.match(text)
            bare = text[bullet.end() :] if bullet else text
            found.append(Line(number, without_marks(bare), gap or bullet is not None))
        gap = not text
    return found


def names_of(lines: Sequence[Line], is_name: Callable[[str], bool]) -> list[tuple[int, str]]:
    """Each name with the line it starts on; a line that is part of no name stands alone.

    The longest run of lines that is a name is one: "Democratic Republic of the" over "Congo".
    """
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(lines):
        length = next((n for n in range(MOST_LINES, 1, -1) if is_name(_run(lines[at : at + n]))), 1)
        found.append((lines[at].number, _run(lines[at : at + length])))
        at += length
    return found


def _run(lines: Sequence[Line]) -> str:
    """Lines put together; empty where one of them starts anew."""
    if any(line.starts for line in lines[1:]):
        return ""
    text = lines[0].text
    for line in lines[1:]:
        text += line.text if text.endswith("-") else f" {line.text}"
    return text
