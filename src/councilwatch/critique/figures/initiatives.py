"""F17, F19, F20 and F23: what letters and campaigns list: organisations, conveners, points."""

from collections.abc import Iterator

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import state_cites
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range, exactly
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.initiative import InitiativePoint, InitiativeSupporter

LETTER, ANNIVERSARY, TEN_REFORMS, SMALL_FIVE = (
    "ngo-letter-2015",
    "un2020",
    "1-for-7-billion",
    "small-five",
)
"""The initiatives counted here, as the record calls them."""


def the_letter(claims: Claims) -> Iterator[Part]:
    """F17: the day of the letter, and the organisations under it."""
    because = "no other source of the record gives the day of the letter"
    if "organisations-copy" in claims.printed:
        because += f"; a signatory had published it by {claims.day('organisations-copy')}"
    yield claims.open("letter-day", because, claims.cite("organisations-copy"))
    signed = _supporters(claims, LETTER)
    if not signed:
        for slug in ("organisations", "organisations-copy"):
            yield claims.open(slug, claims.missing("the organisations under the letter"))
        return
    places = sorted(each.place for each in signed if each.place is not None)
    whole = places == list(range(1, len(signed) + 1))
    because = (
        f"{len(signed)} organisations are on record, numbered "
        f"{'from 1 without a gap' if whole else 'with gaps'}"
    )
    found = exactly(len(signed)) if whole else Range(len(signed), None)
    cites = [each.cite for each in signed]
    yield claims.number("organisations", found, because, cites, of_itself=True)
    yield claims.number("organisations-copy", found, because, cites)


def the_anniversary(claims: Claims) -> Iterator[Part]:
    """F19: the anniversary of 2020, and the conveners of the initiative named after it."""
    states = claims.record.register.by_id.values()
    starts = {s.id: s.membership.start for s in states if s.membership.start}
    first = min(starts.values(), default=None)
    year = claims.printed_number("year")
    founders = tuple(state for state, start in starts.items() if start == first)
    because = f"the first Members on {first}; in the year printed that is so many years ago"
    because = because if first else "the first Members"
    found = exactly(year - first.year) if first and year else None
    cites = tuple(state_cites(claims.record, founders))
    yield claims.number("anniversary", found, because, cites, ("year",))
    conveners = _supporters(claims, ANNIVERSARY)
    because = f"the record names {len(conveners)} conveners" if conveners else "the conveners"
    yield claims.names(
        "conveners",
        [each.supporter for each in conveners],
        because,
        [each.cite for each in conveners],
    )


def the_reforms(claims: Claims) -> Iterator[Part]:
    """F20: the reforms asked by 1 for 7 Billion."""
    yield _points(claims, "reforms", TEN_REFORMS)


def the_recommendations(claims: Claims) -> Iterator[Part]:
    """F23: the recommendations of the Small Five: those on record, and what others counted."""
    printed = claims.printed_number("recommendations-press-release")
    points = [p for p in claims.record.all(InitiativePoint) if p.initiative == SMALL_FIVE]
    because = (
        f"a press release of the day counts {printed} in the last version of the draft, "
        f"{len(points) or 'none'} of them {'is' if len(points) == 1 else 'are'} on record; an "
        "earlier version may have had another number"
    )
    because = because if printed else f"recommendations on record: {len(points) or 'none'}"
    cites = (*claims.cite("recommendations-press-release"), *(p.cite for p in points))
    found = exactly(printed) if printed else Range(len(points), None)
    given = ("recommendations-press-release",)
    yield claims.number("recommendations", found, because, cites, given)


def _points(claims: Claims, slug: str, initiative: str) -> Part:
    """Points on record; fewer than printed may be for want of rows, so they are a floor."""
    points = [p for p in claims.record.all(InitiativePoint) if p.initiative == initiative]
    if not points:
        return claims.open(slug, claims.missing("the reforms it asks for"))
    printed = claims.printed_number(slug) or 0
    found = exactly(len(points)) if len(points) >= printed else Range(len(points), None)
    because = f"points on record: {len(points)}, the last with the number "
    because += str(max(p.number for p in points))
    return claims.number(slug, found, because, [p.cite for p in points])


def _supporters(claims: Claims, initiative: str) -> list[InitiativeSupporter]:
    return [s for s in claims.record.all(InitiativeSupporter) if s.initiative == initiative]


F17 = Rule(
    "F17",
    "The letter of 33 organisations",
    "The organisations under the letter are counted; its day would need another source.",
    the_letter,
)
F19 = Rule(
    "F19",
    "The 75th anniversary, and four conveners of UN2020",
    "The years from the first Members to the year printed; names are confirmed only by another "
    "source.",
    the_anniversary,
)
F20 = Rule(
    "F20",
    "Ten reforms of 1 for 7 Billion",
    "The reforms on record, from the campaign's own pages, are counted.",
    the_reforms,
)
F23 = Rule(
    "F23",
    "Twenty-one recommendations of the Small Five",
    "What another document counts in the annex of the draft.",
    the_recommendations,
)
