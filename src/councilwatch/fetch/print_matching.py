"""Which of several votes on one symbol each print of a source speaks of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from councilwatch.fetch.witness import canonical, find_votes, witness_row
from councilwatch.record.draft import Draft
from councilwatch.record.record import Record
from councilwatch.record.witness import tally_of


class Printed(NamedTuple):
    """What a source prints of one vote, in the record's words."""

    symbol: str
    """As the source spells it, or as a declared correction reads it."""
    day: str = ""
    outcome: str = ""
    tally: str = ""
    vetoed_by: tuple[str, ...] = ()
    """Codes of the states."""
    printed_as: str = ""
    """The symbol as it stands in the file."""
    note: str = ""
    line: int = 0

    def __str__(self) -> str:
        said = (self.day, self.outcome, self.tally, *self.vetoed_by)
        return f"{self.printed_as or self.symbol}: {', '.join(part for part in said if part)}"


def witness_rows(
    witness: str, record: Record, prints: Sequence[Printed]
) -> tuple[list[list[str]], list[str]]:
    """Rows of `witnesses.csv`, and a sentence for each print of a vote the record does not have."""
    votes = assign(record, prints)
    rows = [_row(witness, votes[place], each) for place, each in enumerate(prints) if votes[place]]
    lacking = [
        f"{each} (row {each.line}) is no vote of the record."
        for place, each in enumerate(prints)
        if not votes[place]
    ]
    return sorted(rows, key=lambda row: (row[2], row[1])), lacking


def assign(record: Record, prints: Sequence[Printed]) -> Mapping[int, str]:
    """The key of the vote each print speaks of, by its place; empty where there is none.

    Two prints never speak of the same vote. Where a symbol was voted on several times a print
    goes to the vote it agrees with most, and to none if neither day nor tally agrees.
    """
    by_symbol: defaultdict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(prints):
        by_symbol[canonical(each.symbol)].append(place)
    found: dict[int, str] = {}
    for symbol, places in by_symbol.items():
        free = list(find_votes(record, symbol, ""))
        several = len(free) > 1
        for place in places:
            vote = _likest(record, free, prints[place], several)
            found[place] = vote.vote if vote else ""
            free = [draft for draft in free if draft is not vote]
    return found


def _likest(record: Record, free: Sequence[Draft], print_: Printed, several: bool) -> Draft | None:
    """The vote a print agrees with most; the earlier one where two are alike."""
    ranked = [(_likeness(record, draft, print_), draft) for draft in free]
    if not ranked:
        return None
    likeness, best = max(ranked, key=lambda pair: pair[0])
    return None if several and not any(likeness[:2]) else best


def _likeness(record: Record, draft: Draft, print_: Printed) -> tuple[bool, bool, bool, bool]:
    """In which points a print agrees with a vote, the telling ones first."""
    decision = record.decision(draft)
    return (
        print_.day == draft.day.isoformat(),
        bool(print_.tally) and print_.tally == tally_of(record, draft),
        set(print_.vetoed_by) == set(decision.vetoed_by),
        print_.outcome == decision.word,
    )


def _row(witness: str, vote: str, print_: Printed) -> list[str]:
    return witness_row(
        witness,
        vote,
        day=print_.day,
        outcome=print_.outcome,
        tally=print_.tally,
        vetoed_by=" ".join(sorted(print_.vetoed_by)),
        printed_as="" if print_.printed_as == print_.symbol else print_.printed_as,
        note=print_.note,
    )
