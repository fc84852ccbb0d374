"""All texts at a glance: one row each, with the permanent members' votes side by side."""

from itertools import groupby

from councilwatch.press.markup import Html, element, lines, link, outside
from councilwatch.press.page_headline import member_names
from councilwatch.press.page_words import CASTS, OUTCOMES, short_day
from councilwatch.press.scorecard import Line, Mark, Scorecard
from councilwatch.world.council import Seat
from councilwatch.world.symbol_spelling import slug_of


def make_glance(scorecard: Scorecard) -> Html:
    """The table of all texts, in a frame that scrolls by itself where the page is narrow."""
    permanent = _permanent(scorecard)
    table = element(
        "table",
        element("caption", "Newest first, with the votes of the permanent members"),
        _head(permanent),
        *(
            _year(year, list(group), permanent)
            for year, group in groupby(scorecard.lines, key=lambda line: line.draft.day.year)
        ),
        class_="glance",
    )
    return element(
        "section",
        element("h2", "All texts at a glance", id="glance-title"),
        element(
            "div", table, class_="frame", role="region", tabindex="0",
            aria_label="Table of all texts, scrolls sideways",
        ),
        id="glance",
        aria_labelledby="glance-title",
    )  # fmt: skip


def _permanent(scorecard: Scorecard) -> dict[str, str]:
    codes = {m.state for line in scorecard.lines for m in line.marks if m.seat is Seat.PERMANENT}
    return {code: name for code, name in member_names(scorecard).items() if code in codes}


def _head(permanent: dict[str, str]) -> Html:
    plain = ("Date", "Text", "Situation", "Outcome", "Yes", "No", "Abstain")
    cells = [element("th", word, scope="col") for word in plain]
    members = [element("th", name, scope="col", class_="member") for name in permanent.values()]
    return element("thead", element("tr", *cells, *members))


def _year(year: int, year_lines: list[Line], permanent: dict[str, str]) -> Html:
    span = str(7 + len(permanent))
    head = element("tr", element("th", str(year), scope="rowgroup", colspan=span), class_="year")
    return element("tbody", head, "\n", lines(*(_row(line, permanent) for line in year_lines)))


def _row(line: Line, permanent: dict[str, str]) -> Html:
    draft = line.draft
    tally = line.tally[:3] if line.tally else ("", "", "")
    marks = {mark.state: mark for mark in line.marks}
    return element(
        "tr",
        element("td", element("time", short_day(draft.day), datetime=draft.day.isoformat())),
        element("th", link(slug_of(draft.vote), outside(draft.vote)), scope="row"),
        element("td", line.situation_name),
        element("td", OUTCOMES[line.decision.outcome]),
        *(element("td", str(number), class_="number") for number in tally),
        *(_vote(marks.get(code)) for code in permanent),
    )


def _vote(mark: Mark | None) -> Html:
    if mark is None:
        return element("td", "–")
    if mark.is_veto:
        return element("td", element("b", "veto", class_="v"))
    return element("td", CASTS[mark.cast].lower())
