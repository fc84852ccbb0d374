"""The Library's votes on adopted texts made into the record's drafts and ballots."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from councilwatch.fetch.declared import declared
from councilwatch.fetch.resolution_title import printed_title
from councilwatch.fetch.un_library_votes import source_file as f
from councilwatch.fetch.un_library_votes.members import Members
from councilwatch.fetch.un_library_votes.source_file import PrintedVote, read_votes
from councilwatch.record import tables as t
from councilwatch.record.days import is_day
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.incoming import Claim, Incoming, Rows
from councilwatch.record.record import Record
from councilwatch.world.symbols import SymbolError, parse

SOURCE: str = declared(__package__, "expectations")["source"]
ADOPTED = "adopted"
BY_VOTE = "vote"
NOT_VOTING = "not voting"
PLAIN = re.compile(r"S/RES/([1-9]\d*) ?\((\d{4})\)")
"""How nearly all resolutions are printed; what else there is goes the long way."""
Row = Sequence[str]
DAY, DECIDED_BY, OUTCOME, TALLY = (
    t.DRAFTS.place(column)
    for column in ("day", "decided_by", "published_outcome", "published_tally")
)


def read(path: Path, record: Record, *, whole: bool) -> Incoming:
    """Every vote of the file as rows of the record; raises `DataError` with one fault per problem.

    Of a vote the record has, only what the Library prints is set against it: day, manner of
    decision, outcome, tally and ballots; the title stays.
    """
    votes = read_votes(path, whole=whole)
    drafts, ballots = _Reading(record, path.name).rows(votes)
    return Incoming(
        {t.DRAFTS: drafts, t.BALLOTS: ballots},
        whole_groups=[t.BALLOTS],
        claims=[_every_adopted_text(drafts)] if whole else (),
        days=((vote[f.DAY], vote.line) for vote in votes),
    )


def _every_adopted_text(drafts: Rows) -> Claim:
    """The whole collection has every resolution from its first day to its last."""
    days = [draft[DAY] for draft in drafts]
    first, last = min(days), max(days)

    def covers(draft: Row) -> bool:
        adopted = draft[0].startswith("S/RES/") and draft[OUTCOME] == ADOPTED
        return adopted and first <= draft[DAY] <= last

    return Claim((t.DRAFTS, t.BALLOTS), SOURCE, covers, whoever_says=True)


class _Reading:
    """One reading of a file against one record."""

    def __init__(self, record: Record, file: str) -> None:
        self.record = record
        self.file = file
        self.members = Members(record.register)
        self.stands: Mapping[str, Row] = {row[0]: row for row in record.rows(t.DRAFTS)}
        self.casts: Mapping[str, str] = declared(__package__, "words")["ballot"]
        self.modalities: Mapping[str, str] = declared(__package__, "words")["modality"]
        self.faults: list[Fault] = []
        self.keys: dict[str, int] = {}

    def rows(self, votes: Sequence[PrintedVote]) -> tuple[Rows, Rows]:
        """The rows of drafts and of ballots; raises `DataError` if any vote is wrong."""
        drafts: Rows = []
        ballots: Rows = []
        for vote in votes:
            try:
                draft = self._draft(vote)
                drafts.append(draft)
                cast = self._ballots(vote, draft)
                if draft[DECIDED_BY] == BY_VOTE:
                    ballots += cast
            except ValueError as error:
                self.faults.append(Fault(self.file, vote.line, str(error)))
        if self.faults:
            raise DataError(self.faults)
        return drafts, ballots

    def _draft(self, vote: PrintedVote) -> list[str]:
        key, day = self._key(vote), _day(vote[f.DAY])
        word = " ".join(vote[f.MODALITY].split()).casefold()
        if word not in self.modalities:
            possible = ", ".join(self.modalities)
            raise ValueError(f"modality '{vote[f.MODALITY]}' is not known; known are {possible}.")
        decided_by = self.modalities[word]
        tally = _tally(vote) if decided_by == BY_VOTE else ""
        standing = self.stands.get(key)
        if standing is None:
            title = _title(vote)
            return [key, key, day, title, decided_by, "", ADOPTED, tally, "", day, SOURCE, ""]
        row = [*standing[:-3], day, SOURCE, ""]
        row[DAY], row[DECIDED_BY], row[OUTCOME] = day, decided_by, ADOPTED
        row[TALLY] = tally or (standing[TALLY] if decided_by == BY_VOTE else "")
        return row

    def _key(self, vote: PrintedVote) -> str:
        printed = vote[f.RESOLUTION].strip()
        match = PLAIN.fullmatch(printed)
        try:
            key = f"S/RES/{match[1]} ({match[2]})" if match else str(parse(printed))
        except SymbolError as error:
            raise ValueError(str(error)) from error
        first = self.keys.setdefault(key, vote.line)
        if first != vote.line:
            raise ValueError(f"{key} stands already in row {first}, under another undl_id.")
        return key

    def _ballots(self, vote: PrintedVote, draft: Row) -> list[list[str]]:
        key, day = draft[0], draft[DAY]
        ballots, wrong = [], len(self.faults)
        casts, state_of = self.casts, self.members.state
        for cells, line in zip(vote.rows, vote.lines, strict=True):
            try:
                state = state_of(cells[1], cells[2], cells[3], day)
                cast = casts[cells[f.CAST]]
            except KeyError:
                reason = f"ms_vote '{cells[f.CAST]}' of {cells[2]} is not one of Y, N, A, X."
                self.faults.append(Fault(self.file, line, reason))
            except ValueError as error:
                self.faults.append(Fault(self.file, line, str(error)))
            else:
                ballots.append([key, state, cast, day, SOURCE, ""])
        if len(self.faults) == wrong:  # else the sums could not agree anyhow
            _check_totals(vote, ballots, draft[DECIDED_BY] == BY_VOTE)
        self._as_silent_as_known(ballots)
        return ballots

    def _as_silent_as_known(self, ballots: list[list[str]]) -> None:
        """Leaves a member absent, or not participating, where the record knows which it was."""
        silent = [ballot for ballot in ballots if ballot[2] == NOT_VOTING]
        for ballot in silent:
            for row in self.record.rows_of(t.BALLOTS, ballot[0]):
                if row[1] == ballot[1] and row[2] in ("absent", "not participating"):
                    ballot[2] = row[2]


def _day(text: str) -> str:
    if not is_day(text):
        raise ValueError(f"date '{text}' is not of the form YYYY-MM-DD.")
    return text


def _number(text: str) -> int | None:
    """A total, which some copies print as `15.0`; `None` where the file does not say."""
    plain = text.strip().removesuffix(".0")
    if not plain:
        return None
    if not (plain.isascii() and plain.isdecimal()):
        raise ValueError(f"a total is '{text}', not a number.")
    return int(plain)


def _tally(vote: PrintedVote) -> str:
    """Yes-no-abstain-not voting as printed; empty where one of them is not."""
    numbers = [_number(cell) for cell in vote.rows[0][f.TOTALS][:4]]
    return "" if None in numbers else "-".join(map(str, numbers))


def _check_totals(vote: PrintedVote, ballots: Sequence[Row], by_vote: bool) -> None:
    """Raises `ValueError` if the sums the file prints are not those of its rows.

    Where no vote was taken the Library has every member as in favour, and its sums as it likes.
    """
    printed = vote.rows[0][f.TOTALS]
    casts = Counter(ballot[2] for ballot in ballots)
    counted = [casts[word] for word in ("yes", "no", "abstain", NOT_VOTING)]
    for place, number in enumerate([*counted, len(ballots)]):
        if (by_vote or place == 4) and _number(printed[place]) not in (None, number):
            column = f.COLUMNS[f.TOTALS][place]
            raise ValueError(
                f"{column} of {vote[f.RESOLUTION]} is {printed[place]}; its rows give {number}."
            )
    members = Counter(ballot[1] for ballot in ballots)
    twice = [state for state, times in members.items() if times > 1]
    if twice:
        raise ValueError(f"{', '.join(twice)} stands twice in {vote[f.RESOLUTION]}.")


def _title(vote: PrintedVote) -> str:
    printed = printed_title(vote[f.DESCRIPTION])
    title = printed.title if printed else " ".join(vote[f.DESCRIPTION].split())
    if not title:
        raise ValueError(f"the description of {vote[f.RESOLUTION]} says nothing but its number.")
    return title
