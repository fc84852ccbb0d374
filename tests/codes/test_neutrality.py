"""Neutral by test: relabel the states in an event, and every verdict moves with the label.

Five real votes of 2016 are written to a small record, with drawn standings of all fifteen members
towards both codes. Then the names are exchanged, and nothing but the names may change, save where
a rule names the permanent members.
"""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilwatch.codes.catalogue import findings
from councilwatch.codes.finding import Verdict
from councilwatch.record.tables import (
    ASSESSMENTS,
    ASSESSORS,
    BALLOTS,
    COVERAGE,
    DRAFT_SITUATIONS,
    DRAFTS,
    ROLLS,
    SEATS,
    SPONSORS,
)

VOTES = ("S/2016/846", "S/2016/847", "S/2016/1026", "S/2016/1085", "S/RES/2328 (2016)")
"""Vetoed by one, short of votes, vetoed by two, short of votes, adopted."""

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
ELECTED = ("AGO", "EGY", "ESP", "JPN", "MYS", "NZL", "SEN", "UKR", "URY", "VEN")
COUNCIL = (*PERMANENT, *ELECTED)
SHOWN = {
    "supporter": [("2016-01-01", "supporter", "no")],
    "not a supporter": [("2016-12-31", "not a supporter", "no")],
    "joined between the votes": [("2016-11-01", "supporter", "yes")],
    "nothing": [],
}

standings = st.fixed_dictionaries(
    {
        (code, state): st.sampled_from(list(SHOWN))
        for code in ("act", "france-mexico")
        for state in COUNCIL
    }
)


def labels(*groups):
    """A relabelling that keeps each group of states among itself."""
    return st.tuples(*(st.permutations(group) for group in groups)).map(
        lambda drawn: dict(zip(chain(*groups), chain(*drawn), strict=True))
    )


def kept(label):
    """The label that changes nothing."""
    return {state: state for state in label}


@pytest.fixture(scope="module")
def real(record):
    """The rows of the real record on these votes, by table, as dictionaries."""

    def rows(table, wanted):
        found = [dict(zip(table.columns, row, strict=True)) for row in record.rows(table)]
        return [row for row in found if wanted(row)]

    by_vote = (DRAFTS, BALLOTS, DRAFT_SITUATIONS, SPONSORS, ASSESSMENTS)
    return {table.name: rows(table, lambda row: row["vote"] in VOTES) for table in by_vote} | {
        COVERAGE.name: rows(COVERAGE, bool),
        ASSESSORS.name: rows(ASSESSORS, bool),
        ROLLS.name: rows(ROLLS, lambda row: row["total"] == "0"),
        SEATS.name: rows(
            SEATS, lambda row: row["start"] < "2016-12-31" and not "" < row["end"] < "2017-01-01"
        ),
    }


@pytest.fixture(scope="module")
def relabelled(record_of, real):
    """Writes the record with the names exchanged; seats and sponsors as told."""

    def write(standings, label, seats, sponsors):
        return record_of(
            **real
            | {
                "ballots": [row | {"state": label[row["state"]]} for row in real["ballots"]],
                "seats": [row | {"state": seats[row["state"]]} for row in real["seats"]],
                "sponsors": [
                    row | {"sponsors": " ".join(sponsors[s] for s in row["sponsors"].split())}
                    for row in real["sponsors"]
                ],
                "endorsements": [
                    {"code": code, "state": label[state], "day": day, "standing": s, "exact": exact}
                    for (code, state), shown in standings.items()
                    for day, s, exact in SHOWN[shown]
                ],
            }
        )

    return write


def verdicts(record, label, code=None):
    """Every verdict with its words, under the name each state bears after the relabelling."""
    return {
        (f.clause, f.reading, f.draft.vote, label[f.ballot.state]): (
            f.verdict,
            f.possible,
            f.if_bound,
            f.reason.truth,
            f.bound.says,
            f.engaged.truth,
            f.engaged.disputed,
            f.conduct_says,
        )
        for draft in record.drafts.values()
        for f in findings(record, draft, code)
    }


@settings(max_examples=25)
@given(standings, labels(PERMANENT, ELECTED))
def test_among_permanent_and_among_elected_members_every_verdict_moves_with_the_name(
    relabelled, standings, label
):
    same = kept(label)
    as_it_was = relabelled(standings, same, seats=same, sponsors=same)
    exchanged = relabelled(standings, label, seats=same, sponsors=label)

    found = verdicts(exchanged, same)

    assert found == verdicts(as_it_was, label)


@settings(max_examples=25)
@given(standings, labels(COUNCIL))
def test_between_permanent_and_elected_members_only_the_declaration_and_outcomes_change(
    relabelled, standings, label
):
    same = kept(label)
    as_it_was = relabelled(standings, same, seats=same, sponsors=same)
    exchanged = relabelled(standings, label, seats=same, sponsors=same)

    found = verdicts(exchanged, same, "act")

    assert found == verdicts(as_it_was, label, "act")


@settings(max_examples=25)
@given(standings, labels(COUNCIL))
def test_where_the_seats_move_with_the_names_nothing_at_all_changes(relabelled, standings, label):
    same = kept(label)
    as_it_was = relabelled(standings, same, seats=same, sponsors=same)
    exchanged = relabelled(standings, label, seats=label, sponsors=label)

    found = verdicts(exchanged, same)
    outcomes = [exchanged.decision(draft).outcome for draft in exchanged.drafts.values()]

    assert found == verdicts(as_it_was, label)
    assert outcomes == [as_it_was.decision(draft).outcome for draft in as_it_was.drafts.values()]


def test_the_votes_chosen_lead_to_every_verdict_so_that_a_bias_could_show(relabelled):
    mixed = {
        (code, state): list(SHOWN)[n % len(SHOWN)]
        for code in ("act", "france-mexico")
        for n, state in enumerate(reversed(COUNCIL))
    }
    same = kept(dict.fromkeys(COUNCIL))

    small = relabelled(mixed, same, seats=same, sponsors=same)

    found = {verdict for verdict, *_ in verdicts(small, same).values()}
    assert found >= set(Verdict) - {Verdict.DISPUTED}


def test_a_no_that_moves_from_an_elected_to_a_permanent_member_does_change_the_outcome(relabelled):
    same = kept(dict.fromkeys(COUNCIL))
    swapped = same | {"RUS": "AGO", "AGO": "RUS"}
    nothing = dict.fromkeys(((code, s) for code in ("act",) for s in COUNCIL), "nothing")

    exchanged = relabelled(nothing, swapped, seats=same, sponsors=same)

    decision = exchanged.decision(exchanged.drafts["S/2016/846"])
    assert decision.outcome.value == "adopted"
