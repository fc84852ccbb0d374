"""What was not known on a day, or is not on record, is never counted as nought."""

import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from councilwatch.critique.figures.catalogue import rederive
from councilwatch.critique.figures.figure import Figure, Part, Verdict
from councilwatch.press.figures import figures_text


def part_of(figure: Figure, slug: str) -> Part:
    """One part of a figure."""
    return next(part for part in figure.parts if part.slug == slug)


def figure_of(record, number: str) -> Figure:
    """One figure, worked out from a record."""
    [figure] = rederive(record, [number])
    return figure


TESTED = [date(1950, 1, 1), date(2012, 1, 1), date(2017, 1, 1), date(2026, 11, 23)]
SENTINELS = re.compile(r"9999|0001-|\bNone\b")
NOUGHT = re.compile(r"(at least )?0\b")
"""How a number begins that says there is nothing."""


def assert_nothing_unknown_is_counted(record, now: dict[tuple[str, str], Part]) -> None:
    """What was not known has no number, no fact and no other verdict than with all facts."""
    figures = list(rederive(record))

    assert not SENTINELS.search(figures_text(record, figures))
    for figure in figures:
        for part in figure.parts:
            assert part.because, (figure.id, part.slug)
            assert not NOUGHT.match(part.computed), (figure.id, part)
            assert part.printed or (part.computed, part.cites) == ("", ()), (figure.id, part)
            later = now[figure.id, part.slug].verdict
            assert part.verdict in (later, Verdict.CANNOT_SAY), (figure.id, part)


def by_key(figures: dict[str, Figure]) -> dict[tuple[str, str], Part]:
    """The parts of all figures by figure and part."""
    return {(figure.id, part.slug): part for figure in figures.values() for part in figure.parts}


@settings(max_examples=25, deadline=None)
@given(day=st.dates(date(1940, 1, 1), date(2027, 1, 1)) | st.dates(date(2015, 8, 1)))
@example(day=TESTED[0])
@example(day=TESTED[1])
@example(day=TESTED[2])
@example(day=TESTED[3])
@example(day=date(2015, 9, 8))
@example(day=date(2017, 3, 29))
@example(day=date(2018, 6, 1))
@example(day=date(2018, 12, 31))
@example(day=date(2026, 11, 22))
def test_on_no_day_is_a_number_stated_for_what_was_not_known(record, figures, day):
    assert_nothing_unknown_is_counted(type(record)(record.folder, day), by_key(figures))


@pytest.mark.parametrize(
    "table",
    [
        "affiliations",
        "assembly_resolutions",
        "assessments",
        "ballots",
        "context_series",
        "draft_situations",
        "drafts",
        "emergency_sessions",
        "endorsements",
        "initiative_points",
        "initiative_supporters",
        "initiatives",
        "rolls",
        "seats",
        "figures",
    ],
)
def test_without_a_table_nothing_is_counted_as_nought(changed, figures, table):
    record = changed(table, lambda _: None)

    assert_nothing_unknown_is_counted(record, by_key(figures))


@pytest.mark.parametrize("number", ["F1", "F14", "F18", "F27", "F30"])
def test_before_situations_were_known_no_text_is_counted_by_situation(record, number):
    early = type(record)(record.folder, date(2026, 11, 22))

    figure = figure_of(early, number)

    assert figure.answer == "cannot say"
    assert "not known by 2026-11-22: " in figure.parts[0].because
    assert "situation" in figure.parts[0].because or "were on Rwanda" in figure.parts[0].because


def test_before_a_page_was_in_print_the_day_asked_for_is_named(record):
    early = type(record)(record.folder, date(2017, 1, 1))

    parts = figure_of(early, "F1").parts

    assert {part.because for part in parts} == {
        "not in print by 2017-01-01, as far as the record goes"
    }


def test_with_every_situation_known_and_none_of_them_syria_the_count_is_nought(changed):
    record = changed(
        "draft_situations",
        lambda row: {**row, "situation": "ukraine"} if row["situation"] == "syria" else row,
    )

    found = part_of(figure_of(record, "F1"), "russia-vetoes")

    assert (found.computed, found.verdict) == ("0", Verdict.DIFFERS)


def test_with_one_situation_unknown_nothing_is_counted_by_situation(changed):
    record = changed("draft_situations", lambda row: None if row["vote"] == "S/2017/315" else row)

    found = part_of(figure_of(record, "F1"), "total-vetoes")

    assert found.verdict is Verdict.CANNOT_SAY
    assert "not on record: the situation of 1 of the 43 texts vetoed" in found.because
