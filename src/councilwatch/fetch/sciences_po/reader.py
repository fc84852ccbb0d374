"""The source's rows made into the record's drafts and ballots."""

from collections import Counter
from pathlib import Path

from councilwatch.fetch.resolution_title import printed_title
from councilwatch.fetch.sciences_po import corrections, source_file
from councilwatch.fetch.sciences_po.corrections import Cells, Corrections
from councilwatch.fetch.sciences_po.source_file import CASTS, OUTCOMES, UNKNOWN
from councilwatch.record import tables as t
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Claim, Incoming, Rows
from councilwatch.record.record import Record
from councilwatch.world.symbols import SymbolError, parse

SOURCE = "sciences-po-2026"
DAY = t.DRAFTS.place("day")


def read(path: Path, _record: Record | None = None, *, whole: bool = True) -> Incoming:
    """Every vote of the file as rows of the record; raises `DataError` with one fault per problem.

    `whole` also asks the file to be the whole collection (number of rows, days, outcomes).
    """
    known = corrections.read_corrections()
    rows = source_file.read_source(path, known)
    faults = source_file.expected(rows, known, path.name) if whole else []
    put_right = corrections.put_right(rows, known)
    rows, stale = corrections.apply(rows, known, path.name)
    if faults or (whole and stale):
        raise DataError([*faults, *stale])
    rows.sort(key=lambda row: (row["Date"], int(row["Vote in the DB"])))
    drafts, ballots = _votes(rows, known, path.name)
    return Incoming(
        {t.DRAFTS: drafts, t.BALLOTS: ballots},
        whole_groups=[t.BALLOTS],
        claims=[_every_vote(known)] if whole else (),
        days=((row["Date"], int(row["row"])) for row in rows),
        put_right=put_right,
    )


def _every_vote(known: Corrections) -> Claim:
    """The whole collection has every vote from its first day to its last."""
    first, last = known.expected["first_day"], known.expected["last_day"]
    return Claim((t.DRAFTS, t.BALLOTS), SOURCE, lambda draft: first <= draft[DAY] <= last)


def _votes(rows: list[Cells], known: Corrections, file: str) -> tuple[Rows, Rows]:
    """The rows of drafts and of ballots; raises `DataError`."""
    faults: list[Fault] = []
    named = []
    for row in rows:
        try:
            named.append((row, *_symbol_and_note(row, known)))
        except SymbolError as error:
            faults.append(Fault(file, int(row["row"]), str(error)))
    drafts: Rows = []
    ballots: Rows = []
    for (row, symbol, note), vote in zip(named, _keys(named), strict=True):
        try:
            drafts.append(_draft(row, vote, symbol, note, known))
        except ValueError as error:
            faults.append(Fault(file, int(row["row"]), str(error)))
        ballots.extend(_ballots(row, vote, known))
    if faults:
        raise DataError(faults)
    return drafts, ballots


def _symbol_and_note(row: Cells, known: Corrections) -> tuple[str, str]:
    """The symbol in its canonical form and what else the cell says; raises `SymbolError`."""
    cell = row["UN classification"].strip()
    declared = known.symbol.get(cell)
    if declared is None:
        return str(parse(cell)), ""
    symbol = declared["symbol"]
    return str(parse(symbol)) if symbol else "", declared["note"]


def _keys(named: list[tuple[Cells, str, str]]) -> list[str]:
    """One key per vote: its symbol, numbered where a symbol was voted on more than once.

    A vote known only by the record of its meeting is always numbered: `S/PV.613 (vote 1)`.
    """
    times = Counter(symbol for _, symbol, _ in named)
    seen: Counter[str] = Counter()
    keys = []
    for row, symbol, _ in named:
        seen[symbol] += 1
        if not symbol:
            keys.append(f"Oral amendment of {row['Date']}")
        elif times[symbol] > 1 or symbol.startswith("S/PV."):
            keys.append(f"{symbol} (vote {seen[symbol]})")
        else:
            keys.append(symbol)
    return keys


def _draft(row: Cells, vote: str, symbol: str, note: str, known: Corrections) -> list[str]:
    decided_by = _decided_by(row, known)
    return [
        vote,
        symbol,
        row["Date"],
        _title(row, known),
        decided_by,
        "yes" if vote in known.procedural else "",
        OUTCOMES[row["Vote outcome"]],
        "" if decided_by == "without a vote" else _tally(row),
        note,
        row["Date"],
        SOURCE,
        "",
    ]


def _decided_by(row: Cells, known: Corrections) -> str:
    cells = [row[column] for column in known.columns if row[column]]
    if UNKNOWN in cells:
        return "ballots not recorded"
    if cells and all(cell == "NV" for cell in cells):
        return "without a vote"
    return "vote"


def _tally(row: Cells) -> str:
    numbers = [row[column] for column in ("Yes", "No", "Abstentions", "Non-Voting")]
    return "" if UNKNOWN in numbers else "-".join(numbers)


def _title(row: Cells, known: Corrections) -> str:
    """The title without the resolution's number; raises `ValueError` on an undeclared number."""
    title = " ".join(row["Official full title"].split())
    symbol = row["UN classification"].strip()
    if not symbol.startswith("S/RES/"):
        return title
    printed = printed_title(title)
    if printed is None:
        raise ValueError(f"the title of {symbol} does not start with its number: '{title[:60]}'.")
    expected = known.title_numbers.get(symbol, symbol.removeprefix("S/RES/"))
    if printed.number != expected.replace(" ", ""):
        raise ValueError(f"the title of {symbol} carries the number {printed.number}; undeclared.")
    return printed.title


def _ballots(row: Cells, vote: str, known: Corrections) -> list[list[str]]:
    if _decided_by(row, known) != "vote":
        return []
    day = row["Date"]
    cast = {
        corrections.column_state(known, column, day): CASTS[row[column]]
        for column in known.columns
        if row[column]
    }
    return [[vote, state, cast[state], day, SOURCE, ""] for state in sorted(cast)]
