"""Rows taken in: what is new, what differs, what is left; all of it, or none."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record import tables as t
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError
from councilwatch.record.incoming import Claim, Incoming
from councilwatch.record.merge import as_csv, merge, take
from councilwatch.record.order import ordered
from councilwatch.record.record import Record
from councilwatch.record.rows import read_rows

FACTS = Path(__file__).parents[2] / "facts"
DAY = date(2026, 12, 1)
VOTE = "S/2016/846"
AGO = ["AGO", "abstain", "2016-10-08", "sciences-po-2026", ""]
"""What the record says of Angola's ballot on that text."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FACTS, tmp_path / "record"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def rows_of(folder: Path, table: t.Table) -> list[list[str]]:
    return list(read_rows(table.path(folder), table.columns))


def sponsors(
    vote: str, who: str, source: str = "sciences-po-2026", known_on: str = ""
) -> list[str]:
    """A row of the table of sponsors; one without a day is known when it is taken in."""
    return [vote, who, "no", "", known_on, source, ""]


def new_sponsors() -> Incoming:
    return Incoming({t.SPONSORS: [sponsors("S/RES/1 (1946)", "AUS")]})


# -- what differs ---------------------------------------------------------------------------------


def test_a_row_that_says_the_same_from_another_source_is_unchanged():
    same = Incoming({t.BALLOTS: [[VOTE, *AGO[:3], "un-library-votes", ""]]})

    (found,) = difference(Record(FACTS), same).tables

    assert found.is_empty
    assert found.unchanged == 1


def test_a_cell_that_differs_is_told_with_what_each_says():
    other = Incoming({t.BALLOTS: [[VOTE, "AGO", "no", "2016-10-08", "un-library-votes", ""]]})

    (found,) = difference(Record(FACTS), other).tables

    assert [tuple(cell) for change in found.changed for cell in change.cells()] == [
        ("ballots", (VOTE, "AGO"), "cast", "abstain", "sciences-po-2026", "no")
    ]


def test_a_row_of_a_group_the_source_gives_whole_is_missing_if_only_the_record_has_it():
    one = {t.BALLOTS: [[VOTE, *AGO]]}

    (part,) = difference(Record(FACTS), Incoming(one)).tables
    (whole,) = difference(Record(FACTS), Incoming(one, whole_groups=[t.BALLOTS])).tables

    assert part.missing == []
    assert len(whole.missing) == 14
    assert {row[0] for row in whole.missing} == {VOTE}


def test_what_is_left_out_is_a_difference():
    told = Incoming({t.BALLOTS: [[VOTE, *AGO]]}, left_out=["A vote nobody has."])

    assert not difference(Record(FACTS), told).is_empty


@pytest.mark.parametrize("rows", [{}, {t.BALLOTS: []}])
def test_nothing_at_all_is_never_a_success(rows):
    with pytest.raises(DataError, match="nothing would be imported"):
        difference(Record(FACTS), Incoming(rows))


def test_a_key_given_twice_is_refused():
    twice = Incoming({t.BALLOTS: [[VOTE, *AGO], [VOTE, *AGO]]})

    with pytest.raises(DataError, match=r"the source gives S/2016/846/AGO twice"):
        difference(Record(FACTS), twice)


def test_the_record_is_compared_as_it_stood_on_a_day():
    then = Record(FACTS, date(2016, 10, 1))

    (found,) = difference(then, Incoming({t.BALLOTS: [[VOTE, *AGO]]})).tables

    assert len(found.added) == 1


# -- what is taken in -----------------------------------------------------------------------------


def test_a_new_row_without_a_day_is_known_on_the_day_it_is_taken_in(folder):
    before = rows_of(folder, t.SPONSORS)

    result = take(folder, lambda _record: new_sponsors(), DAY)

    assert result.added == {"sponsors": 1}
    now = rows_of(folder, t.SPONSORS)
    assert [row for row in now if row not in before] == [
        ["S/RES/1 (1946)", "AUS", "no", "", "2026-12-01", "sciences-po-2026", ""]
    ]
    assert [row for row in now if row in before] == before


def test_a_differing_row_supersedes_and_stands_after_the_one_it_replaces(folder):
    row = sponsors("S/2016/846", "FRA ESP MEX")

    result = take(folder, lambda _record: Incoming({t.SPONSORS: [row]}), DAY)

    assert result.superseded == {"sponsors": 1}
    first, second = (r for r in rows_of(folder, t.SPONSORS) if r[0] == "S/2016/846")
    assert (first[1], first[-1]) == ("FRA ESP", "")
    assert second == ["S/2016/846", "FRA ESP MEX", "no", "", "2026-12-01", row[5], first[4]]
    assert Record(folder, date(2026, 11, 30)).sponsors["S/2016/846"].states == ("FRA", "ESP")


def test_only_what_is_new_leaves_what_differs_and_what_hangs_on_it(folder):
    rows = {
        t.SPONSORS: [sponsors("S/2016/846", "FRA"), sponsors("S/RES/1 (1946)", "AUS")],
        t.AMENDMENTS: [[VOTE, "S/2016/847", "", "", "sciences-po-2026", ""]],
    }

    result = take(folder, lambda _record: Incoming(rows), DAY, only_new=True)

    assert result.added == {"sponsors": 1, "amendments": 0}
    assert result.superseded == {"sponsors": 0, "amendments": 0}
    assert set(result.files) == {"sponsors.csv"}


def withdrawn(folder: Path) -> None:
    """Says in the record that the sponsors of S/2016/846 were misread."""
    path = t.SPONSORS.path(folder)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(VOTE + ","))
    *_, known_on, _source, _supersedes = lines[at].rstrip("\n").rsplit(",", 3)
    again = lines[at].rstrip("\n").rsplit(",", 3)[0]
    lines.insert(at + 1, f"{again},2026-11-25,sciences-po-2026,{known_on} withdrawn\n")
    path.write_text("".join(lines), "utf-8", newline="")


def test_what_the_record_has_withdrawn_is_no_news_but_a_difference(folder):
    given = Incoming({t.SPONSORS: [sponsors(VOTE, "FRA ESP")]})
    withdrawn(folder)

    (found,) = difference(Record(folder), given).tables
    kept = take(folder, lambda _record: given, DAY, only_new=True)
    said_again = take(folder, lambda _record: given, DAY)

    assert [(c.column, c.ours, c.theirs) for change in found.changed for c in change.cells()] == [
        ("row", "withdrawn", "given")
    ]
    assert kept.changes == 0
    assert said_again.superseded == {"sponsors": 1}
    assert Record(folder).sponsors[VOTE].states == ("FRA", "ESP")
    assert VOTE not in Record(folder, date(2026, 11, 30)).sponsors


def corrected(folder: Path) -> None:
    """Says in the record that Angola voted no on S/2016/846, from another source."""
    path = t.BALLOTS.path(folder)
    old = f"{VOTE},{','.join(AGO)}\n"
    new = f"{VOTE},AGO,no,2026-11-25,act-workshop-2017,2016-10-08\n"
    path.write_text(path.read_text("utf-8").replace(old, old + new), "utf-8", newline="")


def test_a_source_that_repeats_what_was_put_aside_for_another_is_unchanged(folder):
    corrected(folder)
    again = Incoming({t.BALLOTS: [[VOTE, *AGO]]})

    (found,) = difference(Record(folder), again).tables

    assert found.is_empty
    assert (found.unchanged, found.overruled) == (1, 1)


@pytest.mark.parametrize(
    ("cast", "source"), [("yes", "sciences-po-2026"), ("abstain", "un-library-votes")]
)
def test_a_source_that_says_something_new_is_heard_whatever_was_decided(folder, cast, source):
    corrected(folder)
    new = Incoming({t.BALLOTS: [[VOTE, "AGO", cast, "2016-10-08", source, ""]]})

    (found,) = difference(Record(folder), new).tables

    assert [(c.ours, c.theirs) for change in found.changed for c in change.cells()] == [
        ("no", cast)
    ]


def test_a_source_that_goes_back_on_its_word_is_heard(folder):
    """What counts is what it said last, not what it said ever."""
    second = Incoming({t.BALLOTS: [[VOTE, "AGO", "yes", "2016-10-08", AGO[3], ""]]})
    path = t.BALLOTS.path(folder)
    old = f"{VOTE},{','.join(AGO)}\n"
    new = f"{VOTE},AGO,yes,2026-11-25,{AGO[3]},2016-10-08\n"
    path.write_text(path.read_text("utf-8").replace(old, old + new), "utf-8", newline="")

    assert difference(Record(folder), second).is_empty
    assert not difference(Record(folder), Incoming({t.BALLOTS: [[VOTE, *AGO]]})).is_empty


def test_what_a_whole_group_no_longer_has_is_withdrawn(folder):
    one, other = (["gaza-law", who, "", "", "", "", "sciences-po-2026", ""] for who in ("A", "B"))
    table = t.INITIATIVE_SUPPORTERS
    assert len(one) == len(table.columns)
    initiative = rows_of(folder, t.INITIATIVES)[0][0]
    one[0] = other[0] = initiative

    take(folder, lambda _record: Incoming({table: [one, other]}), DAY)
    take(folder, lambda _record: Incoming({table: [one]}, whole_groups=[table]), date(2026, 12, 2))

    then = [row[1] for row in Record(folder, DAY).rows(table) if row[0] == initiative]
    now = [row[1] for row in Record(folder).rows(table) if row[0] == initiative]
    assert {"A", "B"} <= set(then)
    assert now == ["A"]


def test_a_result_that_would_not_pass_the_checks_changes_nothing(folder):
    before = contents(folder)
    wrong = {t.SPONSORS: [sponsors("S/RES/1 (1946)", "AUS"), sponsors("S/2099/1", "XXX")]}

    with pytest.raises(DataError) as refused:
        take(folder, lambda _record: Incoming(wrong), DAY)

    assert "S/2099/1" in str(refused.value)
    assert contents(folder) == before


def test_a_merge_that_is_only_asked_for_writes_nothing(folder):
    before = contents(folder)

    result = merge(folder, new_sponsors(), DAY)

    assert result.changes == 1
    assert contents(folder) == before


def test_every_table_says_what_it_says_already(folder):
    """Each table given to the record it is from: nothing differs, and nothing is written."""
    record = Record(folder)
    own = {table: [list(row) for row in record.rows(table)] for table in t.TABLES}
    given = {table: rows for table, rows in own.items() if rows}

    result = take(folder, lambda _record: Incoming(given, whole_groups=list(given)), DAY)

    assert result.difference.is_empty
    assert result.files == {}


# -- what a source says it tells all of ------------------------------------------------------------

SAID = "act-code"
"""A source of the record that has nothing to do with votes."""


def draft(vote: str, day: str, source: str = SAID) -> list[str]:
    """A text of which no vote was taken, so that it needs no ballots."""
    return [vote, vote, day, "A text", "without a vote", "", "adopted", "", "", day, source, ""]


def of_1950(source: str = SAID, *, whoever_says: bool = False) -> Claim:
    """A source that has every vote of January 1950."""
    tables = (t.DRAFTS, t.BALLOTS)
    return Claim(tables, source, lambda row: row[2].startswith("1950-01"), whoever_says)


def told_of(*votes: str, claim: Claim | None = None) -> Incoming:
    """What the source tells, each vote on the first of January 1950."""
    drafts = [draft(vote, "1950-01-01") for vote in votes]
    claims = [claim or of_1950()]
    return Incoming({t.DRAFTS: drafts, t.BALLOTS: []}, whole_groups=[t.BALLOTS], claims=claims)


def test_a_vote_the_source_should_have_and_no_longer_mentions_is_told(folder):
    take(folder, lambda _record: told_of("S/1", "S/2"), DAY)

    found = difference(Record(folder), told_of("S/1"))

    assert [row[0] for row in found.tables[0].missing] == ["S/2"]
    assert not found.is_empty


def test_only_rows_that_rest_on_the_source_are_asked_of_it_unless_it_has_everything(folder):
    one = told_of("S/1")
    [of_others] = [d.vote for d in Record(folder).drafts.values() if str(d.day)[:7] == "1950-01"][
        :1
    ]

    everything = told_of("S/1", claim=of_1950(whoever_says=True))

    assert [row[0] for row in difference(Record(folder), one).tables[0].missing] == []
    drafts, ballots = difference(Record(folder), everything).tables
    assert of_others in [row[0] for row in drafts.missing]
    assert of_others in [row[0] for row in ballots.missing]


def test_what_the_source_no_longer_mentions_is_withdrawn_by_all_and_never_by_new(folder):
    take(folder, lambda _record: told_of("S/1", "S/2"), date(2026, 11, 30))

    new = take(folder, lambda _record: told_of("S/1", "S/3"), DAY, only_new=True)
    stood = Record(folder).find_draft("S/2")
    everything = take(folder, lambda _record: told_of("S/1", "S/3"), DAY)

    assert (new.added["drafts"], new.superseded["drafts"]) == (1, 0)
    assert stood is not None
    assert (everything.added["drafts"], everything.superseded["drafts"]) == (0, 1)
    assert Record(folder).find_draft("S/2") is None
    assert Record(folder, date(2026, 11, 30)).find_draft("S/2") is not None


def test_a_row_of_another_source_is_left_whatever_is_accepted(folder):
    before = contents(folder)
    claim = of_1950(whoever_says=True)

    result = take(folder, lambda _record: told_of("S/1", claim=claim), DAY)

    drafts, ballots = result.difference.tables
    assert drafts.missing
    assert ballots.missing
    assert (drafts.withdrawn, ballots.withdrawn) == ([], [])
    assert result.superseded == {"drafts": 0, "ballots": 0}
    assert contents(folder)["ballots.csv"] == before["ballots.csv"]


def test_a_vote_put_right_from_a_better_source_is_still_asked_of_the_first(folder):
    """It rested on the source once; what stands is of another, so it is told and left."""
    take(folder, lambda _record: told_of("S/1", "S/2"), date(2026, 11, 29))
    better = draft("S/2", "1950-01-02", "act-list-2017")
    take(folder, lambda _record: Incoming({t.DRAFTS: [better]}), date(2026, 11, 30))

    result = take(folder, lambda _record: told_of("S/1"), DAY)

    assert [row[0] for row in result.difference.tables[0].missing] == ["S/2"]
    assert result.changes == 0
    assert Record(folder).find_draft("S/2") is not None


def test_what_differs_in_a_list_of_one_table_does_not_keep_the_rest_of_it_out(folder):
    def prints(vote: str, day: str) -> list[str]:
        return [SAID, vote, day, "adopted", "", "", "", "", "", SAID, ""]

    take(folder, lambda _: Incoming({t.WITNESSES: [prints(VOTE, "2016-10-08")]}), DAY)
    later = Incoming(
        {t.WITNESSES: [prints(VOTE, "2016-10-09"), prints("S/RES/1 (1946)", "1946-01-25")]}
    )

    result = take(folder, lambda _record: later, DAY, only_new=True)

    assert (result.added, result.superseded) == ({"witnesses": 1}, {"witnesses": 0})


def test_a_day_that_has_not_come_is_a_fault_with_its_row():
    given = Incoming({}, days=[("2026-11-24", 2), ("2030-05-15", 4), ("2030-05-15", 5), ("", 6)])

    faults = given.later_than(date(2026, 11, 24), "list.txt")

    assert [str(fault) for fault in faults] == [
        "list.txt, row 4: gives the day 2030-05-15, which is later than today (2026-11-24)."
    ]


# -- the order of a table -------------------------------------------------------------------------

TABLE = t.Table("made_up", ("first", "second"), ("third",))
cells = st.sampled_from("abcd")


def row(first: str, second: str, third: str = "x", known: str = "2020-01-01") -> list[str]:
    return [first, second, third, known, "by-hand", ""]


@given(
    st.sets(st.tuples(cells, cells)).map(sorted),
    st.sets(st.tuples(cells, cells)).map(list),
    st.randoms(use_true_random=False),
)
def test_rows_of_one_first_cell_stand_together_and_old_ones_keep_their_order(old, new, chance):
    groups = sorted({first for first, _ in old}, key=lambda _first: chance.random())
    rows = [row(*key) for group in groups for key in old if key[0] == group]
    added = [row(*key) for key in new if key not in old]

    now = ordered(TABLE, rows, added, [])

    firsts = [r[0] for n, r in enumerate(now) if n == 0 or now[n - 1][0] != r[0]]
    assert len(firsts) == len(set(firsts))
    assert [r for r in now if r in rows] == rows
    assert sorted(now) == sorted([*rows, *added])


def test_a_new_first_cell_goes_where_the_order_of_the_others_puts_it():
    sorted_rows, mixed = [row("a", "1"), row("c", "1")], [row("c", "1"), row("a", "1")]

    assert [r[0] for r in ordered(TABLE, sorted_rows, [row("b", "1")], [])] == ["a", "b", "c"]
    assert [r[0] for r in ordered(TABLE, mixed, [row("b", "1")], [])] == ["c", "a", "b"]


def test_votes_stand_in_the_order_of_their_days(folder):
    late = ["S/1", "S/1", "1950-01-01", "A text", "without a vote", "", "adopted", "", ""]
    added: Callable[[], Incoming] = lambda: Incoming(  # noqa: E731
        {t.DRAFTS: [[*late, "1950-01-01", "sciences-po-2026", ""]]}
    )

    take(folder, lambda _record: added(), DAY)

    first = {r[0]: r[-3] for r in reversed(rows_of(folder, t.DRAFTS))}
    days = list(first.values())[::-1]
    assert first["S/1"] == "1950-01-01"
    assert days == sorted(days)


def test_a_table_is_written_one_row_a_line():
    assert as_csv(("a", "b"), [['says "no"', "x,y"]]) == b'a,b\n"says ""no""","x,y"\n'
