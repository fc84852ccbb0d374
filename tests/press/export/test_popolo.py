"""Popolo: its own schemas, which nobody here wrote, find nothing wrong with any object."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from councilwatch.press.export.popolo import make_popolo, popolo_body

SCHEMAS = Path(__file__).parents[4] / "shared" / "validators" / "popolo"
KINDS = {
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "motions": "motion",
    "vote_events": "vote_event",
}


@pytest.fixture(scope="module")
def body(whole) -> dict:
    """The whole record as Popolo."""
    return popolo_body(whole)


def validator(kind: str) -> Draft3Validator:
    """The validator of one kind of object, with the schemas it refers to."""
    if not SCHEMAS.exists():
        pytest.skip("shared/validators/popolo is not beside the project")
    schemas = [json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")]
    known = [
        (each["id"].rstrip("#"), Resource.from_contents(each, default_specification=DRAFT3))
        for each in schemas
    ]
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text("utf-8"))
    return Draft3Validator(schema, registry=Registry().with_resources(known))


@pytest.mark.parametrize(("several", "one"), KINDS.items(), ids=KINDS)
def test_every_object_of_the_whole_record_is_valid(body, several, one):
    check = validator(one)

    assert body[several]
    assert [
        (each["id"], error.message) for each in body[several] for error in check.iter_errors(each)
    ] == []


def test_an_object_that_is_not_valid_would_be_found(body):
    count_of_a_word = {"counts": [{"option": "yes", "value": "eleven"}]}

    assert list(validator("vote_event").iter_errors(body["vote_events"][0] | count_of_a_word))


def test_a_vote_has_its_ballots_and_counts_of_all_and_of_both_kinds_of_members(body):
    [vote] = [each for each in body["vote_events"] if each["identifier"] == "S/2016/846"]

    counts = {(c.get("group_id"), c["option"]): c["value"] for c in vote["counts"]}
    assert counts[None, "yes"] == 11
    assert counts["permanent-members", "no"] == 1
    assert counts["elected-members", "no"] == 1
    assert {"voter_id": "RUS", "option": "no", "group_id": "permanent-members"} in vote["votes"]
    assert vote["result"] == "vetoed"


def test_counts_are_those_of_the_ballots(body):
    for vote in body["vote_events"]:
        counted = sum(c["value"] for c in vote["counts"] if "group_id" not in c)
        grouped = sum(c["value"] for c in vote["counts"] if "group_id" in c)
        assert len(vote["votes"]) == counted == grouped


def test_a_vote_without_ballots_has_no_result(body):
    [vote] = [each for each in body["vote_events"] if each["identifier"] == "S/516"]

    assert vote["result"] is None
    assert vote["votes"] == vote["counts"] == []


def test_everything_referred_to_is_there(body):
    here = {each["id"] for kind in KINDS for each in body[kind]}

    for vote in body["vote_events"]:
        assert {vote["motion_id"], vote["organization_id"]} <= here
        assert {ballot["voter_id"] for ballot in vote["votes"]} <= here
    for seat in body["memberships"]:
        assert {seat["member"]["id"], seat["organization_id"], seat["post_id"]} <= here


def test_a_term_ends_on_its_last_day(body):
    spans = [(m["start_date"], m["end_date"]) for m in body["memberships"] if "end_date" in m]

    assert ("2015-01-01", "2016-12-31") in spans


def test_every_vote_seat_and_motion_names_its_sources(body):
    for kind in ("memberships", "motions", "vote_events"):
        assert all(source["url"] for each in body[kind] for source in each["sources"])
        assert all(each["sources"] for each in body[kind])


def test_it_is_one_file_named_as_asked(small):
    files = make_popolo(small, "council")

    assert list(files) == ["council.json"]
    assert json.loads(files["council.json"])["licence"]["name"] == "CC BY 4.0"
