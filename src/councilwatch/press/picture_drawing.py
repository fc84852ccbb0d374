"""Where things stand in the picture of the scorecard: head, legend, rows, footer."""

from councilwatch.press.ballot_mark import ballot_mark, endorsement_mark
from councilwatch.press.canvas import ACCENT, HAIR, INK, QUIET, group, rect, rule, text
from councilwatch.press.legend import draw_legend
from councilwatch.press.lettering import BOLD, PLAIN, SERIF, fit, width
from councilwatch.press.page_words import long_day
from councilwatch.press.scorecard import Line, Mark, Scorecard
from councilwatch.press.wording import (
    CODE,
    PROJECT,
    in_order,
    short_outcome,
    title_of,
)
from councilwatch.world.council import Seat

WIDTH, LEFT, ROOM = 1600, 48, 1504
TOP = 252
"""Where the first row begins."""

ROW = 54
FOOT = 96
TEXT_AT, OUTCOME_AT, PERMANENT_AT, ELECTED_AT = 224, 624, 832, 1106
PERMANENT_STEP, ELECTED_STEP = 50, 45
NOT_SHOWN = (
    "This picture does not show whether a draft was credible or aimed at ending or preventing "
    "atrocity crimes, nor whether a vote was right. It makes no finding on any ballot."
)


def height_of(scorecard: Scorecard) -> int:
    """As high as the rows need."""
    return TOP + ROW * len(scorecard.lines) + FOOT


def draw_top(scorecard: Scorecard) -> str:
    """The title, which texts are listed, what is not shown, and the legend."""
    size, title = fit(scorecard.title, SERIF, ROOM, ((40, 1), (34, 1), (28, 1)))
    rule_size, words = fit(scorecard.rule, PLAIN, ROOM, ((19, 1), (17, 1), (16, 2)))
    return group(
        "top",
        rect(0, 0, WIDTH, 8, fill=ACCENT),
        text(LEFT, 72, title[0], size, SERIF),
        *(text(LEFT, 108 + n * 22, each, rule_size) for n, each in enumerate(words)),
        text(LEFT, 158, NOT_SHOWN, 17, fill=QUIET),
        draw_legend(LEFT, 192, 16),
    )


def draw_rows(scorecard: Scorecard, footer: str) -> str:
    """The heads of the columns, one row for each text, and the footer."""
    columns = _permanent_columns(scorecard)
    rows = (_row(line, TOP + n * ROW, columns) for n, line in enumerate(scorecard.lines))
    bottom = TOP + ROW * len(scorecard.lines)
    return "\n".join((_heads(), *rows, _footer(footer, bottom)))


def _permanent_columns(scorecard: Scorecard) -> dict[str, float]:
    # By state code: where its column stands, in the order of the Council's own lists.
    seen = {
        mark.state: mark
        for line in scorecard.lines
        for mark in line.marks
        if mark.seat is Seat.PERMANENT
    }
    in_line = in_order(seen.values())
    step = min(PERMANENT_STEP, 5 * PERMANENT_STEP / max(1, len(in_line)))
    return {mark.state: PERMANENT_AT + (n + 0.5) * step for n, mark in enumerate(in_line)}


def _heads() -> str:
    heads = (
        (LEFT, "Text and day"),
        (TEXT_AT, "Situation and agenda"),
        (OUTCOME_AT, "Outcome, yes-no-abstain"),
        (PERMANENT_AT, "Permanent members"),
        (ELECTED_AT, "Elected members on that day"),
    )
    y = TOP - 12
    return group(
        "heads",
        *(text(x, y, words, 15, BOLD, fill=QUIET) for x, words in heads),
        rule(LEFT, TOP - 1, ROOM, weight=1.5, fill=INK),
    )


def _row(line: Line, top: float, columns: dict[str, float]) -> str:
    high, low = top + 21, top + 38
    small, agenda = fit(
        _agenda(line), PLAIN, OUTCOME_AT - TEXT_AT - 14, ((14, 1), (13, 1), (12, 2), (11, 2))
    )
    size, symbol = fit(line.draft.vote, BOLD, TEXT_AT - LEFT - 8, ((17, 1), (15, 2)))
    more = 4 * (len(symbol) - 1)
    return group(
        "row",
        *(text(LEFT, high - more + n * 17, words, size, BOLD) for n, words in enumerate(symbol)),
        text(LEFT, low + 3 * more, long_day(line.draft.day), 14, fill=QUIET),
        text(TEXT_AT, high, line.situation_name, 16),
        *(text(TEXT_AT, low + n * 13, words, small, fill=QUIET) for n, words in enumerate(agenda)),
        *_outcome(line, high, low),
        *(_mark(mark, _place(line, mark, columns), top) for mark in line.marks),
        rule(LEFT, top + ROW - 1, ROOM, fill=HAIR),
    )


def _agenda(line: Line) -> str:
    return title_of(line.draft) + (f" ({line.draft.note})" if line.draft.note else "")


def _outcome(line: Line, high: float, low: float) -> list[str]:
    room = PERMANENT_AT - OUTCOME_AT - 12
    size, words = fit(short_outcome(line), BOLD, room, ((16, 1), (14, 1), (12, 1)))
    count = f"{line.tally} ({line.needed} needed)" if line.tally else ""
    return [
        text(OUTCOME_AT, high, words[0], size, BOLD),
        text(OUTCOME_AT, low, count, 14, fill=QUIET),
    ]


def _place(line: Line, mark: Mark, columns: dict[str, float]) -> float:
    if mark.seat is Seat.PERMANENT:
        return columns[mark.state]
    elected = in_order(each for each in line.marks if each.seat is Seat.ELECTED)
    return ELECTED_AT + (elected.index(mark) + 0.5) * ELECTED_STEP


def _mark(mark: Mark, x: float, top: float) -> str:
    middle, radius = top + 22, 13
    return group(
        "seat",
        ballot_mark(mark.cast, mark.is_veto, x, middle, radius),
        endorsement_mark(mark.support[CODE].answer, x + 13, middle - 11, 6.5),
        text(x, top + 48, mark.state, 11, fill=QUIET, anchor="middle"),
    )


def _footer(footer: str, bottom: float) -> str:
    size, words = fit(footer, PLAIN, ROOM - width(PROJECT, BOLD, 19) - 24, ((16, 1), (14, 1)))
    return group(
        "footer",
        rule(LEFT, bottom + 28, ROOM, fill=INK),
        text(LEFT, bottom + 60, PROJECT, 19, BOLD, fill=ACCENT),
        text(LEFT + ROOM, bottom + 60, words[0], size, fill=QUIET, anchor="end"),
    )
