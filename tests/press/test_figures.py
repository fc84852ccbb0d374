"""Figures as text and as JSON."""

from councilwatch.critique.figures.figure import Figure, Part, Verdict
from councilwatch.press.figures import figures_body, figures_text, tally_of_answers
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
    assert "2 figures: 1 confirmed, 0 confirmed in part, 1 differs" in tally_of_answers(several)
