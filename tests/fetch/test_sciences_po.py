"""The source's file: what is corrected, what is refused, and that a crash leaves one record."""

import contextlib
import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from councilwatch.fetch.sciences_po.corrections import read_corrections
from councilwatch.fetch.sciences_po.reader import read
from councilwatch.record.checks import check
from councilwatch.record.commit import LIST, PENDING, commit, recover, written_alone
from councilwatch.record.difference import difference
from councilwatch.record.fault import DataError
from councilwatch.record.history import KNOWN_ON
from councilwatch.record.merge import Merge, take
from councilwatch.record.record import Record
from councilwatch.record.tables import BALLOTS, DRAFTS

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "facts"
SOURCE = ROOT.parent / "shared" / "sources" / "sciencespo_unsc_votes_1946_2025_CCBY.csv"
DAY = date(2026, 11, 23)
IMPORT = ("import", "sciences-po", "--accept", "all")
Row = dict[str, str]


def source_row(number: str = "9001", **cells: str) -> Row:
    """A vote of 2025 as the source writes it, everybody in favour."""
    known = read_corrections()
    members_2025 = (
        "CHINA", "FRANCE", "RUSSIAN FEDERATION/USSR", "UNITED KINGDOM", "UNITED STATES", "ALGERIA",
        "DENMARK", "GREECE", "GUYANA", "PAKISTAN", "PANAMA", "KOREA", "SIERRA LEONE", "SLOVENIA",
        "SOMALIA",
    )  # fmt: skip
    row = {
        "Vote in the DB": number,
        "UN classification": "S/2025/9001",
        "Vote outcome": "adopted",
        "Vote outcome typology-Observable": "adopted (unanimity)",
        "Resolution number": "-",
        "Date": "2025-12-30",
        "Official full title": "A text for the test",
        "Title-Observable": "A text for the test",
        "Yes": "15",
        "No": "0",
        "Abstentions": "0",
        "Non-Voting": "0",
        "Total": "15",
        "(of which veto)": "0",
        **dict.fromkeys(known.columns, ""),
        **dict.fromkeys(members_2025, "Y"),
    }
    return row | cells


def write_source(path: Path, *rows: Row) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def take_file(folder: Path, file: Path, day: date) -> Merge:
    """Takes a part of the collection in."""
    return take(folder, lambda record: read(file, record, whole=False), day)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FACTS, tmp_path / "record"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "councilwatch", *arguments]
    return subprocess.run(call, capture_output=True, text=True, check=False)


def test_a_new_vote_is_added_and_the_rest_of_the_record_stays_as_it_is(
    folder: Path, tmp_path: Path
) -> None:
    file = write_source(tmp_path / "new.csv", source_row())
    before = contents(folder)

    merge = take_file(folder, file, DAY)

    assert merge.added == {"drafts": 1, "ballots": 15}
    assert merge.superseded == {"drafts": 0, "ballots": 0}
    for name in ("drafts.csv", "ballots.csv"):
        assert set(before[name].splitlines()) < set(contents(folder)[name].splitlines())
    assert check(folder) == []


def test_a_vote_the_source_now_tells_otherwise_supersedes_the_old_one(
    folder: Path, tmp_path: Path
) -> None:
    take_file(folder, write_source(tmp_path / "a.csv", source_row()), DAY)
    changed = source_row(CHINA="A", Yes="14", Abstentions="1")

    merge = take_file(folder, write_source(tmp_path / "b.csv", changed), date(2026, 12, 1))

    assert merge.superseded == {"drafts": 1, "ballots": 1}
    assert "S/2025/9001,CHN,yes,2025-12-30" in (folder / "ballots.csv").read_text()
    assert (
        "S/2025/9001,CHN,abstain,2026-12-01,sciences-po-2026,2025-12-30"
        in (folder / "ballots.csv").read_text()
    )


def test_taking_the_same_file_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    file = write_source(tmp_path / "new.csv", source_row())
    take_file(folder, file, DAY)
    before = contents(folder)

    merge = take_file(folder, file, DAY)

    assert merge.changes == 0
    assert contents(folder) == before


def edited(edit: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        write_source(path, source_row())
        path.write_bytes(edit(path.read_bytes()))

    return write


def rows(*made: Row) -> Callable[[Path], None]:
    return lambda path: write_source(path, *made) and None


HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a wrong encoding": (
        edited(lambda text: text.replace(b"A text", "Résumé".encode("latin-1"))),
        "is not UTF-8",
    ),
    "a missing column": (
        edited(lambda text: text.replace(b"Vote outcome,", b"Something else,", 1)),
        "column 'Vote outcome' is missing",
    ),
    "a row that stands twice": (rows(source_row(), source_row()), "stands more than once"),
    "a sixteenth ballot": (rows(source_row(JAPAN="Y", Yes="16", Total="16")), "16 ballots"),
    "a no from a non-member": (
        rows(source_row(JAPAN="N", SOMALIA="", Yes="14", No="1")),
        "JPN cast 'no' but was not a member on 2025-12-30",
    ),
    "a NUL byte": (edited(lambda text: text.replace(b"A text", b"A\0text", 1)), "NUL byte"),
    "an unknown outcome word": (
        rows(source_row(**{"Vote outcome": "accepted"})),
        "outcome 'accepted' is not known",
    ),
    "an unknown ballot word": (rows(source_row(CHINA="yes")), "'yes' of CHINA is not one of"),
    "a tally that does not add up": (rows(source_row(Yes="14")), "the source has 14-0-0-0"),
    "an outcome the ballots contradict": (
        rows(source_row(**{"RUSSIAN FEDERATION/USSR": "N", "Yes": "14", "No": "1"})),
        "comes out as 'vetoed'",
    ),
    "a symbol that is none": (
        rows(source_row(**{"UN classification": "the famous text"})),
        "row 2",
    ),
    "a day that is none": (rows(source_row(Date="30/12/2025")), "not of the form YYYY-MM-DD"),
    "no rows at all": (edited(lambda text: text.split(b"\r\n")[0] + b"\r\n"), "has no rows"),
    "a row cut short": (edited(lambda text: text.rstrip()[:-40] + b"\r\n"), "cells"),
    "a column nobody knows": (
        edited(lambda text: text.replace(b"SOMALIA", b"ATLANTIS", 1)),
        "column 'ATLANTIS' is not known",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence_and_the_record_is_untouched(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    make, sentence = HOSTILE[kind]
    file = tmp_path / "hostile.csv"
    make(file)
    before = contents(folder)

    result = command(*IMPORT, str(file), "--part", "--record", str(folder))

    assert result.returncode == 3, result.stderr
    assert result.stderr.startswith("councilwatch: failed: ")
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert "row" in result.stderr or "hostile.csv" in result.stderr
    assert contents(folder) == before


def test_a_whole_file_must_have_the_declared_number_of_rows_and_days(tmp_path: Path) -> None:
    file = write_source(tmp_path / "new.csv", source_row())

    with pytest.raises(DataError) as refused:
        read(file)

    assert "rows: 1 found, 3203 expected" in str(refused.value)


def killed_imports(folder: Path, file: Path) -> Iterator[None]:
    """Imports killed after ever longer times, from before the first write to after the last."""
    for step in range(60):
        call = [sys.executable, "-m", "councilwatch", *IMPORT, str(file)]
        run = subprocess.Popen(
            [*call, "--part", "--record", str(folder)], stdout=subprocess.DEVNULL
        )
        time.sleep(0.05 * step)
        ended = run.poll() is not None
        run.send_signal(signal.SIGKILL)
        run.wait()
        yield
        if ended:
            return


def test_an_import_killed_at_any_moment_leaves_the_old_record_or_the_new_one(
    folder: Path, tmp_path: Path
) -> None:
    file = write_source(tmp_path / "new.csv", source_row())
    old = contents(folder)
    whole = Path(shutil.copytree(folder, tmp_path / "whole"))
    take_file(whole, file, DAY)
    new = contents(whole)

    seen = set()
    for _ in killed_imports(folder, file):
        read = command("vote", "S/2025/9001", "--record", str(folder))  # moves nothing
        recover(folder)
        now = contents(folder)
        assert (read.returncode == 0) is (now == new)
        assert now in (old, new)
        seen.add(now == new)

    assert seen == {False, True}


@pytest.mark.parametrize("after", range(8))
def test_a_commit_broken_off_after_any_step_is_whole(
    after: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every step that changes the disk is made to fail in turn."""
    new = {"drafts.csv": b"new drafts\n", "ballots.csv": b"new ballots\n"}
    old = {name: (folder / name).read_bytes() for name in new}
    steps = iter(range(after))

    def step(real: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object) -> object:
            if next(steps, None) is None:
                raise KeyboardInterrupt
            return real(*args)

        return run

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", step(os.fsync))
        broken.setattr(Path, "replace", step(Path.replace))
        with contextlib.suppress(KeyboardInterrupt):
            commit(folder, new)

    recover(folder)
    now = {name: (folder / name).read_bytes() for name in new}
    assert now in (old, new)


def test_a_reader_of_a_commit_broken_off_reads_the_new_files_and_moves_none(folder: Path) -> None:
    old = (folder / "assessors.csv").read_bytes()
    new = old.replace(b"Organisers", b"Those who prepared")
    pending = folder / PENDING
    pending.mkdir()
    (pending / "assessors.csv").write_bytes(new)
    (pending / LIST).write_text("assessors.csv")

    name = Record(folder).assessors["act-workshop-2017"].name

    assert name.startswith("Those who prepared")
    assert (folder / "assessors.csv").read_bytes() == old


def test_what_is_on_its_way_in_but_not_committed_is_not_read(folder: Path) -> None:
    pending = folder / PENDING
    pending.mkdir()
    (pending / "assessors.csv").write_bytes(b"half a fi")

    assert len(Record(folder).assessors) == 2


def test_two_imports_at_once_lose_nothing(folder: Path, tmp_path: Path) -> None:
    files = [
        write_source(tmp_path / f"{n}.csv", source_row(**{"UN classification": f"S/2025/{n}"}))
        for n in (9001, 9002)
    ]
    call = [sys.executable, "-m", "councilwatch", *IMPORT]
    runs = [subprocess.Popen([*call, str(f), "--part", "--record", str(folder)]) for f in files]

    codes = [run.wait() for run in runs]

    assert codes == [0, 0]
    assert {"S/2025/9001", "S/2025/9002"} <= set(Record(folder).drafts)


def test_a_reader_waits_until_a_writer_is_done(folder: Path) -> None:
    ask = [sys.executable, "-m", "councilwatch", "bound", "FRA", "--on", "2016-01-01"]

    with written_alone(folder):
        reader = subprocess.Popen([*ask, "--record", str(folder)], stdout=subprocess.DEVNULL)
        with pytest.raises(subprocess.TimeoutExpired):
            reader.wait(timeout=1)

    assert reader.wait(timeout=30) == 0


def test_a_second_change_on_one_day_is_refused_with_what_to_do(
    folder: Path, tmp_path: Path
) -> None:
    day = date(2026, 12, 1)
    for name, row in (("a", source_row()), ("b", source_row(CHINA="A", Yes="14", Abstentions="1"))):
        take_file(folder, write_source(tmp_path / name, row), day)
    before = contents(folder)

    with pytest.raises(DataError) as refused:
        take_file(folder, write_source(tmp_path / "c", source_row()), day)

    told = str(refused.value)
    assert "known from 2026-12-01, and a row changes once a day" in told
    assert "another change can be known from 2026-12-02 on" in told
    assert "put drafts.csv back as it was" in told
    assert "--known-on" not in told
    assert contents(folder) == before


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_a_vote_that_is_gone_from_the_whole_source_is_told_as_only_ours(tmp_path: Path) -> None:
    record = Record(FACTS)
    other = tmp_path / "other.csv"
    text = SOURCE.read_text("utf-8-sig")
    assert text.count("S/2016/846,") == 1
    other.write_text(text.replace("S/2016/846,", "S/2016/9846,"), "utf-8", newline="")

    drafts, ballots = difference(record, read(other, record)).tables

    assert [row[0] for row in drafts.added] == ["S/2016/9846"]
    assert [row[0] for row in drafts.missing] == ["S/2016/846"]
    assert {row[0] for row in ballots.missing} == {"S/2016/846"}


@pytest.mark.parametrize("number", ['16"77', "", "-1", "12.0", "१२", "9" * 5000])
def test_a_vote_number_that_is_none_is_refused_by_its_row(tmp_path: Path, number: str) -> None:
    file = write_source(tmp_path / "new.csv", source_row(number))

    with pytest.raises(DataError) as refused:
        read(file, whole=False)

    assert str(refused.value) == f"new.csv, row 2: vote number '{number}' is no number."


def test_a_sentence_about_a_source_that_changed_is_no_code(tmp_path: Path) -> None:
    file = write_source(tmp_path / "new.csv", source_row("678"))

    with pytest.raises(DataError) as refused:
        read(file, whole=True)

    told = str(refused.value)
    assert "of vote 678 UN classification is 'S/2025/9001', where a correction expects" in told
    assert "outcomes: 1 adopted found, 2810 adopted, 270 vetoed, 123 lack of maj. expected." in told
    assert "{" not in told


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_source_over_the_record_is_unchanged() -> None:
    record = Record(FACTS)
    incoming = read(SOURCE, record)

    found = difference(record, incoming)

    assert incoming.put_right > 100
    assert found.is_empty
    assert [table.unchanged for table in found.tables] == [3201, 45_753]


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_record_is_what_the_source_gives_with_its_corrections() -> None:
    votes = read(SOURCE)
    known = {row[0] for row in votes[DRAFTS]}
    record = Record(FACTS)

    for table in (DRAFTS, BALLOTS):
        ours = [list(row)[:KNOWN_ON] for row in record.rows(table) if row[0] in known]
        assert sorted(ours) == sorted(row[:KNOWN_ON] for row in votes[table])


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
@pytest.mark.parametrize(
    ("number", "column", "value"),
    [("3099", "Vote outcome", "adopted"), ("360", "Vote outcome", "vetoed"), ("1868", "Yes", "9")],
)
def test_a_correction_the_source_no_longer_needs_stops_the_import(
    number: str, column: str, value: str, tmp_path: Path
) -> None:
    with SOURCE.open(encoding="utf-8-sig", newline="") as file:
        rows_ = list(csv.DictReader(file))
    for row in rows_:
        if row["Vote in the DB"] == number:
            row[column] = value

    with pytest.raises(DataError) as refused:
        read(write_source(tmp_path / "fixed.csv", *rows_))

    assert "obsolete" in str(refused.value)


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_a_column_the_source_has_put_right_stops_the_import(tmp_path: Path) -> None:
    with SOURCE.open(encoding="utf-8-sig", newline="") as file:
        rows_ = list(csv.DictReader(file))
    for row in rows_:
        if "2011-01-01" <= row["Date"] < "2013-01-01":
            row["PORTUGAL"], row["TURKEY"] = row["TURKEY"], ""

    with pytest.raises(DataError) as refused:
        read(write_source(tmp_path / "fixed.csv", *rows_))

    assert "column TURKEY no longer stands in for PORTUGAL" in str(refused.value)
