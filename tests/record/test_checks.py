"""`check` finds each fault and names it by file, row and reason; the record as shipped has none."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from councilwatch.record.checks import check
from councilwatch.record.fault import DataError, Fault
from councilwatch.record.rows import read_rows
from councilwatch.record.schema import PACKAGE_FILE, Field, TableSchema, read_schema
from councilwatch.record.tables import SOURCES_FILE, TABLES

FACTS = Path(__file__).parents[2] / "facts"
SOURCE_DECLARATIONS = FACTS.parent / "src" / "councilwatch" / "fetch"
Rows = list[list[str]]


@pytest.fixture(scope="module")
def since_2016(tmp_path_factory) -> Path:
    """The record's tables with the votes since 2016 only: a hundred checks take no minute."""
    folder = tmp_path_factory.mktemp("since-2016")
    recent = {row[0] for row in rows_in(FACTS / "drafts.csv") if row[2] >= "2016"}  # "day" too
    for table in read_schema(FACTS).every.values():
        head, *rows = rows_in(FACTS / table.file)
        for place in (n for n, field in enumerate(table.fields) if is_a_vote(table, field)):
            rows = [row for row in rows if row[place] in recent]
        write(folder / table.file, [head, *rows])
    shutil.copytree(FACTS / "codes", folder / "codes")
    shutil.copy(FACTS / PACKAGE_FILE, folder)
    return folder


def is_a_vote(table: TableSchema, field: Field) -> bool:
    """Whether the cells of a column are keys of votes."""
    return field.refers_to == "drafts.vote" or (table.name, field.name) == ("drafts", "vote")


@pytest.fixture
def facts(since_2016, tmp_path) -> Path:
    """A copy of those tables that a test may damage."""
    return Path(shutil.copytree(since_2016, tmp_path / "facts"))


def rows_in(path: Path) -> Rows:
    """All rows of a file, the header first: row n is `rows[n - 1]`."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path: Path, rows: Rows) -> None:
    """Puts rows back as the record writes them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def row_of(path: Path, *key: str) -> int:
    """The row that starts with these cells."""
    numbers = [n for n, row in enumerate(rows_in(path), 1) if tuple(row[: len(key)]) == key]
    assert numbers, f"{path.name} has no row {'/'.join(key)}"
    return numbers[0]


def change(path: Path, key: tuple[str, ...], column: str, cell: str) -> int:
    """Writes one cell; returns its row."""
    rows, number = rows_in(path), row_of(path, *key)
    rows[number - 1][rows[0].index(column)] = cell
    write(path, rows)
    return number


def insert(path: Path, after: int, *cells: str) -> int:
    """Adds a row after another; returns its number."""
    rows = rows_in(path)
    rows.insert(after, list(cells))
    write(path, rows)
    return after + 1


def remove(path: Path, *key: str) -> int:
    """Takes a row away; returns the number it had."""
    rows, number = rows_in(path), row_of(path, *key)
    del rows[number - 1]
    write(path, rows)
    return number


def told(faults: list[Fault], file: str, row: int, *words: str) -> bool:
    """Whether one of the faults names this file, this row and these words."""
    return any(
        (f.file, f.row) == (file, row) and all(word in f.reason for word in words) for f in faults
    )


VOTE = ("S/2016/846", "AGO")
KNOWN = ("2016-10-08", "sciences-po-2026", "")


def test_the_record_as_shipped_has_no_fault():
    assert check(FACTS) == []


def test_the_part_of_it_that_the_tests_below_damage_has_none_either(facts):
    assert check(facts) == []
    assert len(rows_in(facts / "drafts.csv")) > 600


# -- ballots and outcomes -------------------------------------------------------------------------


def test_a_ballot_of_a_state_that_was_no_member_is_found(facts):
    change(facts / "ballots.csv", VOTE, "state", "DEU")

    faults = check(facts)

    row = row_of(facts / "ballots.csv", "S/2016/846")
    assert told(faults, "ballots.csv", row, "S/2016/846", "DEU", "was not a member on 2016-10-08")
    assert told(faults, "ballots.csv", row, "S/2016/846", "0 ballots of AGO")


def test_a_missing_ballot_is_found(facts):
    remove(facts / "ballots.csv", "S/2016/846", "VEN")

    faults = check(facts)

    row = row_of(facts / "ballots.csv", "S/2016/846")
    assert told(faults, "ballots.csv", row, "S/2016/846", "0 ballots of VEN")
    assert told(faults, "ballots.csv", row, "S/2016/846 has 14 ballots", "15 members")


def test_a_sixteenth_ballot_is_found(facts):
    last = row_of(facts / "ballots.csv", "S/2016/846", "VEN")
    insert(facts / "ballots.csv", last, "S/2016/846", "DEU", "yes", *KNOWN)

    faults = check(facts)

    row = row_of(facts / "ballots.csv", "S/2016/846")
    assert told(faults, "ballots.csv", row, "S/2016/846 has 16 ballots", "15 members")


def test_ballots_on_a_text_adopted_without_a_vote_are_found(facts):
    change(facts / "drafts.csv", VOTE[:1], "decided_by", "without a vote")

    row = row_of(facts / "ballots.csv", "S/2016/846")
    assert told(check(facts), "ballots.csv", row, "S/2016/846", "without a vote", "15 ballots")


def test_a_tally_other_than_that_of_the_source_is_found(facts):
    row = change(facts / "drafts.csv", VOTE[:1], "published_tally", "12-2-1-0")

    faults = check(facts)

    assert [(f.file, f.row) for f in faults] == [("drafts.csv", row)]
    assert told(faults, "drafts.csv", row, "S/2016/846", "11-2-2-0", "12-2-1-0")


def test_a_ballot_changed_without_its_tally_is_found(facts):
    change(facts / "ballots.csv", VOTE, "cast", "yes")

    faults = check(facts)

    row = row_of(facts / "drafts.csv", "S/2016/846")
    assert told(faults, "drafts.csv", row, "12-2-1-0", "11-2-2-0")


def test_an_outcome_other_than_that_of_the_source_is_found(facts):
    row = change(facts / "drafts.csv", VOTE[:1], "published_outcome", "adopted")

    faults = check(facts)

    assert [(f.file, f.row) for f in faults] == [("drafts.csv", row)]
    assert told(faults, "drafts.csv", row, "comes out as 'vetoed'", "'adopted'", "procedural")


def test_a_vote_marked_procedural_that_was_not_is_found(facts):
    row = change(facts / "drafts.csv", VOTE[:1], "procedural", "yes")

    assert told(check(facts), "drafts.csv", row, "comes out as 'adopted'", "'vetoed'")


def test_ballots_on_a_vote_that_does_not_exist_are_found(facts):
    at = len(rows_in(facts / "ballots.csv"))
    row = insert(facts / "ballots.csv", at, "S/2016/9999", "FRA", "yes", *KNOWN)

    assert told(check(facts), "ballots.csv", row, "'S/2016/9999' is not in drafts.csv")


# -- seats and states -----------------------------------------------------------------------------


def test_a_member_that_sits_twice_at_once_is_found(facts):
    row = row_of(facts / "seats.csv", "AGO", "2015-01-01")
    seat = ("AGO", "2016-01-01", "2018-01-01", "elected", "", "2016-01-01", "unsc-api", "")
    insert(facts / "seats.csv", row, *seat)

    faults = check(facts)

    assert told(faults, "seats.csv", 0, "AGO sits twice at once", "2015-01-01", "2016-01-01")


def test_a_sixteenth_member_is_found(facts):
    row = row_of(facts / "seats.csv", "ALB")
    seat = ("ALB", "2016-01-01", "2017-01-01", "elected", "", "2016-01-01", "unsc-api", "")
    insert(facts / "seats.csv", row - 1, *seat)

    faults = check(facts)

    assert told(faults, "seats.csv", 0, "16 members on 2016-01-01", "15 seats")


def test_an_empty_seat_is_found(facts):
    remove(facts / "seats.csv", "AGO", "2015-01-01")

    assert told(check(facts), "seats.csv", 0, "14 members on 2015-01-01", "15 seats")


def test_a_term_that_ends_before_it_begins_is_found(facts):
    row = change(facts / "seats.csv", ("AGO", "2015-01-01"), "end", "2014-01-01")

    assert told(check(facts), "seats.csv", row)


def test_a_membership_that_ends_before_it_begins_is_found(facts):
    row = change(facts / "states.csv", ("AGO",), "member_until", "1970-01-01")

    assert told(check(facts), "states.csv", row)


def test_a_gap_in_a_membership_that_is_no_period_is_found(facts):
    row = change(facts / "states.csv", ("AGO",), "gaps", "1980 to 1981")

    assert told(check(facts), "states.csv", row, "gaps")


@pytest.mark.parametrize(
    ("file", "key", "column"),
    [
        ("ballots.csv", VOTE, "state"),
        ("seats.csv", ("AGO", "2015-01-01"), "state"),
        ("endorsements.csv", ("act", "ALB"), "state"),
        ("state_names.csv", ("AFG",), "state"),
        ("sponsors.csv", ("S/2016/846",), "sponsors"),
    ],
)
def test_a_state_that_is_not_in_the_register_is_found(facts, file, key, column):
    row = change(facts / file, key, column, "XYZ")

    assert told(check(facts), file, row, "'XYZ' is not in states.csv")


def test_two_names_of_one_state_on_one_day_are_found(facts):
    row = row_of(facts / "state_names.csv", "AFG", "Afghanistan", "un_short", "en")
    name = ("AFG", "Afghan State", "un_short", "en", "1992-01-01", "", "", "2026-11-23", "m49-pddl")
    insert(facts / "state_names.csv", row, *name, "")

    faults = check(facts)

    assert told(faults, "state_names.csv", 0, "AFG has two names in 'en' at once", "Afghan State")


# -- form -----------------------------------------------------------------------------------------

FORM_FAULTS = [
    ("ballots.csv", VOTE, "cast", "maybe"),
    ("ballots.csv", VOTE, "cast", "YES"),
    ("ballots.csv", VOTE, "known_on", "8 October 2016"),
    ("drafts.csv", VOTE[:1], "day", "2016-02-30"),
    ("drafts.csv", VOTE[:1], "day", "20161008"),
    ("drafts.csv", VOTE[:1], "day", ""),
    ("drafts.csv", VOTE[:1], "title", " "),
    ("drafts.csv", VOTE[:1], "decided_by", "acclamation"),
    ("drafts.csv", VOTE[:1], "published_outcome", "rejected"),
    ("drafts.csv", VOTE[:1], "procedural", "perhaps"),
    ("seats.csv", ("AGO",), "start", "01-01-2003"),
    ("seats.csv", ("AGO",), "seat", "guest"),
    ("states.csv", ("AGO",), "status", "friend"),
    ("states.csv", ("AGO",), "m49", "24"),
    ("state_names.csv", ("AFG",), "kind", "nickname"),
    ("endorsements.csv", ("act", "ALB"), "standing", "maybe"),
    ("endorsements.csv", ("act", "ALB"), "exact", ""),
    ("endorsements.csv", ("act", "ALB"), "code", "atc"),
    ("rolls.csv", ("act",), "members", "many"),
    ("rolls.csv", ("act",), "counting_rule", "heads"),
    ("coverage.csv", ("drafts",), "end", "today"),
    ("sponsors.csv", ("S/2016/846",), "complete", "partly"),
    ("assessments.csv", ("S/2016/846",), "question", "wisdom"),
    ("assessments.csv", ("S/2016/846",), "answer", "perhaps"),
    ("assessments.csv", ("S/2016/846",), "quote", ""),
    ("assessors.csv", ("founding-table",), "about", ""),
]


@pytest.mark.parametrize(("file", "key", "column", "cell"), FORM_FAULTS)
def test_a_bad_date_or_an_unknown_word_is_found(facts, file, key, column, cell):
    row = change(facts / file, key, column, cell)

    assert told(check(facts), file, row, f"'{cell}'")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_in_every_table_a_source_that_is_not_listed_is_found(facts, table):
    path = table.path(facts)
    row = change(path, tuple(rows_in(path)[1]), "source", "hearsay")

    assert told(check(facts), table.file, row, "source 'hearsay' is not in sources.csv")


def test_a_source_listed_twice_is_found(facts):
    path = facts / SOURCES_FILE
    first = rows_in(path)[1]
    row = insert(path, 2, first[0], "Another document", *first[2:])

    assert told(check(facts), SOURCES_FILE, row, first[0])


def test_a_key_that_stands_twice_is_found(facts):
    first = row_of(facts / "ballots.csv", *VOTE)
    row = insert(facts / "ballots.csv", first, *VOTE, "yes", "2017-01-01", *KNOWN[1:])

    faults = check(facts)

    assert told(faults, "ballots.csv", row, "S/2016/846/AGO stands already", f"row {first}")


def test_a_row_that_supersedes_itself_on_the_day_it_was_known_is_found(facts):
    first = row_of(facts / "ballots.csv", *VOTE)
    row = insert(facts / "ballots.csv", first, *VOTE, "yes", *KNOWN[:2], "2016-10-08")

    assert told(check(facts), "ballots.csv", row, "S/2016/846/AGO stands already")


def test_a_row_that_supersedes_nothing_is_found(facts):
    first = row_of(facts / "ballots.csv", *VOTE)
    row = insert(facts / "ballots.csv", first, *VOTE, "yes", "2017-01-01", KNOWN[1], "2016-12-24")

    assert told(check(facts), "ballots.csv", row, "supersedes", "2016-12-24; the one that stands")


def test_a_correction_that_supersedes_what_it_corrects_is_no_fault(facts):
    first = row_of(facts / "endorsements.csv", "act", "ALB")
    cells = rows_in(facts / "endorsements.csv")[first - 1]
    corrected = [*cells[:5], "the same, read again", "2026-11-24", cells[7], cells[6]]
    insert(facts / "endorsements.csv", first, *corrected)

    assert check(facts) == []


def test_a_cell_with_a_line_break_is_found(facts):
    row = change(facts / "drafts.csv", VOTE[:1], "title", "Middle\nEast")

    assert told(check(facts), "drafts.csv", row, "line break")


def test_rows_of_one_vote_that_do_not_stand_together_are_found(facts):
    cells = rows_in(facts / "ballots.csv")[row_of(facts / "ballots.csv", *VOTE) - 1]
    remove(facts / "ballots.csv", *VOTE)
    row = insert(facts / "ballots.csv", len(rows_in(facts / "ballots.csv")), *cells)

    assert told(check(facts), "ballots.csv", row, "'S/2016/846' do not stand together")


def test_a_row_with_a_cell_too_few_is_found(facts):
    rows, row = rows_in(facts / "drafts.csv"), row_of(facts / "drafts.csv", "S/2016/846")
    rows[row - 1].pop()
    write(facts / "drafts.csv", rows)

    assert told(check(facts), "drafts.csv", row, "has 11 cells, not 12")


def test_a_column_under_another_name_is_found(facts):
    rows = rows_in(facts / "drafts.csv")
    rows[0][0] = "ballot"
    write(facts / "drafts.csv", rows)

    assert told(check(facts), "drafts.csv", 1, "the columns must be", "'vote'")


@pytest.mark.parametrize("file", ["drafts.csv", "sources.csv"])
def test_a_missing_table_is_found(facts, file):
    (facts / file).unlink()

    assert told(check(facts), file, 0, "is missing")


def test_a_file_that_is_not_utf_8_is_found(facts):
    with (facts / "drafts.csv").open("ab") as file:
        file.write("Ständig".encode("latin-1"))

    assert told(check(facts), "drafts.csv", 0, "is not UTF-8")


# -- judgements of others -------------------------------------------------------------------------


def test_an_assessment_of_an_unknown_vote_is_found(facts):
    row = change(facts / "assessments.csv", ("S/2016/846",), "vote", "S/99999")

    assert told(check(facts), "assessments.csv", row, "'S/99999' is not in drafts.csv")


def test_an_assessment_by_an_unknown_assessor_is_found(facts):
    row = change(facts / "assessments.csv", ("S/2016/846",), "assessor", "somebody")

    assert told(check(facts), "assessments.csv", row, "'somebody' is not in assessors.csv")


@pytest.mark.parametrize("file", ["draft_situations.csv", "sponsors.csv"])
def test_what_is_said_of_an_unknown_vote_is_found(facts, file):
    row = change(facts / file, tuple(rows_in(facts / file)[1]), "vote", "S/99999")

    assert told(check(facts), file, row, "'S/99999' is not in drafts.csv")


# -- faults found together ------------------------------------------------------------------------


def test_every_fault_of_form_is_named_not_only_the_first(facts):
    changes: list[Callable[[], int]] = [
        lambda: change(facts / "ballots.csv", VOTE, "cast", "maybe"),
        lambda: change(facts / "drafts.csv", VOTE[:1], "day", "soon"),
        lambda: change(facts / "seats.csv", ("AGO",), "seat", "guest"),
    ]
    rows = [made() for made in changes]

    faults = check(facts)

    assert {(f.file, f.row) for f in faults} == set(
        zip(("ballots.csv", "drafts.csv", "seats.csv"), rows, strict=True)
    )


def test_a_fault_reads_as_a_sentence_with_its_place():
    assert (
        str(Fault("drafts.csv", 12, "day cannot be 'x'."))
        == "drafts.csv, row 12: day cannot be 'x'."
    )
    assert str(Fault("drafts.csv", 0, "is missing.")) == "drafts.csv: is missing."


def test_a_reader_of_a_damaged_table_is_told_the_row(facts):
    row = row_of(facts / "drafts.csv", "S/2016/846")
    rows = rows_in(facts / "drafts.csv")
    rows[row - 1].append("one more")
    write(facts / "drafts.csv", rows)

    with pytest.raises(DataError) as error:
        list(read_rows(facts / "drafts.csv", rows[0]))

    assert told(list(error.value.faults), "drafts.csv", row, "has 13 cells, not 12")


def test_a_name_missing_from_a_complete_roll_is_found(facts):
    path = facts / "endorsements.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("act,DEU,2017-05-15")]
    path.write_text("".join(kept), "utf-8")

    [fault] = [str(fault) for fault in check(facts)]

    assert "the complete roll of act on 2017-05-15 counts 110 Members and 2 observers" in fault
    assert "109 and 2 are named" in fault


def test_two_rows_cannot_both_supersede_the_same_one(facts):
    path = facts / "assessors.csv"
    forks = [
        f"founding-table,Another name,The same table.,{day},founding-veto-table,2026-11-23\n"
        for day in ("2026-12-01", "2026-12-02")
    ]
    path.write_text(path.read_text("utf-8") + "".join(forks), "utf-8")

    assert any("the one that stands is known on 2026-12-01" in str(f) for f in check(facts))


def test_every_source_listed_is_the_source_of_something():
    used = {row[-2] for table in TABLES for row in rows_in(table.path(FACTS))}
    declared = [*(FACTS / "codes").glob("*.toml"), *SOURCE_DECLARATIONS.rglob("*.toml")]
    texts = "".join(path.read_text("utf-8") for path in declared)

    listed = [row[0] for row in rows_in(FACTS / "sources.csv")][1:]

    assert [source for source in listed if source not in used and f'"{source}"' not in texts] == []


# -- symbols --------------------------------------------------------------------------------------


@pytest.mark.parametrize("symbol", ["nonsense", "S/RES/2255(2015)", "s/2016/846"])
def test_a_symbol_that_is_none_or_is_spelled_otherwise_is_found(facts, symbol):
    row = change(facts / "drafts.csv", VOTE[:1], "symbol", symbol)

    assert told(check(facts), "drafts.csv", row, "S/2016/846", symbol)
