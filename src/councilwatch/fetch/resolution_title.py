"""Titles of resolutions as sources print them: a number first, brackets around the rest."""

import re
from typing import NamedTuple

PRINTED = re.compile(
    # "Security Council resolution 2811 (2025) [on extension of ...]"
    r"(?:Security Council r|R)esolution (?P<number>\d+(?: ?[\[(]\d{4}[\])])?) *(?P<title>.*)",
    re.DOTALL,
)


class PrintedTitle(NamedTuple):
    """What a source prints as the title of a resolution."""

    number: str
    """Number and year, as printed but for the kind of brackets and the spaces: `2811(2025)`."""
    title: str
    """What it is about, without brackets."""


def printed_title(text: str) -> PrintedTitle | None:
    """The number and title a source prints; `None` where no number comes first."""
    match = PRINTED.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    number = match["number"].replace("[", "(").replace("]", ")").replace(" ", "")
    return PrintedTitle(number, unbracketed(match["title"]))


def unbracketed(title: str) -> str:
    """The title without the brackets a source sets around it, some of them unbalanced."""
    title = title.strip().lstrip("[<").rstrip("]>").replace("[...", "…")
    if title.count(")") > title.count("("):
        title = title.removesuffix(")")
    return title.strip()
