"""A dossier has everything on record of one situation, attributed, and tells what it lacks."""

import csv

import pytest

from councilwatch.press.dossier import dossier_body, dossier_text, make_dossier
from councilwatch.record.situation import Situation

HERE = {"situation": "syria"}


@pytest.fixture(scope="module")
def small(record_of):
    """One vetoed text, one assessment, and a second situation that must stay out."""
    return record_of(
        situations=[{"id": "syria", "name": "Syria"}, {"id": "mali", "name": "Mali"}],
        drafts=[
            {"vote": vote, "day": "2016-10-08", "decided_by": "without a vote"}
            for vote in ("S/1", "S/2")
        ],
        draft_situations=[{"vote": "S/1", **HERE}, {"vote": "S/2", "situation": "mali"}],
        bodies=[{"id": "coi", "name": "Commission of inquiry", "kind": "commission-of-inquiry"}],
        situation_assessments=[
            {
                **place,
                "body": "coi",
                "document": "A/HRC/1",
                "crime": "war-crimes",
                "stage": "occurred",
                "day": "2016-01-01",
                "quote": "there are reasonable grounds",
                "locator": "paragraph 1",
            }
            for place in (HERE, {"situation": "mali"})
        ],
    )


def situation(record, key):
    """The situation of this key."""
    return next(each for each in record.all(Situation) if each.id == key)


def test_what_belongs_to_another_situation_stays_out(small):
    dossier = make_dossier(small, situation(small, "syria"))

    assert [draft.vote for draft in dossier.drafts] == ["S/1"]
    assert [each.situation for each in dossier.assessments] == ["syria"]


def test_an_assessment_is_told_with_who_said_it_where_and_in_which_words(small):
    text = dossier_text(small, make_dossier(small, situation(small, "syria")))

    assert "2016-01-01  Commission of inquiry, A/HRC/1, paragraph 1: war crimes (occurred)" in text
    assert "“there are reasonable grounds”" in text


def test_what_the_record_does_not_have_is_told(small):
    text = dossier_text(small, make_dossier(small, situation(small, "syria")))

    assert "Syria (syria), no start on record, no end on record" in text
    assert text.count("nothing on record") == 4
    assert "Where: not on record" in text


def test_every_row_about_syria_is_in_its_dossier(record):
    def rows(table):
        with (record.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if row["situation"] == "syria"]

    body = dossier_body(record, make_dossier(record, situation(record, "syria")))

    assert len(body["drafts"]) == len(rows("draft_situations"))
    assert len(body["assessments"]) == len(rows("situation_assessments"))
    assert len(body["acts"]) == len(rows("secretary_general_acts"))
    assert len(body["resolutions"]) == len(rows("assembly_resolutions"))
    assert all(each["source"]["title"] for each in body["assessments"])


@pytest.mark.parametrize("key", ["syria", "palestinian-question", "myanmar", "mali"])
def test_every_situation_is_told_in_the_same_order_of_parts(record, key):
    text = dossier_text(record, make_dossier(record, situation(record, key)))

    heads = [line for line in text.splitlines() if line.endswith(":") and line[0] != " "]
    assert heads == [
        "Put to the vote:",
        "What bodies said:",
        "Brought to the Council by the Secretary-General:",
        "Grounds members stated:",
        "The General Assembly:",
        "What may be missing:",
    ]
