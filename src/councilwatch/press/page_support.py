"""Who had endorsed each code on the day of a vote, and how the record knows."""

from collections.abc import Iterable

from councilwatch.press.markup import Html, element, folded, join, lines, listed, unseen
from councilwatch.press.page_sources import cited
from councilwatch.press.page_words import CODE_NAMES, ENDORSED
from councilwatch.press.scorecard import Line, Mark
from councilwatch.record.record import Record
from councilwatch.world.council import Seat


def make_support(line: Line, record: Record) -> Html:
    """The unfolding list of members by standing, with the reason and its source."""
    summary = element("span", "Who had endorsed, and how we know", unseen(f" ({line.draft.vote})"))
    permanent = [mark for mark in line.marks if mark.seat is Seat.PERMANENT]
    return folded(
        summary,
        _code("act", line.marks, record),
        _code("france-mexico", permanent, record),
        element("p", "The France/Mexico Declaration asks conduct of permanent members only."),
    )


def _code(code: str, marks: Iterable[Mark], record: Record) -> Html:
    together: dict[tuple[bool | None, str, Html], list[str]] = {}
    for mark in marks:
        support = mark.support[code]
        known = (support.answer, support.because, cited(record, support.cites))
        together.setdefault(known, []).append(mark.name)
    entries = (
        _standing(answer, names, because, source)
        for answer in ENDORSED
        for (given, because, source), names in together.items()
        if given is answer
    )
    return lines(element("h5", CODE_NAMES[code]), listed(entries, class_="standings"))


def _standing(answer: bool | None, names: list[str], because: str, source: Html) -> Html:
    who = element("b", f"{ENDORSED[answer]}:")
    return join((who, f" {', '.join(names)} – {because}. ", source))
