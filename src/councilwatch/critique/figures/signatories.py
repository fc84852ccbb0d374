"""F8, F9 and F11: how many states had signed the Code, and how many are two thirds."""

from collections.abc import Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import (
    Supporters,
    bracket,
    cites_of,
    last_list,
    left_out,
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
    if not supporters.members:
        for slug in ("members", "observers", "members-sisyphean"):
            yield claims.open(slug, claims.missing("who supported the Code"))
        return
    total, rolls = bracket(claims, ACT, day, claims.document("members"))
    observers = len(supporters.observers)
    because = (
        f"{len(supporters.members) or 'no'} Members and {observers or 'no'} observers are named; "
        f"counts by others: {told(rolls)}, which may count the observers"
    )
    possible = observers + len(supporters.unknown_observers)
    found = _members(total, possible, len(supporters.members))
    cites = (*cites_of(rolls), *supporters.cites)
    own = left_out(claims, ACT, day, claims.document("members"))
    yield claims.number("members", found, because + own, cites, ("as-of",))
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
    until = claims.printed_day("list-as-of") or claims.day("supporters-list")
    day = last_list(record, ACT, until)
    listed = named_supporters(record, ACT, day or until)
    because = _list_told(claims, listed, day)
    cites = (*state_cites(record, listed.observers), *listed.cites)
    for slug in ("signatories", "signatories-action-points", "signatories-invitation"):
        yield _at_the_workshop(claims, slug, because, listed)
    yield _at_the_workshop(claims, "supporters-february", because, listed)
    if day is None or not listed.members:
        yield claims.open("supporters-list", because)
        yield claims.open("observers-marked", because)
        return
    whole = exactly(len(listed.members) + len(listed.observers))
    yield claims.number("supporters-list", whole, because, cites, ("list-as-of",), of_itself=True)
    yield claims.names(
        "observers-marked",
        listed.observers,
        "supporters that the register has as observer states",
        cites,
        resolve=claims.state,
    )


def _list_told(claims: Claims, listed: Supporters, day: date | None) -> str:
    """How many Members and observers the list has, or that there is no list."""
    members, observers = len(listed.members), len(listed.observers)
    if day is None or not members:
        return claims.missing("a list of every supporter")
    return (
        f"{members} Members and {observers} observers ({', '.join(listed.observers) or 'none'}) "
        f"on the list of {day}, {members + observers} in all"
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
    if not listed.members:
        return claims.open(slug, because)
    high = None if total is None or total.high is None else total.high - observers
    possible = observers + len(listed.unknown_observers)
    found = total and Range(total.low - possible, high)
    told_of = f"the text says states, and the Code speaks of Member States: {told_of}"
    return claims.number(slug, found, told_of, cites)


def two_thirds(claims: Claims) -> Iterator[Part]:
    """F11: two thirds of the Members, and how many were missing."""
    record, day = claims.record, claims.day("target")
    everybody = record.register.members_on(day)
    if not everybody:
        yield claims.open("target", claims.missing("the Members of the United Nations"))
        return
    needed = -(-2 * len(everybody) // 3)
    listed_on = last_list(record, ACT, date.max)
    listed = named_supporters(record, ACT, listed_on or day)
    members, observers = len(listed.members), len(listed.observers)
    because = f"{len(everybody)} Members on {day}, two thirds of them are {needed}"
    if listed_on and members:
        because += f"; the list names {members} Members, {needed - members} short of it"
    if listed_on and observers:
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
