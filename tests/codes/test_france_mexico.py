"""The France/Mexico Declaration: the stories are in france_mexico.toml, the promises are here."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from councilwatch.codes.finding import Reading, Verdict
from councilwatch.codes.france_mexico import SUSPENSION
from councilwatch.record.draft import Outcome

FILE = Path(__file__).with_name("france_mexico.toml")
STORIES = tomllib.loads(FILE.read_text(encoding="utf-8"))["story"]
BY_ASSESSORS = Reading("text", "assessors")
WORDS = {True: "yes", False: "no", None: "cannot say"}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_the_declaration_on_one_ballot(told, story):
    record = told(story, "france-mexico")
    draft = record.drafts["S/2016/1"]

    [finding] = [
        each
        for each in SUSPENSION.findings(record, draft)
        if each.reading == BY_ASSESSORS and each.ballot.state == story["state"]
    ]

    assert finding.verdict.value == story["verdict"]
    assert WORDS[finding.reason.truth] == story["not_kept"]
    assert finding.if_bound.value == story.get("if_bound", finding.if_bound.value)
    possible = [verdict.value for verdict in finding.possible]
    assert possible == story.get("possible", possible)


def test_the_stories_tell_of_every_word_the_declaration_leads_to():
    told_of = {story["verdict"] for story in STORIES}

    assert told_of == {verdict.value for verdict in Verdict} - {"fell short"}


def test_the_declaration_has_one_reading_of_the_conduct():
    assert [str(reading) for reading in SUSPENSION.readings] == [
        "text; crimes by assessors",
        "text; crimes by same-day",
    ]


def test_no_elected_member_is_ever_bound_by_the_declaration(record):
    drafts = [draft for draft in record.drafts.values() if draft.day >= date(2015, 8, 1)]
    elected = [
        finding
        for draft in drafts
        for finding in SUSPENSION.findings(record, draft)
        if finding.ballot.state not in record.council.permanent_on(draft.day)
    ]

    verdicts = {finding.verdict for finding in elected}

    assert len(elected) > 1000
    assert verdicts == {Verdict.NOT_BOUND}


@pytest.fixture(scope="module")
def failed(record):
    """Every finding on a text that was not adopted, since 1946."""
    return [
        finding
        for draft in record.drafts.values()
        if record.decision(draft).outcome is not Outcome.ADOPTED
        for finding in SUSPENSION.findings(record, draft)
    ]


@pytest.fixture(scope="module")
def vetoes(record):
    """Every veto on record: the text and who cast it."""
    return {
        (draft.vote, state)
        for draft in record.drafts.values()
        for state in record.decision(draft).vetoed_by
    }


def test_of_permanent_members_ballots_exactly_the_vetoes_are_against_the_declaration(
    record, failed, vetoes
):
    contrary = {
        (f.draft.vote, f.ballot.state)
        for f in failed
        if f.conduct is Verdict.BROKEN
        and f.ballot.state in record.council.permanent_on(f.draft.day)
    }

    assert contrary == vetoes


def test_the_no_of_an_elected_member_is_compatible_with_the_declaration(failed, vetoes):
    contrary = {(f.draft.vote, f.ballot.state) for f in failed if f.conduct is Verdict.BROKEN}

    assert contrary == vetoes


def test_france_is_the_only_permanent_member_on_record_as_a_supporter(record):
    draft = record.drafts["S/2016/846"]

    bound = {
        finding.ballot.state
        for finding in SUSPENSION.findings(record, draft)
        if finding.bound.truth
    }

    assert bound == {"FRA"}
