"""Where things stand on the card: heading, outcome, seats, legend, footer."""

from councilwatch.press.ballot_mark import ballot_mark, endorsement_mark
from councilwatch.press.canvas import ACCENT, INK, QUIET, group, rect, rule, text
from councilwatch.press.legend import draw_legend
from councilwatch.press.lettering import BOLD, PLAIN, SERIF, fit, width
from councilwatch.press.page_words import long_day
from councilwatch.press.scorecard import Line, Mark
from councilwatch.press.wording import (
    CODE,
    NOT_ON_RECORD,
    PROJECT,
    count_sentence,
    in_order,
    outcome_sentence,
    remarks,
    title_of,
)
from councilwatch.record.draft import DecidedBy
from councilwatch.world.council import Seat

WIDTH, HEIGHT = 1200, 630
LEFT, ROOM = 56, 1088
PER_ROW = 5
COLUMN = ROOM / PER_ROW
PITCH = 68
"""From one row of seats to the next."""

RADIUS = 24


def draw_body(line: Line, footer: str) -> str:
    """Everything on the card but the paper."""
    return "\n".join(
        (
            rect(0, 0, WIDTH, 8, fill=ACCENT),
            _heading(line),
            _outcome(line),
            _seats(line) if line.marks else _no_ballots(line),
            draw_legend(LEFT, 554, 14) if line.marks else "",
            _footer(footer),
        )
    )


def _heading(line: Line) -> str:
    vote, day = line.draft.vote, long_day(line.draft.day)
    size, lines = fit(title_of(line.draft), PLAIN, ROOM, ((28, 1), (24, 1), (21, 2)))
    first = 102 if len(lines) == 1 else 93
    symbol_ends = LEFT + width(vote, BOLD, 22)
    return group(
        "heading",
        text(LEFT, 60, vote, 22, BOLD),
        text(symbol_ends + 16, 60, day, 22, fill=QUIET),
        text(LEFT + ROOM, 60, "UN Security Council", 17, fill=QUIET, anchor="end"),
        *(text(LEFT, first + n * 28, words, size) for n, words in enumerate(lines)),
    )


def _outcome(line: Line) -> str:
    size, lines = fit(
        outcome_sentence(line), SERIF, ROOM, ((44, 1), (40, 1), (36, 1), (32, 1), (28, 1))
    )
    parts = [text(LEFT, 182, lines[0], size, SERIF), text(LEFT, 217, count_sentence(line), 21)]
    said = " ".join(remarks(line))
    if said:
        small, words = fit(said, PLAIN, ROOM, ((17, 1), (15, 1)))
        parts.append(text(LEFT, 243, words[0], small, fill=QUIET))
    return group("outcome", *parts)


def _seats(line: Line) -> str:
    permanent = [mark for mark in line.marks if mark.seat is Seat.PERMANENT]
    elected = [mark for mark in line.marks if mark.seat is Seat.ELECTED]
    return _block("Permanent members", permanent, 264) + _block("Elected members", elected, 362)


def _block(heading: str, marks: list[Mark], top: float) -> str:
    half = -(-len(marks) // 2)
    per_row = len(marks) if len(marks) <= PER_ROW else half
    seats = (
        _seat(mark, LEFT + n % per_row * COLUMN, top + 54 + n // per_row * PITCH)
        for n, mark in enumerate(in_order(marks))
    )
    title = text(LEFT, top + 14, heading, 15, BOLD, fill=QUIET)
    start = LEFT + width(heading, BOLD, 15) + 14
    return group("block", title, rule(start, top + 9, LEFT + ROOM - start), *seats)


def _seat(mark: Mark, left: float, middle: float) -> str:
    size, lines = fit(
        mark.name, PLAIN, COLUMN - 2 * RADIUS - 36, ((18, 1), (18, 2), (16, 3), (14, 3))
    )
    high = size * 1.16
    first = middle + size * 0.36 - (len(lines) - 1) * high / 2
    x = left + RADIUS
    return group(
        "seat",
        ballot_mark(mark.cast, mark.is_veto, x, middle, RADIUS),
        endorsement_mark(mark.support[CODE].answer, x + RADIUS * 0.8, middle - RADIUS * 0.8, 10),
        *(
            text(left + 2 * RADIUS + 14, first + n * high, words, size)
            for n, words in enumerate(lines)
        ),
    )


def _no_ballots(line: Line) -> str:
    if line.draft.decided_by is DecidedBy.WITHOUT_VOTE:
        words = [
            "The Council adopted this text without a vote,",
            "so no member cast a ballot on it.",
        ]
    else:
        published = line.draft.published_outcome
        said = f"The source gives the outcome as: {published}." if published else ""
        words = ["A vote was taken.", NOT_ON_RECORD, said]
    lines = (text(LEFT, 340 + n * 40, each, 28) for n, each in enumerate(words))
    return group("no-ballots", rule(LEFT, 273, ROOM), *lines)


def _footer(footer: str) -> str:
    starts = LEFT + width(PROJECT, BOLD, 17) + 24
    size, lines = fit(footer, PLAIN, LEFT + ROOM - starts, ((15, 1), (13, 1), (12, 2), (11, 3)))
    first = 613 - 7 * len(lines)
    return group(
        "footer",
        rule(LEFT, 581, ROOM, fill=INK),
        text(LEFT, 606, PROJECT, 17, BOLD, fill=ACCENT),
        *(
            text(LEFT + ROOM, first + n * 14, words, size, fill=QUIET, anchor="end")
            for n, words in enumerate(lines)
        ),
    )
