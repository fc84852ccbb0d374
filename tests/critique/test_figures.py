"""The thirty figures: the known errors are found, and every verdict follows the facts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.critique.figures.catalogue import RULES, rederive
from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import IN_PART, Figure, Part, Verdict
from councilwatch.critique.figures.printed_number import Range
from councilwatch.record.cite import Cite
from councilwatch.record.printed import PrintedFigure


def part_of(figure: Figure, slug: str) -> Part:
    """One part of a figure."""
    return next(part for part in figure.parts if part.slug == slug)


def figure_of(record, number: str) -> Figure:
    """One figure, worked out from a record."""
    [figure] = rederive(record, [number])
    return figure


# -- what the record answers -----------------------------------------------------------------------


def test_all_thirty_figures_are_worked_out_in_their_order(figures):
    assert list(figures) == [f"F{number}" for number in range(1, 31)]
    assert list(RULES) == list(figures)


def test_at_least_twenty_six_figures_are_answered_with_our_own_arithmetic(figures):
    assert sum(figure.is_answered for figure in figures.values()) >= 26


def test_every_printed_part_is_compared_or_taken_as_given(record, figures):
    printed = {(each.id, each.part) for each in record.all(PrintedFigure)}

    compared = {(f.id, part.slug) for f in figures.values() for part in f.parts if part.printed}
    beside = {
        (claim.id, claim.part) for f in figures.values() for p in f.parts for claim in p.given
    }
    shown = {
        tuple(cite.fact.split("/")[1:])
        for f in figures.values()
        for part in f.parts
        for cite in part.cites
        if cite.fact.startswith("figures/")
    }

    assert printed <= compared | beside | shown
    assert compared <= printed


@pytest.mark.parametrize(
    ("figure", "part", "printed", "computed"),
    [
        ("F1", "china-abstentions", "one", "6"),
        ("F9", "signatories", "112", "110"),
        ("F12", "act-members-supporting", "24", "25"),
        ("F14", "vetoed-by", "Russia; China", "RUS"),
        ("F18", "syria", "eight", "7"),
        ("F18", "total-vetoes", "14", "13"),
        ("F23", "recommendations", "twenty-one", "20"),
        ("F26", "requesting-states", "fifty", "no number of states"),
    ],
)
def test_the_known_errors_are_found(figures, figure, part, printed, computed):
    found = part_of(figures[figure], part)

    assert found.printed is not None
    assert (found.printed.printed, found.computed) == (printed, computed)
    assert found.verdict is Verdict.DIFFERS
    assert figures[figure].answer == "differs"


@pytest.mark.parametrize(
    ("figure", "part", "computed"),
    [
        ("F1", "russia-vetoes", "12"),
        ("F1", "china-vetoes", "6"),
        ("F9", "supporters-list", "112"),
        ("F10", "council-members", "8"),
        ("F11", "target", "129"),
        ("F17", "organisations", "33"),
        ("F18", "palestine", "3"),
        ("F18", "bosnia", "1"),
        ("F20", "reforms", "10"),
        ("F21", "invoked", "11"),
        ("F22", "council-size", "11"),
        ("F24", "model-b", "8"),
        ("F25", "term-years", "2"),
        ("F27", "vetoes", "43"),
        ("F30", "libya-resolution", "1973 (2011)"),
    ],
)
def test_what_is_right_is_confirmed(figures, figure, part, computed):
    found = part_of(figures[figure], part)

    assert (found.computed, found.verdict) == (computed, Verdict.CONFIRMED)


@pytest.mark.parametrize("number", ["F4", "F16", "F28", "F29"])
def test_what_only_the_document_tells_cannot_be_said(figures, number):
    assert figures[number].answer == "cannot say"
    assert all(part.because for part in figures[number].parts)


@pytest.mark.parametrize(
    ("figure", "part", "says"),
    [
        (
            "F1",
            "china-abstentions",
            "one abstention was the count from 2016-10-08 until",
        ),
        ("F9", "signatories", "110 Members and 2 observers (PSE, VAT)"),
        ("F11", "target", "19 short of it (17 if its 2 observers are counted)"),
        ("F12", "act-members-supporting", "not on the list of 2017: RWA"),
        ("F14", "vetoed-by", "CHN abstain, RUS no; the nearest text vetoed by all: S/2016/1026"),
        ("F18", "syria", "the next one is S/2017/315 of 2017-04-12"),
        ("F18", "total-vetoes", "the counts printed come to 12, 2 short of the sum printed"),
        ("F18", "total-vetoes", "not named: S/2007/14 (2007-01-12, CHN RUS), S/2008/447"),
        ("F21", "invoked", "emergency special sessions: 10;"),
        ("F21", "invoked", "Sessions by the last day on record: 11"),
        ("F27", "vetoes", "44, 43 from 2017-12-18 to 2018-05-31"),
        ("F7", "act-members", "27 on 2021-10-21"),
        ("F6", "supporters", "96 on 2017-06-27 (gcr2p), is left out: the same publisher prints"),
        ("F24", "model-a", "3 of the new seats are of another kind"),
        ("F24", "model-b", "1 of the new seats is of another kind"),
    ],
)
def test_the_reason_of_a_verdict_is_told(figures, figure, part, says):
    assert says in part_of(figures[figure], part).because


def test_names_are_shown_as_the_record_writes_them(figures):
    conveners = part_of(figures["F19"], "conveners")

    assert conveners.computed.startswith("CIVICUS: World Alliance for Citizen Participation, ")


@pytest.mark.parametrize(("figure", "part", "of"), [("F21", "invoked", 2), ("F27", "vetoes", 3)])
def test_what_only_one_way_of_counting_gives_is_confirmed_in_that_way_alone(
    figures, figure, part, of
):
    found = part_of(figures[figure], part)

    assert found.told == f"confirmed in one way of counting (1 of {of})"
    assert figures[figure].answer == "confirmed"
    assert figures[figure].headline == "confirmed in one way of counting"


def test_where_no_way_of_counting_is_declared_the_headline_is_the_answer(figures):
    split = {number for number, figure in figures.items() if figure.is_split}

    assert split == {"F21", "F27"}
    assert all(f.headline == f.answer for number, f in figures.items() if number not in split)


# -- nothing is canned: other facts, other verdicts ------------------------------------------------


def test_without_its_abstentions_china_is_counted_anew(changed):
    later = ("S/2017/", "S/2018/")
    record = changed(
        "ballots",
        lambda row: (
            {**row, "cast": "yes"}
            if row["state"] == "CHN" and row["cast"] == "abstain" and row["vote"].startswith(later)
            else row
        ),
    )

    found = part_of(figure_of(record, "F1"), "china-abstentions")

    assert (found.computed, found.verdict) == ("1", Verdict.CONFIRMED)


def test_with_a_second_no_the_aleppo_text_was_vetoed_by_both(changed):
    aleppo = ("S/2016/846", "CHN")
    record = changed(
        "ballots",
        lambda row: {**row, "cast": "no"} if (row["vote"], row["state"]) == aleppo else row,
    )

    assert figure_of(record, "F14").answer == "confirmed"


def test_a_veto_moved_into_march_makes_the_campaign_page_right(changed):
    record = changed(
        "drafts",
        lambda row: {**row, "day": "2017-03-30"} if row["vote"] == "S/2017/315" else row,
    )

    assert figure_of(record, "F18").answer == "confirmed"


def test_with_the_observers_as_members_the_report_counts_states_rightly(changed):
    record = changed(
        "states",
        lambda row: (
            {**row, "status": "member", "member_from": "2000-01-01"}
            if row["id"] in ("PSE", "VAT")
            else row
        ),
    )

    assert part_of(figure_of(record, "F9"), "signatories").verdict is Verdict.CONFIRMED
    assert part_of(figure_of(record, "F11"), "target").computed == "130"


def test_with_one_supporter_less_the_note_of_2015_is_right(changed):
    record = changed(
        "endorsements",
        lambda row: None if row["state"] == "RWA" and row["day"] <= "2015-09-08" else row,
    )

    assert figure_of(record, "F12").answer == "differs"  # the note as first published says 25
    assert part_of(figure_of(record, "F12"), "act-members-supporting").computed == "24"


def test_without_the_referral_of_1971_uniting_for_peace_was_invoked_ten_times(changed):
    record = changed("drafts", lambda row: None if row["vote"] == "S/RES/303 (1971)" else row)

    found = part_of(figure_of(record, "F21"), "invoked")

    assert (found.computed, found.verdict) == ("10", Verdict.DIFFERS)


def test_without_one_text_no_way_to_count_gives_forty_three_for_the_same_reason(changed):
    record = changed("drafts", lambda row: None if row["vote"] == "S/10784" else row)

    figure = figure_of(record, "F27")
    found = part_of(figure, "vetoes")

    assert figure.headline == "confirmed in one way of counting"
    assert "middle-east (the situation in the Middle East as well): 42" in found.because
    assert "given by: single-acts" in found.because


def test_a_reform_that_is_not_on_record_leaves_the_ten_open(changed):
    record = changed(
        "initiative_points",
        lambda row: None if (row["initiative"], row["number"]) == ("1-for-7-billion", "9") else row,
    )

    found = part_of(figure_of(record, "F20"), "reforms")

    assert (found.computed, found.verdict) == ("at least 9", Verdict.CANNOT_SAY)


def test_without_the_french_letter_fifty_states_are_neither_right_nor_wrong(changed):
    record = changed("figures", lambda row: None if row["part"] == "french-option" else row)

    assert figure_of(record, "F26").answer == "cannot say"


@pytest.mark.parametrize(
    ("number", "part", "other"),
    [
        ("F1", "china-abstentions", "six"),
        ("F9", "signatories", "110"),
        ("F14", "vetoed-by", "Russian Federation"),
        ("F18", "syria", "seven"),
        ("F26", "requesting-states", "zero"),
    ],
)
def test_a_document_that_printed_what_is_right_would_be_confirmed(changed, number, part, other):
    record = changed(
        "figures",
        lambda row: (
            {**row, "printed": other} if (row["id"], row["part"]) == (number, part) else row
        ),
    )

    assert part_of(figure_of(record, number), part).verdict is Verdict.CONFIRMED


def test_before_a_document_was_printed_nothing_can_be_said_of_it(record):
    early = type(record)(record.folder, date(2015, 1, 1))

    assert {figure.answer for figure in rederive(early)} == {"cannot say"}


# -- the laws of a verdict -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def one_claim(record_of):
    """A record in which one document prints one number."""

    def claims(printed: str, note: str = "") -> Claims:
        row = {"id": "F1", "part": "number", "document": "paper", "locator": "page 1"}
        row |= {"printed": printed, "wording": printed, "note": note, "source": "paper"}
        record = record_of(figures=[row])
        with (record.folder / "sources.csv").open("a", encoding="utf-8") as file:
            file.write("paper,Paper,A publisher,,facts,2018-06-01,\n")
            file.write("other,Other,Another publisher,,facts,2018-06-01,\n")
            file.write("sister,Sister,A publisher,,facts,2018-06-01,\n")
        return Claims(record, "F1")

    return claims


OWN, OTHER = Cite("drafts/S/1", "paper"), Cite("drafts/S/1", "other")


@pytest.fixture(scope="module")
def seven(one_claim):
    """A document that prints seven."""
    return one_claim("seven")


@pytest.fixture(scope="module")
def over_seven(one_claim):
    """A document that prints over seven."""
    return one_claim("seven", "over")


@given(low=st.integers(0, 20), more=st.integers(0, 20) | st.none())
def test_a_number_is_confirmed_only_if_no_other_is_possible(seven, low, more):
    high = None if more is None else low + more

    verdict = seven.number("number", Range(low, high), "counted", [OTHER]).verdict

    possible = set(range(low, 60 if high is None else high + 1))
    assert (verdict is Verdict.CONFIRMED) == (possible == {7})
    assert (verdict is Verdict.DIFFERS) == (7 not in possible)


@given(low=st.integers(0, 20), more=st.integers(0, 20) | st.none())
def test_over_a_number_is_confirmed_only_if_every_possible_one_is_over_it(over_seven, low, more):
    high = None if more is None else low + more

    verdict = over_seven.number("number", Range(low, high), "counted", [OTHER]).verdict

    possible = set(range(low, 60 if high is None else high + 1))
    assert (verdict is Verdict.CONFIRMED) == all(number > 7 for number in possible)
    assert (verdict is Verdict.DIFFERS) == all(number <= 7 for number in possible)


@given(number=st.integers(0, 20), cites=st.lists(st.just(OWN)))
def test_no_number_is_confirmed_or_refuted_by_the_document_that_prints_it(seven, number, cites):
    part = seven.number("number", Range(number, number), "counted", cites)

    assert part.verdict is Verdict.CANNOT_SAY
    assert "the document itself" in part.because


def test_a_list_in_the_document_may_be_counted_but_not_its_own_count(seven):
    listed, count = Cite("initiative_supporters/letter/A", "paper"), Cite("rolls/act/1/x", "paper")
    the_number_itself = Cite("figures/F1/number", "paper")
    found = Range(7, 7)

    by_list = seven.number("number", found, "counted", [listed], of_itself=True)
    by_count = seven.number("number", found, "counted", [count], of_itself=True)
    by_itself = seven.number("number", found, "counted", [the_number_itself], of_itself=True)

    assert by_list.verdict is Verdict.CONFIRMED
    assert by_count.verdict is by_itself.verdict is Verdict.CANNOT_SAY


def test_a_fact_of_the_same_publisher_confirms_with_a_word_on_it(seven):
    part = seven.number("number", Range(7, 7), "counted", [Cite("rolls/act/1/x", "sister")])

    assert part.verdict is Verdict.CONFIRMED
    assert "all of it by the same publisher, A publisher" in part.because


def test_a_lost_numeral_is_compared_only_where_something_was_restored(one_claim):
    lost = one_claim("", "digits lost; not restored; it begins: As of June")
    restored = one_claim("", "digits lost; restored from the context: 7")

    assert lost.number("number", Range(7, 7), "", [OTHER]).verdict is Verdict.CANNOT_SAY
    assert restored.number("number", Range(7, 7), "", [OTHER]).verdict is Verdict.CONFIRMED


@given(giving=st.integers(0, 4), more=st.integers(0, 4))
def test_a_verdict_names_the_ways_to_count_only_where_they_do_not_agree(giving, more):
    verdict = Verdict.CONFIRMED if giving else Verdict.DIFFERS

    part = Part("sum", None, (), "7", verdict, "", ()).counted(giving, giving + more)

    assert part.is_split == (giving > 0 and more > 0)
    assert part.told.endswith(f"({giving} of {giving + more})") == part.is_split
    assert part.told.startswith(verdict.value)


PARTS = st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=5)


@given(verdicts=PARTS)
def test_the_answer_to_a_figure_follows_from_its_parts(verdicts):
    parts = tuple(Part(str(n), None, (), "", v, "", ()) for n, v in enumerate(verdicts))

    answer = Figure("F1", "", "", parts).answer

    assert (answer == "differs") == (Verdict.DIFFERS in verdicts)
    assert (answer == "confirmed") == (set(verdicts) == {Verdict.CONFIRMED})
    assert (answer == "cannot say") == (set(verdicts) == {Verdict.CANNOT_SAY})
    assert (answer == IN_PART) == (set(verdicts) == {Verdict.CONFIRMED, Verdict.CANNOT_SAY})
