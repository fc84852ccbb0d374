"""The scorecard and the card as files: text, JSON, picture, page."""

import json

from councilwatch import METHOD_VERSION
from councilwatch.press.body import scorecard_body
from councilwatch.press.canvas import to_png
from councilwatch.press.card import Card, make_card
from councilwatch.press.page import make_page
from councilwatch.press.picture import make_picture
from councilwatch.press.scorecard import Line, Scorecard, as_of
from councilwatch.press.text import findings_text, scorecard_text
from councilwatch.record.record import Record


def card_of(record: Record, line: Line) -> Card:
    """The share picture of one text."""
    source = record.source(line.draft.source)
    cited = f"{source.title} ({source.licence})"
    day = as_of(record) + (f", as known on {record.known_on}" if record.known_on else "")
    return make_card(line, as_of=day, method=METHOD_VERSION, source=cited)


def scorecard_files(record: Record, scorecard: Scorecard) -> dict[str, bytes]:
    """Every form of a scorecard by file name; the same scorecard gives the same bytes."""
    picture = make_picture(scorecard)
    body = json.dumps(scorecard_body(record, scorecard), ensure_ascii=False, indent=1)
    page = make_page(scorecard, record, picture.svg, picture.alt)
    text = "\n".join(
        [scorecard_text(scorecard), *(findings_text(line) for line in scorecard.lines)]
    )
    return {
        "scorecard.txt": f"{text}\n".encode(),
        "scorecard.json": f"{body}\n".encode(),
        "scorecard.svg": picture.svg.encode(),
        "scorecard.png": to_png(picture.svg),
        "scorecard.html": page.encode(),
    }
