"""The Library's file over our record: what differs is found, all of it and nothing else."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from library_file import LibraryVote, library_votes, seeded, with_later, write_library

from councilwatch.fetch.un_library_votes.reader import read
from councilwatch.record.difference import Difference, difference
from councilwatch.record.fault import DataError
from councilwatch.record.merge import take
from councilwatch.record.record import Record

FACTS = Path(__file__).parents[2] / "facts"
DAY = date(2026, 12, 24)
ROWS = 45_000


@pytest.fixture(scope="module")
def record() -> Record:
    return Record(FACTS)


@pytest.fixture
def votes(record: Record) -> list[LibraryVote]:
    """The adopted texts of the record as the Library tells them."""
    return library_votes(record)


def vote(votes: list[LibraryVote], key: str) -> LibraryVote:
    return next(each for each in votes if each.key == key)


def compared(
    record: Record, path: Path, votes: list[LibraryVote], whole: bool = True
) -> Difference:
    file = write_library(path / "2026_sc_voting.csv", votes)
    return difference(record, read(file, record, whole=whole))


def cells(found: Difference) -> set[tuple[str, str, str, str, str]]:
    """Every differing cell: table, key, column, what the record says, what the file says."""
    return {
        (cell.table, "/".join(cell.key), cell.column, cell.ours, cell.theirs)
        for table in found.tables
        for change in table.changed
        for cell in change.cells()
    }


def test_the_record_told_by_the_library_is_unchanged(record, votes, tmp_path):
    found = compared(record, tmp_path, votes)

    assert found.is_empty
    assert [table.unchanged for table in found.tables] == [
        len(votes),
        sum(len(each.ballots) for each in votes if not each.without_vote),
    ]


def abstains(each: LibraryVote) -> None:
    each.ballots["USA"] = "A"


def does_not_vote(each: LibraryVote) -> None:
    each.ballots["CHN"] = "X"


def a_day_later(each: LibraryVote) -> None:
    each.day = "2016-12-20"


def is_missing(each: LibraryVote) -> None:
    del each.ballots["AGO"]


def was_not_voted_on(each: LibraryVote) -> None:
    each.without_vote = True


CHANGES: dict[str, Callable[[LibraryVote], None]] = {
    "S/RES/2328 (2016)": a_day_later,
    "S/RES/2334 (2016)": abstains,
    "S/RES/1 (1946)": does_not_vote,
    "S/RES/2336 (2016)": is_missing,
    "S/RES/2700 (2023)": was_not_voted_on,
}
DIFFERENT = {
    ("drafts", "S/RES/2328 (2016)", "day", "2016-12-19", "2016-12-20"),
    ("ballots", "S/RES/1 (1946)/CHN", "cast", "yes", "not voting"),
    ("drafts", "S/RES/1 (1946)", "published_tally", "11-0-0-0", "10-0-0-1"),
    ("drafts", "S/RES/2336 (2016)", "published_tally", "15-0-0-0", "14-0-0-0"),
    ("drafts", "S/RES/2700 (2023)", "decided_by", "vote", "without a vote"),
    ("drafts", "S/RES/2700 (2023)", "published_tally", "15-0-0-0", ""),
}
"""What those changes make differ; that the United States abstained on 2334 is so in the record."""


@pytest.fixture
def changed(votes: list[LibraryVote]) -> list[LibraryVote]:
    """Forty-five thousand rows with five changes sown, one of which changes nothing."""
    more = with_later(votes, ROWS)
    for key, change in CHANGES.items():
        seeded(more, key, change)
    return more


def test_changes_sown_among_45_000_rows_are_found_all_of_them_and_nothing_else(
    record, votes, changed, tmp_path
):
    found = compared(record, tmp_path, changed)

    drafts, ballots = found.tables
    rows = sum(len(each.ballots) for each in changed)
    assert ROWS <= rows + 1 < ROWS + 20
    assert cells(found) == DIFFERENT
    assert [row[:2] for row in ballots.missing] == [["S/RES/2336 (2016)", "AGO"]]
    assert drafts.missing == []
    later = [each.key for each in changed[len(votes) :]]
    assert [row[0] for row in drafts.added] == later
    assert len(ballots.added) == sum(len(each.ballots) for each in changed[len(votes) :])
    assert found.left_out == ()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FACTS, tmp_path / "record"))


def test_what_is_new_is_taken_in_and_what_differs_is_left(folder, votes, changed, tmp_path):
    file = write_library(tmp_path / "voting.csv", changed)

    def reader(record: Record):
        return read(file, record, whole=True)

    merge = take(folder, reader, DAY, only_new=True)

    again = difference(Record(folder), reader(Record(folder)))
    assert merge.added["drafts"] == len(changed) - len(votes)
    assert merge.superseded == {"drafts": 0, "ballots": 0}
    assert cells(again) == DIFFERENT
    assert [table.added for table in again.tables] == [[], []]
    new = Record(folder).draft("S/RES/9001 (2025)")
    assert (new.title, new.source) == ("on a made-up matter, number 1", "un-library-votes")
    assert Record(folder).decision(new).word == "adopted"


def test_a_file_taken_in_whole_is_unchanged_when_it_comes_again(folder, votes, tmp_path):
    more = with_later(votes, 41_000)
    seeded(more, "S/RES/2328 (2016)", a_day_later)
    file = write_library(tmp_path / "voting.csv", more)

    def reader(record: Record):
        return read(file, record, whole=True)

    first = take(folder, reader, DAY)
    second = take(folder, reader, date(2026, 12, 25))

    assert first.superseded == {"drafts": 1, "ballots": 0}
    assert (second.changes, second.files, second.difference.is_empty) == (0, {}, True)
    drafts = (folder / "drafts.csv").read_text("utf-8").splitlines()
    told = [line for line in drafts if line.startswith("S/RES/2328 (2016),")]
    assert [",".join(["", *line.split(",")[2:3], ""]) for line in told] == [
        ",2016-12-19,",
        ",2016-12-20,",
    ]
    assert told[1].endswith(",2026-12-24,un-library-votes,2016-12-19")
    assert told[0].split(",")[3] == told[1].split(",")[3]  # the title is ours still


def test_an_import_that_would_lose_a_ballot_is_refused(folder, votes, tmp_path):
    seeded(votes, "S/RES/2336 (2016)", is_missing)
    file = write_library(tmp_path / "voting.csv", votes)
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}

    with pytest.raises(DataError) as refused:
        take(folder, lambda record: read(file, record, whole=True), DAY)

    assert "S/RES/2336 (2016): 0 ballots of AGO; every member has one" in str(refused.value)
    assert {path.name: path.read_bytes() for path in folder.glob("*.csv")} == before


def test_a_resolution_the_file_no_longer_has_is_told_with_its_ballots(record, votes, tmp_path):
    fewer = [each for each in votes if each.key != "S/RES/1973 (2011)"]

    drafts, ballots = compared(record, tmp_path, fewer).tables

    assert [row[0] for row in drafts.missing] == ["S/RES/1973 (2011)"]
    assert len(ballots.missing) == 15
    assert (drafts.withdrawn, ballots.withdrawn) == ([], [])


def test_a_resolution_after_the_last_day_of_the_file_is_not_asked_of_it(record, votes, tmp_path):
    assert compared(record, tmp_path, votes[:-40]).is_empty


def test_a_part_of_the_file_is_asked_for_nothing_it_does_not_mention(record, votes, tmp_path):
    some = [vote(votes, "S/RES/2328 (2016)"), vote(votes, "S/RES/2334 (2016)")]

    assert compared(record, tmp_path, some, whole=False).is_empty


def test_a_resolution_taken_from_the_library_and_gone_from_it_is_withdrawn(folder, votes, tmp_path):
    more = with_later(votes, 42_000)
    one, fewer = tmp_path / "one.csv", tmp_path / "fewer.csv"
    write_library(one, more)
    write_library(fewer, [each for each in more if each.key != "S/RES/9001 (2025)"])

    take(folder, lambda record: read(one, record, whole=True), DAY)
    result = take(folder, lambda record: read(fewer, record, whole=True), date(2026, 12, 25))

    assert result.superseded == {"drafts": 1, "ballots": 15}
    assert Record(folder).find_draft("S/RES/9001 (2025)") is None


# -- files that are refused -----------------------------------------------------------------------


def rewritten(path: Path, edit: Callable[[list[list[str]]], None]) -> Path:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def cell(column: str, value: str, row: int = 1) -> Callable[[list[list[str]]], None]:
    """Writes a value into a column of a row; row 0 is the head."""

    def edit(rows: list[list[str]]) -> None:
        rows[row][rows[0].index(column)] = value

    return edit


def swap_columns(rows: list[list[str]]) -> None:
    for row in rows:
        row[0], row[1] = row[1], row[0]


def same_number(rows: list[list[str]]) -> None:
    """The rows of the second vote told again as a third."""
    rows += [["999", *row[1:]] for row in rows[-15:]]


def twice(rows: list[list[str]]) -> None:
    """The second member is named as the first."""
    rows[2][1:4] = rows[1][1:4]


WRONG = {
    "a renamed column": (cell("ms_vote", "vote", row=0), "column 'ms_vote' is missing"),
    "columns in another order": (swap_columns, "the columns stand in another order"),
    "a ballot of no kind": (cell("ms_vote", "P"), "ms_vote 'P' of ANGOLA is not one of"),
    "a code nobody has": (cell("ms_code", "ZZZ"), "No state is called 'ZZZ'"),
    "a name nobody has": (cell("ms_name", "ATLANTIS"), "No state is called 'ATLANTIS'"),
    "a name nearly right": (cell("ms_name", "ANGOLIA"), "Nearest: AGO (Angola)"),
    "a name of another state": (cell("ms_name", "SENEGAL"), "'SENEGAL' is SEN (Senegal)"),
    "a member made permanent": (
        cell("permanent_member", "True"),
        "permanent_member of ANGOLA is 'True', not False",
    ),
    "a total the rows do not give": (
        cell("total_yes", "14"),
        "row 3: total_yes is '15', and '14' in row 2",
    ),
    "a day that is none": (
        cell("date", "19/12/2016"),
        "row 3: date is '2016-12-19', and '19/12/2016' in row 2",
    ),
    "a manner of decision nobody knows": (
        cell("modality", "Ballot"),
        "row 3: modality is 'Vote', and 'Ballot' in row 2",
    ),
    "a symbol that is none": (
        cell("resolution", "2328"),
        "row 3: resolution is 'S/RES/2328(2016)', and '2328'",
    ),
    "a row cut short": (lambda rows: rows[2].pop(), "row 3: has 19 cells, not 20"),
    "a vote told twice": (same_number, "stands already in row"),
    "no rows": (lambda rows: rows.__delitem__(slice(1, None)), "has no rows"),
    "a member told twice": (twice, "AGO stands twice in S/RES/2328(2016)"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_file_that_is_wrong_is_refused_with_row_and_reason(kind, record, votes, tmp_path):
    edit, sentence = WRONG[kind]
    two = [vote(votes, "S/RES/2328 (2016)"), vote(votes, "S/RES/2334 (2016)")]
    file = rewritten(write_library(tmp_path / "voting.csv", two), edit)

    with pytest.raises(DataError) as refused:
        read(file, record, whole=False)

    assert sentence in str(refused.value)
    assert all(fault.file == "voting.csv" for fault in refused.value.faults)


EVERYWHERE = {
    "date": ("2016-13-19", "date '2016-13-19' is not of the form YYYY-MM-DD"),
    "modality": ("Ballot", "modality 'Ballot' is not known; known are vote,"),
    "resolution": ("resolution 2328", "row 2"),
    "total_yes": ("fifteen", "a total is 'fifteen', not a number"),
    "total_abstentions": ("3", "total_abstentions of S/RES/2328(2016) is 3; its rows give 0"),
    "total_ms": ("16", "total_ms of S/RES/2328(2016) is 16; its rows give 15"),
}
"""What may be wrong of a whole vote, in all of its rows."""


@pytest.mark.parametrize("column", EVERYWHERE)
def test_a_vote_that_is_wrong_in_all_its_rows_is_told_once(column, record, votes, tmp_path):
    value, sentence = EVERYWHERE[column]

    def edit(rows: list[list[str]]) -> None:
        for row in rows[1:]:
            row[rows[0].index(column)] = value

    one = [vote(votes, "S/RES/2328 (2016)")]
    file = rewritten(write_library(tmp_path / "voting.csv", one), edit)

    with pytest.raises(DataError) as refused:
        read(file, record, whole=False)

    assert sentence in str(refused.value)
    assert len(refused.value.faults) == 1


def test_a_part_of_the_collection_is_not_taken_for_the_whole(record, votes, tmp_path):
    file = write_library(tmp_path / "voting.csv", votes[-3:])

    with pytest.raises(DataError) as refused:
        read(file, record, whole=True)

    assert "rows: 45 found, 38000 to 60000 expected" in str(refused.value)
    assert "first day: 2025-" in str(refused.value)


# -- how the Library prints things ----------------------------------------------------------------


def test_totals_printed_as_fractions_or_not_at_all_are_read(record, votes, tmp_path):
    def edit(rows: list[list[str]]) -> None:
        for row in rows[1:]:
            row[13:18] = [f"{row[13]}.0", *row[14:17], ""]

    one = [vote(votes, "S/RES/2328 (2016)")]
    file = rewritten(write_library(tmp_path / "voting.csv", one), edit)

    assert difference(record, read(file, record, whole=False)).is_empty


def test_the_soviet_union_may_stand_under_the_code_of_its_successor(record, votes, tmp_path):
    old = vote(votes, "S/RES/242 (1967)")
    old.ballots = {("RUS" if s == "SUN" else s): cast for s, cast in old.ballots.items()}
    old.permanent |= {"RUS"}
    old.names = {**old.names, "RUS": "USSR"}

    assert compared(record, tmp_path, [old], whole=False).is_empty


def test_a_ballot_left_blank_is_one_not_cast(record, votes, tmp_path):
    one = vote(votes, "S/RES/344 (1973)")
    assert "X" in one.ballots.values()
    one.ballots = {s: cast.replace("X", "") for s, cast in one.ballots.items()}
    file = write_library(tmp_path / "voting.csv", [one])

    def edit(rows: list[list[str]]) -> None:
        for row in rows[1:]:
            row[16] = "1"

    assert difference(record, read(rewritten(file, edit), record, whole=False)).is_empty
