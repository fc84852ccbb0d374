"""
The catalogue of symbol series: which bodies there are and how each writes its documents.

This table is the only place where a series is declared; reading, writing, slugs, kinds and error
messages all follow from it. To support a new series, add a row. After the Dag Hammarskjold
Library's guide to document symbols and the 2005 harmonisation of treaty body symbols.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from councilwatch.world.symbol_parts import LAST_ROMAN, roman


class Kind(Enum):
    """What the documents of a series are."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    MEETING_RECORD = "meeting record"
    PRESIDENTIAL_STATEMENT = "presidential statement"
    LIMITED = "limited document, usually a draft"
    ROOM_PAPER = "conference room paper or working paper"
    INFORMATION = "information paper or agenda"
    NGO_STATEMENT = "statement by a non-governmental organization"
    HUMAN_RIGHTS_COUNCIL = "report or other document of the Human Rights Council"
    TREATY_BODY = "treaty body document"
    PRESS_RELEASE = "press release"
    DOCUMENT = "letter, report or draft"


@dataclass(frozen=True, slots=True)
class Form:
    """One series: how it is written after the body, and what its documents are."""

    template: str
    "For example '/RES/{number} ({adopted})'; the names in braces are the keys of PLACES."
    kind: Kind


@dataclass(frozen=True, slots=True)
class Organ:
    """A family of bodies whose documents are written in the same ways."""

    name: str
    slugs: str
    "A pattern of the slugs of its bodies: 'a-(?:c-[1-6]|bur)' is A/C.1 to A/C.6 and A/BUR."
    forms: tuple[Form, ...]


# Six digits are more than any series has used; the bound keeps every number cheap to read.
_NUMBER = "[1-9][0-9]{0,5}"

# The Assembly wrote Roman numerals up to its 30th regular, 7th special and 5th emergency special
# session, A/RES/3379 (XXX), A/RES/3362 (S-VII), A/RES/2252 (ES-V), and A/31/..., A/S-8/...,
# A/ES-6/... since. In slugs 'svii' is one word: 's-vii' would be part S of session VII.
_ROMAN_30, _ROMAN_7, _ROMAN_5, _ROMAN_ECOSOC = (
    "|".join(roman(number).lower() for number in range(1, last + 1))
    for last in (30, 7, 5, LAST_ROMAN)
)
_LATE = "(?:3[1-9]|[4-9][0-9]|[1-9][0-9]{2})|s-(?:[89]|[1-9][0-9])|es-(?:[6-9]|[1-9][0-9])"

# Words that stand where a State code or a treaty body's type of document could stand.
_WORDS = "res|dec|prst|pv|sr|l|crp|wp|inf|ngo|gc|d|agenda|corr|add|amend|rev|summary"

PLACES = {
    "number": f"-(?P<number>{_NUMBER})",
    "through": f"(?:-(?P<through>{_NUMBER}))?",
    "part": "(?:-(?P<part>[a-z]))?",
    "sitting": "(?:-part-(?P<part>i{1,3}|iv|v)"
    f"|-(?P<resumed>resumption)(?:-(?P<resumption>{_NUMBER}))?)?",
    "adopted": "-(?P<year>19(?:4[6-9]|[5-9][0-9])|20[0-9]{2})",
    "year": "-(?P<year>19(?:7[89]|[89][0-9])|20[0-9]{2})",
    "year94": "-(?P<year>199[4-9]|20[0-9]{2})",
    "session": "-(?P<session>(?:s-)?[1-9][0-9]{0,2})",
    "late": f"-(?P<session>{_LATE})",
    "roman": f"-(?P<session>{_ROMAN_30}|s(?:{_ROMAN_7})|es(?:{_ROMAN_5}))",
    "ecosoc": f"-(?P<session>{_ROMAN_ECOSOC})",
    "state": f"-(?P<state>(?!(?:{_WORDS})-)[a-z]{{3}})",
    "type": f"-(?P<type>(?!(?:{_WORDS})-)[a-z]{{1,5}})",
}
"What may stand in a form's braces, as a pattern of its slug."

_IN_WORDS = {
    "through": "",
    "part": "",
    "sitting": "",
    "adopted": "{year}",
    "year": "{year since 1978}",
    "year94": "{year since 1994}",
    "late": "{session since 1976}",
    "roman": "{session to 1975 in Roman numerals}",
    "ecosoc": "{session to 1977 in Roman numerals}",
    "state": "{three-letter State code}",
}
_SUFFIXES = f"(?P<suffixes>(?:-(?:rev|add|corr|amend)-{_NUMBER}|-summary){{0,4}})"


def _papers(*stems: str, plain: Kind = Kind.DOCUMENT) -> tuple[Form, ...]:
    """The series nearly every body has, after each stem ('', '/{session}', '/{year}')."""
    tails = {
        "/{number}": plain,
        "/L.{number}": Kind.LIMITED,
        "/PV.{number}{sitting}": Kind.MEETING_RECORD,
        "/SR.{number}": Kind.MEETING_RECORD,
        "/CRP.{number}": Kind.ROOM_PAPER,
        "/WP.{number}": Kind.ROOM_PAPER,
        "/INF/{number}": Kind.INFORMATION,
        "/NGO/{number}": Kind.NGO_STATEMENT,
    }
    return tuple(Form(stem + tail, kind) for stem in stems for tail, kind in tails.items())


_COUNCIL = (
    Form("/RES/{number} ({adopted})", Kind.RESOLUTION),
    Form("/PRST/{year94}/{number}", Kind.PRESIDENTIAL_STATEMENT),
    Form("/PV.{number}{sitting}", Kind.MEETING_RECORD),
    Form("/{year94}/{number}", Kind.DOCUMENT),
    Form("/{number}", Kind.DOCUMENT),
    Form("/INF/{number}", Kind.INFORMATION),
    Form("/Agenda/{number}", Kind.INFORMATION),
)
_ASSEMBLY = (
    Form("/RES/{late}/{number}{part}", Kind.RESOLUTION),
    Form("/RES/{number}{part} ({roman})", Kind.RESOLUTION),
    Form("/DEC/{late}/{number}{part}", Kind.DECISION),
    *_papers("/{late}", ""),
)
_MAIN_COMMITTEE = _papers("/{late}", "")
_RIGHTS_COUNCIL = (
    Form("/RES/{session}/{number}", Kind.RESOLUTION),
    Form("/DEC/{session}/{number}", Kind.DECISION),
    Form("/PRST/{session}/{number}", Kind.PRESIDENTIAL_STATEMENT),
    *_papers("/{session}", plain=Kind.HUMAN_RIGHTS_COUNCIL),
)
_RIGHTS_GROUP = (
    Form("/{session}/{state}/{number}", Kind.HUMAN_RIGHTS_COUNCIL),
    *_papers("/{session}", "/{year}", "", plain=Kind.HUMAN_RIGHTS_COUNCIL),
)
_ECOSOC = (
    Form("/RES/{year}/{number}", Kind.RESOLUTION),
    Form("/RES/{number}{part} ({ecosoc})", Kind.RESOLUTION),
    Form("/DEC/{year}/{number}", Kind.DECISION),
    *_papers("/{year}", ""),
)
_COMMITTEE = (
    Form("/{state}/{type}/{number}{through}", Kind.TREATY_BODY),
    Form("/{state}/{number}{through}", Kind.TREATY_BODY),
    Form("/{session}/D/{number}/{year}", Kind.TREATY_BODY),
    Form("/GC/{number}", Kind.TREATY_BODY),
    Form("/DEC/{state}/{number}", Kind.TREATY_BODY),
    *_papers("/{session}", "/{year}", "", plain=Kind.TREATY_BODY),
)
_SUBSIDIARY = (
    Form("/RES/{year}/{number}", Kind.RESOLUTION),
    *_papers("/{session}", "/{year}", ""),
)

_UNIT = "-(?:ac|c|cn|conf|sc|sub|wg)-[1-9][0-9]{0,3}"
_TREATIES = "(?:ccpr|cerd|cedaw|cat|crc|crpd|ced|cmw)"

# The order matters: the first organ whose pattern begins the slug is the one. The subsidiary
# bodies leave out the main committees and E/C.12, which have series of their own.
ORGANS = {
    "committee": Organ("a treaty body", f"{_TREATIES}-c(?:-opac|-opsc)?|cat-op|e-c-12", _COMMITTEE),
    "rights_group": Organ(
        "a body of the Human Rights Council",
        "a-hrc-(?:ac|wgad|wgeid|wg-[1-9][0-9]?)",
        _RIGHTS_GROUP,
    ),
    "rights_council": Organ("the Human Rights Council", "a-hrc", _RIGHTS_COUNCIL),
    "main_committee": Organ(
        "a main committee of the General Assembly", "a-(?:c-[1-6]|bur|spc)", _MAIN_COMMITTEE
    ),
    "subsidiary": Organ(
        "a subsidiary body",
        f"(?!(?:a-c-[1-6]|e-c-12)(?![0-9]))[aset](?:{_UNIT})+|st-(?:sgb|ai|ic)|hri-(?:gen|mc)|t|dp",
        _SUBSIDIARY,
    ),
    "assembly": Organ("the General Assembly", "a", _ASSEMBLY),
    "council": Organ("the Security Council", "s", _COUNCIL),
    "ecosoc": Organ("the Economic and Social Council", "e", _ECOSOC),
    "press": Organ("the press service", "ga|sc|sg-sm", (Form("/{number}", Kind.PRESS_RELEASE),)),
}


@cache
def _bodies() -> re.Pattern[str]:
    """One pattern for all bodies, compiled at the first symbol read and not at import."""
    return re.compile(
        "(?:" + "|".join(f"(?P<{key}>{o.slugs})" for key, o in ORGANS.items()) + ")(?=-)"
    )


def organ_at(slug: str) -> tuple[Organ, str] | None:
    """Find the organ a slug begins with, and the slug of the body itself."""
    found = _bodies().match(slug)
    if found is None or found.lastgroup is None:
        return None
    return ORGANS[found.lastgroup], found.group()


def spell_body(slug: str) -> tuple[str, ...]:
    """Write the path of a body from its slug: 'e-cn-4-sub-2' is E/CN.4/Sub.2."""
    units = re.findall(r"([a-z]+)(?:-([0-9]+))?", slug)
    words = ((word.title() if word == "sub" else word.upper(), number) for word, number in units)
    return tuple(f"{word}.{number}" if number else word for word, number in words)


@cache
def word_of(form: Form) -> str:
    """The word that names a series, such as RES or PV; empty for plain documents."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"\{[a-z0-9]+\}", "", form.template))
    return str(words[0]) if words else ""


@cache
def pattern_of(form: Form) -> re.Pattern[str]:
    """A pattern of the slugs of a series, from after the body to the end."""
    pieces = re.findall(r"\{([a-z0-9]+)\}|([A-Za-z]+)", form.template)
    slug = "".join(PLACES[place] if place else f"-{word.lower()}" for place, word in pieces)
    return re.compile(slug + _SUFFIXES)


def forms_in_words(organ: Organ) -> Iterator[str]:
    """Write an organ's first forms for a reader: 'RES/{number} ({year})'."""
    for form in organ.forms[:6]:
        yield re.sub(
            r"\{([a-z0-9]+)\}", lambda name: _IN_WORDS.get(name[1], name[0]), form.template
        )
