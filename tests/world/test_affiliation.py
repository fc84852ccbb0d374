"""Whether a state belonged to a group on a day, as far as the record says."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from councilwatch.record import tables as t
from councilwatch.record.belonging import Affiliation
from councilwatch.record.values import maker
from councilwatch.world.affiliation import BELONGING, belonged, held_on
from councilwatch.world.period import Period


class Said(NamedTuple):
    """An affiliation written by hand."""

    held: Period
    standing: str = "member"
    seen_on: date | None = None


SINCE_2004 = Said(Period(date(2004, 5, 1)))
LEFT_IN_2020 = Said(Period(date(1973, 1, 1), date(2020, 2, 1)))
SEEN_IN_2014 = Said(Period(), seen_on=date(2014, 1, 1))
SEEN_AND_LEFT = Said(Period(None, date(2016, 10, 13)), seen_on=date(2014, 1, 1))
OBSERVES = Said(Period(date(2010, 1, 1)), "observer")


@pytest.mark.parametrize(
    ("story", "said", "day", "answer"),
    [
        ("on its first day", [SINCE_2004], date(2004, 5, 1), True),
        ("on the day before", [SINCE_2004], date(2004, 4, 30), False),
        ("on its last day", [LEFT_IN_2020], date(2020, 1, 31), True),
        ("on the day it had left", [LEFT_IN_2020], date(2020, 2, 1), False),
        ("seen that day", [SEEN_IN_2014], date(2014, 1, 1), True),
        ("long after it was seen", [SEEN_IN_2014], date(2026, 1, 1), True),
        ("before it was first seen", [SEEN_IN_2014], date(2013, 12, 31), None),
        ("seen, and then left", [SEEN_AND_LEFT], date(2016, 10, 13), False),
        ("before that", [SEEN_AND_LEFT], date(1990, 1, 1), None),
        ("a second time", [LEFT_IN_2020, Said(Period(date(2030, 1, 1)))], date(2031, 1, 1), True),
        ("between two times", [SEEN_AND_LEFT, SINCE_2004], date(1990, 1, 1), None),
        ("as an observer", [OBSERVES], date(2015, 1, 1), False),
        ("suspended", [Said(Period(date(2012, 8, 15)), "suspended")], date(2013, 1, 1), True),
        ("party to a treaty", [Said(Period(date(2002, 7, 1)), "party")], date(2002, 7, 1), True),
        ("where nothing is said", [], date(2015, 1, 1), None),
    ],
)
def test_whether_it_belonged(story, said, day, answer):
    assert belonged(said, day) is answer, story


def test_other_standings_count_where_they_are_asked_for():
    assert belonged([OBSERVES], date(2015, 1, 1), {"observer"}) is True
    assert belonged([SINCE_2004], date(2015, 1, 1), {"observer"}) is False


days = st.dates(date(1946, 1, 1), date(2030, 1, 1))


@st.composite
def affiliations(draw):
    start, end, seen = draw(st.none() | days), draw(st.none() | days), draw(days)
    if start is not None and end is not None and end <= start:
        end = start + timedelta(days=1)
    standing = draw(st.sampled_from([*sorted(BELONGING), "observer", "associate"]))
    return Said(Period(start, end), standing, seen if start is None else None)


@given(said=st.lists(affiliations()), more=affiliations(), day=days)
def test_a_further_affiliation_takes_no_membership_away(said, more, day):
    before = belonged(said, day)

    after = belonged([*said, more], day)

    assert after is True or before is not True


@given(said=st.lists(affiliations(), min_size=1), day=days)
def test_the_order_in_which_they_are_told_does_not_matter(said, day):
    assert belonged(said, day) is belonged(said[::-1], day)


@given(said=affiliations(), day=days)
def test_after_a_day_it_held_it_holds_until_its_end(said, day):
    assume(held_on(said, day))
    later = day + timedelta(days=1)

    assert held_on(said, later) is (later in said.held)


@given(said=affiliations(), day=days)
def test_only_an_unknown_start_leaves_the_answer_open(said, day):
    assert held_on(said, day) is not None or said.held.start is None


def test_the_united_kingdom_left_the_european_union_in_2020(record):
    told = [maker(Affiliation)(row) for row in record.rows(t.AFFILIATIONS)]
    british = [a for a in told if (a.group, a.state) == ("european-union", "GBR")]

    assert belonged(british, date(2016, 6, 23)) is True
    assert belonged(british, date(2020, 2, 1)) is False
