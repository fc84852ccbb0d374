"""What exports hold: rows as known by a day, the ones that stand, and what follows from them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from councilwatch.press.export.derived import PARAGRAPHS
from councilwatch.press.standing import make_supporters
from councilwatch.record.tables import SOURCES_FILE, TABLES


def notes_of(contents, vote: str) -> list[str]:
    """All notes on a vote, replaced ones first."""
    drafts = contents.tables["drafts"]
    return [row[drafts.place("note")] for row in drafts.rows if row[0] == vote]


def test_every_table_of_the_record_is_there_and_those_that_follow_from_it(whole):
    files = [content.schema.file for content in whole.tables.values()]

    assert files == [
        SOURCES_FILE, *(table.file for table in TABLES),
        "outcomes.csv", "paragraphs.csv", "standings.csv",
    ]  # fmt: skip


def test_a_replaced_row_is_kept_beside_the_one_that_stands(small):
    drafts = small.tables["drafts"]

    assert len(notes_of(small, "S/2016/846")) == 2
    assert [row[0] for row in drafts.superseded] == ["S/2016/846"]
    assert len(drafts.standing) + len(drafts.superseded) == len(drafts.rows)


def test_as_known_on_an_early_day_nothing_later_is_there(as_known):
    contents = as_known("2016-10-08")

    assert all(
        row[-3] <= "2016-10-08"
        for name in contents.schema.facts
        for row in contents.tables[name].rows
    )
    assert notes_of(contents, "S/2016/846") == [""]
    assert notes_of(contents, "S/RES/2328 (2016)") == []
    assert contents.stamp <= "2016-10-08"


def test_as_known_on_an_early_day_only_the_sources_named_by_then_are_there(as_known, small):
    contents = as_known("1990-01-01")

    listed = {row[0] for row in contents.tables["sources"].rows}

    assert "sciences-po-2026" in listed
    assert "act-code" not in listed  # nobody had written the Code yet
    assert "sponsors-s-2016-846" in {row[0] for row in small.tables["sources"].rows} - listed


def test_the_stamp_is_the_day_of_the_newest_row(small):
    assert small.stamp == "2026-11-25"


def test_outcomes_are_those_of_the_record(whole, record):
    outcomes = {row["vote"]: row for row in whole.tables["outcomes"].bodies()}

    assert list(outcomes) == list(record.drafts)
    for vote, draft in record.drafts.items():
        assert outcomes[vote]["outcome"] == record.decision(draft).word
    assert outcomes["S/516"]["yes"] == ""
    assert outcomes["S/2016/846"]["vetoed_by"] == "RUS"


def test_every_paragraph_of_a_code_is_quoted(whole):
    paragraphs = whole.tables["paragraphs"]

    assert "act.op1" in {row[0] for row in paragraphs.rows}
    assert all(len(row) == len(PARAGRAPHS.columns) for row in paragraphs.rows)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("1900-01-01", set()),
        ("2015-09-29", set()),
        ("2015-09-30", {"france-mexico"}),
        ("2015-12-14", {"act", "france-mexico"}),
    ],
)
def test_a_code_that_was_not_known_yet_has_no_paragraphs(as_known, day, codes):
    paragraphs = as_known(day).tables["paragraphs"]

    assert {row[0].partition(".")[0] for row in paragraphs.rows} == codes


def supporters_on(contents, code: str, day: str) -> set[str]:
    """The supporters on a day as a reader of the table of standings finds them."""
    return {
        row["state"]
        for row in contents.tables["standings"].bodies()
        if row["code"] == code and row["standing"] == "supporter"
        if row["start"] <= day and (not row["end"] or day < row["end"])
    }


@pytest.mark.parametrize("code", ["act", "france-mexico"])
@given(day=st.dates(date(2015, 1, 1), date(2030, 1, 1)))
@example(day=date(2015, 9, 8))
@example(day=date(2017, 5, 15))
@example(day=date(2026, 11, 24))
@settings(max_examples=30)
def test_standings_have_the_supporters_of_any_day(whole, record, code, day):
    told = make_supporters(record, code, day)

    assert supporters_on(whole, code, day.isoformat()) == {*told.members, *told.observers}


def test_a_standing_follows_the_one_before_without_a_gap(whole):
    rows = whole.tables["standings"].bodies()

    for before, after in pairwise(rows):
        if (before["code"], before["state"]) == (after["code"], after["state"]):
            assert before["end"] == after["start"]
            assert before["standing"] != after["standing"]
        else:
            assert before["end"] == ""


def test_a_reference_that_some_row_does_not_keep_is_left_out(as_known, small):
    early = as_known("1990-01-01")

    assert ("states", "successors") in small.kept
    assert ("states", "successors") not in early.kept
    assert early.kept["ballots", "vote"] == ("drafts", "vote")
