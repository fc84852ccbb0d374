"""The signs for ballots and endorsements: a letter, a shape and a pattern each, and no colour.

They are the same for every member. They differ in print, in greyscale and to the colour-blind.
"""

from math import cos, pi, sin

from councilwatch.press.canvas import (
    ACCENT,
    HATCH,
    INK,
    PAPER,
    circle,
    group,
    moved,
    polygon,
    rect,
    text,
)
from councilwatch.press.lettering import BOLD
from councilwatch.record.draft import Cast

LETTERS = {Cast.YES: "Y", Cast.NO: "N", Cast.ABSTAIN: "A"}
"""The letter on each sign; all ways of not voting have a dash."""

LEGEND = (
    (Cast.YES, False, "in favour"),
    (Cast.NO, False, "against"),
    (Cast.NO, True, "veto"),
    (Cast.ABSTAIN, False, "abstained"),
    (Cast.NOT_VOTING, False, "did not vote"),
)
"""What the signs mean."""

ENDORSED = "had endorsed the ACT Code by that day"
CANNOT_SAY = "cannot say"
HAD_NOT = "no mark: had not"


def ballot_mark(cast: Cast, is_veto: bool, x: float, y: float, radius: float) -> str:
    """The sign for a ballot around its centre."""
    kind = "veto" if is_veto else cast.value.replace(" ", "-")
    shape = _rings(radius) if is_veto else _shape(cast, radius)
    return moved(x, y, group(f"mark {kind}", shape, _letter(cast, radius)))


def endorsement_mark(answer: bool | None, x: float, y: float, radius: float) -> str:
    """The sign for an endorsement: a full diamond, an open one with a question mark, or nothing."""
    if answer is False:
        return ""
    halo = _diamond(radius * 1.3, fill=PAPER)
    if answer:
        return moved(x, y, group("endorsed", halo, _diamond(radius, fill=ACCENT)))
    size = radius * 1.25
    question = text(0, size * 0.36, "?", size, BOLD, anchor="middle")
    open_ = _diamond(radius, fill=PAPER, stroke=INK, stroke_width="1.2")
    return moved(x, y, group("cannot-say", halo, open_, question))


def _shape(cast: Cast, r: float) -> str:
    line = _line(r)
    if cast is Cast.YES:
        return circle(0, 0, r, fill=INK)
    if cast is Cast.NO:
        return _square(r, stroke_width=line)
    if cast is Cast.ABSTAIN:
        corners = [(r * cos(n * pi / 3), r * sin(n * pi / 3)) for n in range(6)]
        striped = polygon(corners, fill=f"url(#{HATCH})", stroke=INK, stroke_width=line)
        return striped + circle(0, 0, r * 0.58)
    if cast is Cast.NOT_PARTICIPATING:
        return _square(r, stroke_width=line, stroke_dasharray=f"{r * 0.3:.1f}")
    if cast is Cast.ABSENT:
        dots = {"stroke_dasharray": f"0.1 {r * 0.35:.1f}", "stroke_linecap": "round"}
        return circle(0, 0, r, stroke=INK, stroke_width=line, **dots)
    return circle(0, 0, r, stroke=INK, stroke_width=line, stroke_dasharray=f"{r * 0.3:.1f}")


def _rings(r: float) -> str:
    rings = (circle(0, 0, part * r, stroke=INK, stroke_width=_line(r)) for part in (1, 0.74))
    return "".join(rings)


def _square(r: float, **more: str) -> str:
    half = r * 0.88
    return rect(-half, -half, 2 * half, 2 * half, fill=PAPER, stroke=INK, **more)


def _diamond(r: float, **paint: str) -> str:
    return polygon([(0, -r), (r, 0), (0, r), (-r, 0)], **paint)


def _letter(cast: Cast, r: float) -> str:
    # A capital of Noto Sans is 0.71 em high; its en dash lies 0.28 em above the baseline.
    size, below = (r * 0.95, 0.36) if cast in LETTERS else (r * 1.2, 0.28)
    fill = PAPER if cast is Cast.YES else INK
    sign = LETTERS.get(cast, "–")
    return text(0, size * below, sign, size, BOLD, fill=fill, anchor="middle")


def _line(r: float) -> str:
    return f"{max(1.6, r * 0.11):.1f}"
