"""The database: strict, sound, every reference kept, and its answers agree with the record."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from councilwatch.press.export.catalogue import FORMATS
from councilwatch.press.export.contents import read_contents
from councilwatch.press.export.sqlite import make_sqlite, quoted, superseded
from councilwatch.press.export.sqlite_views import VIEWS
from councilwatch.press.standing import make_supporters
from councilwatch.press.vetoes import make_vetoes
from councilwatch.record.fault import DataError

Database = sqlite3.Connection


@pytest.fixture
def opened(laid) -> Iterator[Callable[..., Database]]:
    """Opens the database of some contents as anybody would."""
    connections = []

    def open_it(contents) -> Database:
        folder = laid(make_sqlite(contents, "votes"))
        connections.append(sqlite3.connect(folder / "votes.db"))
        return connections[-1]

    yield open_it
    for connection in connections:
        connection.close()


@pytest.fixture
def db(small, opened) -> Database:
    """The database of the small record."""
    return opened(small)


def asked(db: Database, question: str) -> list[tuple]:
    """All rows of an answer."""
    return db.execute(question).fetchall()


def rows_in(db: Database, table: str) -> int:
    """The number of rows of a table or view."""
    [(count,)] = asked(db, f"SELECT count(*) FROM {quoted(table)}")  # noqa: S608 - our own names
    return count


def test_the_whole_record_makes_a_sound_database(whole, opened):
    db = opened(whole)

    assert asked(db, "PRAGMA integrity_check") == [("ok",)]
    assert asked(db, "PRAGMA foreign_key_check") == []


def test_it_has_every_row_that_stands_and_every_replaced_one_apart(whole, opened):
    db = opened(whole)

    for name, content in whole.tables.items():
        assert rows_in(db, name) == len(content.standing)
    for name in whole.schema.facts:
        assert rows_in(db, superseded(name)) == len(whole.tables[name].superseded)


def test_vetoes_are_those_of_the_record(whole, opened, record):
    vetoes = {(veto.vote, veto.state) for veto in make_vetoes(record, record.drafts.values())}

    assert set(asked(opened(whole), "SELECT vote, state FROM v_vetoes")) == vetoes


def test_every_table_is_strict(db):
    tables = asked(db, "SELECT name, strict FROM pragma_table_list WHERE type = 'table'")

    assert [n for n, strict in tables if not strict and not n.startswith("sqlite_")] == []


def test_a_ballot_of_a_state_that_is_not_there_is_refused(db):
    db.execute("PRAGMA foreign_keys = ON")

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("UPDATE ballots SET state = 'XXX' WHERE state = 'RUS'")


def test_a_second_ballot_of_one_member_is_refused(db):
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        db.execute("INSERT INTO ballots SELECT * FROM ballots")


def test_a_name_without_a_first_day_cannot_stand_twice_either(db):
    with pytest.raises(sqlite3.IntegrityError, match="key_of_state_names"):
        db.execute('INSERT INTO state_names SELECT * FROM state_names WHERE "start" IS NULL')


def test_lists_are_tables_of_their_own(db):
    listed = asked(db, "SELECT place, value FROM sponsors_sponsors WHERE vote = 'S/2016/846'")

    assert listed == [(1, "FRA"), (2, "ESP")]


def test_votes_are_told_with_their_count_and_outcome(db):
    [row] = asked(
        db, """SELECT day, yes, "no", abstain, outcome, vetoed_by, situation FROM v_votes
        WHERE vote = 'S/2016/846'"""
    )  # fmt: skip

    assert row[:6] == ("2016-10-08", 11, 2, 2, "vetoed", "RUS")
    assert row[6]


def test_members_are_told_by_the_name_of_the_day(db):
    named = dict(asked(db, "SELECT state, state_name FROM v_ballots"))

    assert named["SUN"] == "Union of Soviet Socialist Republics"
    assert named["RUS"] == "Russian Federation"


def test_supporters_are_told_with_the_day_they_were_last_seen(db):
    seen = asked(db, "SELECT last_seen_on FROM v_supporters WHERE code = 'act' AND state = 'ESP'")

    assert len(seen) == 1
    assert seen[0][0] >= "2017-05-15"


def test_counting_the_rows_of_v_supporters_counts_the_supporters(whole, opened, record):
    told = make_supporters(record, "act", date(2026, 11, 24))

    rows = asked(opened(whole), "SELECT state FROM v_supporters WHERE code = 'act'")

    assert sorted(state for (state,) in rows) == sorted([*told.members, *told.observers])
    assert ("RWA",) not in rows  # seen in 2015, and not on the complete list of 2017


def test_the_last_sighting_of_every_state_is_told_with_what_was_seen(whole, opened):
    rows = asked(
        opened(whole), """SELECT state, last_seen_on, seen_as, standing FROM v_last_sightings
        WHERE code = 'act' AND state IN ('RWA', 'USA', 'ESP') ORDER BY state"""
    )  # fmt: skip

    assert [(state, seen, now) for state, _, seen, now in rows] == [
        ("ESP", "supporter", "supporter"),
        ("RWA", "supporter", "cannot say"),
        ("USA", "not a supporter", "cannot say"),
    ]
    assert rows[1][1] == "2015-09-08"


def test_supporters_of_a_day_are_counted_as_the_documentation_says(whole, opened, record):
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    [question] = re.findall(r"```sql\n(.*?)\n```", page, re.DOTALL)
    told = make_supporters(record, "act", date(2017, 5, 15))

    assert "'2017-05-15'" in question
    assert asked(opened(whole), question) == [(len(told.members) + len(told.observers),)]


def test_datasette_is_told_of_every_table_view_and_column(small, db):
    told = json.loads(make_sqlite(small, "votes")["votes.metadata.json"])
    tables = told["databases"]["votes"]["tables"]

    names = {name for (name,) in asked(db, "SELECT name FROM sqlite_master WHERE type <> 'index'")}
    assert set(tables) == names
    assert all(each["description"] for each in tables.values())
    assert set(tables["ballots"]["columns"]) == set(small.tables["ballots"].schema.columns)
    assert told["license"] == "CC BY 4.0"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_answers(view, db):
    assert rows_in(db, view.name)


@pytest.mark.parametrize("day", ["1945-01-01", "1950-06-01", "2016-10-08"])
def test_a_record_as_known_early_makes_a_sound_database_too(as_known, opened, day):
    db = opened(as_known(day))

    assert asked(db, "PRAGMA integrity_check") == [("ok",)]
    assert asked(db, "PRAGMA foreign_key_check") == []


def test_a_record_with_a_key_twice_is_refused_by_file_and_row(record_of):
    twice = {"vote": "S/2016/1", "day": "2016-10-08", "decided_by": "vote", "title": "a text"}
    record = record_of(drafts=[twice, twice])

    with pytest.raises(DataError, match=r"drafts\.csv"):
        FORMATS["sqlite"].make(read_contents(record))
