"""F10, F22 and F25: the Council's members among the signatories, its size, terms and votes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.counts import last_list, named_supporters
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import Range, exactly
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import draft_cites
from councilwatch.record.assembly import AssemblyResolution
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Draft, Outcome, tally
from councilwatch.record.record import Record
from councilwatch.world.council import FIFTEEN_SEATS_FROM, Seat, Term

ACT = "act"
RESTRAINT_OF_1949 = "A/RES/267 (III)"


def members_that_signed(claims: Claims) -> Iterator[Part]:
    """F10: members of the Council among the names of the list."""
    record = claims.record
    listed_on = last_list(record, ACT, date.max)
    for slug in ("council-members", "council-members-marked"):
        day = claims.day(slug)
        code = named_supporters(record, ACT, listed_on or day)
        sitting = record.members_on(day)
        if not sitting or not code.members:
            what = "the members of the Council, or the supporters of the Code"
            yield claims.open(slug, claims.missing(what))
            continue
        both = {state: sitting[state] for state in sitting if state in code.members}
        open_to = [state for state in sitting if state in code.unknown_members]
        because = f"members of the Council on {day} named as supporters on {listed_on or day}"
        cites = (*_seat_cites(both.values()), *code.member_cites)
        if slug == "council-members":
            because += f": {' '.join(sorted(both))}"
            found = Range(len(both), len(both) + len(open_to))
            yield claims.number(slug, found, because, cites)
        else:
            names = None if open_to else sorted(both)
            yield claims.names(slug, names, because, cites, resolve=claims.state)


def seven_of_eleven(claims: Claims) -> Iterator[Part]:
    """F22: the size of the Council of 1949, and the fewest votes by which it had adopted a text."""
    record = claims.record
    found = [r for r in record.all(AssemblyResolution) if r.document == RESTRAINT_OF_1949]
    if not found:
        for slug in ("affirmative-votes", "council-size"):
            yield claims.open(slug, claims.missing(f"the day of {RESTRAINT_OF_1949}"))
        return
    day = found[0].day
    fewest = _fewest_yes(record, day)
    yield claims.number(
        "affirmative-votes",
        exactly(tally(record.ballots(fewest)).yes) if fewest else None,
        f"the fewest votes by which a text had been adopted by {day}"
        + (f": {fewest.vote} of {fewest.day}, {tally(record.ballots(fewest))}" if fewest else ""),
        (*draft_cites(record, [fewest] if fewest else []), *(each.cite for each in found)),
    )
    sitting = record.members_on(day)
    yield claims.number(
        "council-size",
        exactly(len(sitting)) if sitting else None,
        f"members of the Council on {day}, the day of the resolution",
        (*_seat_cites(sitting.values()), *(each.cite for each in found)),
    )


def _fewest_yes(record: Record, until: date) -> Draft | None:
    """Of the texts its source says were adopted, the one with the fewest votes in favour."""
    adopted = (
        draft
        for draft in record.drafts.values()
        if draft.day <= until
        and draft.published_outcome == Outcome.ADOPTED.value
        and record.ballots(draft)
    )
    return min(adopted, key=lambda d: (tally(record.ballots(d)).yes, d.day), default=None)


def elected_members(claims: Claims) -> Iterator[Part]:
    """F25: elected members, how many begin a year, and how long they stay."""
    day = claims.day("elected-members")
    terms = [t for t in claims.record.council.terms if t.seat is Seat.ELECTED and _began(t, day)]
    sitting = [term for term in terms if day in term.held]
    yield claims.number(
        "elected-members",
        exactly(len(sitting)) if sitting else None,
        f"members in an elected seat on {day}",
        _seat_cites(sitting),
    )
    begun = Counter(term.held.start.year for term in terms if term.held.start)
    begun.pop(FIFTEEN_SEATS_FROM.year, None)  # the first ten of the enlarged Council began at once
    yield _usual(claims, "elected-each-year", begun, "terms begun", terms)
    lengths = Counter({i: _years(term) for i, term in enumerate(terms) if _years(term)})
    yield _usual(claims, "term-years", lengths, "years a term lasted", terms)


def _usual(claims: Claims, slug: str, counts: Counter[int], what: str, terms: list[Term]) -> Part:
    """A part that says what is usual: the number most years or terms have, and the exceptions."""
    spread = Counter(counts.values()).most_common()
    rest = ", ".join(f"{number} in {times}" for number, times in spread[1:])
    because = f"{what} since {FIFTEEN_SEATS_FROM.year + 1}: "
    because += f"{spread[0][0]} in {spread[0][1]}" if spread else "no terms are on record"
    because += f"; else {rest}" if rest else ""
    found = exactly(spread[0][0]) if spread else None
    return claims.number(slug, found, because, _seat_cites(terms))


def _began(term: Term, until: date) -> bool:
    start = term.held.start
    return start is not None and FIFTEEN_SEATS_FROM <= start <= until


def _years(term: Term) -> int:
    start, end = term.held.start, term.held.end
    return round((end - start).days / 365) if start and end else 0


def _seat_cites(terms: Iterable[Term]) -> list[Cite]:
    return [Cite(f"seats/{term.state}/{term.held.start}", term.source) for term in terms]


F10 = Rule(
    "F10",
    "Eight members of the Council among the signatories",
    "The members of the Council on the day of the document that the list of supporters names.",
    members_that_signed,
)
F22 = Rule(
    "F22",
    "Seven votes in a Council of eleven",
    "The fewest votes by which a text had been adopted by the day of A/RES/267 (III), and the "
    "members of the Council that day.",
    seven_of_eleven,
)
F25 = Rule(
    "F25",
    "Ten elected members, five a year, for two years",
    "The elected members on the day of the article; the number of terms begun in a year and their "
    "length, as most years since the Council was enlarged have them.",
    elected_members,
)
