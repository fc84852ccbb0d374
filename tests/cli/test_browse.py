"""`facts`, `situation` and `history`: the record read table by table, and how it came to be."""

import pytest

from councilwatch.cli.app import COMMANDS
from councilwatch.record.tables import TABLES


def test_every_table_is_listed_with_its_rows(ask):
    answer = ask("facts", "--json")

    assert answer.code == 0
    assert [each["table"] for each in answer.body["tables"]] == [table.name for table in TABLES]
    assert all(each["rows"] > 0 for each in answer.body["tables"])


@pytest.mark.parametrize("table", [table.name for table in TABLES if table.name != "ballots"])
def test_the_rows_of_a_table_come_with_their_sources(ask, table):
    answer = ask("facts", table, "--json")

    assert answer.code == 0
    assert all(row["source"] and row["known_on"] for row in answer.body["rows"])


def test_rows_are_chosen_by_column(ask):
    answer = ask("facts", "rolls", "--where", "initiative=act", "--where", "day=2015-10-23")

    assert answer.code == 0
    assert "103 states and 1 UN Observer" in answer.out
    assert "initiative: france-mexico" not in answer.out


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("facts", "votes"), "'votes' is no table"),
        (("facts", "rolls", "--where", "initiative"), "write column=value"),
        (("facts", "rolls", "--where", "who=act"), "'who' is no column of rolls.csv"),
        (("situation", "atlantis"), "'atlantis' is no situation in the record"),
        (("history", "S/2016/84x"), "Nearest: S/2016/84"),
    ],
)
def test_what_is_not_there_stops_with_what_is_possible(ask, asked, says):
    answer = ask(*asked)

    assert answer.code == 2
    assert says in answer.err


def test_a_situation_is_shown_with_what_bodies_said(ask):
    answer = ask("situation", "Syria")

    assert answer.code == 0
    assert "S/2016/1026  vetoed by CHN RUS" in answer.out
    assert "Independent International Commission of Inquiry" in answer.out


def test_all_situations_are_listed_with_their_counts(ask):
    answer = ask("situation", "--json")

    counts = {each["situation"]: each["texts"] for each in answer.body["situations"]}
    assert counts["syria"] > 40
    assert len(counts) > 60


def test_a_situation_of_an_early_day_knows_nothing_of_later_facts(ask):
    late = ask("situation", "syria", "--json").body
    answer = ask("situation", "syria", "--as-known", "2014-01-01")

    assert late["assessments"]
    assert answer.code == 2, "the situation was keyed in November 2026"


def test_the_history_of_a_fact_tells_what_became_of_it(ask):
    answer = ask("history", "seats/SUN")

    assert answer.code == 0
    assert "Supersedes the row known on 1946-01-17: end 'empty' became '1991-12-24'" in answer.out


def test_the_log_of_corrections_is_the_same_in_text_and_in_json(ask):
    text, body = ask("history"), ask("history", "--json").body

    assert text.out.rstrip().endswith(f"{body['count']} corrections.")
    assert all(entry["supersedes"] for entry in body["entries"])


def test_the_history_as_known_on_a_day_has_no_later_rows(ask):
    answer = ask("history", "seats/SUN", "--as-known", "1980-01-01", "--json")

    assert [entry["known_on"] for entry in answer.body["entries"]] == ["1946-01-17"]
    assert answer.body["entries"][0]["says"]["end"] == ""


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "verify"])
def test_every_command_that_reads_the_record_can_ask_it_as_of_a_day(ask, command):
    answer = ask(command, "--help")

    assert "--as-known DATE" in answer.out


@pytest.mark.parametrize("day", ["1950-01-01", "1972-01-01", "2015-10-24", "2026-11-23"])
def test_the_record_of_an_early_day_has_no_fault_either(ask, day):
    answer = ask("check", "--as-known", day)

    assert answer.code == 0, answer.err
