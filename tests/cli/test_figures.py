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
    counts, split = body["answers"], body["confirmed_in_some_ways_only"]
    tally = " ".join(text.out.rpartition("\n\n")[2].split())
    assert tally == (
        f"30 figures: {counts['confirmed']} confirmed ({split} of them in one way of counting "
        f"only), {counts['confirmed in part']} confirmed in part, {counts['differs']} differ, "
        f"{counts['cannot say']} cannot say. Confirmed in part: some of what the document prints "
        "is confirmed, the rest cannot be said, and nothing differs. Answered, at least in part: "
        f"{body['answered']}."
    )


def test_text_and_json_carry_the_same_printed_words_and_answers(ask):
    text, body = ask("figures").out, ask("figures", "--json").body
    flat = " ".join(text.split())

    for figure in body["figures"]:
        assert f"{figure['id']} {figure['title']}: {figure['headline'].upper()} " in flat
        for part in figure["parts"]:
            printed = part["printed"]
            assert printed is None or f"printed: {printed['as_printed'] or 'numeral lost'}" in flat


def test_over_a_number_is_printed_as_such(ask):
    answer = ask("figures", "F3")

    assert "printed: over 120 (UN Security Council Code of Conduct" in answer.out
    assert "printed: 120" not in answer.out


@pytest.mark.parametrize("day", ["1950-01-01", "2012-01-01", "2017-01-01", "2026-11-23"])
def test_as_known_on_any_day_no_sentinel_and_no_nought_is_shown(ask, day):
    answer = ask("figures", "--as-known", day)

    assert (answer.code, answer.err) == (0, "")
    assert "9999" not in answer.out
    assert "record: 0" not in answer.out
    assert "None" not in answer.out


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
    assert "is no figure." in answer.err
    assert "F30" in answer.err or "Nearest: F" in answer.err


def test_a_record_without_figures_answers_none(ask, record_of):
    answer = ask("figures", "--record", record_of().folder)

    assert answer.code == 0
    assert "30 figures: 0 confirmed, 0 confirmed in part, 0 differ, 30 cannot say." in answer.out


def test_no_line_of_the_text_is_wider_than_a_page(ask):
    answer = ask("figures")

    assert max(map(len, answer.out.splitlines())) <= 100
