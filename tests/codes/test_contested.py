"""The contested questions: each named test answers by recorded facts, or says that it cannot."""

from datetime import date

import pytest

from councilwatch.codes.contested import CREDIBLE, CRIMES
from councilwatch.record.assessment import Question

PERMANENT = "CHN FRA GBR RUS USA"
ELECTED = "AGO EGY ESP JPN MYS NZL SEN UKR URY VEN"
SEATS = [
    {"state": state, "start": "2016-01-01", "end": "2017-01-01", "seat": seat}
    for seat, states in (("permanent", PERMANENT), ("elected", ELECTED))
    for state in states.split()
]
ASSESSORS = [{"id": "one", "name": "The first"}, {"id": "other", "name": "The second"}]
RIVALS = [{"vote": vote, "situation": "syria"} for vote in ("S/1", "S/2")]


def draft(vote, day="2016-10-08"):
    """A row of the table of texts."""
    return {"vote": vote, "symbol": vote, "day": day, "decided_by": "vote"}


def said(vote, answer, assessor="one", question="crimes"):
    """A row of the table of assessments."""
    return {
        "vote": vote,
        "question": question,
        "assessor": assessor,
        "answer": answer,
        "day": "2016-10-09",
        "quote": "in its own words",
    }


def answered(test, record, vote="S/1"):
    """How a test answers of a text: yes, no, disputed, or that the record does not say."""
    reason = test.answer(record, record.drafts[vote])
    if reason.truth is None:
        return "disputed" if reason.disputed else "not said"
    return "yes" if reason.truth else "no"


@pytest.mark.parametrize(
    ("voices", "answer"),
    [
        ([], "not said"),
        (["yes"], "yes"),
        (["no"], "no"),
        (["contested"], "disputed"),
        (["yes", "yes"], "yes"),
        (["no", "no"], "no"),
        (["yes", "no"], "disputed"),
        (["yes", "contested"], "disputed"),
        (["no", "contested"], "disputed"),
    ],
)
@pytest.mark.parametrize("question", ["crimes", "credible"])
def test_assessors_decide_together_or_leave_the_matter_disputed(
    record_of, question, voices, answer
):
    tests = {"crimes": CRIMES, "credible": CREDIBLE}[question]
    voiced = zip(voices, ("one", "other"), strict=False)
    rows = [said("S/1", voice, assessor, question) for voice, assessor in voiced]
    small = record_of(drafts=[draft("S/1")], assessments=rows, assessors=ASSESSORS)

    found = answered(tests["assessors"], small)

    assert found == answer


def test_an_assessor_who_spoke_of_the_crimes_said_nothing_of_credibility(record_of):
    small = record_of(drafts=[draft("S/1")], assessments=[said("S/1", "yes")], assessors=ASSESSORS)

    found = answered(CREDIBLE["assessors"], small)

    assert found == "not said"


def test_each_assessor_is_named_with_the_day_and_the_words(record_of):
    rows = [said("S/1", "yes"), said("S/1", "no", "other")]
    small = record_of(drafts=[draft("S/1")], assessments=rows, assessors=ASSESSORS)

    reason = CRIMES["assessors"].answer(small, small.drafts["S/1"])

    assert [part.says for part in reason.parts] == [
        "The first, 2016-10-09: yes (in its own words)",
        "The second, 2016-10-09: no (in its own words)",
    ]
    assert [cite.fact for cite in reason.cites] == [
        "assessments/S/1/crimes/one",
        "assessments/S/1/crimes/other",
    ]


@pytest.mark.parametrize(
    ("of_this", "of_rival", "answer"),
    [
        (None, None, "not said"),
        ("yes", None, "yes"),
        (None, "yes", "yes"),
        (None, "no", "no"),
        ("yes", "yes", "yes"),
        ("yes", "no", "yes"),
        (None, "contested", "disputed"),
        ("yes", "contested", "yes"),
    ],
)
def test_same_day_takes_the_answer_given_for_a_rival_text(record_of, of_this, of_rival, answer):
    spoken = [said(v, a) for v, a in (("S/1", of_this), ("S/2", of_rival)) if a]
    small = record_of(
        drafts=[draft("S/1"), draft("S/2")],
        draft_situations=RIVALS,
        assessments=spoken,
        assessors=ASSESSORS,
    )

    found = answered(CRIMES["same-day"], small)

    assert found == answer


@pytest.mark.parametrize(
    ("day", "situation"),
    [("2016-10-09", "syria"), ("2016-10-08", "haiti"), ("2016-10-08", None)],
)
def test_same_day_hears_nothing_said_of_another_day_or_situation(record_of, day, situation):
    there = [{"vote": "S/2", "situation": situation}] if situation else []
    small = record_of(
        drafts=[draft("S/1"), draft("S/2", day)],
        draft_situations=[RIVALS[0], *there],
        assessments=[said("S/2", "yes")],
        assessors=ASSESSORS,
    )

    found = answered(CRIMES["same-day"], small)

    assert found == "not said"


def test_as_tabled_every_text_put_to_the_vote_is_credible(record):
    found = {answered(CREDIBLE["as-tabled"], record, vote) for vote in list(record.drafts)[-50:]}

    assert found == {"yes"}


@pytest.mark.parametrize(
    ("day", "yes", "answer"),
    [
        ("2016-10-08", 8, "no"),
        ("2016-10-08", 9, "yes"),
        ("1966-01-01", 8, "no"),
        ("1965-11-23", 6, "no"),
        ("1965-11-23", 7, "yes"),
        ("2016-10-08", 0, "no"),
    ],
)
def test_nine_yes_asks_for_as_many_votes_as_a_decision_needs(record_of, day, yes, answer):
    members = (PERMANENT + " " + ELECTED).split()
    ballots = [
        {"vote": "S/1", "state": state, "cast": "yes" if n < yes else "no"}
        for n, state in enumerate(members)
    ]
    small = record_of(drafts=[draft("S/1", day)], ballots=ballots)

    found = answered(CREDIBLE["nine-yes"], small)

    assert found == answer


def test_nine_yes_cannot_say_where_the_ballots_are_not_on_record(record_of):
    small = record_of(drafts=[draft("S/1")])

    found = answered(CREDIBLE["nine-yes"], small)

    assert found == "not said"


@pytest.mark.parametrize(
    ("others", "situations", "covered", "answer"),
    [
        ((), RIVALS[:1], True, "yes"),
        (("S/2",), RIVALS, True, "no"),
        (("S/2",), [RIVALS[0], {"vote": "S/2", "situation": "haiti"}], True, "yes"),
        (("S/2",), RIVALS[:1], True, "not said"),
        (("S/2",), RIVALS[1:], True, "not said"),
        (("S/2",), [], True, "not said"),
        ((), RIVALS[:1], False, "not said"),
    ],
    ids=[
        "the only text of the day",
        "a rival",
        "another situation",
        "the other's situation unknown",
        "its own situation unknown",
        "neither situation known",
        "a day not fully on record",
    ],
)
def test_no_rival_looks_at_the_other_texts_of_the_day(
    record_of, others, situations, covered, answer
):
    whole = {"of": "drafts", "start": "1946-01-17", "end": "2026-01-01", "extent": "complete"}
    coverage = [whole] if covered else []
    small = record_of(
        drafts=[draft(vote) for vote in ("S/1", *others)],
        draft_situations=situations,
        coverage=coverage,
    )

    found = answered(CREDIBLE["no-rival"], small)

    assert found == answer


@pytest.mark.parametrize(
    ("sponsors", "complete", "answer"),
    [
        ("FRA ESP", "no", "yes"),
        ("EGY NZL ESP", "yes", "yes"),
        ("RUS", "yes", "no"),
        ("RUS", "no", "not said"),
        ("FRA CHE", "yes", "no"),
        ("FRA CHE", "no", "not said"),
        (None, "no", "not said"),
    ],
)
def test_elected_sponsor_asks_for_one_elected_member_among_the_sponsors(
    record_of, sponsors, complete, answer
):
    rows = [{"vote": "S/1", "sponsors": sponsors, "complete": complete}] if sponsors else []
    small = record_of(drafts=[draft("S/1")], seats=SEATS, sponsors=rows)

    found = answered(CREDIBLE["elected-sponsor"], small)

    assert found == answer


@pytest.mark.parametrize(
    ("vote", "test", "answer"),
    [
        ("S/2016/846", "nine-yes", "yes"),
        ("S/2016/847", "nine-yes", "no"),
        ("S/2016/846", "no-rival", "no"),
        ("S/2016/847", "no-rival", "no"),
        ("S/2016/1026", "no-rival", "yes"),
        ("S/2016/846", "elected-sponsor", "yes"),
        ("S/2016/847", "elected-sponsor", "not said"),
        ("S/2016/1026", "elected-sponsor", "yes"),
        ("S/2016/846", "assessors", "yes"),
        ("S/2016/1026", "assessors", "not said"),
    ],
)
def test_the_texts_on_aleppo_as_each_test_sees_them(record, vote, test, answer):
    found = answered(CREDIBLE[test], record, vote)

    assert found == answer


def test_of_a_vote_in_2026_the_record_cannot_say_that_it_had_no_rival(record):
    latest = [draft.vote for draft in record.drafts.values() if draft.day >= date(2026, 1, 1)]

    found = {answered(CREDIBLE["no-rival"], record, vote) for vote in latest}

    assert latest
    assert found == {"not said"}


@pytest.mark.parametrize(
    ("tests", "question"), [(CRIMES, Question.CRIMES), (CREDIBLE, Question.CREDIBLE)]
)
def test_every_test_is_listed_by_its_own_name_and_says_what_it_looks_at(tests, question):
    assert [test.name for test in tests.values()] == list(tests)
    assert {test.question for test in tests.values()} == {question}
    assert all(test.about.endswith(".") for test in tests.values())


def test_a_text_and_its_amendments_are_no_rivals(record):
    text, amendment = record.drafts["S/2023/773"], record.drafts["S/2023/775"]

    answers = [CREDIBLE["no-rival"].answer(record, each).truth for each in (text, amendment)]

    assert answers == [True, True]
    assert CRIMES["same-day"].answer(record, amendment).truth is None
