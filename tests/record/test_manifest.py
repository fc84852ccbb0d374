"""A frozen folder tells what was altered, removed or added since, with nothing but itself."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from councilwatch.record.fault import DataError
from councilwatch.record.manifest import (
    MANIFEST,
    ROWS,
    fingerprint,
    make_manifest,
    release_print,
    verify,
)

BALLOTS = b"""vote,state,cast
S/2016/846,CHN,abstain
S/2016/846,FRA,yes
S/2016/846,RUS,no
S/2016/847,FRA,no
"""
FILES = {
    "ballots.csv": BALLOTS,
    "titles.csv": 'vote,title\nS/2016/846,"Aleppo, حلب"\n'.encode(),
    "README.txt": b"What this is.\n\nAnd how to read it.\n",
}
ABOUT = {"name": "a folder for the test", "method": "1"}


@pytest.fixture
def frozen(tmp_path) -> Path:
    """A small folder with its fingerprints."""
    folder = tmp_path / "frozen"
    folder.mkdir()
    for name, content in {**FILES, **make_manifest(FILES, ABOUT)}.items():
        (folder / name).write_bytes(content)
    return folder


def faults_of(folder: Path) -> list[str]:
    """What verification finds, as sentences."""
    return [str(fault) for fault in verify(folder)]


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Changes one place of a file."""
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))


def test_an_untouched_folder_has_no_fault(frozen):
    assert faults_of(frozen) == []


def test_a_copy_of_it_somewhere_else_has_none_either(frozen, tmp_path):
    copy = tmp_path / "elsewhere" / "copy"
    shutil.copytree(frozen, copy)
    shutil.rmtree(frozen)

    assert faults_of(copy) == []


def test_the_same_files_give_the_same_manifest_in_whatever_order():
    backwards = dict(reversed(FILES.items()))

    assert make_manifest(FILES, ABOUT) == make_manifest(backwards, ABOUT)


def test_the_manifest_names_every_file_with_its_fingerprint(frozen):
    manifest = json.loads((frozen / MANIFEST).read_bytes())

    present = {path.name for path in frozen.iterdir()} - {MANIFEST}
    assert set(manifest["files"]) == present
    for name, digest in manifest["files"].items():
        assert digest == fingerprint((frozen / name).read_bytes())
    assert manifest["name"] == ABOUT["name"]


def test_an_altered_row_is_named(frozen):
    rewrite(frozen / "ballots.csv", b"846,FRA,yes", b"846,FRA,no")

    (fault,) = faults_of(frozen)
    assert fault.startswith("ballots.csv, row 3: the row was altered: S/2016/846/FRA/")


def test_a_removed_row_is_named(frozen):
    rewrite(frozen / "ballots.csv", b"S/2016/846,FRA,yes\n", b"")

    assert faults_of(frozen) == ["ballots.csv, row 3: the row is missing: S/2016/846/FRA/yes."]


def test_an_added_row_is_named(frozen):
    rewrite(frozen / "ballots.csv", b"S/2016/847,", b"S/2016/846,VEN,no\nS/2016/847,")

    assert faults_of(frozen) == ["ballots.csv, row 5: the row was added: S/2016/846/VEN/no."]


def test_a_row_that_stands_a_second_time_is_named(frozen):
    rewrite(frozen / "ballots.csv", b"S/2016/847,", b"S/2016/846,RUS,no\nS/2016/847,")

    (fault,) = faults_of(frozen)
    assert "the row was added: S/2016/846/RUS/no" in fault


def test_several_changes_are_all_named(frozen):
    rewrite(frozen / "ballots.csv", b"S/2016/846,CHN,abstain\n", b"")
    rewrite(frozen / "ballots.csv", b"847,FRA,no", b"847,FRA,yes")
    rewrite(frozen / "titles.csv", b"Aleppo", b"Alep")

    told = "\n".join(faults_of(frozen))

    assert "ballots.csv, row 2: the row is missing: S/2016/846/CHN/abstain." in told
    assert "S/2016/847/FRA/no" in told
    assert "titles.csv, row 2: the row was altered: S/2016/846/" in told


def test_rows_in_another_order_are_told_apart_from_altered_ones(frozen):
    lines = BALLOTS.splitlines(keepends=True)
    (frozen / "ballots.csv").write_bytes(b"".join([lines[0], *reversed(lines[1:])]))

    (fault,) = faults_of(frozen)
    assert fault == "ballots.csv: the rows are the same but stand in another order or form."


def test_an_empty_line_at_the_end_is_noticed(frozen):
    (frozen / "ballots.csv").write_bytes(BALLOTS + b"\n")

    assert len(faults_of(frozen)) == 1


def test_a_change_in_prose_is_named_by_its_line(frozen):
    rewrite(frozen / "README.txt", b"how to read", b"how not to read")

    (fault,) = faults_of(frozen)
    assert fault.startswith("README.txt, row 3: the row was altered")


def test_a_missing_file_is_named(frozen):
    (frozen / "titles.csv").unlink()

    assert faults_of(frozen) == ["titles.csv: the file is missing."]


@pytest.mark.parametrize("name", ["more.csv", ".hidden", "below/more.csv"])
def test_an_added_file_is_named(frozen, name):
    (frozen / name).parent.mkdir(exist_ok=True)
    (frozen / name).write_bytes(b"")

    assert faults_of(frozen) == [f"{name}: the file was added."]


def test_an_added_empty_folder_is_named(frozen):
    (frozen / "empty" / "inner").mkdir(parents=True)

    assert faults_of(frozen) == ["empty/inner: the folder was added."]


def test_a_folder_that_became_a_link_is_named(tmp_path):
    files = {"inner/a.csv": b"a\n"}
    for name, content in {**files, **make_manifest(files, ABOUT)}.items():
        (tmp_path / "release" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "release" / name).write_bytes(content)
    assert faults_of(tmp_path / "release") == []

    (tmp_path / "release" / "inner").rename(tmp_path / "moved")
    (tmp_path / "release" / "inner").symlink_to(tmp_path / "moved")

    assert "inner: the folder was altered: it is a link." in faults_of(tmp_path / "release")


def test_a_pipe_in_place_of_a_file_is_named_and_not_waited_for(frozen):
    (frozen / "titles.csv").unlink()
    os.mkfifo(frozen / "titles.csv")

    (fault,) = faults_of(frozen)
    assert fault.startswith("titles.csv: the file was altered: it is a device, a pipe or a socket")


def test_a_manifest_that_is_a_link_is_a_finding(frozen, tmp_path):
    (frozen / MANIFEST).rename(tmp_path / "moved.json")
    (frozen / MANIFEST).symlink_to(tmp_path / "moved.json")

    assert faults_of(frozen) == [f"{MANIFEST}: the file was altered: it is a link, not a file."]


def test_a_name_that_would_steer_a_terminal_is_shown_by_its_signs(frozen):
    (frozen / "\x1b[31mred\n.csv").write_bytes(b"")
    (frozen / os.fsdecode(b"\xff.csv")).write_bytes(b"")

    assert faults_of(frozen) == [
        r"\x1b[31mred\n.csv: the file was added.",
        r"\udcff.csv: the file was added.",
    ]


def test_an_added_link_is_named_even_if_it_leads_nowhere(frozen):
    (frozen / "link").symlink_to("nowhere")

    assert faults_of(frozen) == ["link: the file was added."]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.replace(b"FRA", b"F\rRA"),
        lambda row: row.replace(b"FRA", b'"FRA'),
        lambda row: row.replace(b"FRA", b"FR\0A"),
        lambda row: row.replace(b"FRA", b"FR\xff"),
        lambda row: row.replace(b"FRA", b"x" * 200_000),
        lambda row: row.replace(b"\n", b"\r\n"),
    ],
    ids=["carriage return", "open quote", "NUL", "not UTF-8", "very long", "line ends"],
)
def test_a_row_altered_beyond_csv_is_named_all_the_same(frozen, change):
    (frozen / "ballots.csv").write_bytes(
        BALLOTS.replace(b"S/2016/846,FRA,yes\n", change(b"S/2016/846,FRA,yes\n"))
    )

    (fault,) = faults_of(frozen)
    assert fault.startswith("ballots.csv, row 3: the row was altered")


def test_fingerprints_of_rows_that_were_altered_are_named(frozen):
    lines = (frozen / ROWS).read_bytes().splitlines(keepends=True)
    del lines[2]
    (frozen / ROWS).write_bytes(b"".join(lines))

    faults = faults_of(frozen)

    assert faults
    assert all(fault.startswith(ROWS) for fault in faults)
    # One line for the file, not one for each of its rows: a real release has seventy thousand.
    assert len(faults) == 1


def test_rows_are_still_named_where_their_fingerprints_were_altered_to_match(frozen):
    old, new = b"S/2016/846,FRA,yes", b"S/2016/846,FRA,no"
    rewrite(frozen / "ballots.csv", old, new)
    prints = [fingerprint(row)[:16].encode() for row in (old, new)]
    rewrite(frozen / ROWS, *prints)

    faults = faults_of(frozen)

    assert {fault.partition(":")[0].partition(",")[0] for fault in faults} == {"ballots.csv", ROWS}


def test_a_manifest_altered_to_match_shows_in_the_one_print_of_the_folder(frozen):
    before = release_print(frozen)
    altered = BALLOTS.replace(b"FRA,yes", b"FRA,no")
    files = {**FILES, "ballots.csv": altered}
    for name, content in {**files, **make_manifest(files, ABOUT)}.items():
        (frozen / name).write_bytes(content)

    assert faults_of(frozen) == []
    assert release_print(frozen) != before


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{", b"{}", b"[]", b"[" * 99_999, b'{"files": 1}', b'{"files": ["a"]}', b"\xff"],
)
def test_a_folder_whose_manifest_cannot_be_read_is_no_release(frozen, manifest):
    (frozen / MANIFEST).write_bytes(manifest)

    with pytest.raises(DataError, match="this is no release") as error:
        verify(frozen)

    assert not re.search(r"[A-Z]\w+Error|Expecting|object|codec", str(error.value))


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("nowhere", "there is no nowhere; a release is a folder."),
        ("file", "file is a file; a release is a folder."),
        ("empty", "empty has no such file."),
        ("with-a-folder", "it is a folder, not a file."),
    ],
)
def test_what_is_no_release_is_told_in_a_sentence(tmp_path, monkeypatch, place, why):
    monkeypatch.chdir(tmp_path)
    Path("file").write_bytes(b"")
    Path("empty").mkdir()
    (Path("with-a-folder") / MANIFEST).mkdir(parents=True)

    with pytest.raises(DataError) as error:
        verify(Path(place))

    assert str(error.value) == f"{MANIFEST}: this is no release: {why}"


def test_a_folder_without_a_manifest_is_no_release(frozen):
    (frozen / MANIFEST).unlink()

    with pytest.raises(DataError, match="this is no release") as error:
        verify(frozen)

    (fault,) = error.value.faults
    assert fault.file == MANIFEST


def test_missing_fingerprints_of_rows_are_a_finding(frozen):
    (frozen / ROWS).unlink()

    assert faults_of(frozen) == [f"{ROWS}: the file is missing."]


UNREADABLE = pytest.mark.parametrize(
    "rows",
    [
        b"",
        b"a,b\n",
        b'"' + b"x" * 200_000,
        b"\xff\n",
        b"file,line,key,sha256\na,b\rc,d,e\n",
        b"file,line,key,sha256\nballots.csv,second,key,print\n",
    ],
    ids=range(6),
)


@UNREADABLE
def test_fingerprints_that_cannot_be_read_are_named(frozen, rows):
    (frozen / ROWS).write_bytes(rows)

    why, altered = faults_of(frozen)

    assert why.startswith(f"{ROWS}: the fingerprints of the rows cannot be read: ")
    assert altered == f"{ROWS}: the fingerprints of rows were altered."


def test_fingerprints_of_rows_that_are_a_folder_are_named(frozen):
    (frozen / ROWS).unlink()
    (frozen / ROWS).mkdir()

    assert faults_of(frozen) == [f"{ROWS}: the file was altered: it is a folder, not a file."]


@UNREADABLE
def test_the_other_files_are_verified_without_the_fingerprints_of_rows(frozen, rows):
    rewrite(frozen / "ballots.csv", b"846,FRA,yes", b"846,FRA,no")
    (frozen / "titles.csv").unlink()
    (frozen / "more.csv").write_bytes(b"")
    expected = {ROWS, "ballots.csv", "titles.csv", "more.csv"}

    (frozen / ROWS).write_bytes(rows)
    assert {fault.file for fault in verify(frozen)} == expected

    (frozen / ROWS).unlink()
    assert {fault.file for fault in verify(frozen)} == expected


@pytest.mark.parametrize("target", ["nowhere", "elsewhere.csv"])
def test_a_link_in_place_of_a_file_is_a_finding_even_to_the_same_rows(frozen, tmp_path, target):
    (tmp_path / "elsewhere.csv").write_bytes(BALLOTS)
    (frozen / "ballots.csv").unlink()
    (frozen / "ballots.csv").symlink_to(tmp_path / target)
    rewrite(frozen / "titles.csv", b"Aleppo", b"Alep")

    linked, altered = faults_of(frozen)

    assert linked == "ballots.csv: the file was altered: it is a link, not a file."
    assert altered.startswith("titles.csv, row 2: the row was altered: S/2016/846/")
