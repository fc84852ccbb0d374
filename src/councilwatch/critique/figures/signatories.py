"""F8, F9 and F11: how many states had signed the Code, and how many are two thirds."""

from collections.abc import Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import (
    Supporters,
    bracket,
    cites_of,
    last_list,
    named_supporters,
    observers_part,
    state_cites,
    told,
)
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range, exactly
from councilwatch.critique.figures.rule import Rule

ACT = "act"


def code_in_2018(claims: Claims) -> Iterator[Part]:
    """F8: Members and observers that had signed the Code on 1 June 2018."""
    day = claims.printed_day("as-of") or claims.day("members")
    supporters = named_supporters(claims.record, ACT, day)
    total, rolls = bracket(claims, ACT, day, claims.document("members"))
    observers = len(supporters.observers)
    because = (
        f"{len(supporters.members)} Members and {observers} observers are named; counts by "
        f"others: {told(rolls)}, which may count the observers"
    )
    found = _members(total, observers, len(supporters.members))
    cites = (*cites_of(rolls), *supporters.cites)
    yield claims.number("members", found, because, cites, ("as-of",))
    yield observers_part(claims, "observers", supporters, "as-of")
    yield claims.number("members-sisyphean", found, because, cites)


def _members(total: Range | None, observers: int, named: int) -> Range:
    """Members among a total that may count observers: at least those that are named."""
    if total is None:
        return Range(named, None)
    return Range(max(named, total.low - observers), total.high)


def list_of_2017(claims: Claims) -> Iterator[Part]:
    """F9: the 112 of 2017, counted by name; where a text says states, Members are counted."""
    record = claims.record
    day = claims.printed_day("list-as-of") or last_list(record, ACT, claims.day("supporters-list"))
    listed = named_supporters(record, ACT, day or claims.day("supporters-list"))
    members, observers = len(listed.members), len(listed.observers)
    because = (
        f"{members} Members and {observers} observers ({', '.join(listed.observers) or 'none'}) "
        f"on the list of {day}, {members + observers} in all"
    )
    cites = (*state_cites(record, listed.observers), *listed.cites)
    for slug in ("signatories", "signatories-action-points", "signatories-invitation"):
        yield _at_the_workshop(claims, slug, because, listed)
    yield _at_the_workshop(claims, "supporters-february", because, listed)
    whole = exactly(members + observers)
    yield claims.number("supporters-list", whole, because, cites, ("list-as-of",), of_itself=True)
    yield claims.names(
        "observers-marked",
        listed.observers,
        "supporters that the register has as observer states",
        cites,
        resolve=claims.state,
    )


def _at_the_workshop(claims: Claims, slug: str, because: str, listed: Supporters) -> Part:
    """The sum between the counts of others; its Members alone where the text says states."""
    claim = claims.printed.get(slug)
    total, rolls = bracket(claims, ACT, claims.day(slug), claims.document(slug))
    observers = len(listed.observers)
    told_of = f"{because}; the nearest counts by others: {told(rolls)}"
    cites = (*cites_of(rolls), *state_cites(claims.record, listed.observers), *listed.cites)
    if claim is None or "state" not in claim.wording.casefold():
        return claims.number(slug, total, told_of, cites)
    high = None if total is None or total.high is None else total.high - observers
    found = total and Range(total.low - observers, high)
    told_of = f"the text says states, and the Code speaks of Member States: {told_of}"
    return claims.number(slug, found, told_of, cites)


def two_thirds(claims: Claims) -> Iterator[Part]:
    """F11: two thirds of the Members, and how many were missing."""
    record, day = claims.record, claims.day("target")
    everybody = record.register.members_on(day)
    needed = -(-2 * len(everybody) // 3)
    listed = named_supporters(record, ACT, last_list(record, ACT, date.max) or day)
    members, observers = len(listed.members), len(listed.observers)
    because = (
        f"{len(everybody)} Members on {day}, two thirds of them are {needed}; the list names "
        f"{members} Members, {needed - members} short of it"
    )
    if observers:
        because += f" ({needed - members - observers} if its {observers} observers are counted)"
    cites = (*state_cites(record, tuple(s.id for s in everybody)), *listed.cites)
    yield claims.number("target", exactly(needed), because, cites, ("share",))


F8 = Rule(
    "F8",
    "115 Members and 2 observers on 1 June 2018",
    "Observers by name; Members lie between the counts of others before and after the day, less "
    "the observers those counts may hold.",
    code_in_2018,
)
F9 = Rule(
    "F9",
    "The 112 signatories of 2017",
    "The names on the list, Members and observers apart; where the text says states, Members are "
    "counted, because the Code is a pledge of Member States.",
    list_of_2017,
)
F11 = Rule(
    "F11",
    "129 signatories, two thirds of the membership",
    "Two thirds of the Members of the day of the report, rounded up, and the distance to it.",
    two_thirds,
)
