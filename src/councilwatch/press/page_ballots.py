"""The ballots on one text: the members by what they cast, each with its marks."""

from councilwatch.press.markup import Html, element, join, lines, unseen
from councilwatch.press.page_words import CASTS, ENDORSED
from councilwatch.press.scorecard import Line, Mark
from councilwatch.record.draft import Cast
from councilwatch.world.council import Seat

_LETTERS = {True: "e", False: "n", None: "q"}


def make_ballots(line: Line) -> Html:
    """The table of ballots; a way to vote that nobody chose is left out."""
    if not line.marks:
        return element("p", "The record does not have the members’ ballots.")
    rows = (
        _row(cast, [mark for mark in line.marks if mark.cast is cast])
        for cast in CASTS
        if any(mark.cast is cast for mark in line.marks)
    )
    return element(
        "table",
        element("caption", "Ballots", unseen(f" on {line.draft.vote}, with marks for members")),
        lines(*rows),
        class_="ballots",
    )


def _row(cast: Cast, marks: list[Mark]) -> Html:
    number = element("span", str(len(marks)), class_="number")
    members = element("ul", *(element("li", member(mark)) for mark in marks), class_="members")
    return element(
        "tr", element("th", CASTS[cast], " ", number, scope="row"), element("td", members)
    )


def member(mark: Mark) -> Html:
    """A member's name with its marks: seat, veto, and standing under the ACT Code."""
    answer = mark.support["act"].answer
    marks = [("p", "permanent")] if mark.seat is Seat.PERMANENT else []
    marks += [("v", "veto")] if mark.is_veto else []
    marks += [(_LETTERS[answer], ENDORSED[answer])]
    return join((mark.name, *(element("span", word, class_=letter) for letter, word in marks)), " ")
