"""Which vote of the record another source speaks of, and the row of what it prints."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from councilwatch.record import tables as t
from councilwatch.record.draft import Draft
from councilwatch.record.incoming import Claim
from councilwatch.record.record import Record
from councilwatch.world.symbols import SymbolError, parse

Index = Mapping[str, list[Draft]]
_indexes: WeakKeyDictionary[Record, Index] = WeakKeyDictionary()


def find_vote(record: Record, symbol: str, day: str) -> str | None:
    """The key of the one vote a printed symbol and day (ISO, or empty) speak of.

    `None` if the record has no such vote, or several on the day. A symbol voted on once is found
    whatever the day: that the days differ is what a witness is heard for.
    """
    found = find_votes(record, symbol, day)
    return found[0].vote if len(found) == 1 else None


def find_votes(record: Record, symbol: str, day: str) -> tuple[Draft, ...]:
    """Every vote a printed symbol and day may speak of, in the order in which they were taken."""
    on_symbol = _index(record).get(canonical(symbol), [])
    if len(on_symbol) <= 1:
        return tuple(on_symbol)
    return tuple(draft for draft in on_symbol if not day or draft.day.isoformat() == day)


def canonical(symbol: str) -> str:
    """A printed symbol in its one spelling; as it is printed where it is no symbol."""
    try:
        return str(parse(symbol))
    except SymbolError:
        return symbol.strip()


def every_print(witness: str) -> Claim:
    """The whole of a witness's list has every vote it was once heard on."""
    return Claim((t.WITNESSES,), witness, lambda row: row[0] == witness)


def _index(record: Record) -> Index:
    if record not in _indexes:
        index: dict[str, list[Draft]] = {}
        for draft in record.drafts.values():
            for name in {draft.symbol, draft.vote} - {""}:
                index.setdefault(name, []).append(draft)
        _indexes[record] = index
    return _indexes[record]


def witness_row(
    witness: str,
    vote: str,
    *,
    day: str = "",
    outcome: str = "",
    tally: str = "",
    vetoed_by: str = "",
    printed_as: str = "",
    note: str = "",
    known_on: str = "",
) -> list[str]:
    """A row of `witnesses.csv`: what a source (its id) prints of one vote.

    Without `known_on` it becomes known on the day it is taken in.
    """
    printed = "" if printed_as == vote else printed_as
    return [witness, vote, day, outcome, tally, vetoed_by, printed, note, known_on, witness, ""]
