"""The card of one vote: what it says, that it is the same each time, that nothing is cut."""

import csv
import hashlib
import json
import re
import struct
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from councilwatch.press.ballot_mark import ballot_mark, endorsement_mark
from councilwatch.press.card import LONGEST_ALT, Card, make_card, to_png
from councilwatch.press.lettering import ELLIPSIS, FACES, FONTS, PLAIN, fit, shorten, width, wrap
from councilwatch.press.scorecard import Line, Mark, make_line
from councilwatch.record.draft import Cast
from councilwatch.record.record import Record
from councilwatch.world.council import Seat

FACTS = Path(__file__).resolve().parents[2] / "facts"
SOURCE = "Sciences Po UNSC votes database (CC BY 4.0)"
SVG = "{http://www.w3.org/2000/svg}"
VOTES = (
    "S/2016/846",
    "S/2016/847",
    "S/2016/1026",
    "S/2023/792",
    "Oral amendment of 2023-12-22",
    "Draft of 2026-04-07",
    "S/3502 (vote 3)",
    "S/4733/Rev.1 (vote 3)",
    "S/RES/2811 (2025)",
    "S/RES/1999 (2011)",
    "S/516",
)


def line_of(record: Record, vote: str) -> Line:
    return make_line(record, record.draft(vote))


def card_of(line: Line) -> Card:
    return make_card(line, as_of="2026-04-07", method="1", source=SOURCE)


def texts(svg: str, kind: str = "") -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 (we made it)
    groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == kind] if kind else [root]
    return [text.text or "" for g in groups for text in g.iter(f"{SVG}text")]


def with_marks(line: Line, marks: Iterable[Mark]) -> Line:
    return replace(line, marks=tuple(marks))


def without_labels(svg: str) -> str:
    return re.sub(r">[^<>]*</(text|desc|title)>", "></text>", svg)


@pytest.mark.parametrize("vote", VOTES)
def test_a_card_is_a_picture_of_1200_by_630(record: Record, vote: str) -> None:
    png = to_png(card_of(line_of(record, vote)).svg)

    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png[12:16] == b"IHDR"
    assert struct.unpack(">LL", png[16:24]) == (1200, 630)


def test_the_same_line_gives_the_same_bytes(record: Record) -> None:
    first, again = (card_of(line_of(Record(FACTS), "S/2016/1026")) for _ in range(2))

    assert first == again
    assert to_png(first.svg) == to_png(again.svg)


@pytest.mark.parametrize("vote", VOTES)
def test_the_text_alternative_names_every_member_that_voted_no(record: Record, vote: str) -> None:
    line = line_of(record, vote)

    alt = card_of(line).alt

    against = alt.partition("Voted against: ")[2].partition(". ")[0]
    for mark in line.marks:
        assert (mark.name in against) == (mark.cast is Cast.NO)
    assert len(alt) <= LONGEST_ALT
    assert alt.endswith(".")
    assert "…." not in alt


def test_the_text_alternative_stays_short_under_the_longest_title(record: Record) -> None:
    line = line_of(record, "S/2023/792")
    line = replace(line, draft=replace(line.draft, title="A very long agenda item " * 100))

    alt = card_of(line).alt

    assert len(alt) <= LONGEST_ALT
    assert "United Arab Emirates" in alt
    assert ELLIPSIS in alt


def test_the_text_alternative_says_who_had_endorsed_and_who_is_not_known(record: Record) -> None:
    alt = card_of(line_of(record, "S/2023/792")).alt

    assert "Had endorsed the ACT Code of Conduct by that day: Albania, France," in alt
    assert "The record cannot say whether these had: Brazil, China," in alt


@pytest.mark.parametrize("vote", VOTES)
def test_a_card_is_well_formed_and_has_a_title_and_a_description(record: Record, vote: str) -> None:
    card = card_of(line_of(record, vote))

    root = ET.fromstring(card.svg)  # noqa: S314 (we made it)

    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert vote in (title.text or "")
    assert description is not None
    assert description.text == card.alt


@pytest.mark.parametrize("vote", VOTES)
def test_the_footer_carries_day_method_source_and_print(record: Record, vote: str) -> None:
    card = card_of(line_of(record, vote))

    footer = " ".join(texts(card.svg, "footer"))

    assert "Councilwatch" in footer
    assert f"As of 2026-04-07 · method 1 · source: {SOURCE}" in footer
    assert f"content {card.content_hash}" in footer


def test_a_long_source_is_not_cut_off_and_leaves_the_print(record: Record) -> None:
    line = line_of(record, "S/2016/846")

    card = make_card(line, as_of="2026-04-07", method="1", source=" and ".join([SOURCE] * 4))

    footer = " ".join(texts(card.svg, "footer"))
    assert footer.count(SOURCE) == 4
    assert card.content_hash in footer


def test_the_print_is_the_sum_of_what_the_card_states(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    marks = sorted(line.marks, key=lambda mark: mark.state)
    facts = {
        "as_of": "2026-04-07",
        "ballots": {mark.state: mark.cast.value for mark in marks},
        "day": "2016-10-08",
        "endorsements": {mark.state: mark.support["act"].answer for mark in marks},
        "method": "1",
        "note": "",
        "outcome": "vetoed",
        "title": "Middle East",
        "vote": "S/2016/846",
    }

    canonical = json.dumps(facts, separators=(",", ":"), ensure_ascii=False).encode()

    assert card_of(line).content_hash == hashlib.sha256(canonical).hexdigest()[:12]


def test_the_print_changes_with_every_single_ballot(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    prints = {card_of(line).content_hash}

    for n, mark in enumerate(line.marks):
        marks = list(line.marks)
        marks[n] = replace(mark, cast=Cast.ABSENT)
        prints.add(card_of(with_marks(line, marks)).content_hash)

    assert len(prints) == 1 + len(line.marks)


def test_the_print_changes_with_the_method_and_with_the_day(record: Record) -> None:
    line = line_of(record, "S/2016/846")

    cards = [
        make_card(line, as_of=as_of, method=method, source=SOURCE)
        for as_of, method in (("2026-04-07", "1"), ("2026-04-08", "1"), ("2026-04-07", "2"))
    ]

    assert len({card.content_hash for card in cards}) == 3


def test_every_letter_of_a_state_name_is_in_every_bundled_font() -> None:
    with (FACTS / "state_names.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["language"] == "en"]
    needed = {ord(sign) for row in rows for sign in row["name"]}
    needed |= {ord(sign) for sign in "ü–…·’()?"}

    for face in FACES:
        missing = needed - set(TTFont(face.path).getBestCmap())
        assert not missing, f"{face.file} lacks {[chr(sign) for sign in missing]}"


def test_text_is_measured_as_the_font_says() -> None:
    for face in FACES:
        font = TTFont(face.path)
        advances, cmap = font["hmtx"], font.getBestCmap()
        for sign in "AZaz09üŁğ–… ":
            expected = advances[cmap[ord(sign)]][0] / font["head"].unitsPerEm
            assert width(sign, face, 1) == pytest.approx(expected)


def test_the_fonts_are_small_and_come_with_their_licence() -> None:
    assert sum(face.path.stat().st_size for face in FACES) < 400_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_signs_differ_by_shape_alone() -> None:
    signs = [ballot_mark(cast, False, 0, 0, 24) for cast in Cast]
    signs.append(ballot_mark(Cast.NO, True, 0, 0, 24))
    shapes = [re.sub(r'<text.*?</text>|class="[^"]*"', "", sign) for sign in signs]

    for one, other in combinations(shapes, 2):
        assert one != other


def test_signs_for_ballots_have_no_hue() -> None:
    signs = "".join(ballot_mark(cast, False, 0, 0, 24) for cast in Cast)

    for colour in re.findall(r"#([0-9a-f]{6})", signs):
        parts = bytes.fromhex(colour)
        assert max(parts) - min(parts) < 8


def test_endorsed_and_cannot_say_differ_by_shape_and_not_endorsed_has_no_sign() -> None:
    endorsed, unknown = (endorsement_mark(answer, 0, 0, 9) for answer in (True, None))

    assert endorsement_mark(False, 0, 0, 9) == ""
    assert "?" in unknown
    assert "<text" not in endorsed


def test_swapping_the_codes_of_two_elected_members_changes_only_labels(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    *rest, one, other = line.marks
    swapped = (*rest, replace(one, state=other.state), replace(other, state=one.state))

    before, after = card_of(line), card_of(with_marks(line, swapped))

    assert without_labels(before.svg) == without_labels(after.svg)
    assert before.content_hash != after.content_hash  # the two voted differently


def test_members_that_change_names_keep_their_signs_and_nothing_else_moves(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    *rest, one, other = line.marks
    swapped = (*rest, replace(one, name=other.name), replace(other, name=one.name))

    before, after = (seats(card_of(each)) for each in (line, with_marks(line, swapped)))

    assert before[one.name] == after[other.name]
    assert before[other.name] == after[one.name]
    assert {n: s for n, s in before.items() if n not in (one.name, other.name)} == {
        n: s for n, s in after.items() if n not in (one.name, other.name)
    }


def seats(card: Card) -> dict[str, list[str]]:
    # By name: the kinds of signs at the seat.
    root = ET.fromstring(card.svg)  # noqa: S314 (we made it)
    found = {}
    for seat in (g for g in root.iter(f"{SVG}g") if g.get("class") == "seat"):
        name = " ".join(text.text or "" for text in seat.findall(f"{SVG}text"))
        found[name] = [g.get("class", "") for g in seat.iter(f"{SVG}g") if g is not seat]
    return found


def test_each_member_has_one_seat_and_each_seat_the_sign_of_its_ballot(record: Record) -> None:
    line = line_of(record, "S/2016/1026")

    shown = seats(card_of(line))

    assert set(shown) == {mark.name for mark in line.marks}
    kinds = Counter(sign for signs in shown.values() for sign in signs if sign.startswith("mark"))
    assert kinds == {"mark yes": 11, "mark veto": 2, "mark no": 1, "mark abstain": 1}


def test_a_no_on_a_text_short_of_votes_is_not_drawn_as_a_veto(record: Record) -> None:
    card = card_of(line_of(record, "S/2016/847"))

    assert 'class="mark veto"' not in card.svg.partition('class="legend"')[0]
    assert "Short of votes: 4 in favour, 9 needed" in texts(card.svg, "outcome")
    assert "A no on a text short of votes is not a veto." in texts(card.svg, "outcome")


def test_a_text_without_ballots_says_so(record: Record) -> None:
    not_recorded = texts(card_of(line_of(record, "S/516")).svg)
    without_vote = texts(card_of(line_of(record, "S/RES/1999 (2011)")).svg)

    assert "The record does not have the members’ ballots." in not_recorded
    assert "Cannot say: ballots not on record" in not_recorded
    assert "Adopted without a vote" in without_vote


def test_no_name_the_record_has_ever_used_is_cut_off_on_a_card(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    names = {
        record.register[ballot.state].name_on(draft.day)
        for draft in record.drafts.values()
        for ballot in record.ballots(draft)
    }

    for name in sorted(names):
        marks = [replace(line.marks[0], name=name), *line.marks[1:]]
        assert name in seats(card_of(with_marks(line, marks)))


def test_no_line_of_text_leaves_the_card(record: Record) -> None:
    faces = {(f.family, str(f.weight)): f for f in FACES}

    for vote in VOTES:
        root = ET.fromstring(card_of(line_of(record, vote)).svg)  # noqa: S314
        for text in root.iter(f"{SVG}text"):
            face = faces[text.attrib["font-family"].split(",")[0], text.attrib["font-weight"]]
            long = width(text.text or "", face, float(text.attrib["font-size"]))
            start = float(text.attrib["x"])
            assert long <= 1089
            assert text.attrib["text-anchor"] != "start" or start + long <= 1145


def test_a_card_never_speaks_of_violation(record: Record) -> None:
    for vote in VOTES:
        card = card_of(line_of(record, vote))
        assert "violat" not in (card.svg + card.alt).casefold()


def test_a_text_too_long_is_cut_after_a_word_with_an_ellipsis() -> None:
    size, lines = fit("one two three four five six", PLAIN, 100, ((20, 1), (18, 2)))

    assert size == 18
    assert len(lines) == 2
    assert lines[-1].endswith(ELLIPSIS)
    assert all(width(line, PLAIN, 18) <= 100 for line in lines)
    assert lines[-1].removesuffix(ELLIPSIS).split()[-1] in {"four", "five"}


def test_a_word_wider_than_the_room_is_broken_and_loses_nothing() -> None:
    lines = wrap("Llanfairpwllgwyngyll", PLAIN, 20, 60)

    assert "".join(lines) == "Llanfairpwllgwyngyll"
    assert all(width(line, PLAIN, 20) <= 60 for line in lines)
    assert shorten(lines, len(lines), PLAIN, 20, 60) == lines


def test_permanent_members_sit_apart_from_elected_ones(record: Record) -> None:
    line = line_of(record, "S/2016/846")
    root = ET.fromstring(card_of(line).svg)  # noqa: S314 (we made it)

    blocks = [g for g in root.iter(f"{SVG}g") if g.get("class") == "block"]

    permanent = {text.text for text in blocks[0].iter(f"{SVG}text")}
    names = {mark.name for mark in line.marks if mark.seat is Seat.PERMANENT}
    assert {"China", "France", "United States"} <= permanent & names
    assert "Angola" not in permanent
