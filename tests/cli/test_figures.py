"""`figures`: what the command prints, and what it refuses."""

import pytest


def test_a_figure_shows_its_rule_its_numbers_and_the_answer(ask):
    answer = ask("figures", "F1")

    assert answer.code == 0
    assert "F1  Vetoes on Syria since October 2011: DIFFERS" in answer.out
    assert "Rule: Vetoed texts whose situation is Syria" in answer.out
    assert "printed: one (UN Security Council Code of Conduct" in answer.out
    assert "record: 6; China abstained on 6 of the vetoed texts" in answer.out
    assert "ballots/S/2016/846/CHN" in answer.out


def test_figures_are_asked_for_in_any_case_and_come_in_their_order(ask):
    answer = ask("figures", "f27", "F14", "--json")

    assert [figure["id"] for figure in answer.body["figures"]] == ["F14", "F27"]


def test_all_figures_are_counted_up(ask):
    text, body = ask("figures"), ask("figures", "--json").body

    assert body["count"] == 30 == sum(body["answers"].values())
    assert body["answered"] >= 26
    told = ", ".join(f"{count} {answer}" for answer, count in body["answers"].items())
    lines = text.out.splitlines()
    assert lines[-2] == f"30 figures: {told}."
    assert lines[-1] == f"Answered, at least in part: {body['answered']}."


def test_json_has_every_fact_with_its_source(ask):
    body = ask("figures", "--json").body

    parts = [part for figure in body["figures"] for part in figure["parts"]]
    facts = [fact for part in parts for fact in part["facts"]]
    documents = {part["printed"]["document"] for part in parts}
    assert len(facts) > 1000
    assert {fact["source"] for fact in facts} | documents == set(body["sources"])
    assert all(part["because"] for part in parts)


def test_as_known_earlier_fewer_figures_are_answered(ask):
    now = ask("figures", "--json").body
    then = ask("figures", "--json", "--as-known", "2018-06-01").body

    assert then["as_known"] == "2018-06-01"
    assert 0 < then["answered"] < now["answered"]
    assert then["answers"]["differs"] < now["answers"]["differs"]


@pytest.mark.parametrize("asked", ["F0", "F31", "vetoes", ""])
def test_an_unknown_figure_stops_with_those_there_are(ask, asked):
    answer = ask("figures", asked)

    assert answer.code == 2
    assert "is no figure. Possible: F1, F2, F3" in answer.err


def test_a_record_without_figures_answers_none(ask, record_of):
    answer = ask("figures", "--record", record_of().folder)

    assert answer.code == 0
    assert "30 figures: 0 confirmed, 0 confirmed in part, 0 differs, 30 cannot say." in answer.out


def test_no_line_of_the_text_is_wider_than_a_page(ask):
    answer = ask("figures")

    assert max(map(len, answer.out.splitlines())) <= 100
