"""Texts of the same day on the same situation, side by side."""

from councilwatch.press.markup import Html, element, lines, link, outside
from councilwatch.press.page_words import OUTCOMES
from councilwatch.press.scorecard import Line
from councilwatch.record.draft import Draft, tally
from councilwatch.record.record import Record
from councilwatch.world.symbol_spelling import slug_of


def make_kin(line: Line, record: Record, on_page: frozenset[str]) -> Html:
    """The table of the day's texts on this situation; nothing where this is the only one."""
    kin = same_day(line, record)
    if len(kin) < 2:
        return Html("")
    head = (element("th", word, scope="col") for word in ("Text", "Outcome", "Yes-no-abstain"))
    rows = (_row(draft, line.draft, record, on_page) for draft in kin)
    return element(
        "table",
        element("caption", "Texts put to the vote on the same day on the same situation"),
        element("thead", element("tr", *head)),
        element("tbody", lines(*rows)),
        class_="kin",
    )


def same_day(line: Line, record: Record) -> tuple[Draft, ...]:
    """The texts of the day on the same situation, this one among them, as the record has them."""
    if line.situation is None:
        return (line.draft,)
    day = record.on_day(line.draft.day)
    return tuple(d for d in day if record.situations.get(d.vote) == line.situation)


def _row(draft: Draft, here: Draft, record: Record, on_page: frozenset[str]) -> Html:
    ballots = record.ballots(draft)
    name = element("th", _name(draft, here, on_page), scope="row")
    outcome = element("td", OUTCOMES[record.decision(draft).outcome])
    numbers = element("td", outside(str(tally(ballots))) if ballots else "cannot say")
    return element("tr", name, outcome, numbers)


def _name(draft: Draft, here: Draft, on_page: frozenset[str]) -> Html:
    if draft.vote == here.vote:
        return lines(outside(draft.vote), "(this text)")
    if draft.vote in on_page:
        return link(slug_of(draft.vote), outside(draft.vote))
    return outside(draft.vote)
