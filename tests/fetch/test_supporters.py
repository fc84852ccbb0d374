"""Lists of supporters, typed or pasted: every name becomes a sighting, or the list is refused."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from councilwatch.fetch.supporters.counted import Counted, contradiction
from councilwatch.fetch.supporters.reader import read
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError
from councilwatch.record.incoming import Incoming
from councilwatch.record.merge import merge, take
from councilwatch.record.record import Record
from councilwatch.record.tables import ENDORSEMENTS, ROLLS

FACTS = Path(__file__).parents[2] / "facts"
LIST_OF_2017 = Path(__file__).with_name("supporters_2017-05-15.txt")
"""The names as the list of 15 May 2017 prints them, broken lines and footnote marks too."""
HEAD = "code: act\nday: 2026-10-01\nsource: act-list-2017\n"
DAY = date(2026, 11, 24)


def taken(record: Record, folder: Path, text: str, whole: bool = True) -> Incoming:
    file = folder / "list.txt"
    file.write_text(text, encoding="utf-8")
    return read(file, record, whole=whole)


def states(incoming: Incoming) -> list[str]:
    return [row[1] for row in incoming[ENDORSEMENTS]]


def refused(record: Record, folder: Path, text: str) -> str:
    with pytest.raises(DataError) as error:
        taken(record, folder, text)
    return str(error.value)


def test_the_pasted_list_of_2017_says_what_the_record_does(record, tmp_path):
    head = "code: act\nday: 2017-05-15\nsource: act-list-2017\ncomplete: yes\n\n"
    incoming = taken(record, tmp_path, head + LIST_OF_2017.read_text("utf-8"))

    found = difference(record, incoming)

    assert found.is_empty
    assert [(table.table, table.unchanged) for table in found.tables] == [
        (ENDORSEMENTS, 112),
        (ROLLS, 1),
    ]


def test_a_name_becomes_a_sighting_of_the_day(record, tmp_path):
    incoming = taken(record, tmp_path, HEAD + "Brazil\n")

    note = "named on the list of supporters as of 1 October 2026"
    assert incoming == {
        ENDORSEMENTS: [
            ["act", "BRA", "2026-10-01", "supporter", "no", note, "", "act-list-2017", ""]
        ]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Democratic Republic of the\nCongo\nDenmark", "COD DNK"),
        ("The former Yugoslav Republic\nof Macedonia", "MKD"),
        ("Guinea\nGuinea-\nBissau\nHaiti", "GIN GNB HTI"),
        ("Saint Vincent\nand\nthe Grenadines", "VCT"),
        (
            "Italy**\nFrance *\nJapan †\nPeru¹\nOman[2]\nChad (3)\nMali4",
            "ITA FRA JPN PER OMN TCD MLI",
        ),
        (
            "• Albania\n- Andorra\n1. Austria\n2) Belgium\n(3) Chad\n17 Chile",
            "ALB AND AUT BEL TCD CHL",
        ),
        ("Côte d’Ivoire", "CIV"),
        ("Co\u0302te d'Ivoire", "CIV"),
        ("États-Unis d’Amérique\nAlemania\nBRAZIL\n\tIRL ", "USA DEU BRA IRL"),
        ("Niger\n\n\nNigeria", "NER NGA"),
    ],
)
def test_names_are_found_as_lists_print_them(record, tmp_path, text, expected):
    assert states(taken(record, tmp_path, HEAD + text)) == expected.split()


def test_a_line_with_a_bullet_of_its_own_is_no_rest_of_the_line_before(record, tmp_path):
    said = refused(record, tmp_path, HEAD + "- Democratic Republic of the\n- Congo\n")

    assert said.startswith("list.txt, row 4: No state is called 'Democratic Republic of the'")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Page 1 of 3", "No state is called 'Page 1 of 3' in the register."),
        ("112 Supporters", "No state is called 'Supporters' in the register."),
        ("112", "'112' is no name of a state; remove what is not on the list."),
        ("*", "'*' is no name of a state; remove what is not on the list."),
        ("and", "'and' is no name of a state; a code would stand in capitals."),
        ("Brasil e", "Nearest: BRA (Brazil)"),
        ("* in its capacity as observer", "No state is called 'in its capacity as observer'"),
        ("Andorra", "'Andorra' is AND, which stands already in row 4."),
    ],
)
def test_what_is_no_name_is_refused_and_not_skipped(record, tmp_path, line, reason):
    said = refused(record, tmp_path, f"{HEAD}Andorra\n{line}\nBelgium\n")

    assert said.startswith("list.txt, row 5: ")
    assert reason in said


def test_a_misspelt_name_is_told_with_the_nearest(record, tmp_path):
    said = refused(record, tmp_path, HEAD + "Liechtenstien\n")

    assert said == (
        "list.txt, row 4: No state is called 'Liechtenstien' in the register. "
        "Nearest: LIE (Liechtenstein)."
    )


def test_a_table_may_say_code_day_and_source_row_by_row(record, tmp_path):
    incoming = taken(
        record,
        tmp_path,
        "source: act-list-2017\n"
        "State,Code,Day,Source\n"
        "Brazil,act,2026-10-01,\n"
        "United Republic of Tanzania,france-mexico,2026-10-02,act-code\n",
    )

    assert [(*row[:3], row[-2]) for row in incoming[ENDORSEMENTS]] == [
        ("act", "BRA", "2026-10-01", "act-list-2017"),
        ("france-mexico", "TZA", "2026-10-02", "act-code"),
    ]


def test_a_table_of_states_takes_the_rest_from_the_first_lines(record, tmp_path):
    incoming = taken(record, tmp_path, HEAD + "state\nBRA\nIndia\n")

    assert states(incoming) == ["BRA", "IND"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Brazil\n", "row 1: no code is given: say 'code: ...' in one of the first lines."),
        (HEAD, "names no states; nothing would be imported."),
        ("", "is empty; nothing would be imported."),
        (HEAD + "state\n", "names no states; nothing would be imported."),
        (HEAD.replace("act\n", "acts\n") + "Chad", "row 1: 'acts' is no code of the record"),
        (HEAD.replace("2026-10-01", "1.10.2026") + "Chad", "row 2: day '1.10.2026' is not of"),
        (HEAD.replace("list-2017", "lists-2017") + "Chad", "Nearest: act-list-2017"),
        (HEAD + "complete: maybe\nChad", "row 4: complete is 'maybe', not yes or no."),
        (HEAD + "colour: red\nChad", "row 4: 'colour' is not known; the first lines may say"),
        (HEAD + "day: 2026-10-02\nChad", "row 4: 'day' is said twice."),
        (HEAD + "state,joined\nChad,2026", "row 4: column 'joined' is not known; a list may have"),
        (HEAD + "state,day\nChad\n", "row 5: has 1 cells, not 2."),
        (HEAD + 'state\n"Chad\n', "is not CSV"),
        (HEAD + "complete: yes\nstate,day\nChad,2026-10-02\nMali,", "is of 2 codes or days"),
    ],
)
def test_a_list_that_does_not_say_what_it_is_is_refused(record, tmp_path, text, reason):
    assert reason in refused(record, tmp_path, text)


def test_a_complete_list_gives_the_count_of_its_names(record, tmp_path):
    incoming = taken(record, tmp_path, HEAD + "complete: yes\nBrazil\nChad\nHoly See\n")

    assert incoming[ROLLS] == [
        ["act", "2026-10-01", "act", "2", "1", "3", "members-and-observers", "yes",
         "3 names on the list", "", "", "act-list-2017", ""]
    ]  # fmt: skip


def test_a_part_of_a_list_is_not_complete_whatever_it_says(record, tmp_path):
    incoming = taken(record, tmp_path, HEAD + "complete: yes\nBrazil\n", whole=False)

    assert list(incoming) == [ENDORSEMENTS]


def test_a_supporter_of_the_day_that_a_complete_list_leaves_out_is_a_difference(record, tmp_path):
    names = LIST_OF_2017.read_text("utf-8").replace("Yemen\n", "Brazil\n")
    head = "code: act\nday: 2017-05-15\nsource: act-list-2017\ncomplete: yes\n"

    endorsements, rolls = difference(record, taken(record, tmp_path, head + names)).tables

    [cell, _note] = [cell for change in endorsements.changed for cell in change.cells()]
    assert cell.key == ("act", "YEM", "2017-05-15")
    assert (cell.ours, cell.theirs) == ("supporter", "not a supporter")
    assert [row[1] for row in endorsements.added] == ["BRA"]
    assert rolls.unchanged == 1


def test_a_complete_list_of_a_new_day_is_taken_in_and_answers_for_it(tmp_path):
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    file = tmp_path / "list.txt"
    file.write_text(HEAD + "complete: yes\nBrazil\nHoly See\n", encoding="utf-8")

    result = take(folder, lambda record: read(file, record, whole=True), DAY)

    record = Record(folder)
    assert result.added == {"endorsements": 2, "rolls": 1}
    assert record.support("act", "BRA", date(2026, 10, 1)).answer is True
    assert record.support("act", "IND", date(2026, 10, 1)).answer is False


def test_taking_a_list_in_twice_changes_nothing_the_second_time(tmp_path):
    folder = tmp_path / "facts"
    shutil.copytree(FACTS, folder)
    file = tmp_path / "list.txt"
    file.write_text(HEAD + "complete: yes\nBrazil\nHoly See\n", encoding="utf-8")
    take(folder, lambda record: read(file, record, whole=True), DAY)

    again = merge(folder, read(file, Record(folder), whole=True), DAY)

    assert again.changes == 0
    assert again.difference.is_empty


OF_2017 = "code: act\nday: 2017-05-15\nsource: act-list-2017\n"


def test_a_list_said_to_be_complete_that_is_not_as_long_as_the_printed_count_is_refused(
    record, tmp_path
):
    said = refused(record, tmp_path, OF_2017 + "complete: yes\nAlbania\nDenmark\n")

    assert said == (
        "list.txt: the list is said to be complete but has 2 names where 112 (act-list-2017) were "
        "counted on 2017-05-15; an excerpt is taken in with 'complete: no'."
    )


@pytest.mark.parametrize(("complete", "whole"), [("no", True), ("yes", False)])
def test_an_excerpt_is_no_contradiction(record, tmp_path, complete, whole):
    text = f"{OF_2017}complete: {complete}\nAlbania\nDenmark\n"

    assert difference(record, taken(record, tmp_path, text, whole=whole)).is_empty


def test_where_the_counts_of_a_day_differ_a_list_need_agree_with_one_only():
    rolls = [
        ["act", "2015-10-23", who, members, observers, total, rule, "no", "counted", ""]
        for who, members, observers, total, rule in (
            ("a", "", "", "102", "not-said"),
            ("b", "104", "", "104", "members"),
            ("c", "103", "1", "104", "members-and-observers"),
        )
    ]

    def told(names: int, observers: int, day: str = "2015-10-23") -> str:
        return contradiction(Counted(names, observers), rolls, "act", day)

    assert told(102, 0) == told(103, 1) == told(104, 1) == told(105, 1) == ""
    assert told(90, 0, "2016-01-01") == ""
    assert "has 110 names where" in told(110, 2)


def test_the_count_an_earlier_list_gave_is_no_printed_one_and_may_be_put_right(tmp_path):
    folder = Path(shutil.copytree(FACTS, tmp_path / "facts"))
    file = tmp_path / "list.txt"
    file.write_text(HEAD + "complete: yes\nBrazil\nHoly See\n", encoding="utf-8")
    take(folder, lambda record: read(file, record, whole=True), DAY)
    file.write_text(HEAD + "complete: yes\nBrazil\nHoly See\nChad\n", encoding="utf-8")

    later = take(folder, lambda record: read(file, record, whole=True), date(2026, 11, 25))

    assert (later.added["endorsements"], later.superseded["rolls"]) == (1, 1)


def test_a_table_in_another_separator_or_with_blank_lines_below_is_told_or_read(record, tmp_path):
    assert "row 4: is separated by semicolons, not commas." in refused(
        record, tmp_path, HEAD + "state;code\nChad;act\n"
    )
    assert states(taken(record, tmp_path, HEAD + "state,code\nChad,act\n\n  \n")) == ["TCD"]
