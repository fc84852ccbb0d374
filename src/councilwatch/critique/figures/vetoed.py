"""Counting vetoed texts: by situation, by days, by who voted how."""

from collections.abc import Iterable, Iterator
from datetime import date

from councilwatch.critique.figures.claims import Claims
from councilwatch.record.cite import Cite
from councilwatch.record.draft import Cast, Draft, Outcome
from councilwatch.record.record import Record

SORTED_FROM = date(1990, 1, 1)
"""From this day on the record says what every text that failed was about.

Source: what the coverage of `draft_situations` says.
"""


def vetoed_texts(
    record: Record,
    until: date,
    since: date = date.min,
    situation: str | None = None,
    by: str | None = None,
) -> tuple[Draft, ...]:
    """The texts vetoed from one day to another, both of them in, oldest first."""
    return tuple(
        draft
        for draft in record.drafts.values()
        if since <= draft.day <= until
        and situation in (None, record.situations.get(draft.vote))
        and record.decision(draft).outcome is Outcome.VETOED
        and (by is None or by in record.decision(draft).vetoed_by)
    )


def not_sorted(claims: Claims, since: date, until: date, by: str | None = None) -> str:
    """Why vetoed texts cannot be counted by situation; empty if the record has that of all."""
    record = claims.record
    texts = vetoed_texts(record, until, since, by=by)
    without = sum(1 for draft in texts if draft.vote not in record.situations)
    when = f"vetoed from {since} to {until}{f' by {by}' if by else ''}"
    if not texts:
        return claims.missing(f"which texts were {when}")
    if not without:
        return ""
    which = "the one text" if len(texts) == 1 else f"{without} of the {len(texts)} texts"
    return claims.missing(f"the situation of {which} {when}")


def cast_by(record: Record, drafts: Iterable[Draft], state: str, cast: Cast) -> tuple[Draft, ...]:
    """Those of the texts on which a state cast its ballot in one way."""
    return tuple(
        draft
        for draft in drafts
        if any(b.state == state and b.cast is cast for b in record.ballots(draft))
    )


def draft_cites(record: Record, drafts: Iterable[Draft]) -> tuple[Cite, ...]:
    """The votes on these texts, and where it stands what they were about."""
    texts = tuple(drafts)
    votes = (Cite(f"drafts/{draft.vote}", draft.source) for draft in texts)
    return (*votes, *record.situation_cites(draft.vote for draft in texts))


def ballot_cites(drafts: Iterable[Draft], state: str) -> Iterator[Cite]:
    """One state's ballots on these texts."""
    return (Cite(f"ballots/{draft.vote}/{state}", draft.source) for draft in drafts)


def told(record: Record, drafts: Iterable[Draft]) -> str:
    """The texts in a sentence: symbol, day and who vetoed each."""
    by = {draft: " ".join(record.decision(draft).vetoed_by) for draft in drafts}
    lines = (f"{d.vote} ({d.day}{f', {who}' if who else ''})" for d, who in by.items())
    return ", ".join(lines) or "none"
