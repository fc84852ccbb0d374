"""Figures as text and as JSON."""

from dataclasses import replace

from councilwatch.critique.figures.figure import Figure, Part, Verdict
from councilwatch.press.figures import (
    IN_PART_MEANS,
    figures_body,
    figures_text,
    tally_of_answers,
)
from councilwatch.record.cite import Cite
from councilwatch.record.printed import PrintedFigure

CLAIM = PrintedFigure("F1", "sum", "act-list-2017", "heading", "", "of them", "", Cite("f", "s"))
FACTS = tuple(Cite(f"drafts/S/{n}", "sciences-po-2026") for n in range(5))


def figure(verdict: Verdict, printed: PrintedFigure | None = None) -> Figure:
    """A figure of one part."""
    part = Part("sum", printed, (), "7", verdict, "counted", FACTS)
    return Figure("F1", "A sum", "Count them.", (part,))


def test_text_shows_some_facts_and_tells_how_many_more_there_are(record):
    text = figures_text(record, [figure(Verdict.DIFFERS)])

    assert "F1  A sum: DIFFERS" in text
    assert "facts: drafts/S/0, drafts/S/1, drafts/S/2 and 2 more" in text


def test_a_lost_numeral_is_said_to_be_lost_in_text_and_null_in_json(record):
    lost = figure(Verdict.CANNOT_SAY, CLAIM)

    [part] = figures_body(record, [lost])["figures"][0]["parts"]

    assert "printed: numeral lost (List of supporters" in figures_text(record, [lost])
    assert part["printed"]["printed"] is None
    assert len(part["facts"]) == 5


def test_a_single_figure_is_not_counted_up_and_several_are(record):
    several = [figure(Verdict.DIFFERS), figure(Verdict.CONFIRMED)]

    assert "figures:" not in figures_text(record, several[:1])
    assert figures_text(record, several).endswith(tally_of_answers(several))
    assert "2 figures: 1 confirmed, 0 confirmed in part, 1 differs," in tally_of_answers(several)


def test_several_that_differ_do_and_one_differs():
    one, two = ([figure(Verdict.DIFFERS)] * count for count in (1, 2))

    assert "1 differs," in tally_of_answers(one)
    assert "2 differ," in tally_of_answers(two)


def test_an_answer_in_part_is_explained_where_there_is_one(record):
    [confirmed], [unsaid] = figure(Verdict.CONFIRMED).parts, figure(Verdict.CANNOT_SAY).parts
    in_part = Figure("F1", "A sum", "Count them.", (confirmed, unsaid))

    assert IN_PART_MEANS in tally_of_answers([in_part]).replace("\n", " ")
    assert "Confirmed in part:" not in tally_of_answers([figure(Verdict.CONFIRMED)])


def test_what_one_way_of_counting_gives_says_so_in_text_json_and_tally(record):
    [part] = figure(Verdict.CONFIRMED).parts
    split = Figure("F1", "A sum", "Count them.", (part.counted(1, 3),))

    text = figures_text(record, [split])
    body = figures_body(record, [split])

    assert "F1  A sum: CONFIRMED IN ONE WAY OF COUNTING\n" in text
    assert "sum: confirmed in one way of counting (1 of 3)" in text
    assert body["figures"][0]["answer"] == "confirmed"
    assert body["figures"][0]["headline"] == "confirmed in one way of counting"
    assert body["figures"][0]["parts"][0]["ways"] == {"giving_it": 1, "of": 3}
    assert (body["answers"]["confirmed"], body["confirmed_in_some_ways_only"]) == (1, 1)
    told = tally_of_answers([split, figure(Verdict.CONFIRMED)])
    assert "2 figures: 2 confirmed (1 of them in one way of counting only), 0" in told


def test_a_word_that_belongs_to_the_number_is_shown_in_text_and_in_json(record):
    over = figure(Verdict.CONFIRMED, replace(CLAIM, printed="120", note="over; an earlier copy"))

    [part] = figures_body(record, [over])["figures"][0]["parts"]

    assert "printed: over 120 (List of supporters" in figures_text(record, [over])
    assert part["printed"]["as_printed"] == "over 120"
    assert (part["printed"]["printed"], part["printed"]["qualifier"]) == ("120", "over")
