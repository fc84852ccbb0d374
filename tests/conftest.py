"""What several tests share: the repository's record, and small records written by hand."""

import csv
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from councilwatch.record.record import Record
from councilwatch.record.schema import PACKAGE_FILE
from councilwatch.record.tables import SOURCE_COLUMNS, SOURCES_FILE, TABLES, Table

settings.register_profile("house", deadline=None)  # a busy machine fails no test
settings.load_profile("house")

FACTS = Path(__file__).parents[1] / "facts"

Row = Mapping[str, str]


@pytest.fixture(scope="session")
def record() -> Record:
    """The repository's own record, as known at the end."""
    return Record(FACTS)


@pytest.fixture(scope="session")
def record_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Record]:
    """Writes a small record, one keyword per table; what a row leaves out is an empty cell."""

    def write(**rows: Iterable[Row]) -> Record:
        folder = tmp_path_factory.mktemp("facts")
        (folder / SOURCES_FILE).write_text(",".join(SOURCE_COLUMNS) + "\n", encoding="utf-8")
        shutil.copy(FACTS / PACKAGE_FILE, folder)
        for table in TABLES:
            _write(table, folder, rows.pop(table.name, ()))
        assert not rows, f"no such tables: {', '.join(rows)}"
        return Record(folder)

    return write


def _write(table: Table, folder: Path, rows: Iterable[Row]) -> None:
    with table.path(folder).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({"known_on": "1946-01-01", "source": "by-hand", **row} for row in rows)


# -- one text put to the vote in October 2016, told as a story ------------------------------------

SEATED = {
    "permanent": "CHN FRA GBR RUS USA",
    "elected": "AGO EGY ESP JPN MYS NZL SEN UKR URY VEN",
}
"""The fifteen members of October 2016."""

VOICES = {
    "yes": ("yes",),
    "no": ("no",),
    "contested": ("contested",),
    "assessors differ": ("yes", "no"),
    "unassessed": (),
}
"""What the assessors of a story answer, one after the other."""

SIGHTINGS = {
    "had endorsed": [("2016-01-01", "supporter", "no")],
    "joined that day": [("2016-10-08", "supporter", "yes")],
    "joined the day after": [("2016-10-09", "supporter", "yes")],
    "had not endorsed": [("2016-12-01", "not a supporter", "no")],
    "had left": [("2016-01-01", "supporter", "no"), ("2016-10-08", "not a supporter", "yes")],
    "not on record": [],
}
"""What sources show of the state of a story; the codes were opened in July 2015."""


@pytest.fixture(scope="session")
def told(record_of: Callable[..., Record]) -> Callable[[Mapping[str, Any], str], Record]:
    """Writes the record of a story about one code: one text, S/2016/1, and one state's ballot."""

    def tell(story: Mapping[str, Any], code: str) -> Record:
        vote = {"vote": "S/2016/1"}
        manner = {"decided_by": "vote", "procedural": "yes" if story.get("procedural") else ""}
        seen = SIGHTINGS[story["standing"]]
        return record_of(
            drafts=[{**vote, "symbol": "S/2016/1", "day": "2016-10-08", **manner}],
            ballots=[{**vote, "state": s, "cast": c} for s, c in sorted(_casts(story).items())],
            seats=[
                {"state": state, "start": "2016-01-01", "end": "2017-01-01", "seat": seat}
                for seat, states in SEATED.items()
                for state in states.split()
            ],
            rolls=[
                {"initiative": code, "day": "2015-07-01", "complete": "yes", "wording": "opened"}
            ],
            endorsements=[
                {"code": code, "state": story["state"], "day": d, "standing": s, "exact": e}
                for d, s, e in seen
            ],
            assessments=[
                {**vote, "question": q, "assessor": who, "answer": a, "day": "2016-10-09"}
                for q in ("crimes", "credible")
                for who, a in zip(("one", "other"), VOICES[story.get(q, "yes")], strict=False)
            ],
            assessors=[{"id": "one", "name": "One"}, {"id": "other", "name": "Another"}],
        )

    return tell


def _casts(story: Mapping[str, Any]) -> dict[str, str]:
    """The story's ballot, those it names of others, then as many yes votes as it says."""
    named = {**story.get("others", {}), story["state"]: story["cast"]}
    rest = [s for states in SEATED.values() for s in states.split() if s not in named]
    still = story.get("in_favour", 15) - list(named.values()).count("yes")
    return named | {s: "yes" if n < still else "abstain" for n, s in enumerate(rest)}
