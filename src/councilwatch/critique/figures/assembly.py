"""F21: how often Uniting for Peace was invoked, under two declared ways to count."""

from collections.abc import Iterator

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part
from councilwatch.critique.figures.printed_number import exactly
from councilwatch.critique.figures.rule import Rule
from councilwatch.critique.figures.vetoed import draft_cites, told
from councilwatch.record.assembly import EmergencySession
from councilwatch.record.draft import DecidedBy, Draft, Outcome
from councilwatch.record.record import Record

REFERS = "refer the question"
"""Words in the title of a text by which the Council handed a question to a regular session.

Source: the title of S/RES/303 (1971), which did so under 377 A (V) without an emergency session.
"""


def invocations(claims: Claims) -> Iterator[Part]:
    """Emergency special sessions by the day of the article, then with referrals, then of today."""
    record, until = claims.record, claims.day("invoked")
    every = record.all(EmergencySession)
    sessions = [each for each in every if each.convened <= until]
    if not sessions or not _knows_referrals(record):
        what = "the emergency special sessions, or how the Council voted"
        yield claims.open("invoked", claims.missing(what))
        return
    referrals = [draft for draft in _referrals(record) if draft.day <= until]
    ways = {
        "emergency special sessions": len(sessions),
        "sessions and referrals to a regular session": len(sessions) + len(referrals),
    }
    printed = claims.printed_number("invoked")
    fitting = [way for way, count in ways.items() if count == printed]
    counts = "; ".join(f"{way}: {count}" for way, count in ways.items())
    because = (
        f"given by: {' and '.join(fitting) or 'no way to count'}; the article does not say how it "
        f"counts. By {until}: {counts} ({told(record, referrals)}). Sessions by the last day on "
        f"record: {len(every)}"
    )
    found = exactly(ways[fitting[0]] if fitting else len(sessions))
    cites = (*(each.cite for each in sessions), *draft_cites(record, referrals))
    part = claims.number("invoked", found, because, cites)
    yield part.counted(len(fitting), len(ways))


def _knows_referrals(record: Record) -> bool:
    """Whether the record has votes, and the ballots on every text that refers a question."""
    drafts = record.drafts.values()
    referring = (draft for draft in drafts if REFERS in draft.title.casefold())
    return bool(drafts) and all(
        record.ballots(draft) or draft.decided_by is DecidedBy.WITHOUT_VOTE for draft in referring
    )


def _referrals(record: Record) -> Iterator[Draft]:
    return (
        draft
        for draft in record.drafts.values()
        if REFERS in draft.title.casefold() and record.decision(draft).outcome is Outcome.ADOPTED
    )


F21 = Rule(
    "F21",
    "Uniting for Peace, invoked eleven times",
    "Emergency special sessions convened by the day of the article; then also the questions the "
    "Council referred to a regular session. The number is confirmed by the way that gives it.",
    invocations,
)
