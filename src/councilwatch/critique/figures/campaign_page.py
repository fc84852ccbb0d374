"""F18: vetoes where atrocities occurred or were at risk, since 2005, by situation."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import exactly, read_partial_day
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import draft_cites, not_sorted, told, vetoed_texts
from councilwatch.record.assessment import Answer, Question
from councilwatch.record.draft import Draft
from councilwatch.record.record import Record

ASSESSOR = "founding-table"
"""Whose answers say which vetoed texts were about the crimes: a proposal, and only one."""

NAMED = {
    "syria": "syria",
    "palestine": "palestinian-question",
    "bosnia": "bosnia-and-herzegovina",
}
"""The situations the page counts, by the part that prints the count."""


def vetoes_since_2005(claims: Claims) -> Iterator[Part]:
    """The sum, each situation the page names, and what the sum leaves over."""
    span = _span(claims)
    reason = not_sorted(claims, *span) if span else claims.missing("the days it counts between")
    if span is None or reason:
        for slug in (*NAMED, "total-vetoes"):
            yield claims.open(slug, reason)
    else:
        yield from _counts(claims, *span)


def _counts(claims: Claims, since: date, until: date) -> Iterator[Part]:
    record = claims.record
    texts = vetoed_texts(record, until, since)
    for slug, situation in NAMED.items():
        about = [d for d in texts if record.situations.get(d.vote) == situation]
        because = f"texts vetoed by {until}: {told(record, about)}"
        after = _next(record, until, situation)
        if after:
            because += f"; the next one is {after.vote} of {after.day}"
        given = ("since", "as-of")
        cites = draft_cites(record, about or texts)
        yield claims.number(slug, exactly(len(about)), because, cites, given)
    yield _sum(claims, texts, since, until)


def _sum(claims: Claims, texts: tuple[Draft, ...], since: date, until: date) -> Part:
    record = claims.record
    open_of = sum(1 for draft in texts if not _answers(record, draft))
    if open_of:
        what = f"what the founding table takes {open_of} of the {len(texts)} texts to be about"
        return claims.open("total-vetoes", claims.missing(what))
    flagged = _flagged(record, texts)
    because = f"texts vetoed by {until} which the founding table takes to be about the crimes"
    told_of = "; ".join((because, _by_situation(claims, flagged), _reached(claims, since)))
    assessed = (a.cite for d in flagged or texts for a in record.assessments[d.vote])
    return claims.number(
        "total-vetoes",
        exactly(len(flagged)),
        told_of,
        (*assessed, *draft_cites(record, flagged or texts)),
        ("since", "as-of"),
    )


def _by_situation(claims: Claims, flagged: list[Draft]) -> str:
    """What the counts printed by situation leave of the sum printed, and which texts fit it."""
    situations = claims.record.situations
    counts = Counter(situations.get(draft.vote, "not on record") for draft in flagged)
    other = [d for d in flagged if situations.get(d.vote) not in NAMED.values()]
    printed = [_printed(claims, slug) for slug in NAMED]
    total = _printed(claims, "total-vetoes")
    by = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    return (
        f"by situation: {by}; the counts printed come to {sum(printed)}, {total - sum(printed)} "
        f"short of the sum printed; texts on situations not named: {told(claims.record, other)}"
    )


def _reached(claims: Claims, since: date) -> str:
    """On which day the count of the founding table came to the sum printed."""
    record, total = claims.record, _printed(claims, "total-vetoes")
    flagged = _flagged(record, vetoed_texts(record, date.max, since))
    if not 0 < total <= len(flagged):
        return "the sum printed is never reached"
    return f"{total} is reached on {flagged[total - 1].day} with {flagged[total - 1].vote}"


def _flagged(record: Record, texts: tuple[Draft, ...]) -> list[Draft]:
    return [
        draft for draft in texts if any(answer is Answer.YES for answer in _answers(record, draft))
    ]


def _answers(record: Record, draft: Draft) -> list[Answer]:
    """What the founding table says on whether a text was about the crimes."""
    return [
        each.answer
        for each in record.assessments.get(draft.vote, ())
        if each.assessor == ASSESSOR and each.question is Question.CRIMES
    ]


def _next(record: Record, until: date, situation: str) -> Draft | None:
    texts = vetoed_texts(record, date.max, until, situation)
    return next((draft for draft in texts if draft.day > until), None)


def _span(claims: Claims) -> tuple[date, date] | None:
    """From the year printed to the end of the month printed; `None` if one is not printed."""
    year = _printed(claims, "since")
    as_of = claims.printed.get("as-of")
    month = read_partial_day(as_of.printed) if as_of else None
    if not year or month is None or month.year is None or month.month is None:
        return None
    following = date(month.year, month.month, 1) + timedelta(days=31)
    return date(year, 1, 1), following.replace(day=1) - timedelta(days=1)


def _printed(claims: Claims, slug: str) -> int:
    return claims.printed_number(slug) or 0


F18 = Rule(
    "F18",
    "Vetoes in atrocity situations since 2005",
    "Vetoed texts from 2005 to the end of the month printed, by situation; the sum are those the "
    "founding table takes to be about the crimes. Some of its answers were made with this page "
    "in hand, so only a difference from the sum says something.",
    vetoes_since_2005,
)
