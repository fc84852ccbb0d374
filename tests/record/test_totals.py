"""Every published count, derived twice: through the record, and by a plain script below.

The script knows nothing of `councilwatch.record.draft`: it reads the CSV files itself.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

FACTS = Path(__file__).parents[2] / "facts"
LAUNCH = "2015-10-23"

PERMANENT = ("CHN", "FRA", "GBR", "RUS", "SUN", "USA")
"""They hold the seats they hold by name; the script does not read `seats.csv`."""


KEYS = {"drafts": ("vote",), "ballots": ("vote", "state"), "endorsements": ("code", "state", "day")}


def table(name):
    """The rows of a file as dictionaries, of each fact the one that became known last."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["known_on"])
    last = {tuple(row[column] for column in KEYS[name]): row for row in rows}
    return [row for row in last.values() if not row["supersedes"].endswith("withdrawn")]


@pytest.fixture(scope="module")
def script():
    """Every text with its outcome and who vetoed it, by counting words in two files."""
    yes, noes = Counter(), Counter()
    against = {}
    for row in table("ballots"):
        yes[row["vote"]] += row["cast"] == "yes"
        noes[row["vote"]] += row["cast"] == "no"
        if row["cast"] == "no" and row["state"] in PERMANENT:
            against.setdefault(row["vote"], set()).add(row["state"])
    votes = {}
    for row in table("drafts"):
        vote, vetoers = row["vote"], frozenset()
        if row["decided_by"] == "ballots not recorded":
            outcome = "not said"
        elif row["decided_by"] == "without a vote":
            outcome = "adopted"
        elif yes[vote] < (7 if row["day"] < "1966" else 9):
            outcome = "short of votes"
        elif vote in against and row["procedural"] != "yes":
            outcome, vetoers = "vetoed", frozenset(against[vote])
        else:
            outcome = "adopted"
        votes[vote] = (row["day"], outcome, vetoers)
    return votes


@pytest.fixture(scope="module")
def through_the_record(record):
    """The same, by the code that the product uses."""
    votes = {}
    for vote, draft in record.drafts.items():
        decision = record.decision(draft)
        outcome = decision.outcome.value if decision.outcome else "not said"
        votes[vote] = (draft.day.isoformat(), outcome, frozenset(decision.vetoed_by))
    return votes


def test_both_ways_give_the_same_outcome_and_the_same_vetoes_for_every_text(
    script, through_the_record
):
    differing = {
        vote: (script[vote], through_the_record[vote])
        for vote in script
        if script[vote] != through_the_record.get(vote)
    }

    assert not differing
    assert script.keys() == through_the_record.keys()


@pytest.mark.parametrize("way", ["script", "through_the_record"])
class TestBothWays:
    """Figures we publish, in the unit of the record: texts put to the vote, to April 2026."""

    @pytest.fixture
    def votes(self, way, request):
        """All votes, derived one way."""
        return request.getfixturevalue(way)

    def test_3205_texts_were_put_to_the_vote(self, votes):
        outcomes = Counter(outcome for _, outcome, _ in votes.values())

        assert len(votes) == 3205
        assert outcomes == {"adopted": 2811, "vetoed": 270, "short of votes": 120, "not said": 4}

    def test_vetoes_since_1946_by_permanent_member(self, votes):
        vetoes = Counter(state for _, _, vetoers in votes.values() for state in vetoers)

        together = vetoes["SUN"] + vetoes["RUS"]
        assert together == 160
        others = {state: vetoes[state] for state in ("USA", "GBR", "CHN", "FRA")}
        assert others == {"USA": 95, "GBR": 32, "CHN": 22, "FRA": 17}
        assert set(vetoes) == set(PERMANENT)

    def test_forty_texts_were_vetoed_since_the_code_was_launched(self, votes):
        since = [vetoers for day, _, vetoers in votes.values() if vetoers and day >= LAUNCH]

        by_whom = Counter(" ".join(sorted(vetoers)) for vetoers in since)

        assert by_whom == {"RUS": 18, "CHN RUS": 11, "USA": 11}

    def test_the_record_runs_from_january_1946_to_april_2026(self, votes):
        days = [day for day, _, _ in votes.values()]

        assert min(days) == "1946-01-25"
        assert max(days).startswith("2026-04")


def test_no_veto_since_the_launch_was_cast_by_a_member_that_had_endorsed_the_code(record):
    launch = date.fromisoformat(LAUNCH)
    vetoes = [
        (state, draft.day)
        for draft in record.drafts.values()
        if draft.day >= launch
        for state in record.decision(draft).vetoed_by
    ]

    by_endorsers = [veto for veto in vetoes if record.support("act", *veto).answer is True]

    assert len(vetoes) == 51
    assert by_endorsers == []


def test_no_name_of_a_member_that_cast_a_veto_since_the_launch_is_among_the_supporters(script):
    vetoers = {state for day, _, states in script.values() if day >= LAUNCH for state in states}

    named = {
        row["state"]
        for row in table("endorsements")
        if row["code"] == "act" and row["standing"] == "supporter"
    }

    assert vetoers == {"CHN", "RUS", "USA"}
    assert not vetoers & named


@pytest.mark.parametrize(
    ("vote", "outcome", "vetoed_by", "count", "against", "abstained"),
    [
        ("S/2016/846", "vetoed", "RUS", "11-2-2", "RUS VEN", "AGO CHN"),
        (
            "S/2016/847",
            "short of votes",
            "",
            "4-9-2",
            "ESP FRA GBR JPN MYS NZL SEN UKR USA",
            "AGO URY",
        ),
        ("S/2016/1026", "vetoed", "CHN RUS", "11-3-1", "CHN RUS VEN", "AGO"),
        ("S/2023/792", "vetoed", "CHN RUS", "10-3-2", "ARE CHN RUS", "BRA MOZ"),
        ("S/RES/218 (1965)", "adopted", "", "7-0-4", "", "FRA GBR NLD USA"),
    ],
)
def test_well_known_votes(record, vote, outcome, vetoed_by, count, against, abstained):
    rows = [row for row in table("ballots") if row["vote"] == vote]
    casts = Counter(row["cast"] for row in rows)

    decision = record.decision(record.drafts[vote])

    assert decision.outcome.value == outcome
    assert " ".join(decision.vetoed_by) == vetoed_by
    assert f"{casts['yes']}-{casts['no']}-{casts['abstain']}" == count
    assert " ".join(sorted(r["state"] for r in rows if r["cast"] == "no")) == against
    assert " ".join(sorted(r["state"] for r in rows if r["cast"] == "abstain")) == abstained


def test_three_permanent_members_against_the_rival_aleppo_draft_cast_no_veto(record):
    decision = record.decision(record.drafts["S/2016/847"])

    assert decision.permanent_against == ("FRA", "GBR", "USA")
    assert decision.vetoed_by == ()
    assert "is not a veto" in decision.because


def test_a_state_that_had_endorsed_the_code_voted_against_in_october_2023(record):
    draft = record.drafts["S/2023/792"]
    against = [ballot.state for ballot in record.ballots(draft) if ballot.cast.value == "no"]

    support = record.support("act", "ARE", draft.day)

    assert "ARE" in against
    assert support.answer is True
    assert {cite.source for cite in support.cites} == {"act-list-2017"}


def test_where_the_source_prints_a_tally_it_is_the_one_counted(record):
    counts = {}
    for row in table("ballots"):
        counts.setdefault(row["vote"], Counter())[row["cast"]] += 1
    printed = {row["vote"]: row["published_tally"] for row in table("drafts")}

    differing = {
        vote: (tally, counts[vote])
        for vote, tally in printed.items()
        if tally and vote in counts and tally != _printed(counts[vote])
    }

    assert not differing


def _printed(casts):
    yes, no, abstain = casts["yes"], casts["no"], casts["abstain"]
    return f"{yes}-{no}-{abstain}-{casts.total() - yes - no - abstain}"
