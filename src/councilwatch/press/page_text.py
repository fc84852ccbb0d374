"""One text on the page: what it was, what became of it, who voted how, and what was said of it."""

from councilwatch.press.markup import Html, described, element, lines, link, outside
from councilwatch.press.page_ballots import make_ballots
from councilwatch.press.page_findings import make_findings
from councilwatch.press.page_kin import make_kin
from councilwatch.press.page_said import make_assessments, sponsors
from councilwatch.press.page_sources import cited
from councilwatch.press.page_support import make_support
from councilwatch.press.page_words import enumerated, long_day
from councilwatch.press.scorecard import Line
from councilwatch.press.wording import document_link
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Outcome, Tally
from councilwatch.record.record import Record
from councilwatch.world.symbol_spelling import slug_of


def make_text(line: Line, record: Record, on_page: frozenset[str]) -> Html:
    """The article on one text; `on_page` are the votes that a link can lead to."""
    slug = slug_of(line.draft.vote)
    return element(
        "article",
        "\n",
        lines(
            element("div", lines(*_votes(line, slug)), class_="votes"),
            _about(line, record),
            make_kin(line, record, on_page),
            make_assessments(line, record),
            make_findings(line),
            make_support(line, record),
            element("p", link("glance", "Back to all texts at a glance"), class_="back"),
        ),
        "\n",
        id=slug,
        aria_labelledby=f"{slug}-title",
    )


def _votes(line: Line, slug: str) -> tuple[Html, ...]:
    draft = line.draft
    day = element("time", long_day(draft.day), datetime=draft.day.isoformat())
    symbol = element("span", link(slug, outside(draft.vote)), class_="symbol")
    title = element("span", outside(draft.title), class_="title")
    return (
        element("h4", symbol, " ", title, id=f"{slug}-title"),
        element("p", day, " · ", line.situation_name, class_="when"),
        element("p", outcome_sentence(line), class_="outcome"),
        make_ballots(line),
    )


def outcome_sentence(line: Line) -> str:
    """What became of a text, with the numbers it follows from."""
    first = line.outcome[:1].upper() + line.outcome[1:]
    if line.tally is None:
        return f"{first}: {line.decision.because}."
    is_short = line.decision.outcome is Outcome.SHORT
    aside = " A no on a text short of votes is not a veto." if is_short else ""
    return f"{first}: {_tally(line.tally)}; {line.needed} in favour needed.{aside}"


def _tally(tally: Tally) -> str:
    parts = [f"{tally.yes} in favour", f"{tally.no} against", f"{tally.abstain} abstaining"]
    return enumerated([*parts, f"{tally.not_voting} not voting"] if tally.not_voting else parts)


def _about(line: Line, record: Record) -> Html:
    draft = line.draft
    pairs = [("Sponsors on record", sponsors(line, record))]
    if draft.symbol:
        pairs.insert(0, ("Document", element("a", draft.symbol, href=document_link(draft))))
    if draft.note:
        pairs.append(("Note", outside(draft.note)))
    pairs.append(("Votes", cited(record, (Cite(f"ballots/{draft.vote}", draft.source),))))
    return described(pairs, class_="about")
