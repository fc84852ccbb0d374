"""Docs that cannot lie: what exists is in them, and what they quote is what the code says."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from councilwatch.cli.app import COMMANDS
from councilwatch.codes.catalogue import CODES
from councilwatch.codes.contested import CREDIBLE, CRIMES
from councilwatch.codes.finding import Verdict
from councilwatch.codes.names import CODE_NAMES
from councilwatch.codes.wording import read_wording
from councilwatch.record.record import Record
from councilwatch.record.tables import TABLES

ROOT = Path(__file__).parents[2]
CFF_SCHEMA = ROOT.parent / "shared" / "validators" / "citation-file-format.schema.json"


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"councilwatch {command} " in read("README.md")


@pytest.mark.parametrize("table", [table.file for table in TABLES])
def test_every_table_is_described_with_its_key(table: str) -> None:
    [row] = [
        line for line in read("docs/record.md").splitlines() if line.startswith(f"| `{table}`")
    ]

    keys = {each.file: each.key for each in TABLES}[table]

    assert row.split("|")[2].strip() == ", ".join(f"`{key}`" for key in keys)


def test_every_clause_verdict_and_test_is_in_the_method() -> None:
    method = read("docs/method.md")

    clauses = [clause.id for code in CODES.values() for clause in code.clauses]

    assert all(f"`{name}`" in method for name in [*clauses, *CRIMES, *CREDIBLE])
    assert all(f"| {verdict.value} |" in method for verdict in Verdict)


def test_the_readme_has_exactly_two_set_up_commands() -> None:
    commands = [
        line for line in read("README.md").splitlines() if line.startswith("python3 -m venv")
    ]

    assert len(commands) == 2
    assert "councilwatch scorecard" in commands[0]
    assert commands[1].endswith("pytest")


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")]

    dead = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
        if not (page.parent / link).exists()
    ]

    assert dead == []


def test_the_catalogue_names_and_wordings_speak_of_the_same_clauses() -> None:
    wording = read_wording(ROOT / "facts")

    clauses = {clause.id for code in CODES.values() for clause in code.clauses}

    assert set(wording) == clauses
    assert tuple(CODES) == CODE_NAMES


@pytest.mark.parametrize(("clause", "rule"), [("act.op1", "_op1"), ("act.op2", "_op2")])
def test_a_rule_carries_the_very_words_it_reads(clause: str, rule: str) -> None:
    from councilwatch.codes import act

    quote = read_wording(ROOT / "facts")[clause].quote

    assert " ".join(getattr(act, rule).__doc__.split()).rstrip(".") == quote


def test_the_citation_file_follows_its_schema() -> None:
    if not CFF_SCHEMA.exists():
        pytest.skip("shared/validators/citation-file-format.schema.json is not beside the project")
    import jsonschema

    citation = yaml.load(read("CITATION.cff"), Loader=yaml.BaseLoader)  # noqa: S506 - text only

    jsonschema.validate(citation, json.loads(CFF_SCHEMA.read_text("utf-8")))


def test_what_is_made_from_the_record_is_up_to_date_on_every_page() -> None:
    command = [sys.executable, ROOT / "docs" / "handbook.py", "--check"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, ""), "run: python docs/handbook.py"


def test_the_rows_told_of_each_table_are_those_of_a_second_count(record: Record) -> None:
    row = r"^\| `(\w+)\.csv` \| [^|]+ \| ([\d,]+) \|"

    told = dict(re.findall(row, read("docs/record.md"), re.MULTILINE))

    assert set(told) == {table.name for table in TABLES}
    for table in TABLES:
        with table.path(record.folder).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        replaced = sum(1 for row in rows if row["supersedes"])
        withdrawn = sum(1 for row in rows if row["supersedes"].endswith("withdrawn"))
        assert told[table.name] == f"{len(rows) - replaced - withdrawn:,}", table.name


def test_the_numbers_on_the_front_page_are_those_of_a_second_count(record: Record) -> None:
    with (record.folder / "drafts.csv").open(encoding="utf-8", newline="") as file:
        votes = {row["vote"] for row in csv.DictReader(file)}
    with (record.folder / "ballots.csv").open(encoding="utf-8", newline="") as file:
        ballots = {(row["vote"], row["state"]) for row in csv.DictReader(file)}

    said = " ".join(read("README.md").split())

    assert f"{len(votes):,} votes (" in said
    assert f"and {len(ballots):,} ballots among them" in said


def test_the_version_is_the_same_everywhere() -> None:
    from councilwatch import METHOD_VERSION, __version__

    assert f"version: {__version__}\n" in read("CITATION.cff")
    assert f"## {__version__} " in read("CHANGELOG.md")
    assert f"(method {METHOD_VERSION})" in read("CHANGELOG.md")
    assert f"# Method (version {METHOD_VERSION})" in read("docs/method.md")
