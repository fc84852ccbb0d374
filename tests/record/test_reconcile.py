"""The record against witnesses: what agrees, what differs, what is declared and what is stale."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.record.reconcile import reconcile
from councilwatch.record.tables import BALLOTS, DISAGREEMENTS, DRAFTS, SEAT_WITNESSES, WITNESSES
from councilwatch.record.witness import Mismatch

FACTS = Path(__file__).parents[2] / "facts"
VOTE = "S/2016/1"
DAY = "2016-10-08"
PERMANENT = "CHN FRA GBR RUS USA"
ELECTED = "AGO EGY ESP JPN MYS NZL SEN UKR URY VEN"


def seats(end="2017-01-01"):
    """The Council of 2016."""
    return [
        {"state": state, "start": "2016-01-01", "end": end, "seat": kind}
        for kind, states in (("permanent", PERMANENT), ("elected", ELECTED))
        for state in states.split()
    ]


def vetoed(**others):
    """A text vetoed by the Russian Federation, 11-2-2, Angola and China abstaining."""
    casts = {"RUS": "no", "VEN": "no", "AGO": "abstain", "CHN": "abstain"} | others
    return [
        {"vote": VOTE, "state": state, "cast": casts.get(state, "yes")}
        for state in f"{PERMANENT} {ELECTED}".split()
    ]


DRAFT = {
    "vote": VOTE, "symbol": VOTE, "day": DAY, "decided_by": "vote", "published_outcome": "vetoed",
}  # fmt: skip
PRINT = {"witness": "other", "vote": VOTE, "day": DAY, "outcome": "vetoed", "vetoed_by": "RUS"}


@pytest.fixture(scope="module")
def compared(record_of):
    """Compares a record of one vetoed text with what is given."""

    def compare(*prints, draft=DRAFT, ballots=None, **tables):
        cast = vetoed() if ballots is None else ballots
        record = record_of(drafts=[draft], ballots=cast, seats=seats(), witnesses=prints, **tables)
        return reconcile(record)

    return compare


def points(found):
    """The undeclared differences of the one witness, without its name."""
    [one] = found
    return [(m.subject, m.about, m.ours, m.theirs) for m in one.undeclared]


def test_a_witness_that_says_the_same_agrees(compared):
    [found] = compared({**PRINT, "tally": "11-2-2"})

    assert (found.votes, found.agreeing, found.undeclared) == (1, 1, ())
    assert found.is_settled


@pytest.mark.parametrize(
    ("cells", "about", "ours", "theirs"),
    [
        ({"day": "2016-10-09"}, "day", DAY, "2016-10-09"),
        ({"tally": "11-2-1"}, "tally", "11-2-2", "11-2-1"),
        ({"tally": "unanimous"}, "tally", "11-2-2", "unanimous"),
        ({"tally": "without a vote"}, "tally", "11-2-2", "without a vote"),
        ({"vetoed_by": "CHN RUS"}, "vetoed_by", "RUS", "CHN RUS"),
        ({"outcome": "adopted", "vetoed_by": ""}, "outcome", "vetoed", "adopted"),
        ({"printed_as": "S/2016/7"}, "symbol", VOTE, "S/2016/7"),
    ],
)
def test_a_difference_in_one_point_is_told_with_both_words(compared, cells, about, ours, theirs):
    found = compared({**PRINT, **cells})

    assert points(found) == [(VOTE, about, ours, theirs)]
    assert not found[0].is_settled


@pytest.mark.parametrize("empty", ["day", "outcome", "tally", "vetoed_by", "printed_as"])
def test_what_a_witness_does_not_say_is_no_difference(compared, empty):
    others = {"outcome": ""} if empty == "vetoed_by" else {}  # a veto by nobody is not printed

    assert points(compared({**PRINT, **others, empty: ""})) == []


def test_a_print_that_is_no_symbol_is_no_other_symbol(compared):
    assert points(compared({**PRINT, "printed_as": "S/2016/1 (as amended)"})) == []


@pytest.mark.parametrize(
    ("manner", "casts"),
    [("vote", dict.fromkeys(("RUS", "VEN", "AGO", "CHN"), "yes")), ("without a vote", None)],
)
def test_unanimous_is_said_of_full_votes_and_of_none_taken(compared, manner, casts):
    draft = {**DRAFT, "decided_by": manner, "published_outcome": "adopted"}
    ballots = vetoed(**casts) if casts else []
    adopted = {**PRINT, "outcome": "adopted", "vetoed_by": "", "tally": "unanimous"}

    assert points(compared(adopted, draft=draft, ballots=ballots)) == []


def test_those_who_cast_no_ballot_are_no_part_of_the_tally(compared):
    ballots = vetoed(CHN="not participating", AGO="not voting")

    assert points(compared({**PRINT, "tally": "11-2-0"}, ballots=ballots)) == []


def test_where_the_record_lacks_the_ballots_the_printed_outcome_is_compared(compared):
    draft = {**DRAFT, "decided_by": "ballots not recorded", "published_outcome": "short of votes"}
    short = {**PRINT, "outcome": "short of votes", "vetoed_by": "", "tally": "6-1-8"}

    assert points(compared(short, draft=draft, ballots=[])) == []
    assert points(compared(PRINT, draft=draft, ballots=[])) == [
        (VOTE, "outcome", "short of votes", "vetoed")
    ]


def test_a_print_of_a_vote_the_record_does_not_have_is_a_difference(compared):
    found = compared(PRINT, {**PRINT, "vote": "S/2016/2", "outcome": "adopted", "tally": "15-0-0"})

    assert points(found) == [("S/2016/2", "listed", "", "adopted 15-0-0")]
    assert (found[0].votes, found[0].agreeing) == (2, 1)


def test_a_list_of_vetoes_denies_the_vetoes_it_leaves_out(record_of):
    second = {**DRAFT, "vote": "S/2016/2", "symbol": "S/2016/2"}
    ballots = vetoed() + [{**row, "vote": "S/2016/2"} for row in vetoed()]
    record = record_of(drafts=[DRAFT, second], ballots=ballots, seats=seats(), witnesses=[PRINT])

    [found] = reconcile(record)

    assert found.undeclared == (Mismatch("other", "S/2016/2", "listed", "RUS", ""),)
    assert found.silent == ()


def test_a_witness_of_more_than_vetoes_is_silent_on_what_it_leaves_out(record_of):
    drafts = [{**DRAFT, "vote": vote, "symbol": vote} for vote in (VOTE, "S/2016/2", "S/2016/3")]
    drafts[2] = {**drafts[2], "day": "2016-10-09"}
    ballots = [{**row, "vote": draft["vote"]} for draft in drafts for row in vetoed()]
    prints = [PRINT, {**PRINT, "vote": "S/2016/3", "day": "2016-10-09", "outcome": ""}]
    record = record_of(drafts=drafts, ballots=ballots, seats=seats(), witnesses=prints)

    [found] = reconcile(record)

    assert found.undeclared == ()
    assert found.silent == ("S/2016/2",)


DECLARED = {
    "witness": "other", "subject": VOTE, "about": "tally", "ours": "11-2-2", "theirs": "11-2-1",
    "reason": "A misprint.",
}  # fmt: skip


def test_a_declared_difference_is_settled(compared):
    [found] = compared({**PRINT, "tally": "11-2-1"}, disagreements=[DECLARED])

    [(mismatch, reason)] = found.declared
    assert (mismatch.ours, mismatch.theirs, reason.reason) == ("11-2-2", "11-2-1", "A misprint.")
    assert found.is_settled


@pytest.mark.parametrize("changed", [{"theirs": "11-1-2"}, {"ours": "11-2-0"}])
def test_a_declaration_with_other_words_is_stale_and_declares_nothing(compared, changed):
    [found] = compared({**PRINT, "tally": "11-2-1"}, disagreements=[{**DECLARED, **changed}])

    assert [m.about for m in found.undeclared] == ["tally"]
    assert [reason.about for reason in found.stale] == ["tally"]
    assert not found.is_settled


def test_a_declared_difference_that_no_longer_occurs_is_stale(compared):
    [found] = compared({**PRINT, "tally": "11-2-2"}, disagreements=[DECLARED])

    assert found.undeclared == ()
    assert [reason.subject for reason in found.stale] == [VOTE]
    assert not found.is_settled


def test_a_declaration_about_a_witness_that_is_not_kept_is_stale(compared):
    found = compared(disagreements=[DECLARED])

    assert [(each.witness, each.is_settled) for each in found] == [("other", False)]


def seat_prints(*states, seat="elected", year="2016"):
    return [{"witness": "seen", "year": year, "state": s, "seat": seat} for s in states]


def test_a_list_of_elected_members_is_compared_on_those_only(compared):
    [found] = compared(seat_witnesses=seat_prints(*ELECTED.split()))

    assert (found.years, found.agreeing, found.is_settled) == (1, 1, True)


def test_a_year_with_another_member_is_told_with_those_only_one_has(compared):
    found = compared(seat_witnesses=seat_prints(*ELECTED.replace("VEN", "BOL").split()))

    assert points(found) == [("2016", "members", "VEN", "BOL")]


def test_an_elected_member_printed_as_permanent_is_a_difference(compared):
    members = seat_prints(*ELECTED.split()[1:])
    members += seat_prints("AGO", *PERMANENT.split(), seat="permanent")

    assert points(compared(seat_witnesses=members)) == [("2016", "members", "AGO", "AGO")]


def test_a_seat_that_passed_to_a_successor_may_be_printed_with_either(record_of):
    terms = [
        {"state": "SUN", "start": "1991-01-01", "end": "1991-12-24", "seat": "permanent"},
        {"state": "RUS", "start": "1991-12-24", "end": "", "seat": "permanent"},
    ]
    both = seat_prints("SUN", "RUS", seat="permanent", year="1991")
    record = record_of(seats=terms, seat_witnesses=both)

    [found] = reconcile(record)

    assert found.is_settled


@given(st.lists(st.sampled_from(["yes", "no", "abstain", "not voting"]), min_size=15, max_size=15))
def test_a_witness_that_copies_the_record_never_differs(record_of, casts):
    states = f"{PERMANENT} {ELECTED}".split()
    ballots = [{"vote": VOTE, "state": s, "cast": c} for s, c in zip(states, casts, strict=True)]
    record = record_of(drafts=[DRAFT], ballots=ballots, seats=seats())
    decision = record.decision(record.drafts[VOTE])
    count = "-".join(str(casts.count(cast)) for cast in ("yes", "no", "abstain"))
    copy = {
        **PRINT,
        "tally": count,
        "outcome": decision.word,
        "vetoed_by": " ".join(decision.vetoed_by),
    }

    [found] = reconcile(record_of(drafts=[DRAFT], ballots=ballots, seats=seats(), witnesses=[copy]))

    assert found.undeclared == ()


# -- the record as shipped ------------------------------------------------------------------------


def test_every_difference_of_the_record_is_declared_and_no_declaration_is_stale(record):
    for found in reconcile(record):
        assert found.undeclared == (), found.witness
        assert found.stale == (), found.witness


def test_every_witness_is_compared_in_full(record):
    prints = list(record.rows(WITNESSES))
    years = {(row[0], row[1]) for row in record.rows(SEAT_WITNESSES)}

    found = reconcile(record)

    assert sum(each.votes for each in found) == len(prints)
    assert sum(each.years for each in found) == len(years)
    assert {each.witness for each in found} == {row[0] for row in prints} | {w for w, _ in years}


def test_no_reason_is_given_twice_for_one_point_and_every_reason_is_a_sentence(record):
    rows = list(record.rows(DISAGREEMENTS))

    assert len({tuple(row[:3]) for row in rows}) == len(rows)
    assert all(row[5].endswith(".") and len(row[5]) > 20 for row in rows)


def standing_rows(table):
    """The rows of a file that no later row supersedes, by another road than the record's."""
    with table.path(FACTS).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = list(table.key)
    replaced = {(*(r[k] for k in key), r["supersedes"]) for r in rows if r["supersedes"]}
    return [r for r in rows if (*(r[k] for k in key), r["known_on"]) not in replaced]


def test_the_tallies_that_differ_come_out_the_same_when_counted_from_the_files(record):
    casts = {}
    for row in standing_rows(BALLOTS):
        casts.setdefault(row["vote"], []).append(row["cast"])
    manner = {row["vote"]: row["decided_by"] for row in standing_rows(DRAFTS)}
    differing = set()
    for row in standing_rows(WITNESSES):
        vote, theirs = row["vote"], row["tally"]
        cast = casts.get(vote, [])
        count = "-".join(str(cast.count(word)) for word in ("yes", "no", "abstain"))
        ours = manner[vote] if manner[vote] == "without a vote" else count
        unanimous = theirs == "unanimous" and not {"no", "abstain"} & set(cast)
        if theirs and manner[vote] != "ballots not recorded" and ours != theirs and not unanimous:
            differing.add((row["witness"], vote))

    told = {
        (m.witness, m.subject)
        for each in reconcile(record)
        for m, _ in each.declared
        if m.about == "tally"
    }

    assert told == differing
    assert differing
