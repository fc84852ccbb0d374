"""Atom (RFC 4287) as text: a feed, its entries, and their escapes."""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


class Entry(NamedTuple):
    """One entry of a feed."""

    id: str
    title: str
    updated: str
    """The day on which it became known; a feed shows its first moment."""
    text: str
    link: str | None = None
    published: str | None = None
    """The day on which what it tells of happened, however late it became known."""


class Feed(NamedTuple):
    """A feed with its entries, newest first."""

    name: str
    id: str
    title: str
    updated: str
    author: str
    version: str
    """The version of the program that made it."""
    rights: str
    entries: tuple[Entry, ...]


def feed_file(feed: Feed) -> bytes:
    """The feed as the bytes of its file."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{_plain(feed.id)}</id>",
        f"<title>{_plain(feed.title)}</title>",
        f"<updated>{_time(feed.updated)}</updated>",
        f"<author><name>{_plain(feed.author)}</name></author>",
        f"<generator version={quoteattr(_legal(feed.version))}>{_plain(feed.author)}</generator>",
        f"<rights>{_plain(feed.rights)}</rights>",
        *(line for entry in feed.entries for line in _entry(entry)),
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def _entry(entry: Entry) -> list[str]:
    link = f'<link rel="alternate" href={quoteattr(_legal(entry.link))}/>' if entry.link else ""
    happened = f"<published>{_time(entry.published)}</published>" if entry.published else ""
    return [
        "<entry>",
        f"<id>{_plain(entry.id)}</id>",
        f"<title>{_plain(entry.title)}</title>",
        f"<updated>{_time(entry.updated)}</updated>",
        *(line for line in (happened, link) if line),
        f'<content type="text">{_plain(entry.text)}</content>',
        "</entry>",
    ]


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _plain(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    return NO_XML.sub("\ufffd", text)
