"""A release: the same record gives the same bytes, whole or not at all, and it proves itself."""

import csv
import filecmp
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from councilwatch.cli.app import run
from councilwatch.press import placing
from councilwatch.press.export.derived import OUTCOMES
from councilwatch.press.placing import FolderExists
from councilwatch.press.release import (
    FINDING_COLUMNS,
    make_release,
    write_release,
)
from councilwatch.record.manifest import MANIFEST, release_print, verify
from councilwatch.record.record import Record
from councilwatch.record.tables import SOURCES_FILE, TABLES

FACTS = Path(__file__).parents[2] / "facts"
STORY = {"standing": "had endorsed", "state": "ESP", "cast": "no"}


@pytest.fixture(scope="session")
def release(tmp_path_factory) -> Path:
    """A release of the record, made once from a copy of the record that is then deleted."""
    place = tmp_path_factory.mktemp("release")
    shutil.copytree(FACTS, place / "facts")
    write_release(Record(place / "facts"), place / "release")
    shutil.rmtree(place / "facts")
    return place / "release"


@pytest.fixture
def copy(release, tmp_path) -> Path:
    """A copy of the release that a test may alter."""
    return Path(shutil.copytree(release, tmp_path / "copy"))


@pytest.fixture
def small(told) -> Record:
    """A record with one vote: what it freezes is small."""
    return told(STORY, "act")


def files_below(folder: Path) -> list[str]:
    """The files of a folder and of those in it, by name."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def rows_in(path: Path) -> list[dict[str, str]]:
    """The rows of a file by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def replace_once(path: Path, old: str, new: str) -> int:
    """Changes one place of a file, or takes it away; returns its row."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    return text[: text.index(old)].count("\n") + 1


# -- the same bytes -------------------------------------------------------------------------------


def test_the_same_record_gives_the_same_bytes_on_another_day_in_another_process(release, tmp_path):
    again = tmp_path / "again"
    # Sets of words come in another order under another seed; nothing published may depend on it.
    env = {**os.environ, "PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}

    command = [sys.executable, "-m", "councilwatch", "release", str(again), "--record", str(FACTS)]
    subprocess.run(command, env=env, check=True, capture_output=True)

    names = files_below(release)
    assert names == files_below(again)
    assert filecmp.cmpfiles(release, again, names, shallow=False) == (names, [], [])
    assert release_print(release) == release_print(again)


def test_a_record_that_says_something_else_gives_another_print(told):
    one = make_release(told(STORY, "act"))
    other = make_release(told({**STORY, "cast": "abstain"}, "act"))

    assert one[MANIFEST] != other[MANIFEST]


def test_no_file_of_a_release_says_where_it_was_made(release):
    place = str(release.parent).encode()

    assert [name for name in files_below(release) if place in (release / name).read_bytes()] == []


# -- what is in it --------------------------------------------------------------------------------


def test_every_table_is_frozen_as_it_stands(release):
    for name in [*(table.file for table in TABLES), SOURCES_FILE]:
        assert (release / name).read_bytes() == (FACTS / name).read_bytes()


def test_every_vote_has_its_outcome(release, record):
    outcomes = rows_in(release / "outcomes.csv")

    assert [row["vote"] for row in outcomes] == list(record.drafts)
    assert tuple(outcomes[0]) == OUTCOMES.columns
    vetoed = [r for r in outcomes if r["outcome"] == "vetoed" and r["day"] >= "2015-10-23"]
    assert Counter(r["vetoed_by"] for r in vetoed) == {"CHN RUS": 11, "RUS": 18, "USA": 11}


def test_every_ballot_of_a_vote_with_findings_has_one_verdict_in_every_row(release):
    cast: dict[str, set[str]] = {}
    for row in rows_in(release / "ballots.csv"):
        cast.setdefault(row["vote"], set()).add(row["state"])

    for row in rows_in(release / "findings.csv"):
        states = [s for verdict in FINDING_COLUMNS[5:] for s in row[verdict].split()]
        assert len(states) == len(set(states))
        assert set(states) == cast[row["vote"]]


def test_the_manifest_says_what_is_counted_and_by_which_method(release):
    manifest = json.loads((release / MANIFEST).read_bytes())

    assert manifest["counting_unit"] == "one text, or part of a text, put to the vote"
    assert manifest["method"]
    assert manifest["as_of"] == max(row["day"] for row in rows_in(release / "drafts.csv"))


# -- it proves itself -----------------------------------------------------------------------------


def test_an_untouched_release_is_verified_though_its_record_is_gone(release):
    assert not (release.parent / "facts").exists()

    assert verify(release) == []


def test_it_is_verified_with_nothing_but_its_folder(copy, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNCILWATCH_RECORD", str(tmp_path / "nowhere"))

    assert run(["verify", str(copy)]) == 0
    assert "Verified: nothing altered, missing or added." in capsys.readouterr().out


def test_altered_removed_and_added_rows_are_each_named(copy):
    altered = replace_once(copy / "ballots.csv", "S/2016/846,AGO,abstain,", "S/2016/846,AGO,no,")
    removed = replace_once(copy / "outcomes.csv", "S/516,", "")
    sources = (copy / SOURCES_FILE).read_bytes()
    added = sources.count(b"\n") + 1
    (copy / SOURCES_FILE).write_bytes(sources + b"hearsay,Somebody said,,,,,\n")

    faults = verify(copy)

    assert [(f.file, f.row) for f in faults] == [
        ("ballots.csv", altered),
        ("outcomes.csv", removed),
        (SOURCES_FILE, added),
    ]
    assert "the row was altered: S/2016/846/AGO/" in faults[0].reason
    assert "the row was added: hearsay/Somebody said" in faults[2].reason


def test_a_removed_row_is_named_by_its_key(copy):
    row = replace_once(
        copy / "seats.csv", "AGO,2015-01-01,2017-01-01,elected,,2015-01-01,unsc-api,\n", ""
    )

    (fault,) = verify(copy)

    assert (fault.file, fault.row) == ("seats.csv", row)
    assert "the row is missing: AGO/2015-01-01/2017-01-01" in fault.reason


def test_a_missing_and_an_added_file_are_each_named(copy):
    (copy / "seats.csv").rename(copy / "chairs.csv")

    told = {(fault.file, fault.reason) for fault in verify(copy)}

    assert told == {("seats.csv", "the file is missing."), ("chairs.csv", "the file was added.")}


def test_an_altered_manifest_is_named_when_the_print_is_known(copy, release, capsys):
    replace_once(copy / MANIFEST, '"method": "1"', '"method": "0"')

    unknown = run(["verify", str(copy)])
    capsys.readouterr()
    known = run(["verify", str(copy), "--expect", release_print(release)])

    assert (unknown, known) == (0, 1)
    assert capsys.readouterr().out.startswith(f"{MANIFEST}: sha256 is ")


# -- whole, or not at all -------------------------------------------------------------------------


def test_a_release_never_overwrites_a_folder_that_holds_something(small, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")

    with pytest.raises(FolderExists, match="never written over another"):
        write_release(small, tmp_path / "out")

    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_release_never_overwrites_a_file(small, tmp_path):
    (tmp_path / "out").write_text("mine")

    with pytest.raises(FolderExists):
        write_release(small, tmp_path / "out")

    assert (tmp_path / "out").read_text() == "mine"


def test_a_release_may_fill_an_empty_folder_or_one_that_is_not_there(small, tmp_path):
    (tmp_path / "empty").mkdir()

    write_release(small, tmp_path / "empty")
    write_release(small, tmp_path / "new" / "below")

    assert verify(tmp_path / "new" / "below") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "new"]


@pytest.mark.parametrize("blow", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("out", ["release", "folder/that/was/not/there"])
def test_a_release_broken_off_leaves_nothing_behind(small, tmp_path, monkeypatch, blow, out):
    written = []

    def until_the_third(path, content):
        written.append(path)
        if len(written) == 3:
            raise blow
        path.write_bytes(content)

    # The only way to fill a disk at the right moment; the disk is no part of the domain.
    monkeypatch.setattr(placing, "write_durably", until_the_third)

    with pytest.raises(type(blow)):
        write_release(small, tmp_path / out)

    assert len(written) == 3
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_cannot_be_read_leaves_nothing_behind(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_release(Record(tmp_path / "nowhere"), tmp_path / "release")

    assert list(tmp_path.iterdir()) == []


def test_a_release_can_be_read_by_everybody(release):
    assert release.stat().st_mode & 0o755 == 0o755
    assert all((release / name).stat().st_mode & 0o444 == 0o444 for name in files_below(release))


def test_a_release_of_an_early_day_holds_nothing_known_later(record, tmp_path):
    early = Record(record.folder, known_on=date(1950, 1, 1))

    write_release(early, tmp_path / "release")

    manifest = json.loads((tmp_path / "release" / MANIFEST).read_text("utf-8"))
    known = {
        table.name: [row["known_on"] for row in rows_in(tmp_path / "release" / table.file)]
        for table in TABLES
    }
    assert manifest["as_known"] == "1950-01-01"
    assert max(day for days in known.values() for day in days) <= "1950-01-01"
    assert len(known["drafts"]) > 100
    assert known["endorsements"] == []
    assert not (tmp_path / "release" / "codes").exists()  # nobody had written one
    assert verify(tmp_path / "release") == []
