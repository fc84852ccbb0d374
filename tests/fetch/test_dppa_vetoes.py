"""The list of vetoes of the Peace and Security Data Hub, as a witness of the record's."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from councilwatch.fetch.dppa_vetoes.reader import WITNESS, read
from councilwatch.record.difference import difference
from councilwatch.record.draft import Outcome
from councilwatch.record.fault import DataError
from councilwatch.record.merge import take
from councilwatch.record.record import Record
from councilwatch.record.tables import WITNESSES

FACTS = Path(__file__).parents[2] / "facts"
HEAD = (
    "id", "date", "draft_res#", "record", "agenda", "short_agenda", "#_of_pms", "china", "france",
    "russian_federation_ussr", "united_kingdom", "united_states", "url_for_res#", "last_update",
)  # fmt: skip
"""The columns of the copy on the Humanitarian Data Exchange."""
P5 = {
    "CHN": "china",
    "FRA": "france",
    "RUS": "russian_federation_ussr",
    "SUN": "russian_federation_ussr",
    "GBR": "united_kingdom",
    "USA": "united_states",
}
Printed = dict[str, str]


def veto(day: str, draft: str, *states: str, **cells: str) -> Printed:
    """One row of the list."""
    marks = {P5[state]: "1" for state in states}
    usual = {"id": "1", "date": day, "draft_res#": draft, "record": "7785", "agenda": "An item"}
    counted = {"#_of_pms": str(len(states)), "last_update": "2026-01-05"}
    return {**dict.fromkeys(HEAD, ""), **usual, **counted, **marks, **cells}


def write(path: Path, *rows: Printed, head: tuple[str, ...] = HEAD) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([list(row.values()) for row in rows])
    return path


def told(record: Record, path: Path, *rows: Printed) -> tuple[list[Printed], tuple[str, ...]]:
    """The rows about votes, and what was left out."""
    incoming = read(write(path / "vetoes.csv", *rows), record, whole=False)
    found = incoming[WITNESSES]
    return [dict(zip(WITNESSES.columns, row, strict=True)) for row in found], incoming.left_out


def test_a_veto_becomes_what_the_list_prints_of_a_vote(record, tmp_path):
    rows, left_out = told(record, tmp_path, veto("2016-12-05", "S/2016/1026", "CHN", "RUS"))

    assert left_out == ()
    assert rows == [
        {
            "witness": WITNESS,
            "vote": "S/2016/1026",
            "day": "2016-12-05",
            "outcome": "vetoed",
            "tally": "",
            "vetoed_by": "CHN RUS",
            "printed_as": "",
            "note": "",
            "known_on": "2026-01-05",
            "source": WITNESS,
            "supersedes": "",
        }
    ]


def test_a_day_printed_otherwise_is_what_the_witness_says(record, tmp_path):
    rows, _ = told(record, tmp_path, veto("2016-12-06T00:00:00", "S/2016/1026", "CHN", "RUS"))

    assert (rows[0]["vote"], rows[0]["day"]) == ("S/2016/1026", "2016-12-06")


def test_the_column_of_the_russian_federation_is_the_soviet_union_in_its_days(record, tmp_path):
    first = next(d for d in record.drafts.values() if record.decision(d).vetoed_by == ("SUN",))

    rows, _ = told(record, tmp_path, veto(first.day.isoformat(), first.symbol, "SUN"))

    assert (rows[0]["vote"], rows[0]["vetoed_by"]) == (first.vote, "SUN")


def test_vetoes_on_one_symbol_are_taken_in_the_order_of_the_votes(record, tmp_path):
    vetoed = [
        draft
        for draft in record.votes_on("S/3502")
        if record.decision(draft).outcome is Outcome.VETOED
    ]
    printed = [veto(d.day.isoformat(), "S/3502", *record.decision(d).vetoed_by) for d in vetoed]

    rows, left_out = told(record, tmp_path, *printed)

    assert len(vetoed) > 10
    assert [row["vote"] for row in rows] == [draft.vote for draft in vetoed]
    assert [row["vetoed_by"] for row in rows] == [
        " ".join(record.decision(draft).vetoed_by) for draft in vetoed
    ]
    assert left_out == ()


def test_a_text_without_a_symbol_is_found_by_its_day(record, tmp_path):
    rows, _ = told(record, tmp_path, veto("2023-12-22", "Oral amendment", "USA"))

    assert (rows[0]["vote"], rows[0]["printed_as"]) == (
        "Oral amendment of 2023-12-22",
        "Oral amendment",
    )


def test_the_whole_record_told_by_the_list_agrees_with_it(record, tmp_path):
    vetoed = [d for d in record.drafts.values() if record.decision(d).outcome is Outcome.VETOED]
    printed = [veto(d.day.isoformat(), d.symbol, *record.decision(d).vetoed_by) for d in vetoed]

    rows, left_out = told(record, tmp_path, *printed)

    assert left_out == ()
    assert {row["vote"]: row["vetoed_by"] for row in rows} == {
        d.vote: " ".join(sorted(record.decision(d).vetoed_by)) for d in vetoed
    }


def test_a_veto_the_list_has_lost_is_told_if_the_list_is_whole(record, tmp_path):
    folder = Path(shutil.copytree(FACTS, tmp_path / "record"))
    vetoed = [d for d in record.drafts.values() if record.decision(d).outcome is Outcome.VETOED]
    printed = [veto(d.day.isoformat(), d.symbol, *record.decision(d).vetoed_by) for d in vetoed]
    whole, fewer = tmp_path / "whole.csv", tmp_path / "fewer.csv"
    write(whole, *printed)
    write(fewer, *printed[:-1])
    take(folder, lambda now: read(whole, now, whole=True), date(2026, 11, 25))
    now = Record(folder)

    same, less = (difference(now, read(path, now, whole=True)) for path in (whole, fewer))
    part = difference(now, read(fewer, now, whole=False))

    assert same.is_empty
    assert [row[:2] for row in less.tables[0].missing] == [[WITNESS, vetoed[-1].vote]]
    assert part.is_empty


def test_a_veto_the_record_does_not_have_is_left_out_and_told(record, tmp_path):
    rows, left_out = told(
        record,
        tmp_path,
        veto("2016-12-05", "S/2016/1026", "CHN", "RUS"),
        veto("2016-12-05", "S/2016/10266", "RUS"),
    )

    assert len(rows) == 1
    assert left_out == (
        "S/2016/10266 of 2016-12-05 (row 3): the record has no such vote, or several; left out.",
    )


@pytest.mark.parametrize(
    "renamed",
    [
        {"draft_res#": "Draft", "record": "Meeting record", "#_of_pms": "No_of_PMs"},
        {"united_states": "USA", "united_kingdom": "UK", "russian_federation_ussr": "Russia"},
        {"date": " DATE ", "agenda": "Agenda Item"},
    ],
    ids=lambda renamed: ", ".join(renamed.values()),
)
def test_the_declared_heads_of_other_copies_are_read(renamed, record, tmp_path):
    head = tuple(renamed.get(name, name) for name in HEAD)
    row = veto("2016-12-05", "S/2016/1026", "CHN", "RUS")

    incoming = read(write(tmp_path / "vetoes.csv", row, head=head), record, whole=False)

    assert [row[1] for row in incoming[WITNESSES]] == ["S/2016/1026"]


USUAL = veto("2016-12-05", "S/2016/1026", "CHN", "RUS")
WRONG = {
    "a mark of no kind": ({**USUAL, "china": "2"}, "row 2: '2' of CHN says neither veto nor none"),
    "nobody marked": (
        veto("2016-12-05", "S/2016/1026"),
        "row 2: no permanent member is marked, so it is no veto",
    ),
    "a count that is another": ({**USUAL, "#_of_pms": "3"}, "3 vetoes are counted and 2 marked"),
    "a day that is none": ({**USUAL, "date": "5 Dec 2016"}, "date '5' is not of the form"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_row_that_is_wrong_is_refused_with_the_reason(kind, record, tmp_path):
    row, sentence = WRONG[kind]

    with pytest.raises(DataError) as refused:
        read(write(tmp_path / "vetoes.csv", row), record, whole=False)

    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("france", "gaul", "column 'FRA' is missing"),
        ("france", "gaul", "column 'gaul' is not known"),
        ("url_for_res#", "france", "column 'FRA' stands twice"),
    ],
)
def test_a_head_that_is_wrong_is_refused(old, new, sentence, record, tmp_path):
    head = tuple(new if name == old else name for name in HEAD)

    with pytest.raises(DataError) as refused:
        read(write(tmp_path / "vetoes.csv", USUAL, head=head), record, whole=False)

    assert sentence in str(refused.value)


def test_a_part_of_the_list_is_not_taken_for_the_whole(record, tmp_path):
    with pytest.raises(DataError) as refused:
        read(write(tmp_path / "vetoes.csv", USUAL), record, whole=True)

    assert "rows: 1 found, 250 to 400 expected" in str(refused.value)
