"""Atom feeds: votes, vetoes, supporters and corrections, each one file."""

from datetime import date

from councilwatch import __version__
from councilwatch.press.chronicle import told
from councilwatch.press.export.about import PUBLISHER, rights
from councilwatch.press.export.addresses import address_of, document, tag
from councilwatch.press.export.atom import Entry, Feed, feed_file
from councilwatch.press.export.contents import Contents
from councilwatch.record.chronicle import corrections
from councilwatch.record.draft import Draft, Outcome, tally
from councilwatch.record.record import Record

LATEST = 100
"""How many votes the feed of votes holds."""


def make_atom(contents: Contents, stem: str) -> dict[str, bytes]:  # noqa: ARG001 - see Format
    """The four feeds: the newest votes, vetoes and sightings first, and the latest corrections."""
    record = contents.record
    drafts = sorted(record.drafts.values(), key=lambda draft: draft.day)
    vetoed = [d for d in drafts if record.decision(d).outcome is Outcome.VETOED]
    feeds = (
        _feed(contents, "votes", "Votes", [vote_entry(record, d) for d in drafts[-LATEST:]]),
        _feed(contents, "vetoes", "Vetoes", [vote_entry(record, d) for d in vetoed]),
        _feed(contents, "supporters", "Supporters of the codes", _sightings(contents)),
        _feed(contents, "corrections", "Corrections to the record", _corrections(contents)),
    )
    return {f"{feed.name}.atom": feed_file(feed) for feed in feeds}


def _feed(contents: Contents, name: str, title: str, entries: list[Entry]) -> Feed:
    """A feed in the order of what happened: an old vote that was corrected is no new vote."""
    newest_first = sorted(entries, key=lambda e: e.published or e.updated, reverse=True)
    return Feed(
        name=name,
        id=tag("feeds", name),
        title=f"{PUBLISHER}: {title}",
        updated=max((entry.updated for entry in entries), default=contents.stamp),
        author=PUBLISHER,
        version=__version__,
        rights=rights(contents),
        entries=tuple(newest_first),
    )


def vote_entry(record: Record, draft: Draft) -> Entry:
    """A vote as an entry: what came of it, the count, and why."""
    decision = record.decision(draft)
    ballots = record.ballots(draft)
    who = f" by {' and '.join(record.name_of(s, draft.day) for s in decision.vetoed_by)}"
    outcome = decision.word + (who if decision.vetoed_by else "")
    count = tally(ballots) if ballots else None
    words = f"{count.yes} yes, {count.no} no, {count.abstain} abstain. " if count else ""
    return Entry(
        id=tag("votes", draft.vote),
        title=f"{draft.vote}: {outcome}",
        updated=draft.known_on.isoformat(),
        text=f"{draft.day}: {draft.title}. {words}{_sentence(decision.because)}",
        link=document(draft.symbol) if draft.symbol else None,
        published=draft.day.isoformat(),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _sightings(contents: Contents) -> list[Entry]:
    """Every dated sighting of a state among the supporters of a code."""
    record = contents.record
    named = {row["id"]: row["name"] for row in contents.tables["initiatives"].bodies()}
    return [
        Entry(
            id=tag("endorsements", row["code"], row["state"], row["day"]),
            title=f"{_name(record, row)}: {named.get(row['code'], row['code'])}",
            updated=row["known_on"],
            text=f"On {row['day']}: {row['note']}.",
            link=address_of(record.source(row["source"])),
            published=row["day"],
        )
        for row in contents.tables["endorsements"].bodies()
        if row["standing"] == "supporter"
    ]


def _name(record: Record, row: dict[str, str]) -> str:
    return record.register[row["state"]].name_on(date.fromisoformat(row["day"]))


def _corrections(contents: Contents) -> list[Entry]:
    """One entry for every row that replaces or withdraws another."""
    return [
        Entry(
            id=tag("corrections", each.table.name, *each.key, each.known_on),
            title=f"{each.table.name}: {', '.join(each.key)}",
            updated=each.known_on,
            text=told(each),
            link=address_of(contents.record.source(each.source)),
        )
        for each in corrections(contents.record)
    ]
