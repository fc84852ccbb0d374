"""Popolo: organisations, seats, motions and vote events as one JSON, as parliaments publish them.

The voters are states, so voters are organisations here; there are no persons in the record.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from councilwatch.press.export.about import (
    LICENCE,
    LICENCE_ADDRESS,
    RIGHTS,
    citation,
    known_words,
)
from councilwatch.press.export.addresses import address_of, tag
from councilwatch.press.export.contents import Contents
from councilwatch.press.export.popolo_votes import COUNCIL, GROUPS, motion_body, vote_event_body
from councilwatch.record.record import Record
from councilwatch.world.council import Seat, Term
from councilwatch.world.names import Name
from councilwatch.world.period import Period
from councilwatch.world.states import State

Body = dict[str, Any]

UNITED_NATIONS = "united-nations"
POSTS = {seat: f"{COUNCIL}/{seat.value}-member" for seat in Seat}


def make_popolo(contents: Contents, stem: str) -> dict[str, bytes]:
    """The whole as one JSON file."""
    body = json.dumps(popolo_body(contents), ensure_ascii=False, indent=1)
    return {f"{stem}.json": body.encode() + b"\n"}


def popolo_body(contents: Contents) -> Body:
    """Every organisation, post, membership, motion and vote event, each with its sources."""
    record = contents.record
    links = cache(lambda key: [link_body(record, key)])
    drafts = record.drafts.values()
    return {
        "title": contents.title,
        "description": f"{contents.about} {known_words(contents)}",
        "licence": {"name": LICENCE, "url": LICENCE_ADDRESS, "rights": RIGHTS},
        "citation": citation(contents),
        "organizations": [*_bodies(), *(_state(state) for state in _states(record))],
        "posts": [_post(seat) for seat in Seat],
        "memberships": [_membership(term, links(term.source)) for term in record.council.terms],
        "motions": [motion_body(record, draft, links(draft.source)) for draft in drafts],
        "vote_events": [vote_event_body(record, draft, links(draft.source)) for draft in drafts],
    }


def link_body(record: Record, key: str) -> Body:
    """A source as a link: its address, or else our identifier of it, with title and licence."""
    source = record.source(key)
    note = f"{source.title} ({source.licence})" if source.licence else source.title
    return {"url": address_of(source) or tag("sources", key), "note": note}


def _bodies() -> Iterator[Body]:
    yield {"id": UNITED_NATIONS, "name": "United Nations", "classification": "organization"}
    yield {
        "id": COUNCIL,
        "name": "United Nations Security Council",
        "classification": "council",
        "parent_id": UNITED_NATIONS,
        "founding_date": "1946-01-17",
    }
    for seat, group in GROUPS.items():
        yield {
            "id": group,
            "name": f"{seat.value.capitalize()} members of the Security Council",
            "classification": "group of voters",
            "parent_id": COUNCIL,
        }


def _states(record: Record) -> Iterable[State]:
    return record.register.by_id.values()


def _state(state: State) -> Body:
    own = [name for name in state.names if name.kind != "alias"]
    latest = [name for name in own if name.kind == "un_short" and name.language == "en"]
    name = latest[-1].text if latest else state.id
    return {
        "id": state.id,
        "name": name,
        "other_names": [_name(each) for each in own if each.text != name],
        "classification": f"state, {state.status.value}",
        "identifiers": [
            {"scheme": "ISO 3166 alpha-3", "identifier": state.id},
            {"scheme": "UN M49", "identifier": state.m49},
        ],
    }


def _name(name: Name) -> Body:
    formal = "formal" if name.kind == "un_formal" else "short"
    note = f"{formal} name, language {name.language}" if name.language else f"{formal} name"
    return {"name": name.text, "note": note, **_span(name.held)}


def _post(seat: Seat) -> Body:
    return {
        "id": POSTS[seat],
        "label": f"{seat.value.capitalize()} member of the Security Council",
        "role": f"{seat.value} member",
        "organization_id": COUNCIL,
    }


def _membership(term: Term, sources: list[Body]) -> Body:
    body = {
        "id": f"seats/{term.state}/{term.held.start}",
        "member": {"id": term.state},
        "organization_id": COUNCIL,
        "post_id": POSTS[term.seat],
        "role": f"{term.seat.value} member",
        **_span(term.held),
        "sources": sources,
    }
    return body | ({"label": f"as {term.represented_by}"} if term.represented_by else {})


def _span(held: Period) -> Body:
    """First and last day; the record's own end is the day after."""
    body = {"start_date": held.start.isoformat()} if held.start else {}
    last = {"end_date": (held.end - timedelta(days=1)).isoformat()} if held.end else {}
    return body | last
