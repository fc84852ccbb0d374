"""What is printed against what was worked out, and when a fact may confirm a number."""

import re

from councilwatch.critique.figures.printed_number import Range
from councilwatch.record.cite import Cite
from councilwatch.record.printed import PrintedFigure

RESTORED = re.compile(r"(?<!not )restored[^:;]*: (?P<what>[^;]+)$")
"""In the note of a printed figure whose numeral is lost: what was put in its place."""

OVER = "over"
QUALIFIERS = (OVER,)
"""Words at the head of a note that stand before the number in print and belong to it."""


def text_of(claim: PrintedFigure) -> tuple[str, str]:
    """What is printed, or what was restored in its place, and a word on that."""
    restored = RESTORED.search(claim.note)
    if claim.printed or not restored:
        return claim.printed, ""
    what = restored["what"]
    return what, f"the numeral is lost in the copy read and restored: {what}"


def qualifier_of(claim: PrintedFigure) -> str:
    """The word before a number that makes it a bound, such as `over`; empty without one."""
    word = claim.note.split(";")[0]
    return word if word in QUALIFIERS else ""


def as_printed(claim: PrintedFigure) -> str:
    """The number, day or names as printed, with the word that belongs to the number."""
    return " ".join(each for each in (qualifier_of(claim), claim.printed) if each)


def is_independent(claim: PrintedFigure, cites: tuple[Cite, ...], of_itself: bool) -> bool:
    """Whether something besides the printed words stands behind a part.

    A count of what the document lists rests on the list, never on the number or on a count of it.
    """
    if of_itself:
        own = claim.cite.fact
        return any(cite.fact != own and not cite.fact.startswith("rolls/") for cite in cites)
    return any(cite.source not in (claim.document, claim.cite.source) for cite in cites)


def equals(found: Range, printed: int) -> bool | None:
    """Whether the number possible is the one printed; `None` if it is one of several."""
    if printed < found.low or (found.high is not None and printed > found.high):
        return False
    return True if found.low == found.high else None


def exceeds(found: Range, printed: int) -> bool | None:
    """Whether the number is over the one printed; `None` if it may or may not be."""
    if found.low > printed:
        return True
    return None if found.high is None or found.high > printed else False
