"""The record against independent sources: where they agree, where they differ, and who says so."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from councilwatch.record.draft import DecidedBy, Draft, Outcome
from councilwatch.record.record import Record
from councilwatch.record.seat_reconcile import seat_mismatches
from councilwatch.record.witness import (
    UNANIMOUS,
    WITHOUT_VOTE,
    Disagreement,
    Mismatch,
    SeatWitness,
    VoteWitness,
    symbol_in,
    tally_of,
)

W = TypeVar("W", VoteWitness, SeatWitness, Disagreement)


class Reconciled(NamedTuple):
    """What came of comparing the record with one witness."""

    witness: str
    votes: int
    """The votes it speaks of."""
    years: int
    """The years whose members it prints."""
    differing: int
    """The votes and years on which it says something else in at least one point."""
    borrowed: int
    """The votes on which the record rests on this very source, so that agreeing proves nothing."""
    declared: tuple[tuple[Mismatch, Disagreement], ...]
    undeclared: tuple[Mismatch, ...]
    stale: tuple[Disagreement, ...]
    """Declared differences that do not occur, or not with these words."""
    silent: tuple[str, ...]
    """Votes of the record, from its first day to its last, that it says nothing about."""
    span: tuple[date, date] | None

    @property
    def agreeing(self) -> int:
        """The votes and years on which it says nothing that the record does not say."""
        return self.votes + self.years - self.differing

    @property
    def is_settled(self) -> bool:
        """Whether every difference is declared and every declaration is needed."""
        return not (self.undeclared or self.stale)


def reconcile(record: Record) -> list[Reconciled]:
    """The record compared with each witness it keeps, by name."""
    votes = _by_witness(record.all(VoteWitness))
    seats = _by_witness(record.all(SeatWitness))
    known = _by_witness(record.all(Disagreement))
    return [
        _reconciled(record, name, votes.get(name, []), seats.get(name, []), known.get(name, []))
        for name in sorted(votes.keys() | seats.keys() | known.keys())
    ]


def _by_witness(rows: Iterable[W]) -> Mapping[str, list[W]]:
    found: defaultdict[str, list[W]] = defaultdict(list)
    for row in rows:
        found[row.witness].append(row)
    return found


def _reconciled(
    record: Record,
    name: str,
    votes: Sequence[VoteWitness],
    seats: Sequence[SeatWitness],
    known: Sequence[Disagreement],
) -> Reconciled:
    mismatches = [*vote_mismatches(record, name, votes), *seat_mismatches(record, name, seats)]
    by_point = {(each.subject, each.about): each for each in known}
    declared, undeclared = [], []
    for mismatch in mismatches:
        reason = by_point.get((mismatch.subject, mismatch.about))
        if reason and (reason.ours, reason.theirs) == (mismatch.ours, mismatch.theirs):
            declared.append((mismatch, reason))
        else:
            undeclared.append(mismatch)
    needed = {id(reason) for _, reason in declared}
    return Reconciled(
        witness=name,
        votes=len(votes),
        years=len({seat.year for seat in seats}),
        differing=len({each.subject for each in mismatches if not _is_unlisted(each)}),
        borrowed=sum(_is_from(record, each.vote, name) for each in votes),
        declared=tuple(declared),
        undeclared=tuple(undeclared),
        stale=tuple(each for each in known if id(each) not in needed),
        silent=() if lists_vetoes(votes) else tuple(_silent(record, votes)),
        span=_span(votes),
    )


def vote_mismatches(
    record: Record, name: str, witnesses: Sequence[VoteWitness]
) -> Iterator[Mismatch]:
    """Every point in which a witness says of a vote something else than the record."""
    for witness in witnesses:
        draft = record.drafts.get(witness.vote)
        if draft is None:
            theirs = " ".join(part for part in (witness.outcome, witness.tally) if part)
            yield Mismatch(name, witness.vote, "listed", "", theirs or "a vote")
            continue
        for about, ours, theirs in _points(record, draft, witness):
            if ours and theirs and not _same(about, ours, theirs):
                yield Mismatch(name, witness.vote, about, ours, theirs)
    if lists_vetoes(witnesses):
        yield from _unlisted(record, name, witnesses)


def lists_vetoes(witnesses: Sequence[VoteWitness]) -> bool:
    """Whether a witness is a list of vetoes: then it says of every other text it was not vetoed."""
    return bool(witnesses) and all(w.outcome == Outcome.VETOED.value for w in witnesses)


def _points(record: Record, draft: Draft, witness: VoteWitness) -> Iterator[tuple[str, str, str]]:
    """What both say, point by point; an empty word is something not said."""
    decision = record.decision(draft)
    recorded = draft.decided_by is not DecidedBy.NOT_RECORDED
    outcome = decision.word if recorded else draft.published_outcome
    yield "symbol", draft.symbol, symbol_in(witness.printed_as)
    yield "day", draft.day.isoformat(), witness.day.isoformat() if witness.day else ""
    yield "outcome", outcome, witness.outcome
    yield "tally", tally_of(record, draft), witness.tally
    if outcome == witness.outcome == Outcome.VETOED.value:
        yield "vetoed_by", " ".join(decision.vetoed_by), " ".join(sorted(witness.vetoed_by))


def _same(about: str, ours: str, theirs: str) -> bool:
    """Whether two words say the same: `unanimous` is said of full votes and of none taken."""
    if about == "tally" and theirs == UNANIMOUS:
        return ours == WITHOUT_VOTE or ours.endswith("-0-0")
    return ours == theirs


def _unlisted(record: Record, name: str, witnesses: Sequence[VoteWitness]) -> Iterator[Mismatch]:
    listed = {witness.vote for witness in witnesses}
    for draft in _within(record, _span(witnesses)):
        decision = record.decision(draft)
        if decision.outcome is Outcome.VETOED and draft.vote not in listed:
            yield Mismatch(name, draft.vote, "listed", " ".join(decision.vetoed_by), "")


def _is_from(record: Record, vote: str, witness: str) -> bool:
    draft = record.drafts.get(vote)
    return draft is not None and draft.source == witness


def _is_unlisted(mismatch: Mismatch) -> bool:
    return mismatch.about == "listed" and not mismatch.theirs


def _silent(record: Record, witnesses: Sequence[VoteWitness]) -> Iterator[str]:
    told = {witness.vote for witness in witnesses}
    for draft in _within(record, _span(witnesses)):
        if draft.vote not in told:
            yield draft.vote


def _within(record: Record, span: tuple[date, date] | None) -> Iterator[Draft]:
    if span:
        yield from (draft for draft in record.drafts.values() if span[0] <= draft.day <= span[1])


def _span(witnesses: Sequence[VoteWitness]) -> tuple[date, date] | None:
    days = [witness.day for witness in witnesses if witness.day]
    return (min(days), max(days)) if days else None
