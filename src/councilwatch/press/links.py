"""Where the links of a post are, as X and Mastodon find them.

Both networks use the grammar of twitter-text (github.com/twitter/twitter-text, Apache-2.0), which
links a host only under an ending it knows. We do not ship its 1,500 endings but a declared few
(`ENDINGS`), and stay on the long side elsewhere: an http(s) link under another ending is marked
as not sure, so that a count can take the longer of both readings.

Bare domains are treated conservatively: "un.org" is a link, for X, only under a declared ending.
A document symbol is none: its dots are followed by digits, as in S/PV.7785 or A/HRC/53/L.12/Rev.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTRIES = (
    "ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo "
    "bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm "
    "do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs "
    "gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp "
    "kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms "
    "mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps "
    "pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz "
    "tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu "
    "wf ws ye yt za zm zw"
)
COUNTRY_ENDINGS = frozenset(_COUNTRIES.split())
"""The two-letter endings of countries and territories.

Unit: lower-case domain endings without their dot. Source: twitter-text 3.1.0, list of ccTLDs.
"""

ENDINGS = COUNTRY_ENDINGS | frozenset(("com", "edu", "gov", "info", "int", "mil", "net", "org"))
"""The endings under which a host is a link for certain.

Unit: lower-case domain endings without their dot. Source: `COUNTRY_ENDINGS` and our own choice of
general endings, all of them on the list of twitter-text 3.1.0.
"""

_LONGEST_URL = 4096
_LONGEST_SLUG = 40

_ACCENTED = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f"
    "\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_SPACES = r"\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIRECTIONS = r"\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
_NEVER = r"\ufffe\ufeff\uffff"
_OUTSIDE = rf"!#%&'()*+,./:;<=>?@\[\\\]^{{|}}~${_SPACES}{_NEVER}{_DIRECTIONS}"
"""What no host holds; a hyphen may stand inside a label, an underscore inside a subdomain."""

_SIGN = rf"[^{_OUTSIDE}_\-]"
# A host has at most 127 labels of 63 bytes; 300 signs show that a label is too long, and nothing
# reads a whole page for one host.
_NAMES = (
    rf"(?:{_SIGN}(?:[^{_OUTSIDE}]{{0,300}}{_SIGN})?\.){{0,126}}"  # "a_b.", "www."
    rf"{_SIGN}(?:[^{_OUTSIDE}_]{{0,300}}{_SIGN})?\."  # "un.", "日本語."
)
_BORDER = r"(?![0-9A-Za-z@+-])"
_KNOWN = rf"(?:(?:{'|'.join(sorted(ENDINGS))}){_BORDER}|xn--[-0-9a-z]+)"
_SOME = rf"[^\W\d_]{{2,}}{_BORDER}(?!://)"  # ".example", ".museum"

_STEP = rf"[a-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&\u0400-\u04ff{_ACCENTED}]"
_PAIRED = rf"\((?:{_STEP}+|{_STEP}*\({_STEP}+\){_STEP}*)\)"  # "(film)", "(a(b))"
_LAST = rf"(?:[-+a-z0-9=_#/\u0400-\u04ff{_ACCENTED}]|{_PAIRED})"  # no full stop ends a link
_PATH = rf"/(?:{_STEP}*(?:{_PAIRED}{_STEP}*)*{_LAST}|@{_STEP}+/)*"
_QUERY = r"\?[-a-z0-9!?*'@();:&=+$/%#\[\]_.,~|]*[-a-z0-9_&=#/]"

_URL = re.compile(
    rf"(?P<before>[^A-Za-z0-9@\uff20$#\uff03{_NEVER}]|^)"
    rf"(?P<url>(?:(?P<scheme>https?://)(?:(?P<host>{_NAMES}{_KNOWN})|(?P<doubtful>{_NAMES}{_SOME}))"
    rf"|(?P<bare>{_NAMES}{_KNOWN}))(?::[0-9]+)?(?P<path>{_PATH})?(?:{_QUERY})?)",
    re.IGNORECASE,
)
_PLAIN_HOST = re.compile(rf"(?:[-a-z0-9{_ACCENTED}]+\.)+{_KNOWN}", re.IGNORECASE)
_SHORTENED = re.compile(rf"https?://t\.co/([a-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text which a network shows as a link.

    Unit: code points, half open, `text[link.start:link.end]`. Source: our reading of the text.
    """

    start: int
    end: int
    is_sure: bool = True
    """Whether the host stands under one of `ENDINGS`; if not, a network may show plain text."""


def find_links(text: str, *, with_bare_domains: bool) -> tuple[Link, ...]:
    """The links of a text, in order and without overlap.

    Unit: code points of the text as given (X counts after NFC: normalise first). Source: the URL
    grammar of twitter-text 3.1.0; X links bare domains as well, Mastodon only http(s).
    """
    if "." not in text:
        return ()
    return tuple(_links(text, with_bare_domains))


def _links(text: str, with_bare_domains: bool) -> Iterator[Link]:
    for found in _URL.finditer(text):
        host = found["host"] or found["doubtful"] or found["bare"]
        if not _is_legal(found["url"], host):
            continue
        if found["scheme"]:
            yield from _with_scheme(found)
        elif with_bare_domains and found["before"] not in tuple("-_./"):
            yield from _without_scheme(found)


def _is_legal(url: str, host: str) -> bool:
    # The codec refuses what the domain name system refuses, such as a label of over 63 bytes.
    try:
        encoded = host.encode("idna")
    except UnicodeError:
        return False
    return len("https://") + len(url) - len(host) + len(encoded) <= _LONGEST_URL


def _with_scheme(found: re.Match[str]) -> Iterator[Link]:
    # X made https://t.co/ itself, and lets nothing but a query follow its slug.
    own = _SHORTENED.match(found["url"])
    if own is None:
        yield Link(found.start("url"), found.end("url"), found["host"] is not None)
    elif len(own[1]) <= _LONGEST_SLUG:
        yield Link(found.start("url"), found.start("url") + own.end())


def _without_scheme(found: re.Match[str]) -> Iterator[Link]:
    # Of "これは日本語です。un.org/ar" only "un.org/ar" is a link: a bare host is ASCII or Latin.
    at = found.start("url")
    hosts = [(at + host.start(), at + host.end()) for host in _PLAIN_HOST.finditer(found["bare"])]
    for start, end in hosts[:-1]:
        yield Link(start, end)
    for start, end in hosts[-1:]:
        yield Link(start, found.end("url") if found["path"] else end)
