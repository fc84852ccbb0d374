"""How long a post is as each network counts it, so that a post always fits.

X weighs characters after NFC: 1 for most alphabets, 2 for ideographs and for each emoji, 23 for a
link. Bluesky counts graphemes and, as a second limit, UTF-8 bytes; a link counts as it is written.
Mastodon counts graphemes too, not code points: its server measures `each_grapheme_cluster.size`
(app/validators/status_length_validator.rb), and refuses a post by that number; an http(s) link
counts 23.

Where a network's reading is not known for certain we take the longer one. A link under an ending
outside `links.ENDINGS` counts 23 or its plain length, whichever is more; bare domains are links
for X only under those endings; a mention on Mastodon counts with its server's name.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from enum import Enum

import regex

from councilwatch.press.emoji import EMOJI
from councilwatch.press.links import find_links

LINK_LENGTH = 23
"""What a link counts on X and on Mastodon, however long it is.

Unit: weighted characters on X, graphemes on Mastodon. Source: configuration v3 of twitter-text;
URL_PLACEHOLDER_CHARS in Mastodon's status_length_validator.rb.
"""

ELLIPSIS = "…"
"""What stands where a text was cut.

Unit: one code point; it counts 2 on X, 1 elsewhere. Source: our choice.
"""

# What configuration v3 weighs 100 in place of 200: most alphabets, spaces, dashes, quotation marks.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_GRAPHEME = regex.compile(r"\X")
# A word ends before a space; ideographs and kana are written without spaces, and end after each.
_WORD_END = regex.compile(r"(?<=\S)(?=\s)|(?<=[\p{Han}\p{Hiragana}\p{Katakana}])")
# No network links http://localhost/desk, and still nobody wants half an address.
_ADDRESS = regex.compile(r"https?://[!-~]+", regex.IGNORECASE)


class Network(Enum):
    """A network we post to, by the name people call it.

    Unit: none; `limit` and `byte_limit` carry theirs. Source: the three networks of our press desk.
    """

    X = "X"
    BLUESKY = "Bluesky"
    MASTODON = "Mastodon"

    @property
    def limit(self) -> int:
        """The greatest length a post may have.

        Unit: as `length` counts. Source: configuration v3 of twitter-text; the lexicon
        app.bsky.feed.post (maxGraphemes); Mastodon's default, which a server may raise.
        """
        return {Network.X: 280, Network.BLUESKY: 300, Network.MASTODON: 500}[self]

    @property
    def byte_limit(self) -> int | None:
        """The greatest size a post may have, where the network sets one.

        Unit: bytes of UTF-8. Source: the lexicon app.bsky.feed.post (maxLength).
        """
        return 3000 if self is Network.BLUESKY else None


def length(text: str, network: Network) -> int:
    """The length of a post as the network counts it.

    Unit: weighted characters for X, graphemes for Bluesky and Mastodon. Source: twitter-text 3.1.0
    with configuration v3; the lexicon app.bsky.feed.post; Mastodon's status_length_validator.rb.
    """
    if network is Network.X:
        return _with_links(unicodedata.normalize("NFC", text), _weight, with_bare_domains=True)
    if network is Network.MASTODON:
        return _with_links(text, _graphemes, with_bare_domains=False)
    return _graphemes(text)


def fits(text: str, network: Network) -> bool:
    """Whether a post is within every limit of the network; an empty one is.

    Unit: none. Source: `Network.limit` and `Network.byte_limit`.
    """
    return _is_within(text, network.limit, network)


def shorten(text: str, room: int, network: Network) -> str:
    """The text if it fits the room, else as many of its first words as fit, with an ellipsis.

    A word too long for the room is cut between graphemes, a link never; a link before the ellipsis
    keeps a space, since Mastodon would take the ellipsis into it. Where not even the ellipsis has
    room, nothing is left.

    Unit: `room` as `length` counts; it is never more than the network's limit. Source: the text.
    """
    room = min(room, network.limit)
    if _is_within(text, room, network):
        return text
    places = _places_to_cut(text)
    words = [place for place in places if _WORD_END.match(text, place)]
    for cuts in (words, places):
        kept = _longest_cut(text, cuts, room, network)
        if kept:
            return kept
    return ELLIPSIS if _is_within(ELLIPSIS, room, network) else ""


def _is_within(text: str, room: int, network: Network) -> bool:
    most = network.byte_limit
    return length(text, network) <= room and (most is None or len(text.encode()) <= most)


def _with_links(text: str, count: Callable[[str], int], *, with_bare_domains: bool) -> int:
    total, read = 0, 0
    for link in find_links(text, with_bare_domains=with_bare_domains):
        plain = 0 if link.is_sure else count(text[link.start : link.end])
        total += count(text[read : link.start]) + max(LINK_LENGTH, plain)
        read = link.end
    return total + count(text[read:])


def _weight(text: str) -> int:
    rest, emoji = EMOJI.subn("", text)
    return 2 * emoji + sum(1 if _is_light(sign) else 2 for sign in rest)


def _is_light(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _LIGHT)


def _graphemes(text: str) -> int:
    return len(_GRAPHEME.findall(text))


def _places_to_cut(text: str) -> list[int]:
    # Between graphemes and outside links, and somewhere in the middle.
    links = [(link.start, link.end) for link in find_links(text, with_bare_domains=True)]
    links += [found.span() for found in _ADDRESS.finditer(text)]
    inside = {place for start, end in links for place in range(start + 1, end)}
    ends = (found.end() for found in _GRAPHEME.finditer(text))
    return [end for end in ends if end not in inside and end < len(text)]


def _longest_cut(text: str, cuts: list[int], room: int, network: Network) -> str:
    # Text grows with its cut, so the cuts that are too long all stand behind those that fit.
    fitting = bisect_right(
        cuts, False, key=lambda cut: not _is_within(_cut(text, cut), room, network)
    )
    return _cut(text, cuts[fitting - 1]) if fitting else ""


def _cut(text: str, place: int) -> str:
    kept = text[:place]
    links = find_links(kept, with_bare_domains=True)
    ends_in_link = any(link.end == place for link in links)
    return f"{kept} {ELLIPSIS}" if ends_in_link else f"{kept}{ELLIPSIS}"
