"""F1, F2 and F14: the vetoes on Syria, the years of its war, and the text on Aleppo."""

import calendar
from collections.abc import Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import (
    PartialDay,
    exactly,
    read_names,
    read_partial_day,
)
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import (
    SORTED_FROM,
    ballot_cites,
    cast_by,
    draft_cites,
    not_sorted,
    told,
    vetoed_texts,
)
from councilwatch.record.context import SeriesValue
from councilwatch.record.draft import Cast, Draft

SYRIA, STATE = "syria", "SYR"
ON_SYRIA = ("total-vetoes", "russia-vetoes", "china-vetoes", "china-abstentions", "since")
"""The parts that need to know which texts were on Syria."""

DEATHS = "ucdp-one-sided"
"""The context series on civilians killed on purpose."""


def vetoes_on_syria(claims: Claims) -> Iterator[Part]:
    """F1: how often Russia and China vetoed texts on Syria, and how often China abstained."""
    until = claims.day("total-vetoes")
    reason = not_sorted(claims, SORTED_FROM, until)
    if reason:
        for slug in ON_SYRIA:
            yield claims.open(slug, reason)
    else:
        yield from _counts(claims, until)


def _counts(claims: Claims, until: date) -> Iterator[Part]:
    record = claims.record
    texts = vetoed_texts(record, until, situation=SYRIA)
    china_abstained = cast_by(record, texts, "CHN", Cast.ABSTAIN)
    every = draft_cites(record, texts or vetoed_texts(record, until, SORTED_FROM))
    counts = f"{len(texts)} texts vetoed by {until}: {told(record, texts)}"
    yield claims.number("total-vetoes", exactly(len(texts)), counts, every, ("since",))
    for slug, state in (("russia-vetoes", "RUS"), ("china-vetoes", "CHN")):
        by = [draft for draft in texts if state in record.decision(draft).vetoed_by]
        because = f"{state} voted against {len(by)} of the {len(texts)} vetoed texts"
        yield claims.number(slug, exactly(len(by)), because, (*ballot_cites(by, state), *every))
    yield claims.number(
        "china-abstentions",
        exactly(len(china_abstained)),
        _abstentions(china_abstained),
        (*ballot_cites(china_abstained, "CHN"), *every),
    )
    first = texts[0].day if texts else None
    yield claims.date("since", first, "the day of the first vetoed text on Syria", every[:1])


def _abstentions(texts: tuple[Draft, ...]) -> str:
    because = f"China abstained on {len(texts)} of the vetoed texts: " + (
        ", ".join(f"{draft.vote} ({draft.day})" for draft in texts) or "none"
    )
    if len(texts) < 2:
        return because
    return f"{because}; one abstention was the count from {texts[0].day} until {texts[1].day}"


def years_of_war(claims: Claims) -> Iterator[Part]:
    """F2: which year of the conflict it was, and how many lives are counted."""
    until = claims.day("conflict-year").year
    run = _unbroken_years(claims, until)
    first = run[0].year if run else None
    because = "calendar years with killings in a context series without a break"
    because += f", from {first} to {until}" if run else f" up to {until}"
    which = exactly(until - first + 1) if first else None
    yield claims.number("conflict-year", which, because, [each.cite for each in run])
    because = "no count of all lives lost is on record"
    if run:
        because += (
            "; the context series of civilians killed on purpose comes to "
            f"{sum(each.best or 0 for each in run):,} in these years and counts something else"
        )
    yield claims.open("lives", because, [each.cite for each in run])


def _unbroken_years(claims: Claims, until: int) -> list[SeriesValue]:
    """The years with killings that lead up to a year without a gap, oldest first."""
    rows = {
        each.year: each
        for each in claims.record.all(SeriesValue)
        if each.series == DEATHS and each.state == STATE
    }
    run = []
    while until in rows:
        run.append(rows[until])
        until -= 1
    return run[::-1]


def aleppo(claims: Claims) -> Iterator[Part]:
    """F14: the text of October 2016 and who vetoed it."""
    record = claims.record
    claim = claims.printed.get("vote-month")
    month = read_partial_day(claim.printed) if claim else None
    reason = _month_not_sorted(claims, month)
    if reason:
        yield claims.open("vote-month", reason)
        yield claims.open("vetoed-by", reason)
        return
    texts = vetoed_texts(record, claims.day("vote-month"), situation=SYRIA)
    meant = [draft for draft in texts if month and month.includes(draft.day)]
    one = meant[0] if len(meant) == 1 else None
    cites = draft_cites(record, meant)
    yield claims.date(
        "vote-month",
        one.day if one else None,
        f"texts on Syria vetoed in the month printed: {told(record, meant)}",
        cites,
    )
    yield claims.names(
        "vetoed-by",
        record.decision(one).vetoed_by if one else None,
        _who_vetoed(claims, one, texts),
        (*cites, *ballot_cites(meant, "CHN")),
        ("vote-month",),
        claims.state,
    )


def _month_not_sorted(claims: Claims, month: PartialDay | None) -> str:
    """Why the text meant cannot be found among those vetoed in the month printed."""
    if month is None or month.year is None or month.month is None:
        return claims.missing("the month of the vote")
    last = calendar.monthrange(month.year, month.month)[1]
    first = date(month.year, month.month, 1)
    return not_sorted(claims, first, first.replace(day=last))


def _who_vetoed(claims: Claims, meant: Draft | None, texts: tuple[Draft, ...]) -> str:
    if meant is None or "vetoed-by" not in claims.printed:
        return "no single text fits the month"
    record = claims.record
    names = read_names(claims.printed["vetoed-by"].printed, claims.state)
    casts = {ballot.state: ballot.cast.value for ballot in record.ballots(meant)}
    voted = ", ".join(f"{name} {casts.get(name, 'no ballot')}" for name in sorted(names))
    by_all = [d for d in texts if names == set(record.decision(d).vetoed_by)]
    near = min(by_all, key=lambda d: abs((d.day - meant.day).days), default=None)
    nearest = f"{near.vote} of {near.day}" if near else "none"
    return f"on {meant.vote} of {meant.day}: {voted}; the nearest text vetoed by all: {nearest}"


F1 = Rule(
    "F1",
    "Vetoes on Syria since October 2011",
    "Vetoed texts whose situation is Syria, counted to the day of the page, with the ballots of "
    "Russia and China on each.",
    vetoes_on_syria,
)
F2 = Rule(
    "F2",
    "The eighth year of the Syrian conflict, and lives lost",
    "The calendar years with killings in the context series that lead up to the page without a "
    "break; lives are compared only with a count of the same thing.",
    years_of_war,
)
F14 = Rule(
    "F14",
    "The Aleppo text of October 2016",
    "The text on Syria vetoed in the month printed, with the permanent members that voted against.",
    aleppo,
)
