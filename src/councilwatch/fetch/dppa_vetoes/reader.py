"""What the list of vetoes prints, as one witness's rows about votes of the record."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from councilwatch.fetch.declared import declared
from councilwatch.fetch.dppa_vetoes.source_file import PrintedVeto, read_vetoes
from councilwatch.fetch.witness import canonical, every_print, find_votes, witness_row
from councilwatch.record import tables as t
from councilwatch.record.draft import Draft, Outcome
from councilwatch.record.incoming import Incoming
from councilwatch.record.record import Record

WITNESS: str = declared(__package__, "columns")["witness"]


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """A row for each veto of the list; raises `DataError` with one fault per problem.

    A veto the record has no vote for, or cannot tell which vote it was, is left out and told.
    """
    rows: list[list[str]] = []
    left_out: list[str] = []
    taken: set[str] = set()
    vetoes = read_vetoes(path, whole=whole)
    for veto in vetoes:
        found = [d for d in _candidates(record, veto) if d.vote not in taken]
        if not found:
            left_out.append(_not_found(veto))
            continue
        taken.add(found[0].vote)
        rows.append(_row(record, veto, found[0]))
    return Incoming(
        {t.WITNESSES: rows},
        left_out=left_out,
        claims=[every_print(WITNESS)] if whole else (),
        days=((day, veto.line) for veto in vetoes for day in (veto.day, veto.updated)),
    )


def _candidates(record: Record, veto: PrintedVeto) -> Sequence[Draft]:
    """The votes the row may be about, the likeliest first.

    A symbol voted on several times is listed once a veto, in the order of the votes; a text
    without a symbol of its own is known by its meeting.
    """
    found = find_votes(record, veto.draft, veto.day)
    if not found:
        found = find_votes(record, veto.meeting, veto.day)
    if not found and not _has_symbol(veto):
        found = tuple(draft for draft in _on_day(record, veto.day) if not _is_document(draft))
    return (*_vetoed(record, found), *(found if len(found) == 1 else ()))


def _vetoed(record: Record, drafts: Iterable[Draft]) -> list[Draft]:
    return [draft for draft in drafts if record.decision(draft).outcome is Outcome.VETOED]


def _has_symbol(veto: PrintedVeto) -> bool:
    return veto.draft.upper().startswith("S/")


def _is_document(draft: Draft) -> bool:
    return draft.symbol.startswith("S/") and not draft.symbol.startswith("S/PV.")


def _on_day(record: Record, day: str) -> Sequence[Draft]:
    return [draft for draft in record.drafts.values() if draft.day.isoformat() == day]


def _row(record: Record, veto: PrintedVeto, draft: Draft) -> list[str]:
    printed = canonical(veto.draft)
    return witness_row(
        WITNESS,
        draft.vote,
        day=veto.day,
        outcome=Outcome.VETOED.value,
        vetoed_by=" ".join(sorted(_states(record, veto, draft))),
        printed_as="" if printed == draft.symbol else veto.draft,
        known_on=veto.updated,
    )


def _states(record: Record, veto: PrintedVeto, draft: Draft) -> Iterable[str]:
    """The members marked, as the states that held their seats on the day."""
    permanent = record.council.permanent_on(draft.day)
    for code in veto.members:
        before = declared(__package__, "columns")["successors"].get(code, code)
        yield before if before in permanent else code


def _not_found(veto: PrintedVeto) -> str:
    return (
        f"{veto.draft or 'a text without a symbol'} of {veto.day} (row {veto.line}): the record "
        "has no such vote, or several; left out."
    )
