"""The record against independent sources, as text for a terminal and as a JSON body."""

from collections.abc import Iterator, Sequence
from typing import Any

from councilwatch.record.reconcile import Reconciled
from councilwatch.record.record import Record
from councilwatch.record.witness import Disagreement, Mismatch


def reconciliation_text(record: Record, found: Sequence[Reconciled]) -> str:
    """Each witness with its counts and every difference, both sides named."""
    parts = [line for each in found for line in (*_witness_lines(record, each), "")]
    return "\n".join([*parts, _conclusion(found)])


def _witness_lines(record: Record, found: Reconciled) -> Iterator[str]:
    source = record.source(found.witness)
    yield f"{found.witness}: {source.title}, {source.publisher}"
    yield f"  {_counts(found)}"
    for mismatch in found.undeclared:
        yield f"  UNDECLARED {_told(record, mismatch)}"
    for reason in found.stale:
        said = f"declared '{reason.ours}' against '{reason.theirs}'"
        yield f"  STALE {reason.about} of {reason.subject}: {said}, which is not so any more."
    for mismatch, reason in found.declared:
        yield f"  {_told(record, mismatch)}. {reason.reason}"


def _counts(found: Reconciled) -> str:
    noun = "years" if found.years else "votes"
    both = f"{found.votes} votes and {found.years} years" if found.votes and found.years else ""
    counted = both or f"{found.votes + found.years} {noun}"
    counts = f"{counted} compared, {found.agreeing} agree; differences: {len(found.declared)} "
    counts += f"declared, {len(found.undeclared)} not declared, {len(found.stale)} stale."
    if found.borrowed:
        counts += f" On {found.borrowed} of them the record was corrected from this very source."
    if found.span and found.silent:
        first, last = found.span
        counts += f" It says nothing of {len(found.silent)} votes from {first} to {last}."
    return counts


def _told(record: Record, mismatch: Mismatch) -> str:
    ours = mismatch.ours or "nothing"
    theirs = mismatch.theirs or "nothing"
    said = f"{_our_source(record, mismatch)} {ours}; {mismatch.witness} {theirs}"
    return f"{mismatch.about} of {mismatch.subject}: {said}"


def _our_source(record: Record, mismatch: Mismatch) -> str:
    """The source of what the record says: of the vote, or of the seats."""
    draft = record.drafts.get(mismatch.subject)
    if draft is not None:
        return draft.source
    if mismatch.about != "members":
        return "the record"
    return " and ".join(sorted({term.source for term in record.council.terms if term.source}))


def _conclusion(found: Sequence[Reconciled]) -> str:
    if not found:
        return "No independent source was on record by then, so nothing was compared."
    undeclared = sum(len(each.undeclared) for each in found)
    stale = sum(len(each.stale) for each in found)
    declared = sum(len(each.declared) for each in found)
    if undeclared or stale:
        return f"Differences not declared: {undeclared}; declarations that are stale: {stale}."
    return f"Every difference is declared with a reason ({declared})."


def reconciliation_body(record: Record, found: Sequence[Reconciled]) -> list[dict[str, Any]]:
    """The same for machines, in full."""
    return [
        {
            "witness": each.witness,
            "title": record.source(each.witness).title,
            "votes": each.votes,
            "years": each.years,
            "agreeing": each.agreeing,
            "resting_on_the_witness": each.borrowed,
            "span": [day.isoformat() for day in each.span] if each.span else None,
            "declared": [_declared(record, m, reason) for m, reason in each.declared],
            "undeclared": [_mismatch(record, m) for m in each.undeclared],
            "stale": [_stale(reason) for reason in each.stale],
            "says_nothing_of": list(each.silent),
        }
        for each in found
    ]


def _mismatch(record: Record, mismatch: Mismatch) -> dict[str, Any]:
    return {
        "subject": mismatch.subject,
        "about": mismatch.about,
        "ours": mismatch.ours,
        "our_source": _our_source(record, mismatch),
        "theirs": mismatch.theirs,
    }


def _declared(record: Record, mismatch: Mismatch, reason: Disagreement) -> dict[str, Any]:
    return {
        **_mismatch(record, mismatch),
        "reason": reason.reason,
        "reason_source": reason.cite.source,
    }


def _stale(reason: Disagreement) -> dict[str, Any]:
    return {
        "subject": reason.subject,
        "about": reason.about,
        "ours": reason.ours,
        "theirs": reason.theirs,
        "reason": reason.reason,
    }
