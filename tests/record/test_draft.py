"""What becomes of a text: the stories are in outcomes.toml, the laws that hold for all are here."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record.draft import Ballot, Cast, DecidedBy, Draft, Outcome, decide, tally
from councilwatch.world.council import votes_needed_on

STORIES = tomllib.loads(Path(__file__).with_name("outcomes.toml").read_text(encoding="utf-8"))
VOTED = [story for story in STORIES["story"] if "permanent" in story]

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
ELECTED = ("AGO", "EGY", "ESP", "JPN", "MYS", "NZL", "SEN", "UKR", "URY", "VEN")
COUNCIL = (*PERMANENT, *ELECTED)


def draft_of(day, decided_by=DecidedBy.VOTE, procedural=False):
    """A text put to the vote; only the day and the manner of deciding matter here."""
    return Draft(
        "S/2016/1", "S/2016/1", day, "", decided_by, procedural, "", "", "", day, "by-hand"
    )


def decide_today(casts, procedural=False):
    """The decision of a Council of fifteen whose members cast these ballots."""
    ballots = [Ballot(state, cast) for state, cast in casts.items()]
    draft = draft_of(date(2016, 10, 8), procedural=procedural)
    return decide(draft, ballots, frozenset(PERMANENT), 9)


# Texts near the line are the ones worth trying: half of all ballots are yes.
a_cast = st.sampled_from([Cast.YES] * len(Cast) + list(Cast))
councils = st.fixed_dictionaries(dict.fromkeys(COUNCIL, a_cast))


@pytest.mark.parametrize("story", STORIES["story"], ids=lambda story: story["name"])
def test_the_outcome_follows_from_the_ballots(story):
    draft = draft_of(
        story["day"],
        DecidedBy(story.get("decided_by", "vote")),
        story.get("procedural", False),
    )
    casts = list(story.get("permanent", {}).items())
    for cast, number in story.get("elected", {}).items():
        casts += [(f"{cast} {n}", cast) for n in range(number)]
    ballots = [Ballot(state, Cast(cast)) for state, cast in casts]
    permanent = frozenset(story.get("permanent", {}))

    decision = decide(draft, ballots, permanent, votes_needed_on(story["day"]))

    against = story.get("permanent_against", story.get("vetoed_by", []))
    assert decision.outcome == (Outcome(story["outcome"]) if "outcome" in story else None)
    assert list(decision.vetoed_by) == story.get("vetoed_by", [])
    assert list(decision.permanent_against) == against


@pytest.mark.parametrize("story", VOTED, ids=lambda story: story["name"])
def test_each_story_seats_as_many_members_as_sat_then(story):
    seats = 11 if story["day"] < date(1966, 1, 1) else 15

    ballots = len(story["permanent"]) + sum(story["elected"].values())

    assert ballots == seats


@given(councils, st.sampled_from(COUNCIL), st.booleans())
def test_one_more_yes_never_turns_an_adopted_text_into_one_not_adopted(casts, state, procedural):
    before = decide_today(casts, procedural)

    after = decide_today(casts | {state: Cast.YES}, procedural)

    if before.outcome is Outcome.ADOPTED:
        assert after.outcome is Outcome.ADOPTED


@given(councils, st.sampled_from(ELECTED), st.sampled_from(list(Cast)))
def test_only_the_votes_of_permanent_members_are_vetoes(casts, state, other):
    not_in_favour = [c for c in Cast if c is not Cast.YES]
    same_side = other if casts[state] in not_in_favour and other in not_in_favour else casts[state]

    decided = decide_today(casts)
    otherwise = decide_today(casts | {state: same_side})

    assert otherwise == decided
    assert set(decided.vetoed_by) <= set(PERMANENT)


@given(councils, st.sampled_from(PERMANENT))
def test_a_permanent_member_that_abstains_or_stays_away_blocks_nothing(casts, state):
    ways = [c for c in Cast if c not in (Cast.YES, Cast.NO)]

    decisions = [decide_today(casts | {state: cast}) for cast in ways]

    assert all(decision == decisions[0] for decision in decisions)
    assert state not in decisions[0].vetoed_by
    assert state not in decisions[0].permanent_against


@given(councils, st.booleans())
def test_a_text_is_vetoed_exactly_when_only_a_permanent_members_no_kept_it_from_adoption(
    casts, procedural
):
    noes = {state for state in PERMANENT if casts[state] is Cast.NO}
    without_noes = casts | dict.fromkeys(noes, Cast.ABSTAIN)

    decision = decide_today(casts, procedural)
    otherwise = decide_today(without_noes, procedural)

    was_vetoed = bool(noes) and otherwise.outcome is Outcome.ADOPTED and not procedural
    assert (decision.outcome is Outcome.VETOED) == was_vetoed
    assert set(decision.vetoed_by) == (noes if was_vetoed else set())
    assert set(decision.permanent_against) == noes


@given(councils)
def test_every_ballot_is_counted_once(casts):
    ballots = [Ballot(state, cast) for state, cast in casts.items()]

    count = tally(ballots)

    assert sum(count) == 15
    assert count.yes == list(casts.values()).count(Cast.YES)
    assert count.no == list(casts.values()).count(Cast.NO)
    assert count.abstain == list(casts.values()).count(Cast.ABSTAIN)


def test_members_that_did_not_vote_are_printed_only_where_there_are_any():
    all_voted = tally(
        [Ballot("FRA", Cast.YES), Ballot("RUS", Cast.NO), Ballot("CHN", Cast.ABSTAIN)]
    )
    one_absent = tally([Ballot("FRA", Cast.YES), Ballot("SUN", Cast.ABSENT)])

    assert str(all_voted) == "1-1-1"
    assert str(one_absent) == "1-0-0-1"


def test_the_reason_says_that_a_no_on_a_text_short_of_votes_is_not_a_veto():
    casts = dict.fromkeys(COUNCIL, Cast.ABSTAIN) | {"RUS": Cast.NO, "FRA": Cast.YES}

    decision = decide_today(casts)

    assert decision.because == (
        "1 votes in favour, 9 needed; a no on a text short of votes is not a veto"
    )
