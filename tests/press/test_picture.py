"""The picture of the whole scorecard: every text, every ballot, and what it does not show."""

import struct
from collections import Counter
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from councilwatch.press.card import to_png
from councilwatch.press.fingerprint import fingerprint
from councilwatch.press.lettering import FACES, width
from councilwatch.press.picture import make_picture
from councilwatch.press.scorecard import Scorecard, make_scorecard
from councilwatch.record.draft import Cast, Outcome
from councilwatch.record.record import Record

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def scorecard(record: Record) -> Scorecard:
    drafts = [
        draft
        for draft in record.drafts.values()
        if draft.day >= date(2015, 10, 23) and record.decision(draft).outcome is not Outcome.ADOPTED
    ]
    return make_scorecard(record, drafts, "Texts not adopted", "Every text since 23 October 2015.")


def groups(svg: str, kind: str) -> list[ET.Element]:
    root = ET.fromstring(svg)  # noqa: S314 (we made it)
    return [g for g in root.iter(f"{SVG}g") if g.get("class") == kind]


def words(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def test_the_picture_is_1600_wide_and_as_high_as_its_rows_need(scorecard: Scorecard) -> None:
    png = to_png(make_picture(scorecard).svg)
    shorter = to_png(make_picture(replace(scorecard, lines=scorecard.lines[:3])).svg)

    wide, high = struct.unpack(">LL", png[16:24])
    assert wide == 1600
    assert high > 50 * len(scorecard.lines)
    assert high > struct.unpack(">LL", shorter[16:24])[1]


def test_the_same_scorecard_gives_the_same_bytes(scorecard: Scorecard) -> None:
    assert make_picture(scorecard) == make_picture(scorecard)


def test_every_text_has_a_row_newest_first(scorecard: Scorecard) -> None:
    rows = groups(make_picture(scorecard).svg, "row")

    assert len(rows) == len(scorecard.lines)
    for line, row in zip(scorecard.lines, rows, strict=True):
        assert " ".join(words(row)).startswith(f"{line.draft.vote} {line.draft.day.day} ")


def test_a_row_shows_every_ballot_with_the_code_of_its_member(scorecard: Scorecard) -> None:
    rows = groups(make_picture(scorecard).svg, "row")

    for line, row in zip(scorecard.lines, rows, strict=True):
        kinds = Counter(g.get("class") for g in row.iter(f"{SVG}g"))
        assert kinds["seat"] == len(line.marks)
        assert kinds["mark veto"] == len(line.decision.vetoed_by)
        assert kinds["mark yes"] == sum(mark.cast is Cast.YES for mark in line.marks)
        assert kinds["endorsed"] == sum(m.support["act"].answer is True for m in line.marks)
        assert kinds["cannot-say"] == sum(m.support["act"].answer is None for m in line.marks)
        assert {mark.state for mark in line.marks} <= set(words(row))


def test_a_row_names_the_members_that_vetoed(scorecard: Scorecard) -> None:
    rows = {words(row)[0]: words(row) for row in groups(make_picture(scorecard).svg, "row")}

    assert "Vetoed by CHN and RUS" in rows["S/2016/1026"]
    assert "Short of votes" in rows["S/2016/847"]
    assert "4-9-2 (9 needed)" in rows["S/2016/847"]


def test_the_columns_of_permanent_members_stay_in_place(scorecard: Scorecard) -> None:
    places: dict[str, set[str]] = {}
    for row in groups(make_picture(scorecard).svg, "row"):
        for text in row.iter(f"{SVG}text"):
            places.setdefault(text.text or "", set()).add(text.attrib["x"])

    columns = [places[code] for code in ("CHN", "FRA", "RUS", "GBR", "USA")]
    assert all(len(column) == 1 for column in columns)
    order = [float(next(iter(column))) for column in columns]
    assert order == sorted(order)


def test_the_picture_says_what_it_does_not_show(scorecard: Scorecard) -> None:
    (top,) = groups(make_picture(scorecard).svg, "top")

    said = " ".join(words(top))
    assert "does not show whether a draft was credible" in said
    assert "nor whether a vote was right" in said


def test_the_footer_carries_day_method_source_and_print(scorecard: Scorecard) -> None:
    (footer,) = groups(make_picture(scorecard).svg, "footer")

    said = " ".join(words(footer))
    assert "Councilwatch" in said
    assert f"As of {scorecard.as_of} · method {scorecard.method} · source: Sciences Po" in said
    assert f"content {fingerprint(scorecard)}" in said


def test_the_picture_is_well_formed_and_described(scorecard: Scorecard) -> None:
    picture = make_picture(scorecard)

    root = ET.fromstring(picture.svg)  # noqa: S314 (we made it)

    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == scorecard.title
    assert root.findtext(f"{SVG}desc") == picture.alt


def test_the_text_alternative_counts_the_outcomes(scorecard: Scorecard) -> None:
    outcomes = [line.outcome for line in scorecard.lines]
    vetoed = sum(outcome.startswith("vetoed") for outcome in outcomes)
    short = outcomes.count("short of votes")

    alt = make_picture(scorecard).alt

    assert f"{len(outcomes)} texts" in alt
    assert f"{vetoed} vetoed and {short} short of votes" in alt
    assert vetoed + short == len(outcomes)


def test_no_line_of_text_leaves_the_picture(scorecard: Scorecard) -> None:
    faces = {(f.family, str(f.weight)): f for f in FACES}

    for text in ET.fromstring(make_picture(scorecard).svg).iter(f"{SVG}text"):  # noqa: S314
        face = faces[text.attrib["font-family"].split(",")[0], text.attrib["font-weight"]]
        long = width(text.text or "", face, float(text.attrib["font-size"]))
        assert text.attrib["text-anchor"] != "start" or float(text.attrib["x"]) + long <= 1560


def test_a_picture_can_go_back_to_the_first_years_of_the_council(record: Record) -> None:
    drafts = [record.draft(vote) for vote in ("S/3502 (vote 3)", "S/516", "S/2016/846")]

    picture = make_picture(make_scorecard(record, drafts, "Three texts", "Three texts."))

    rows = {words(row)[0]: words(row) for row in groups(picture.svg, "row")}
    assert "Vetoed by SUN" in rows["S/3502 (vote 3)"]
    assert "Cannot say" in rows["S/516"]
    assert "1 with no ballots on record" in picture.alt


def test_a_scorecard_without_texts_still_gives_a_picture(scorecard: Scorecard) -> None:
    picture = make_picture(replace(scorecard, lines=()))

    assert "No text is listed." in picture.alt
    assert groups(picture.svg, "row") == []


def test_a_note_on_a_text_is_never_cut_off(scorecard: Scorecard) -> None:
    rows = groups(make_picture(scorecard).svg, "row")

    for line, row in zip(scorecard.lines, rows, strict=True):
        assert line.draft.note in " ".join(words(row))
