"""The JSON bodies agree with the record, and every reason leads back to a row of a table."""

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest

from councilwatch import METHOD_VERSION
from councilwatch.codes.catalogue import findings
from councilwatch.press.body import (
    COUNTING_UNIT,
    draft_body,
    explain_body,
    finding_body,
    scorecard_body,
    standing_body,
    supporters_body,
    vote_body,
    votes_body,
)
from councilwatch.press.profile import make_profile, profile_body
from councilwatch.press.scorecard import make_scorecard
from councilwatch.press.standing import make_standing, make_supporters
from councilwatch.record.draft import Outcome
from councilwatch.record.tables import TABLES
from councilwatch.world.council import seats_on, votes_needed_on
from councilwatch.world.states import State, Status

FAMOUS = ("S/2016/846", "S/2016/847", "S/2016/1026", "S/2023/792", "S/516", "S/RES/1999 (2011)")
LAUNCH = date(2015, 10, 23)


@pytest.fixture(scope="module")
def drafts(record):
    """Texts of every kind: each fifteenth of the record, and those everybody knows."""
    every = list(record.drafts.values())
    return [*every[::15], *(record.draft(vote) for vote in FAMOUS)]


@pytest.fixture(scope="module")
def failed(record):
    """Every text vetoed or short of votes since the launch of the ACT Code."""
    return [
        draft
        for draft in record.drafts.values()
        if draft.day >= LAUNCH and record.decision(draft).outcome in (Outcome.VETOED, Outcome.SHORT)
    ]


@pytest.fixture(scope="module")
def rows(record) -> dict[str, dict[str, str]]:
    """Every row of every table by `table/key`, read by a script that knows only the keys."""
    found = {}
    for table in TABLES:
        with (record.folder / table.file).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found["/".join([table.name, *(row[part] for part in table.key)])] = row
    # The ballots on one text, taken together, are cited by the text alone, and a code by its file.
    found |= {f"ballots/{row['vote']}": row for n, row in found.items() if n.startswith("ballots/")}
    codes = (record.folder / "codes").glob("*.toml")
    return found | {f"codes/{p.stem}": tomllib.loads(p.read_text("utf-8")) for p in codes}


@pytest.fixture(scope="module")
def sources(record) -> dict[str, dict[str, str]]:
    """Every source by its id."""
    with (record.folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def cites(body: object) -> Iterator[dict[str, str]]:
    """Every cite anywhere in a body."""
    if isinstance(body, dict):
        if "fact" in body:
            yield body
        for part in body.values():
            yield from cites(part)
    elif isinstance(body, list):
        for part in body:
            yield from cites(part)


def survives_json(body: object) -> bool:
    """Whether writing a body as JSON and reading it back changes nothing."""
    return bool(json.loads(json.dumps(body, allow_nan=False)) == body)


# -- votes ----------------------------------------------------------------------------------------


def test_every_ballot_in_a_body_is_the_one_on_record_and_none_is_left_out(record, drafts, rows):
    for draft in drafts:
        ballots = vote_body(record, draft)["ballots"]

        states = [ballot["state"] for ballot in ballots]
        assert states == list(dict.fromkeys(states))
        assert len(ballots) == (seats_on(draft.day) if draft.decided_by.value == "vote" else 0)
        assert all(rows[f"ballots/{draft.vote}/{b['state']}"]["cast"] == b["cast"] for b in ballots)


def test_those_who_voted_are_the_members_of_the_day_with_their_seats(record, drafts):
    for draft in drafts:
        ballots = vote_body(record, draft)["ballots"]
        members = {s: term.seat.value for s, term in record.members_on(draft.day).items()}

        assert not ballots or {b["state"]: b["seat"] for b in ballots} == members


def test_the_tally_is_the_number_of_ballots_of_each_kind(record, drafts):
    for draft in drafts:
        body = vote_body(record, draft)
        casts = Counter(ballot["cast"] for ballot in body["ballots"])
        expected = {word: casts.pop(word, 0) for word in ("yes", "no", "abstain")}

        assert body["tally"] == (
            {**expected, "not_voting": casts.total()} if body["ballots"] else None
        )


def test_vetoes_are_marked_on_the_ballots_of_those_said_to_have_cast_them(record, drafts):
    for draft in drafts:
        body = vote_body(record, draft)

        vetoes = [ballot for ballot in body["ballots"] if ballot["veto"]]
        assert sorted(ballot["state"] for ballot in vetoes) == body["vetoed_by"]
        assert bool(vetoes) == (body["outcome"] == "vetoed")
        assert all((b["seat"], b["cast"]) == ("permanent", "no") for b in vetoes)


def test_the_outcome_is_beside_the_one_the_source_prints(record, drafts):
    for draft in drafts:
        body = vote_body(record, draft)

        assert body["outcome"] in (body["published"]["outcome"], "cannot say")
        assert body["votes_needed"] == votes_needed_on(draft.day)
        assert body["seats"] == seats_on(draft.day)


def test_the_source_of_a_vote_exists(record, drafts, sources):
    for draft in drafts:
        source = vote_body(record, draft)["source"]

        assert source["title"] == sources[source["id"]]["title"]
        assert source["address"] == sources[source["id"]]["address"]


def test_a_list_of_votes_counts_what_it_lists(record, failed):
    body = votes_body(record, failed)

    assert body["count"] == len(body["votes"]) == len(failed)
    assert body["outcomes"] == Counter(vote["outcome"] for vote in body["votes"])
    assert sum(body["vetoed_by"].values()) == body["outcomes"]["vetoed"]
    by_member = Counter(chain.from_iterable(vote["vetoed_by"] for vote in body["votes"]))
    assert body["vetoes"] == by_member
    assert list(body["vetoes"]) == sorted(by_member)
    assert body["counting_unit"] == COUNTING_UNIT
    assert body["votes"] == [draft_body(record, draft) for draft in failed]


def test_a_list_of_votes_says_how_far_the_record_goes(record, failed):
    body = votes_body(record, failed)

    last = max(draft.day for draft in record.drafts.values()).isoformat()
    assert body["as_known"] is None
    assert body["complete"] == (
        "Every vote from 1973-01-01 to before 2026-01-01 is on record as far as is known, "
        f"of later days only some (the last of {last})."
    )


def test_vetoes_are_told_by_standing_under_the_act_code(record, failed):
    body = votes_body(record, failed)

    casters = [(s, draft) for draft in failed for s in record.decision(draft).vetoed_by]
    answers = Counter(record.support("act", s, draft.day).answer for s, draft in casters)
    assert answers[None], "of some the record cannot say"
    assert body["vetoes_and_the_act_code"] == (
        f"{len(casters)} vetoes counted by member: {answers[True]} cast by a member that had "
        f"endorsed the ACT Code that day, {answers[False]} by one that had not, and of "
        f"{answers[None]} the record cannot say (CHN, RUS, USA: not among the supporters on "
        "2023-05-11, and no later list is on record)."
    )


def test_a_list_of_nothing_says_so(record):
    body = votes_body(record, [])

    assert (body["count"], body["votes"], body["vetoed_by"]) == (0, [], {})
    assert body["vetoes"] == {}
    assert body["vetoes_and_the_act_code"].startswith("0 vetoes counted by member: 0 cast ")


def test_a_veto_by_an_endorser_would_be_listed(record, told):
    story = {"standing": "had endorsed", "state": "FRA", "cast": "no", "in_favour": 14}
    other = told(story, "act")
    (draft,) = other.drafts.values()

    body = votes_body(other, [draft])

    assert body["vetoes_cast_by_endorsers"] == [{"vote": "S/2016/1", "state": "FRA"}]
    assert body["vetoes"] == {"FRA": 1}
    assert body["vetoes_and_the_act_code"] == (
        "1 veto counted by member: 1 cast by a member that had endorsed the ACT Code that day, "
        "0 by one that had not, and of 0 the record cannot say."
    )


# -- endorsements ---------------------------------------------------------------------------------

NOT_ASKED = "the Declaration asks conduct of permanent members only; "
NO_MEMBER = "not a Member of the United Nations that day"


def is_nothing(state: State, day: date) -> bool:
    """Whether a state is neither a Member of the United Nations that day nor an observer."""
    return state.status is not Status.OBSERVER and not state.is_member_on(day)


@pytest.mark.parametrize("code", ["act", "france-mexico"])
@pytest.mark.parametrize("day", ["2015-06-01", "2015-10-23", "2017-05-15", "2020-01-01"])
def test_each_state_stands_where_the_list_of_supporters_puts_it(record, code, day):
    on = date.fromisoformat(day)
    body = supporters_body(record, make_supporters(record, code, on))

    standings = {
        state.id: standing_body(record, make_standing(record, state, code, on))
        for state in record.register.by_id.values()
    }
    answers = {state: standing["answer"] for state, standing in standings.items()}
    seats = record.members_on(on).items()
    permanent = {state for state, term in seats if term.seat.value == "permanent"}
    asked = permanent if code == "france-mexico" else set(answers)
    assert {s for s, answer in answers.items() if answer == "bound"} == asked & {
        *body["members"],
        *body["observers"],
    }
    assert all(answers[state] == "cannot say" for state in asked & {*body["cannot_say"]})
    for said, states in (
        ("supported it: ", [*body["members"], *body["observers"]]),
        ("its support is unknown: ", body["cannot_say"]),
    ):
        for state in {*states} - asked:
            assert answers[state] == "not bound"
            assert standings[state]["because"].startswith(NOT_ASKED + said)
    counted = ("members", "observers", "cannot_say")
    assert body["counts"] == {part: len(body[part]) for part in counted}
    assert body["every_name_is_known"] is (body["cannot_say"] == [])
    assert body["short_of_two_thirds"] == (
        max(0, body["two_thirds_of_members"] - len(body["members"]))
        if body["every_name_is_known"]
        else None
    )


@pytest.mark.parametrize(
    ("code", "on", "short"),
    [
        ("act", "2015-10-23", None),
        ("act", "2017-05-15", 19),
        ("act", "2020-01-01", None),
        ("france-mexico", "2015-06-01", 129),
        ("france-mexico", "2017-05-15", None),
    ],
)
def test_a_distance_to_two_thirds_is_told_only_where_every_name_is_known(record, code, on, short):
    body = supporters_body(record, make_supporters(record, code, date.fromisoformat(on)))

    assert body["every_name_is_known"] is (short is not None)
    assert body["short_of_two_thirds"] == short


@pytest.mark.parametrize(
    ("code", "on", "printed"),
    [
        ("act", "2015-06-01", []),
        ("act", "2015-10-23", [("2015-10-23", n) for n in (102, 104, 105)]),
        ("act", "2015-10-24", [("2015-10-23", n) for n in (102, 104, 105)]),
        ("act", "2017-05-15", [("2017-05-15", 112)]),
        ("act", "2018-06-01", [("2018-06-01", 117)]),
        ("france-mexico", "2017-05-15", [("2015-10-21", 80)]),
        ("france-mexico", "2017-07-01", [("2017-06-27", 96)]),
    ],
)
def test_the_printed_counts_are_of_the_day_or_else_the_last_before_it(record, code, on, printed):
    body = supporters_body(record, make_supporters(record, code, date.fromisoformat(on)))

    assert sorted({(roll["day"], roll["total"]) for roll in body["printed"]}) == printed


def test_the_declaration_binds_no_state_that_is_not_a_permanent_member(record):
    mexico, france = (
        standing_body(
            record, make_standing(record, record.register[s], "france-mexico", date(2020, 1, 1))
        )
        for s in ("MEX", "FRA")
    )

    assert mexico["answer"] == "not bound"
    assert mexico["because"].startswith(f"{NOT_ASKED}supported it: initiator of the Declaration")
    assert mexico["sources"]
    assert france["answer"] == "bound"
    assert france["because"].startswith("initiator of the Declaration")


def test_every_standing_names_facts_that_exist(record, rows, sources):
    for code in ("act", "france-mexico"):
        for state in record.register.by_id.values():
            for day in (date(2015, 10, 23), date(2017, 5, 15), date(2023, 10, 25)):
                body = standing_body(record, make_standing(record, state, code, day))
                found = list(cites(body))
                if is_nothing(state, day):
                    assert (body["answer"], body["because"]) == ("not bound", NO_MEMBER)
                    assert found == []
                    continue
                assert body["because"] != NO_MEMBER
                assert found, "every answer about an endorsement rests on something"
                assert all(is_traced(cite, rows, sources) for cite in found)


# -- findings -------------------------------------------------------------------------------------


def is_traced(cite: dict[str, str], rows, sources) -> bool:
    """Whether a cite names a row that exists, with the very source that row names."""
    row = rows.get(cite["fact"])
    source = sources.get(cite["source"])
    return bool(
        row
        and source
        and row["source"] == cite["source"]
        and source["title"] == cite["title"]
        and source["address"] == cite["address"]
    )


def test_every_reason_leads_back_to_a_row_and_to_its_source(record, failed, rows, sources):
    tables = set()
    for draft in failed[::4]:
        for finding in list(findings(record, draft))[::7]:
            found = list(cites(finding_body(record, finding)))
            assert found
            assert [c for c in found if not is_traced(c, rows, sources)] == []
            tables |= {cite["fact"].partition("/")[0] for cite in found}

    assert tables >= {"ballots", "endorsements", "rolls", "assessments"}


def test_every_reason_on_famous_votes_leads_back_to_a_row(record, rows, sources):
    for vote in ("S/2016/846", "S/2016/847", "S/2023/792"):
        for finding in findings(record, record.draft(vote)):
            found = list(cites(finding_body(record, finding)))
            assert [c for c in found if not is_traced(c, rows, sources)] == []
            assert f"ballots/{vote}/{finding.ballot.state}" in {cite["fact"] for cite in found}


def leaves(reason: dict) -> Iterator[dict]:
    """The reasons that rest on facts and on no other reason."""
    if not reason["parts"]:
        yield reason
    yield from chain.from_iterable(leaves(part) for part in reason["parts"])


def test_a_statement_about_a_state_that_is_settled_cites_a_fact(record):
    draft = record.draft("S/2016/847")
    mechanical = ("credible (by as-tabled)", "credible (by no-rival)")

    for finding in findings(record, draft):
        for leaf in leaves(finding_body(record, finding)["reason"]):
            if leaf["truth"] is not None and not leaf["says"].startswith(mechanical):
                assert leaf["cites"], leaf["says"]


def test_an_explanation_has_a_finding_for_each_reading_of_each_clause(record):
    draft = record.draft("S/2016/847")
    found = [f for f in findings(record, draft) if f.ballot.state == "ESP"]

    body = explain_body(record, draft, "ESP", found)

    assert (body["state"], body["name"], body["cast"]) == ("ESP", "Spain", "no")
    assert body["method"] == METHOD_VERSION
    readings = [(f["clause"], *f["reading"].values()) for f in body["findings"]]
    assert len(readings) == len(set(readings)) == len(found)


def test_a_scorecard_has_each_text_with_its_ballots_findings_and_assessments(record, failed):
    body = scorecard_body(record, make_scorecard(record, failed, "A title", "A rule."))

    assert body["count"] == len(body["votes"]) == len(failed)
    for vote in body["votes"]:
        states = sorted(ballot["state"] for ballot in vote["ballots"])
        assert vote["findings"]
        for row in vote["findings"]:
            assert sorted(chain.from_iterable(row["verdicts"].values())) == states
        on_record = record.assessments.get(vote["vote"], [])
        assert [each["quote"] for each in vote["assessments"]] == [a.quote for a in on_record]


def test_every_assessment_on_a_scorecard_leads_back_to_a_row(record, failed, rows, sources):
    body = scorecard_body(record, make_scorecard(record, failed, "A title", "A rule."))

    found = list(cites([vote["assessments"] for vote in body["votes"]]))

    assert found
    assert [cite for cite in found if not is_traced(cite, rows, sources)] == []


# -- JSON -----------------------------------------------------------------------------------------


def test_every_body_survives_being_written_and_read_as_json(record, drafts, failed):
    spain, on = record.register["ESP"], date(2016, 10, 8)
    draft = record.draft("S/2016/847")
    found = [f for f in findings(record, draft) if f.ballot.state == "ESP"]

    assert all(survives_json(vote_body(record, draft)) for draft in drafts)
    assert survives_json(votes_body(record, failed))
    assert survives_json(explain_body(record, draft, "ESP", found))
    assert survives_json(standing_body(record, make_standing(record, spain, "act", on)))
    assert survives_json(supporters_body(record, make_supporters(record, "act", on)))
    assert survives_json(
        scorecard_body(record, make_scorecard(record, failed, "A title", "A rule."))
    )
    assert survives_json(profile_body(record, make_profile(record, spain)))


def test_a_profile_counts_the_ballots_of_its_state(record, rows):
    body = profile_body(record, make_profile(record, record.register["ESP"]))

    own = (name for name in rows if name.startswith("ballots/") and name.endswith("/ESP"))
    cast = Counter(rows[name]["cast"] for name in own)
    assert body["ballots"] == cast
    assert [(v["vote"], v["outcome"], v["cast"]) for v in body["failed_texts_since_launch"]] == [
        ("S/2016/846", "vetoed", "yes"),
        ("S/2016/847", "short of votes", "no"),
        ("S/2016/1026", "vetoed", "yes"),
        ("S/2016/1085", "short of votes", "yes"),
    ]
