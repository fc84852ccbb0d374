"""The page: a whole scorecard in one file, to be read without a network, a script or a login.

It is a plain document: it unfolds, prints, and turns right to left by means of the browser alone.
"""

from importlib.resources import files
from itertools import groupby

from councilwatch.press.fingerprint import fingerprint
from councilwatch.press.markup import Html, element, folded, lines, link
from councilwatch.press.page_glance import make_glance
from councilwatch.press.page_guide import make_guide
from councilwatch.press.page_headline import make_headline
from councilwatch.press.page_sources import make_sources
from councilwatch.press.page_text import make_text
from councilwatch.press.scorecard import Scorecard
from councilwatch.record.record import Record

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
"""What a browser may load for the page: nothing but what stands in it."""


def make_page(scorecard: Scorecard, record: Record, picture_svg: str, picture_alt: str) -> str:
    """The page as HTML5; the picture is SVG of our own making and is taken as it is."""
    body = element(
        "body",
        "\n",
        element("a", "Skip to the texts", href="#texts", class_="skip"),
        "\n",
        make_headline(scorecard),
        _contents(),
        element(
            "main",
            lines(
                make_glance(scorecard),
                _picture(picture_svg, picture_alt),
                make_guide(scorecard, record),
                _texts(scorecard, record),
            ),
        ),
        element("footer", lines(make_sources(scorecard, record), _imprint(scorecard))),
        "\n",
    )
    page = element("html", "\n", _head(scorecard), "\n", body, "\n", lang="en", dir="ltr")
    return f"<!DOCTYPE html>\n{page}\n"


def _head(scorecard: Scorecard) -> Html:
    style = files("councilwatch.press").joinpath("page.css").read_text("utf-8")
    about = f"{scorecard.rule} As of {scorecard.as_of}."
    return element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="color-scheme", content="light dark"),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="description", content=about),
            element("title", f"{scorecard.title} – Councilwatch"),
            element("style", Html(f"\n{style}")),
        ),
    )


def _contents() -> Html:
    places = (
        ("glance", "At a glance"),
        ("guide", "How to read"),
        ("texts", "The texts"),
        ("sources", "Sources"),
    )
    links = (element("li", link(anchor, words)) for anchor, words in places)
    return element("nav", element("ul", *links), aria_label="On this page")


def _picture(svg: str, alt: str) -> Html:
    if not svg:
        return Html("")
    drawing = Html(svg[max(svg.find("<svg"), 0) :])  # without the XML declaration of a file
    figure = element(
        "figure",
        element("div", drawing, class_="picture", dir="ltr", aria_hidden="true"),
        element("figcaption", alt),
    )
    return folded("The votes in one picture", figure)


def _texts(scorecard: Scorecard, record: Record) -> Html:
    on_page = frozenset(line.draft.vote for line in scorecard.lines)
    years = groupby(scorecard.lines, key=lambda line: line.draft.day.year)
    parts = (
        lines(element("h3", str(year)), *(make_text(line, record, on_page) for line in group))
        for year, group in years
    )
    title = element("h2", "The texts, newest first", id="texts-title")
    return element("section", title, "\n", lines(*parts), id="texts", aria_labelledby="texts-title")


def _imprint(scorecard: Scorecard) -> Html:
    return lines(
        element(
            "p",
            "Councilwatch is not affiliated with the United Nations. Corrections are welcome: "
            "name the text, what should be read in its place, and a source that shows it.",
        ),
        element(
            "p",
            f"Method version {scorecard.method}; record as of {scorecard.as_of}; content print ",
            element("code", fingerprint(scorecard)),
            " (the first twelve digits of the SHA-256 sum of the facts on this page).",
        ),
    )
