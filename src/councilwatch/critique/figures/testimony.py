"""F4, F28 and F29: what only people who were there can tell, and calls for restraint."""

from collections.abc import Iterator

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import last_list
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import read_names
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.cite import Cite

CALLER = "caller-"
"""How the parts begin in which another document shows one of the callers."""


def callers(claims: Claims) -> Iterator[Part]:
    """F4: the offices that called for restraint; confirmed once each is shown by another source."""
    shown = {slug: each for slug, each in claims.printed.items() if slug.startswith(CALLER)}
    found = [each.printed for each in shown.values()]
    claim = claims.printed.get("callers")
    named = read_names(claim.printed, str) if claim else frozenset()
    missing = sorted(named - set(found))
    because = f"other documents show {len(found)}: {', '.join(sorted(found)) or 'none'}"
    if missing:
        because += f"; of {len(missing)} nothing is on record: {', '.join(missing)}"
        yield claims.open("callers", because, claims.cite(*shown))
    else:
        yield claims.names("callers", found, because, claims.cite(*shown), resolve=str)
    yield claims.open("since", "the first call of each office is not on record")


def notice(claims: Claims) -> Iterator[Part]:
    """F28: forty minutes from a text to the vote on it."""
    yield claims.open("minutes", "the record has no hours at which texts were circulated")


def interviews(claims: Claims) -> Iterator[Part]:
    """F29: the people the author spoke to, and what is said of India."""
    nothing = "an interview by the author; no other source of the record tells of it"
    for slug in ("assembly-president", "united-states", "brazil"):
        yield claims.open(slug, nothing)
    record, day = claims.record, claims.day("india")
    listed = last_list(record, "act", day)
    told: list[str] = []
    cites: list[Cite] = []
    for code, name in (("act", "the Code"), ("france-mexico", "the Declaration")):
        support = record.support(code, "IND", listed or day)
        answer = {True: "a supporter", False: "not a supporter", None: "not known"}
        told.append(f"of {name} {answer[support.answer]}")
        cites.extend(support.cites)
    because = f"{nothing}. That India signed neither: on {listed or day} it was {', '.join(told)}"
    yield claims.open("india", because, cites)


F4 = Rule(
    "F4",
    "Who called for restraint since 2005",
    "An office is confirmed by another document that shows it calling; all of them must be.",
    callers,
)
F28 = Rule(
    "F28",
    "Forty minutes' notice of a vote",
    "Would need the hours at which texts were circulated and voted on.",
    notice,
)
F29 = Rule(
    "F29",
    "Interviews with diplomats",
    "Would need a second source on each interview; what is said of India is held against lists.",
    interviews,
)
