"""The legend under every picture: the same signs and words for all texts and all members."""

from councilwatch.press.ballot_mark import (
    CANNOT_SAY,
    ENDORSED,
    HAD_NOT,
    LEGEND,
    ballot_mark,
    endorsement_mark,
)
from councilwatch.press.canvas import group, text
from councilwatch.press.lettering import PLAIN, width


def draw_legend(left: float, middle: float, size: float) -> str:
    """One line from the left, around its middle, with words of this size."""
    radius, y, x = size * 0.78, middle + size * 0.36, left
    parts = []
    for cast, is_veto, meaning in LEGEND:
        parts.append(ballot_mark(cast, is_veto, x + radius, middle, radius))
        parts.append(text(x + 2.6 * radius, y, meaning, size))
        x += 2.6 * radius + width(meaning, PLAIN, size) + 20
    for answer, meaning in ((True, ENDORSED), (None, CANNOT_SAY)):
        parts.append(endorsement_mark(answer, x + 9, middle, 9))
        parts.append(text(x + 24, y, meaning, size))
        x += 24 + width(meaning, PLAIN, size) + 20
    parts.append(text(x, y, HAD_NOT, size))
    return group("legend", *parts)
