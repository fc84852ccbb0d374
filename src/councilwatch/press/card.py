"""The card of one vote: a picture of 1200 by 630 to share, its text alternative and its print.

The layout is one for all texts and all members. It shows the ballots, the outcome and who had
endorsed the Code, and no judgement.
"""

from dataclasses import dataclass

from councilwatch.press.canvas import document
from councilwatch.press.canvas import to_png as to_png  # a card and its PNG come from one place
from councilwatch.press.card_drawing import HEIGHT, WIDTH, draw_body
from councilwatch.press.fingerprint import short_print
from councilwatch.press.page_words import enumerated, long_day
from councilwatch.press.scorecard import Line
from councilwatch.press.wording import (
    CODE,
    CODE_NAME,
    NOT_ON_RECORD,
    outcome_sentence,
    remarks,
    standing,
    title_of,
    voted,
)
from councilwatch.record.draft import Cast, DecidedBy, Outcome

LONGEST_ALT = 1500
"""The most characters a text alternative may have, so that every network takes it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of one vote."""

    svg: str
    alt: str
    """The same in words, for those who cannot see the picture."""
    content_hash: str
    """The same for two cards exactly when they state the same facts by the same method."""


def make_card(line: Line, *, as_of: str, method: str, source: str) -> Card:
    """The card of a text: same line, same bytes."""
    print_ = content_hash(line, as_of, method)
    footer = f"As of {as_of} · method {method} · source: {source} · content {print_}"
    alt = make_alt(line, as_of, method)
    title = f"Security Council vote: {line.draft.vote}"
    svg = document(WIDTH, HEIGHT, title, alt, draw_body(line, footer))
    return Card(svg, alt, print_)


def content_hash(line: Line, as_of: str, method: str) -> str:
    """The first digits of the SHA-256 over what the card states, in canonical JSON."""
    outcome = line.decision.outcome
    facts = {
        "vote": line.draft.vote,
        "title": line.draft.title,
        "note": line.draft.note,
        "day": line.draft.day.isoformat(),
        "outcome": outcome.value if outcome else None,
        "ballots": {mark.state: mark.cast.value for mark in line.marks},
        "endorsements": {mark.state: mark.support[CODE].answer for mark in line.marks},
        "as_of": as_of,
        "method": method,
    }
    return short_print(facts)


def make_alt(line: Line, as_of: str, method: str) -> str:
    """Who voted how, the outcome and why, and who had endorsed the Code, in full sentences."""
    rest = [
        f"{outcome_sentence(line)}.",
        *_why(line),
        *remarks(line),
        *_ballots(line),
        *_endorsements(line),
        f"As of {as_of}, method {method}.",
    ]
    after = " ".join(rest)
    opening = f"Security Council, {long_day(line.draft.day)}, {line.draft.vote}"
    # Names are never cut; a very long title is.
    room = LONGEST_ALT - len(after) - len(opening) - len(": . ")
    title = title_of(line.draft)
    if len(title) > room:
        title = title[: room - 1].rstrip() + "…"
    stop = "" if title.endswith(("…", ".")) else "."
    return f"{opening}: {title}{stop} {after}"


def _why(line: Line) -> list[str]:
    if line.decision.outcome is None:
        published = line.draft.published_outcome
        said = [f"The source gives the outcome as: {published}."] if published else []
        return [NOT_ON_RECORD, *said]
    if line.tally is None or line.draft.decided_by is DecidedBy.WITHOUT_VOTE:
        return ["No ballots were cast."]
    if line.decision.outcome is Outcome.SHORT:
        return []  # the outcome has said it already
    return [f"It had {line.decision.because.partition(';')[0]}."]


def _ballots(line: Line) -> list[str]:
    kinds = {
        "Voted in favour": (Cast.YES,),
        "Voted against": (Cast.NO,),
        "Abstained": (Cast.ABSTAIN,),
        "Did not vote": (Cast.ABSENT, Cast.NOT_PARTICIPATING, Cast.NOT_VOTING),
    }
    found = ((does, voted(line, *casts)) for does, casts in kinds.items())
    return [f"{does}: {names}." for does, names in found if names]


def _endorsements(line: Line) -> list[str]:
    if not line.marks:
        return []
    bound, unknown = standing(line, True), standing(line, None)
    if bound:
        found = [f"Had endorsed the {CODE_NAME} by that day: {enumerated(bound)}."]
    else:
        found = [f"No member is on record as having endorsed the {CODE_NAME} by that day."]
    if unknown:
        found.append(f"The record cannot say whether these had: {enumerated(unknown)}.")
    return found
