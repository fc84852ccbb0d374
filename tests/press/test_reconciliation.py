"""`check --sources`: each difference with both sources, and an exit code that tells of new ones."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from councilwatch.press.reconciliation import reconciliation_body, reconciliation_text
from councilwatch.record.reconcile import reconcile
from councilwatch.record.tables import DISAGREEMENTS

FACTS = Path(__file__).parents[2] / "facts"


def command(*arguments):
    call = [sys.executable, "-m", "councilwatch", "check", *arguments]
    return subprocess.run(call, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def undeclared(tmp_path_factory) -> Path:
    """The record without the declaration on S/RES/1 (1946), and with one that is not needed."""
    folder = Path(shutil.copytree(FACTS, tmp_path_factory.mktemp("record") / "facts"))
    path = DISAGREEMENTS.path(folder)
    with path.open(encoding="utf-8", newline="") as file:
        head, *declared = csv.reader(file)
    [first] = [row for row in declared if row[1] == "S/RES/1 (1946)"]
    words = ("S/2016/846", "day", "2016-10-08", "2016-10-09", "Long ago.")
    rows = [*(row for row in declared if row != first), [first[0], *words, *first[6:]]]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [head, *sorted(rows, key=lambda row: row[0])]
        )
    return folder


def test_each_difference_is_told_with_both_sources_and_the_reason(record):
    text = reconciliation_text(record, reconcile(record))

    assert (
        "outcome of S/5134: sciences-po-2026 vetoed; dhl-meeting-outcomes short of votes." in text
    )
    assert "members of 1992: " in text
    assert "council-membership-1992-2023 CIV. The list puts Côte d'Ivoire" in text


def test_the_counts_of_the_text_and_of_the_body_agree(record):
    found = reconcile(record)

    text, body = reconciliation_text(record, found), reconciliation_body(record, found)

    for each in body:
        compared = each["votes"] or each["years"]
        noun = "votes" if each["votes"] else "years"
        assert f"{compared} {noun} compared, {each['agreeing']} agree; " in text
    declared = sum(len(each["declared"]) for each in body)
    assert text.endswith(f"Every difference is declared with a reason ({declared}).")


def test_the_body_is_json_and_tells_what_each_witness_says_nothing_of(record):
    [tables] = [
        each
        for each in reconciliation_body(record, reconcile(record))
        if each["witness"] == "dhl-meeting-outcomes"
    ]

    assert json.loads(json.dumps(tables)) == tables
    assert "S/3502 (vote 14)" in tables["says_nothing_of"]
    assert tables["span"][0] == "1946-01-25"


def test_the_record_as_shipped_agrees_with_its_witnesses_but_for_what_is_declared():
    done = command("--sources")

    assert done.returncode == 0
    assert "Every difference is declared with a reason" in done.stdout


def test_an_undeclared_difference_and_a_stale_declaration_are_findings(undeclared):
    done = command("--sources", "--record", str(undeclared))

    assert done.returncode == 1
    assert "UNDECLARED tally of S/RES/1 (1946): sciences-po-2026 11-0-0; " in done.stdout
    assert "STALE day of S/2016/846: declared '2016-10-08' against '2016-10-09'" in done.stdout
    assert "Differences not declared: 1; declarations that are stale: 1." in done.stdout


def test_the_findings_are_in_the_body_too(undeclared):
    done = command("--sources", "--json", "--record", str(undeclared))

    body = json.loads(done.stdout)
    assert done.returncode == 1
    assert body["faults"] == []
    assert [each["subject"] for s in body["sources"] for each in s["undeclared"]] == [
        "S/RES/1 (1946)"
    ]
    assert [each["subject"] for s in body["sources"] for each in s["stale"]] == ["S/2016/846"]


def test_without_the_option_the_sources_are_not_compared(undeclared):
    done = command("--record", str(undeclared))

    assert done.returncode == 0
    assert "UNDECLARED" not in done.stdout
