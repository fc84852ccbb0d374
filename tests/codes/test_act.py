"""The ACT Code of Conduct: the stories are in act.toml, the promises that hold for all are here."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from councilwatch.codes.act import OP1, OP2
from councilwatch.codes.finding import Reading, Verdict
from councilwatch.record.draft import Cast, Outcome

STORIES = tomllib.loads(Path(__file__).with_name("act.toml").read_text(encoding="utf-8"))["story"]
PLEDGES = {"op1": OP1, "op2": OP2}
WORDS = {True: "yes", False: "no", None: "cannot say"}


def finding_of(clause, reading, record, vote, state):
    """The one finding of a clause on one state's ballot under one reading."""
    [finding] = [
        each
        for each in clause.findings(record, record.drafts[vote])
        if each.reading == reading and each.ballot.state == state
    ]
    return finding


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_the_code_on_one_ballot(told, story):
    clause = PLEDGES[story["pledge"]]
    credible = "assessors" if clause is OP2 else "as-tabled"
    reading = Reading(story["reading"], "assessors", credible)
    record = told(story, "act")

    finding = finding_of(clause, reading, record, "S/2016/1", story["state"])

    assert finding.verdict.value == story["verdict"]
    assert WORDS[finding.reason.truth] == story["not_kept"]
    assert finding.if_bound.value == story.get("if_bound", finding.if_bound.value)
    possible = [verdict.value for verdict in finding.possible]
    assert possible == story.get("possible", possible)


@pytest.mark.parametrize("reading", ["text", "workshop"])
def test_the_stories_tell_of_every_word_a_finding_may_use(reading):
    told_of = {story["verdict"] for story in STORIES if story["reading"] == reading}

    words = {verdict.value for verdict in Verdict}
    expected = words - {"fell short"} if reading == "text" else words - {"disputed"}
    assert told_of >= expected


def test_the_text_and_the_gloss_are_two_readings_and_never_one():
    assert {reading.conduct for reading in OP1.readings} == {"text", "workshop"}
    assert {reading.conduct for reading in OP2.readings} == {"text", "workshop"}
    assert len(set(OP1.readings)) == len(OP1.readings) == 20
    assert len(set(OP2.readings)) == len(OP2.readings) == 20


def test_on_no_failed_text_on_record_did_a_state_that_did_not_vote_against_break_the_text(record):
    failed = [
        draft
        for draft in record.drafts.values()
        if draft.day >= date(2015, 10, 23) and record.decision(draft).outcome is not Outcome.ADOPTED
    ]
    not_against = [
        finding
        for draft in failed
        for finding in OP2.findings(record, draft)
        if finding.reading.conduct == "text" and finding.ballot.cast is not Cast.NO
    ]

    roots = {finding.reason.truth for finding in not_against}

    assert len(not_against) > 1000
    assert roots == {False}


def test_the_gloss_never_makes_a_finding_milder_than_the_text(record):
    weight = {Verdict.KEPT: 0, Verdict.FELL_SHORT: 1, Verdict.BROKEN: 2}
    found = {
        (f.reading, f.draft.vote, f.ballot.state): f.verdict
        for vote in ("S/2016/846", "S/2016/847", "S/2023/792")
        for f in OP2.findings(record, record.drafts[vote])
    }

    pairs = [
        (verdict, found[reading._replace(conduct="workshop"), vote, state])
        for (reading, vote, state), verdict in found.items()
        if reading.conduct == "text"
    ]

    assert pairs
    assert all(
        weight[glossed] >= weight[text] if text in weight else glossed is text
        for text, glossed in pairs
    )


@pytest.mark.parametrize(
    ("credible", "verdict"),
    [
        ("as-tabled", Verdict.BROKEN),
        ("nine-yes", Verdict.NOT_ENGAGED),
        ("no-rival", Verdict.NOT_ENGAGED),
        ("elected-sponsor", Verdict.CANNOT_SAY),
        ("assessors", Verdict.CANNOT_SAY),
    ],
)
@pytest.mark.parametrize("state", ["ESP", "FRA", "GBR", "JPN", "MYS", "NZL", "UKR"])
def test_the_noes_on_the_rival_aleppo_draft_are_shown_under_every_reading(
    record, state, credible, verdict
):
    reading = Reading("text", "same-day", credible)

    finding = finding_of(OP2, reading, record, "S/2016/847", state)

    assert finding.verdict is verdict


def test_nobody_assessed_the_rival_aleppo_draft_itself_so_its_noes_stay_open(record):
    reading = Reading("text", "assessors", "as-tabled")

    finding = finding_of(OP2, reading, record, "S/2016/847", "FRA")

    assert finding.verdict is Verdict.CANNOT_SAY


def test_the_noes_on_the_vetoed_aleppo_draft_were_cast_by_states_that_were_not_bound(record):
    reading = Reading("text", "assessors", "nine-yes")

    found = [finding_of(OP2, reading, record, "S/2016/846", s) for s in ("RUS", "VEN")]

    assert [finding.verdict for finding in found] == [Verdict.NOT_BOUND, Verdict.NOT_BOUND]
    assert [finding.if_bound for finding in found] == [Verdict.BROKEN, Verdict.BROKEN]


def test_every_finding_says_what_the_state_did_and_where_that_is_on_record(record):
    found = list(OP2.findings(record, record.drafts["S/2016/846"]))

    said = {(f.ballot.cast, f.reason.parts[1].says.split(":")[0]) for f in found}
    places = {(f.ballot.state, f.ballot_cite.fact) for f in found}

    assert said == {
        (Cast.YES, "'yes' is against what is asked"),
        (Cast.NO, "'no' is against what is asked"),
        (Cast.ABSTAIN, "'abstain' is against what is asked"),
    }
    assert places == {(f.ballot.state, f"ballots/S/2016/846/{f.ballot.state}") for f in found}
