"""Strict reading of the Library's file: rows put together by vote, every column looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from councilwatch.fetch.csv_file import Cells, Sheet, head_faults, read_sheet
from councilwatch.fetch.declared import declared, range_fault, rows_fault
from councilwatch.record.fault import DataError, Fault

COLUMNS = (
    "undl_id",
    "ms_code",
    "ms_name",
    "permanent_member",
    "ms_vote",
    "date",
    "resolution",
    "draft",
    "meeting",
    "description",
    "agenda",
    "subjects",
    "vote_note",
    "total_yes",
    "total_no",
    "total_abstentions",
    "total_non_voting",
    "total_ms",
    "modality",
    "undl_link",
)
"""The exact head of the file. `draft`, `meeting`, `agenda`, `subjects`, `vote_note` and `undl_link`
are not taken: the record keys a vote on an adopted text by its resolution."""

UNDL_ID, DAY, RESOLUTION, DESCRIPTION, MODALITY = 0, 5, 6, 9, 18
CAST, TOTALS = 4, slice(13, 18)
SAID_OF_THE_VOTE = (*range(5, 10), *range(13, 19))
"""Columns that must say the same in every row of one vote."""


@dataclass(frozen=True, slots=True)
class PrintedVote:
    """All rows of the file about one vote."""

    rows: list[Cells]
    lines: list[int]

    def __getitem__(self, column: int) -> str:
        """What every row says in a column about the vote."""
        return self.rows[0][column]

    @property
    def line(self) -> int:
        """The line of its first row."""
        return self.lines[0]


def read_votes(path: Path, *, whole: bool) -> list[PrintedVote]:
    """The votes of the file, in its order; raises `DataError` with one fault per problem."""
    sheet = read_sheet(path, lambda head: _head(path.name, head))
    faults = list(_unlike_the_whole(sheet, path.name)) if whole else []
    votes = _by_vote(sheet)
    faults += [fault for vote in votes for fault in _disagreeing(vote, path.name)]
    if faults:
        raise DataError(faults)
    return votes


def _head(file: str, head: Cells) -> list[Fault]:
    faults = head_faults(file, head, COLUMNS)
    if not faults and head != list(COLUMNS):
        reason = f"the columns stand in another order than {','.join(COLUMNS)}."
        faults = [Fault(file, 1, reason)]
    return faults


def _unlike_the_whole(sheet: Sheet, file: str) -> Iterator[Fault]:
    expected = declared(__package__, "expectations")
    if wrong := rows_fault(len(sheet.rows), expected):
        yield Fault(file, 0, wrong)
    first = min(row[DAY] for row in sheet.rows)
    if wrong := range_fault("first day", first, *expected["first_day"]):
        yield Fault(file, 0, wrong)


def _by_vote(sheet: Sheet) -> list[PrintedVote]:
    votes: dict[str, PrintedVote] = {}
    for cells, line in zip(sheet.rows, sheet.lines, strict=True):
        vote = votes.get(cells[UNDL_ID])
        if vote is None:
            vote = votes[cells[UNDL_ID]] = PrintedVote([], [])
        vote.rows.append(cells)
        vote.lines.append(line)
    return list(votes.values())


def _disagreeing(vote: PrintedVote, file: str) -> Iterator[Fault]:
    first = vote.rows[0]
    start, middle = first[5:10], first[13:19]
    for row, line in zip(vote.rows, vote.lines, strict=True):
        if row[5:10] == start and row[13:19] == middle:
            continue
        for column in SAID_OF_THE_VOTE:
            if row[column] != first[column]:
                reason = (
                    f"{COLUMNS[column]} is '{row[column]}', and '{first[column]}' in row "
                    f"{vote.line} of the same vote ({first[UNDL_ID]})."
                )
                yield Fault(file, line, reason)
