"""F5, F24 and F26: who first proposed restraint, models of enlargement, what fifty states do."""

import re
from collections.abc import Iterator
from datetime import date

from councilwatch.codes.wording import Wording, read_wording
from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import exactly, read_number, read_partial_day
from councilwatch.critique.figures.rule import Rule
from councilwatch.record.cite import Cite

DECLARATION = "france-mexico."
"""How the clauses of the Declaration are called."""

PAIRS = {
    "first-suggestion": ("first-suggestion-conference",),
    "assembly-address": ("assembly-address-mission",),
    "assembly-address-sisyphean": ("assembly-address-mission",),
    "op-ed": ("op-ed-mission",),
    "op-ed-sisyphean": ("op-ed", "op-ed-mission"),
}
"""For each day printed, the parts in which another document prints it, the most exact first."""


def first_proposals(claims: Claims) -> Iterator[Part]:
    """Each day against what another document prints of it, as far as that is as exact."""
    for slug, others in PAIRS.items():
        yield _against(claims, slug, next((o for o in others if o in claims.printed), others[-1]))


def _against(claims: Claims, slug: str, other: str) -> Part:
    mine, theirs = (_day_printed(claims, each) for each in (slug, other))
    if theirs is None:
        return claims.open(slug, "no other document of the record prints this day")
    words = claims.printed[other].printed
    because = f"another document prints {words}"
    if mine and any(m and t is None for m, t in zip(mine, theirs, strict=True)):
        return claims.open(slug, f"{because} and no more than that", claims.cite(other))
    year, month, day = (number or 1 for number in theirs)
    return claims.date(slug, date(year, month, day), because, claims.cite(other), shown=words)


def _day_printed(claims: Claims, slug: str) -> tuple[int | None, int | None, int | None] | None:
    claim = claims.printed.get(slug)
    return read_partial_day(claim.printed) if claim else None


def models(claims: Claims) -> Iterator[Part]:
    """F24: new seats of a kind, worked out from the size proposed and the seats of other kinds."""
    record, day = claims.record, claims.day("council-size")
    size = claims.printed_number("council-size")
    sitting = record.members_on(day) if size else {}
    seats = [Cite(f"seats/{t.state}/{t.held.start}", t.source) for t in sitting.values()]
    for slug, other in (("model-a", "model-a-elected"), ("model-b", "model-b-elected")):
        rest = claims.printed_number(other)
        if not size or not rest or not sitting:
            what = "the size proposed, the new seats of the other kind, or the members of the day"
            yield claims.open(slug, claims.missing(what))
            continue
        found = exactly(size - len(sitting) - rest)
        because = (
            f"another document has a Council of {size}, {len(sitting)} members sat on {day}, and "
            f"{rest} of the new seats {'is' if rest == 1 else 'are'} of another kind"
        )
        cites = (*claims.cite("council-size", other), *seats)
        yield claims.number(slug, found, because, cites, ("council-size", other))


def fifty_states(claims: Claims) -> Iterator[Part]:
    """F26: the number of states, if any, that what is on record of the Declaration asks for."""
    clauses = [w for w in read_wording(claims.record.folder).values() if _is_declaration(w)]
    numbers = sorted({number for clause in clauses for number in _numbers(clause)})
    because = (
        "in what the record has of the Declaration, which is an account of it and no full text; "
    )
    option = claims.printed.get("french-option")
    because += (
        f"a French letter has {option.printed} as an example, in one of several options"
        if option
        else "where the number comes from is not on record"
    )
    cites = (
        *(Cite(f"codes/{clause.clause}", clause.source) for clause in clauses),
        *claims.cite("french-option"),
    )
    found = exactly(numbers[0] if numbers else 0) if clauses and option else None
    shown = "" if numbers else "no number of states"
    given = ("french-option",)
    yield claims.number("requesting-states", found, because, cites, given, shown=shown)


def _is_declaration(wording: Wording) -> bool:
    return wording.clause.startswith(DECLARATION)


def _numbers(clause: Wording) -> Iterator[int]:
    """The numbers from ten on, in figures or words, in what engages a clause."""
    for word in re.findall(r"[A-Za-z-]+|[0-9]+", f"{clause.quote} {clause.engaged_by}"):
        number = read_number(word)
        if number is not None and number >= 10:
            yield number


F5 = Rule(
    "F5",
    "The first proposals of restraint: 2001, 2013, 4 October 2013",
    "A day is confirmed by another document that prints it as exactly.",
    first_proposals,
)
F24 = Rule(
    "F24",
    "Model A with six new permanent seats, model B with eight renewable ones",
    "The size proposed less the members of the day, less the new seats of the other kind.",
    models,
)
F26 = Rule(
    "F26",
    "Fifty states that set the Declaration going",
    "The numbers in what the record has of the Declaration, and where else the printed one stands.",
    fifty_states,
)
