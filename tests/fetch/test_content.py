"""What a file holds: a table, or something else, which is said in one sentence."""

import gzip
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from councilwatch.fetch.catalogue import Origin
from councilwatch.fetch.content import usable
from councilwatch.record.fault import DataError

CSV = b"vote,cast\n" + b"".join(b"S/2016/%d,yes\n" % n for n in range(500))
ORIGIN = Origin("made-up", "A made-up source", "nowhere", limit=100_000)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def archive(path: Path, **files: bytes) -> Path:
    """A ZIP archive; `_` in a name stands for `.`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("_", "."), content)
    return path


def test_a_table_is_taken_as_it_stands(tmp_path):
    file = written(tmp_path / "votes.csv", CSV)

    assert usable(file, ORIGIN, tmp_path) == file


def test_an_archive_of_one_table_is_opened(tmp_path):
    file = archive(tmp_path / "votes.zip", votes_csv=CSV)

    assert usable(file, ORIGIN, tmp_path).read_bytes() == CSV


def lying(path: Path) -> Path:
    """An archive that says its file is smaller than it is."""
    archive(path, votes_csv=CSV)
    size = len(CSV).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))
    return path


def broken(path: Path) -> Path:
    return written(path, archive(path, votes_csv=CSV).read_bytes()[:-40])


def locked(path: Path) -> Path:
    """An archive whose file says that it is locked with a password."""
    content = bytearray(archive(path, votes_csv=CSV).read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1
    return written(path, bytes(content))


def packed_as(path: Path, way: int) -> Path:
    """An archive whose file says that it is packed in another way."""
    content = bytearray(archive(path, votes_csv=CSV).read_bytes())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = content.find(mark) + place
        content[at : at + 2] = way.to_bytes(2, "little")
    return written(path, bytes(content))


OTHER = {
    "a table in JSON": (lambda p: written(p, b'\xef\xbb\xbf\n[{"vote": 1}]'), "is JSON, not CSV."),
    "an archive with a password": (locked, "is a ZIP archive that cannot be opened: File"),
    "an archive of Deflate64": (
        lambda p: packed_as(p, 9),
        "is a ZIP archive that cannot be opened: That compression method is not supported",
    ),
    "an archive that says bzip2": (
        lambda p: packed_as(p, zipfile.ZIP_BZIP2),
        "is a ZIP archive that cannot be opened: Invalid data stream",
    ),
    "an archive that says LZMA": (
        lambda p: packed_as(p, zipfile.ZIP_LZMA),
        "is a ZIP archive that cannot be opened",
    ),
    "a web page": (
        lambda p: written(p, b"\xef\xbb\xbf \n<!DOCTYPE html><html><title>Not found</title>"),
        "is not CSV but a web page (HTML) or XML",
    ),
    "a page of old": (lambda p: written(p, b"<HTML><BODY>"), "is not CSV but a web page"),
    "an error in XML": (lambda p: written(p, b"<?xml version='1.0'?><Error/>"), "or XML"),
    "a document": (lambda p: written(p, b"%PDF-1.7"), "is not CSV but a PDF document"),
    "a packed table": (lambda p: written(p, gzip.compress(CSV)), "packed by gzip; unpack it"),
    "a spreadsheet of old": (
        lambda p: written(p, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "save it as CSV",
    ),
    "too large a table": (
        lambda p: written(p, bytes(100_001)),
        "has 0.1 MB, more than the 0.1 MB allowed",
    ),
    "a bomb that says so": (
        lambda p: archive(p, votes_csv=bytes(9_000_000)),
        "is a ZIP archive of a file of 9.0 MB, more than the 0.1 MB allowed",
    ),
    "a small bomb": (
        lambda p: archive(p, votes_csv=bytes(99_000)),
        "is a ZIP archive packed more than 100 times",
    ),
    "an archive that lies": (lying, "is a ZIP archive that cannot be opened: Bad CRC-32"),
    "half an archive": (broken, "is a ZIP archive that cannot be opened"),
    "two tables": (
        lambda p: archive(p, a_csv=CSV, b_csv=CSV),
        "is a ZIP archive of 2 files, not of one CSV file",
    ),
    "a modern spreadsheet": (
        lambda p: archive(p, workbook_xml=b"<x/>"),
        "is a ZIP archive of 1 files, not of one CSV file",
    ),
    "an archive in an archive": (lambda p: archive(p, votes_zip=CSV), "not of one CSV file"),
}


@pytest.mark.parametrize("kind", OTHER)
def test_anything_else_is_refused_in_one_sentence(kind, tmp_path):
    make, sentence = OTHER[kind]
    file = make(tmp_path / "given")

    with pytest.raises(DataError) as told:
        usable(file, ORIGIN, tmp_path)

    assert sentence in str(told.value)
    assert str(told.value).startswith("given: ")
    assert len(told.value.faults) == 1
    assert not (tmp_path / "unpacked.csv").exists() or kind.startswith("an archive that")


@pytest.mark.parametrize("way", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@given(places=st.lists(st.tuples(st.integers(4, 700), st.integers(0, 255)), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_a_damaged_archive_is_opened_or_refused_whatever_is_damaged(way, places, tmp_path):
    file = tmp_path / "votes.zip"
    with zipfile.ZipFile(file, "w", way) as packed:
        packed.writestr("votes.csv", CSV)
    content = bytearray(file.read_bytes())
    for place, value in places:
        content[place % (len(content) - 4) + 4] = value
    written(file, bytes(content))

    try:
        found = usable(file, ORIGIN, tmp_path)
    except DataError as refused:
        assert str(refused).startswith("votes.zip: is a ZIP archive")  # noqa: PT017
    else:
        assert found.exists()
