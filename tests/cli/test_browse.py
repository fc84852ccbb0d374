"""`facts`, `situation` and `history`: the record read table by table, and how it came to be."""

import os
import subprocess
import sys

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


def test_the_sources_are_listed_like_a_table(ask):
    answer = ask("facts", "sources", "--where", "id=act-list-2017", "--json")

    [source] = answer.body["rows"]
    assert source["title"].startswith("List of supporters of the Code of Conduct")


def test_a_year_of_presidents_says_how_each_is_known(ask):
    answer = ask("presidents", "1994", "--json")

    known = {each["month"]: each for each in answer.body["presidents"]}
    assert known["1994-12"]["president"] == "RWA"
    assert known["1994-12"]["source"]
    assert known["1994-10"]["known_by"] == "by the alphabetical rule"
    assert known["1994-10"]["foretold"] is False


@pytest.mark.parametrize("year", ["0", "1945", "2101"])
def test_a_year_that_no_council_sat_in_is_a_usage_error(ask, year):
    answer = ask("presidents", year)

    assert (answer.code, "give one from 1946 to 2100" in answer.err) == (2, True)


def test_a_name_pasted_with_a_no_break_space_is_found(ask):
    answer = ask("state", "New\u00a0Zealand", "--json")

    assert answer.body["state"] == "NZL"


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("2026-13-45", "2026-12-31"), ("20151023", "2015-10-23"), ("23/10/2015", "2015-10-23")],
)
def test_the_nearest_day_is_near(ask, typed, nearest):
    answer = ask("votes", "--on", typed)

    assert (answer.code, f"Nearest: {nearest}." in answer.err) == (2, True)


def test_a_situation_tells_what_may_be_missing(ask):
    answer = ask("situation", "syria")

    assert "no end on record" in answer.out
    assert "What may be missing:" in answer.out
    assert "explanations, 2015-10-23" in answer.out


def test_before_any_source_was_kept_nothing_is_said_to_agree(ask):
    answer = ask("check", "--sources", "--as-known", "2000-01-01")

    assert answer.code == 0
    assert "No independent source was on record by then, so nothing was compared." in answer.out


def test_a_reader_that_goes_before_the_end_is_told_apart_from_a_finding():
    command = f"{sys.executable} -m councilwatch facts ballots | head -n 1; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert done.stdout.splitlines()[-1] == "141"
    assert done.stderr == ""


def test_an_output_that_cannot_hold_a_letter_shows_its_number():
    done = subprocess.run(
        [sys.executable, "-m", "councilwatch", "facts", "state_names", "--where", "state=AFG"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        check=False,
    )

    assert done.returncode == 0
    assert b"\\u0623\\u0641\\u063a" in done.stdout
