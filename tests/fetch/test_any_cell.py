"""Whatever one cell of a source holds, the file is read, or refused with file and reason."""

import csv
import random
from pathlib import Path

import pytest

from councilwatch.fetch.catalogue import origin
from councilwatch.fetch.un_library_votes.source_file import COLUMNS
from councilwatch.record.fault import DataError
from councilwatch.record.record import Record

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
FILES = {
    "sciences-po": "sciencespo_unsc_votes_1946_2025_CCBY.csv",
    "un-library-outcomes": "dhl_meeting_outcomes_1946_2022.csv",
    "un-library-vetoes": "dhl_veto_list_1946_2022.csv",
    "m49": "country_codes_m49_PDDL.csv",
    "affiliations": "affiliations_factbook_2026_CC0.csv",
    "ucdp": "ucdp_country_year_25_1_CCBY.csv",
}
MADE = {
    "un-library-votes": (
        ",".join(COLUMNS),
        "1,AGO,ANGOLA,False,Y,2016-12-19,S/RES/2328(2016),,,A text,,,,1,0,0,0,1,Vote,",
    ),
    "dppa-vetoes": (
        "id,date,draft_res#,record,china,france,russia,uk,usa,last_update,no_of_pms",
        "1,2016-12-05,S/2016/1026,7825,1,,1,,,2026-01-05,2",
    ),
    "supporters": ("state,code,day,source", "Chad,act,2017-05-15,act-list-2017"),
}
"""Sources of which no file is kept: a head and a row of each."""
NASTY = (
    "", " ", "0", "-1", "1.5", "१२३", "²", "１６", '16"77', "9" * 5000, "1e3", "NaN", "2016-02-30",
    "20161219", "2016-W51-1", "2016-13-01", "9999-12-31", "0000-01-01", "31 February", "S/RES/",
    "S/RES/0 (0)", "S/" + "9" * 400, "(", ")", "((a)", ";", "\n", "\u202e", "\ud7ff", "{}", "%s",
)  # fmt: skip


def rows_of(name: str, chance: random.Random) -> list[list[str]]:
    """The head of a source and a few of its rows."""
    if name in MADE:
        return list(csv.reader(MADE[name]))
    path = SOURCES / FILES[name]
    if not path.exists():
        pytest.skip("shared/sources is not beside the project")
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    return [head, *chance.sample(rows, 3)]


@pytest.mark.parametrize("name", [*FILES, *MADE])
def test_a_cell_of_any_kind_is_read_or_refused(name, record: Record, tmp_path):
    chance = random.Random(1946)  # noqa: S311 - the same cells at every run
    read, file = origin(name).reader(), tmp_path / "any.csv"
    refused = 0
    head, *rows = rows_of(name, chance)
    for column in chance.sample(range(len(head)), min(len(head), 20)):
        for value in NASTY:
            changed = [list(row) for row in rows]
            changed[0][column] = value
            with file.open("w", encoding="utf-8", newline="") as written:
                csv.writer(written).writerows([head, *changed])

            try:
                read(file, record, whole=chance.random() < 0.2)
            except DataError as error:
                told = [str(fault) for fault in error.faults]
                refused += all(sentence.startswith("any.csv") for sentence in told)

    assert refused > len(NASTY)
