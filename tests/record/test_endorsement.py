"""Who had endorsed a code on a day: hand-made stories are in endorsements.toml, real ones here."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record.cite import Cite
from councilwatch.record.endorsement import Sighting, Timeline
from councilwatch.record.record import Record

STORIES = tomllib.loads(Path(__file__).with_name("endorsements.toml").read_text(encoding="utf-8"))

STANDINGS = {"bound": True, "not bound": False, "cannot say": None}
SHOWN = {
    # what a source shows: is the state a supporter, is the day exact
    "opened": (False, False),
    "joined": (True, True),
    "named": (True, False),
    "missing": (False, False),
    "left": (False, True),
}


def sighting(day, shown):
    """What a source of one day shows of the state."""
    supports, exact = SHOWN[shown]
    says, cite = f"{shown} on {day}", Cite(f"by-hand/{day}", "by-hand")
    return Sighting(day, supports, exact, says, cite, shown == "opened")


FIRST = date(2015, 7, 1)
days = st.integers(-2, 22).map(lambda n: FIRST + timedelta(days=n))
later_days = st.integers(1, 20).map(lambda n: FIRST + timedelta(days=n))
what_sources_show = st.dictionaries(
    later_days, st.sampled_from(("joined", "named", "missing", "left"))
)
timelines = what_sources_show.map(
    lambda shown: [sighting(day, what) for day, what in ({FIRST: "opened"} | shown).items()]
)


@pytest.mark.parametrize("story", STORIES["story"], ids=lambda story: story["name"])
def test_the_standing_on_a_day_follows_from_what_sources_show(story):
    shown = {date.fromisoformat(day): what for day, what in story["shown"].items()}
    timeline = Timeline([sighting(day, what) for day, what in shown.items()])

    support = timeline.on(story["day"])

    assert support.answer is STANDINGS[story["standing"]]
    if "cites" in story:
        assert [cite.fact for cite in support.cites] == [f"by-hand/{day}" for day in story["cites"]]


@given(timelines)
def test_what_a_source_shows_of_a_day_is_certain_on_that_day(seen):
    timeline = Timeline(seen)

    answers = [timeline.on(each.day).answer for each in seen]

    assert answers == [each.supports for each in seen]


@given(timelines, days)
def test_a_standing_is_only_said_where_the_sources_on_both_sides_agree_or_a_day_is_exact(seen, day):
    ordered = sorted(seen, key=lambda each: each.day)
    last = next((each for each in reversed(ordered) if each.day <= day), None)
    following = next((each for each in ordered if each.day > day), None)

    answer = Timeline(seen).on(day).answer

    if last is None or last.day == day:
        assert answer is (last is not None and last.supports)
    elif following is None:
        assert answer is (last.supports or None)
    else:
        agree = last.supports == following.supports
        assert answer is (last.supports if agree or following.exact else None)


@given(timelines, days, st.randoms())
def test_the_order_in_which_sources_are_read_does_not_matter(seen, day, chance):
    shuffled = list(seen)
    chance.shuffle(shuffled)

    one, other = Timeline(seen).on(day), Timeline(shuffled).on(day)

    assert one == other


@given(timelines, days)
def test_every_answer_names_the_source_it_rests_on(seen, day):
    support = Timeline(seen).on(day)

    assert support.cites
    assert {cite.source for cite in support.cites} == {"by-hand"}


@pytest.mark.parametrize(
    ("state", "day", "answer"),
    [
        ("RWA", date(2015, 9, 5), True),
        ("RWA", date(2016, 10, 8), None),
        ("RWA", date(2017, 5, 15), False),
        ("GBR", date(2015, 6, 1), False),
        ("GBR", date(2015, 9, 1), None),
        ("GBR", date(2016, 10, 8), True),
        ("ALB", date(2016, 1, 1), None),
        ("ALB", date(2023, 10, 25), True),
        ("ARE", date(2023, 10, 25), True),
        ("GNB", date(2015, 10, 22), False),
        ("GNB", date(2015, 10, 23), True),
        ("RUS", date(2016, 10, 8), False),
        ("RUS", date(2023, 10, 25), None),
        ("USA", date(2016, 10, 8), False),
        ("VEN", date(2016, 10, 8), False),
        ("BRA", date(2023, 10, 25), None),
    ],
)
def test_the_record_says_who_had_endorsed_the_act_code(record, state, day, answer):
    support = record.support("act", state, day)

    assert support.answer is answer


def test_two_sources_differ_on_rwanda_and_each_is_named(record):
    in_2015 = record.support("act", "RWA", date(2015, 9, 5))
    in_2017 = record.support("act", "RWA", date(2017, 5, 15))

    assert {cite.source for cite in in_2015.cites} == {"cunr-671"}
    assert {cite.source for cite in in_2017.cites} == {"act-list-2017"}


def test_nobody_is_said_never_to_have_left_whom_a_later_source_lacks(record):
    support = record.support("act", "RWA", date(2015, 9, 5))

    assert "no later source shows that it left" not in support.because


def test_the_seven_endorsers_against_the_rival_aleppo_draft_were_bound_that_day(record):
    draft = record.draft("S/2016/847")
    against = {ballot.state for ballot in record.ballots(draft) if ballot.cast.name == "NO"}

    bound = {state for state in against if record.support("act", state, draft.day).answer}

    assert bound == {"ESP", "FRA", "GBR", "JPN", "MYS", "NZL", "UKR"}


def test_of_the_permanent_members_only_france_and_the_united_kingdom_had_endorsed_in_2017(record):
    answers = {
        state: record.support("act", state, date(2017, 5, 15)).answer
        for state in ("CHN", "FRA", "GBR", "RUS", "USA")
    }

    assert answers == {"CHN": False, "FRA": True, "GBR": True, "RUS": False, "USA": False}


def test_the_list_of_15_may_2017_names_110_members_and_two_observers(record):
    day = date(2017, 5, 15)
    register = record.register

    bound = {code for code in register.by_id if record.support("act", code, day).answer}
    unsaid = {code for code in register.by_id if record.support("act", code, day).answer is None}

    assert len(bound) == 112
    assert {code for code in bound if not register[code].is_member_on(day)} == {"PSE", "VAT"}
    assert not unsaid


def test_who_opened_the_declaration_supported_it_from_that_day_and_not_before(record):
    eve = record.support("france-mexico", "FRA", date(2015, 7, 31))
    that_day = record.support("france-mexico", "FRA", date(2015, 8, 1))

    assert (eve.answer, that_day.answer) == (False, True)


def test_armenia_had_joined_the_declaration_by_the_day_of_the_notice(record):
    eve = record.support("france-mexico", "ARM", date(2025, 3, 30))
    that_day = record.support("france-mexico", "ARM", date(2025, 3, 31))

    assert (eve.answer, that_day.answer) == (None, True)


def test_before_the_correction_was_known_the_notice_was_read_as_the_day_it_joined(record):
    before = Record(record.folder, known_on=date(2026, 11, 23))

    eve = before.support("france-mexico", "ARM", date(2025, 3, 30))

    assert eve.answer is False


@pytest.mark.parametrize("state", ["GBR", "FRA"])
def test_as_known_before_the_opening_was_on_record_nobody_is_said_to_have_been_unbound(
    record, state
):
    autumn_2015 = Record(record.folder, known_on=date(2015, 10, 24))

    support = autumn_2015.support("act", state, date(2015, 9, 15))

    assert support.answer is None
