"""The whole scorecard in one picture: a row for each text, a sign for each ballot.

Permanent members have columns of their own; elected members change by the year, so their codes
stand under their signs.
"""

from dataclasses import dataclass

from councilwatch.press.canvas import document
from councilwatch.press.fingerprint import fingerprint
from councilwatch.press.picture_drawing import WIDTH, draw_rows, draw_top, height_of
from councilwatch.press.scorecard import Scorecard
from councilwatch.press.wording import CODE_NAME, SOURCE, counted_outcomes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a whole scorecard."""

    svg: str
    alt: str
    """What it shows, in sentences; the page's tables have every ballot in words."""


def make_picture(scorecard: Scorecard, *, source: str = SOURCE) -> Picture:
    """The picture of a scorecard: same scorecard, same bytes."""
    footer = (
        f"As of {scorecard.as_of} · method {scorecard.method} · source: {source} · "
        f"content {fingerprint(scorecard)}"
    )
    alt = make_alt(scorecard)
    body = (draw_top(scorecard), draw_rows(scorecard, footer))
    svg = document(WIDTH, height_of(scorecard), scorecard.title, alt, *body)
    return Picture(svg, alt)


def make_alt(scorecard: Scorecard) -> str:
    """What the picture shows, counted."""
    if not scorecard.lines:
        return f"{scorecard.title}. {scorecard.rule} No text is listed."
    days = [line.draft.day for line in scorecard.lines]
    return (
        f"{scorecard.title}. {scorecard.rule} A table of {len(days)} texts put to the vote in the "
        f"Security Council from {min(days)} to {max(days)}, newest first: "
        f"{counted_outcomes(scorecard)}. For each text it shows every member's ballot and whether "
        f"the member had endorsed the {CODE_NAME} by that day. "
        f"As of {scorecard.as_of}, method {scorecard.method}."
    )
