"""HTML as values: what comes from outside is always escaped, what we made is not escaped again.

Titles and quotes come from documents of others. They are plain `str`, and every function here
escapes a `str`. Only `Html` passes as it is, and only our own functions and templates make it.
"""

import re
from collections.abc import Iterable
from html import escape

# HTML allows no control characters but tab and line ends, and no lone surrogates: "\x00", "\ud800".
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_VOID = frozenset(("br", "hr", "meta"))


class Html(str):
    """Markup of our own making, which is not escaped again."""

    __slots__ = ()


def text(words: str) -> Html:
    """The words as markup: escaped, unless they are markup already."""
    if isinstance(words, Html):
        return words
    return Html(escape(_FORBIDDEN.sub("\ufffd", words)))


def element(tag: str, *children: str, **attributes: str) -> Html:
    """An element; `class_` is written class, and `aria_label` aria-label."""
    opening = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for name, value in attributes.items()
    )
    if tag in _VOID:
        return Html(f"<{tag}{opening}>")
    return Html(f"<{tag}{opening}>{''.join(text(child) for child in children)}</{tag}>")


def join(parts: Iterable[str], between: str = "") -> Html:
    """All parts after one another, each escaped if it is not markup."""
    return Html(text(between).join(text(part) for part in parts))


def lines(*parts: str) -> Html:
    """All parts that are not empty, each on a line of its own."""
    return join((part for part in parts if part), "\n")


def outside(words: str) -> Html:
    """Words from outside, kept apart from the direction of the text around them."""
    return element("bdi", words)


def link(anchor: str, words: str) -> Html:
    """A link to a place on the same page."""
    return element("a", words, href=f"#{anchor}")


def unseen(words: str) -> Html:
    """Words for those who hear the page: what the eye sees from the layout."""
    return element("span", words, class_="unseen")


def folded(summary: str, *children: str) -> Html:
    """A part which the reader unfolds."""
    return element("details", element("summary", summary), "\n", lines(*children))


def listed(entries: Iterable[str], **attributes: str) -> Html:
    """A list without order."""
    return element("ul", *(element("li", entry) for entry in entries), **attributes)


def described(pairs: Iterable[tuple[str, str]], **attributes: str) -> Html:
    """A list of terms, each with its description."""
    parts = (element("dt", term) + element("dd", about) for term, about in pairs)
    return element("dl", *(element("div", Html(part)) for part in parts), **attributes)
