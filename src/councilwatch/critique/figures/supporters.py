"""F3 and F6: how many states supported the Declaration, or either of the two."""

from collections.abc import Iterator

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import (
    Supporters,
    bracket,
    cites_of,
    left_out,
    named_supporters,
    observers_part,
    told,
)
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.initiative import Initiative

ACT, FRANCE_MEXICO, EITHER = "act", "france-mexico", "either-initiative"


def either(claims: Claims) -> Iterator[Part]:
    """F3: supporters of the Code, of the Declaration or of restraint, more than so many."""
    for tail in ("", "-2017", "-wfm"):
        code = named_supporters(claims.record, ACT, claims.day(f"governments{tail}"))
        yield _governments(claims, f"governments{tail}", code)
        yield observers_part(claims, f"observers{tail}", code)
    because = "the record's names are a floor and no count for the day"
    yield claims.open("states-sisyphean", because)


def _governments(claims: Claims, slug: str, code: Supporters) -> Part:
    day = claims.day(slug)
    found, rolls = bracket(claims, EITHER, day, claims.document(slug))
    other = named_supporters(claims.record, FRANCE_MEXICO, day)
    named = {*code.members, *other.members}
    because = (
        f"{len(named) or 'no'} Members named as supporters of one or the other by {day}; "
        f"the nearest counts by others: {told(rolls)}"
    )
    low = max(len(named), found.low if found else 0)
    if not low:
        return claims.open(slug, claims.missing(f"supporters of one or the other by {day}"))
    return claims.number(slug, Range(low, None), because, (*cites_of(rolls), *code.member_cites))


def declaration(claims: Claims) -> Iterator[Part]:
    """F6: the year of the Declaration, and its supporters between other counts."""
    opened = [each for each in claims.record.all(Initiative) if each.id == FRANCE_MEXICO]
    day = opened[0].opened if opened else None
    because = "the day on which the Declaration was presented"
    yield claims.date("declaration-year", day, because, (each.cite for each in opened))
    for slug, given in (("supporters", ("as-of",)), ("supporters-sisyphean", ())):
        day = claims.printed_day("as-of") if given else None
        day = day or claims.day(slug)
        found, rolls = bracket(claims, FRANCE_MEXICO, day, claims.document(slug))
        because = "counts of the supporters by others"
        if rolls:
            because = f"the nearest counts by others: {told(rolls)}; few names are on record"
        because += left_out(claims, FRANCE_MEXICO, day, claims.document(slug))
        yield claims.number(slug, found, because, cites_of(rolls), given)


F3 = Rule(
    "F3",
    "Governments that support restraint or a code",
    "At least as many as the record names as supporters of one of the two, or as another document "
    "counted before; observers by name.",
    either,
)
F6 = Rule(
    "F6",
    "The Political Declaration and its 96 supporters",
    "The day it was presented; supporters lie between the last count by others before the day and "
    "the first after it, if none ever left.",
    declaration,
)
