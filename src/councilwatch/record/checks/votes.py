"""Every ballot was cast by a member, none is missing, and the sums agree with the sources."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from councilwatch.record import tables as t
from councilwatch.record.draft import Ballot, DecidedBy, Draft, tally
from councilwatch.record.fault import Fault
from councilwatch.record.record import Record
from councilwatch.world.symbols import SymbolError, parse


def check_votes(record: Record) -> list[Fault]:
    """The faults of drafts and ballots, each at the row of the draft or of the first ballot."""
    draft_lines = _lines(record, t.DRAFTS)
    ballot_lines = _lines(record, t.BALLOTS)
    faults: list[Fault] = []
    for draft in record.drafts.values():
        ballots = record.ballots(draft)
        line = ballot_lines.get(draft.vote, 0)
        faults += (
            Fault(t.BALLOTS.file, line, why) for why in _ballot_faults(record, draft, ballots)
        )
        why_not = [*_symbol_faults(draft), *_source_faults(record, draft, ballots)]
        faults += (Fault(t.DRAFTS.file, draft_lines[draft.vote], why) for why in why_not)
    return faults


def _lines(record: Record, table: t.Table) -> Mapping[str, int]:
    lines: dict[str, int] = {}
    for line, row in record.numbered(table):
        lines.setdefault(row[0], line)
    return lines


def _symbol_faults(draft: Draft) -> Iterator[str]:
    """A symbol is one of the United Nations, spelled as everywhere in the record."""
    if not draft.symbol:
        return
    try:
        spelled = str(parse(draft.symbol))
    except SymbolError as error:
        yield f"{draft.vote}: {error}"
        return
    if spelled != draft.symbol:
        yield f"{draft.vote}: the symbol '{draft.symbol}' is spelled {spelled} in the record."


def _ballot_faults(record: Record, draft: Draft, ballots: Sequence[Ballot]) -> Iterator[str]:
    if draft.decided_by is not DecidedBy.VOTE:
        if ballots:
            manner = draft.decided_by.value
            yield f"{draft.vote} was decided {manner}, yet has {len(ballots)} ballots."
        return
    members = record.members_on(draft.day)
    cast = Counter(ballot.state for ballot in ballots)
    for ballot in ballots:
        if ballot.state not in members:
            who, what = ballot.state, ballot.cast.value
            yield f"{draft.vote}: {who} cast '{what}' but was not a member on {draft.day}."
    for state in members:
        if cast[state] != 1:
            yield f"{draft.vote}: {cast[state]} ballots of {state}; every member has one."
    if len(ballots) != len(members):
        yield f"{draft.vote} has {len(ballots)} ballots; the Council had {len(members)} members."


def _source_faults(record: Record, draft: Draft, ballots: Sequence[Ballot]) -> Iterator[str]:
    """What the ballots give against what the source prints."""
    if draft.decided_by is not DecidedBy.VOTE:
        return
    count = tally(ballots)
    counted = f"{count.yes}-{count.no}-{count.abstain}-{count.not_voting}"
    if draft.published_tally and draft.published_tally != counted:
        printed = draft.published_tally
        yield f"the ballots on {draft.vote} count {counted}; the source has {printed}."
    computed = record.decision(draft).word
    if computed != draft.published_outcome:
        yield (
            f"{draft.vote} comes out as '{computed}'; the source has '{draft.published_outcome}'. "
            "If the decision was procedural, say so in the procedural column."
        )
