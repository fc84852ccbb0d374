"""Texts and votes on them as Popolo's motions and vote events."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from councilwatch.press.export.addresses import document
from councilwatch.record.draft import Ballot, Cast, Draft
from councilwatch.record.record import Record
from councilwatch.world.council import Seat, seats_on, votes_needed_on

Body = dict[str, Any]

COUNCIL = "un-security-council"
GROUPS = {Seat.PERMANENT: "permanent-members", Seat.ELECTED: "elected-members"}
"""The groups in which ballots are counted."""


def motion_body(record: Record, draft: Draft, sources: list[Body]) -> Body:
    """A text put to the vote."""
    needed = f"{votes_needed_on(draft.day)} of {seats_on(draft.day)} votes in favour"
    substantive = " and no permanent member against"
    return {
        "id": f"motions/{draft.vote}",
        "organization_id": COUNCIL,
        "identifier": draft.symbol or None,
        "text": draft.title,
        "classification": "procedural" if draft.procedural else "substantive",
        "requirement": needed + ("" if draft.procedural else substantive),
        "result": _result(record, draft),
        "updated_at": stamp(draft),
        "sources": _sources(draft, sources),
    }


def vote_event_body(record: Record, draft: Draft, sources: list[Body]) -> Body:
    """The vote on a text: every ballot, and counts, of all and of both kinds of members."""
    ballots = record.ballots(draft)
    members = record.members_on(draft.day)
    kinds = {ballot.state: members[ballot.state].seat for ballot in ballots}
    return {
        "id": f"votes/{draft.vote}",
        "identifier": draft.vote,
        "motion_id": f"motions/{draft.vote}",
        "organization_id": COUNCIL,
        "classification": draft.decided_by.value,
        "start_date": draft.day.isoformat(),
        "result": _result(record, draft),
        "counts": [
            *_counts(ballots),
            *(
                {**count, "group_id": group}
                for seat, group in GROUPS.items()
                for count in _counts([each for each in ballots if kinds[each.state] is seat])
            ),
        ],
        "votes": [
            {
                "voter_id": ballot.state,
                "option": ballot.cast.value,
                "group_id": GROUPS[kinds[ballot.state]],
            }
            for ballot in ballots
        ],
        "updated_at": stamp(draft),
        "sources": _sources(draft, sources),
    }


def stamp(draft: Draft) -> str:
    """When a vote became known, as a time: the first moment of the day."""
    return f"{draft.known_on}T00:00:00Z"


def _result(record: Record, draft: Draft) -> str | None:
    decision = record.decision(draft)
    return decision.word if decision.outcome else None


def _sources(draft: Draft, sources: list[Body]) -> list[Body]:
    address = document(draft.symbol) if draft.symbol else None
    own = [{"url": address, "note": f"{draft.symbol}, as the symbol leads to it"}]
    return [*sources, *(own if address else [])]


def _counts(ballots: Iterable[Ballot]) -> list[Body]:
    counted = Counter(ballot.cast for ballot in ballots)
    return [{"option": cast.value, "value": counted[cast]} for cast in Cast if counted[cast]]
