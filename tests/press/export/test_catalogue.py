"""The catalogue: every format is made, documented, the same each time, and in neutral words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from councilwatch.cli.export import NAMES
from councilwatch.press.export.about import citation
from councilwatch.press.export.catalogue import FORMATS, below, placed

ROOT = Path(__file__).parents[3]
OTHERS_WORDS = ("drafts", "assessments")


def test_the_command_and_the_catalogue_name_the_same_formats():
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_documented(name):
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")

    assert f"| `{name}` |" in page
    assert f"\n## `{name}`\n" in page


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_the_same_record_gives_the_same_files(form, small):
    files = form.make(small, "council")

    assert files
    assert files == form.make(small, "council")


def test_the_same_record_gives_the_same_bytes_in_another_process(small, small_facts, tmp_path):
    # Sets of words come in another order under another seed; nothing published may depend on it.
    env = {**os.environ, "PYTHONHASHSEED": "42", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-m", "councilwatch", "export", "--format", "all"]
    place = ["-o", str(tmp_path / "out"), "--record", str(small_facts)]

    subprocess.run([*command, *place], env=env, check=True, capture_output=True)

    here = below([(form, form.make(small)) for form in FORMATS.values()])
    there = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_no_file_says_where_it_was_made(form, small, small_facts):
    place = str(small_facts.parent).encode()

    assert [name for name, content in form.make(small).items() if place in content] == []


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("csv", "README.txt"),
        ("excel", "README.txt"),
        ("datapackage", "datapackage.json"),
        ("csvw", "csv-metadata.json"),
        ("parquet", "README.txt"),
        ("parquet", "drafts.parquet"),
        ("sqlite", "council.metadata.json"),
        ("popolo", "council.json"),
        ("jsonld", "council.jsonld"),
        ("ics", "council.ics"),
        ("atom", "votes.atom"),
        ("atom", "corrections.atom"),
    ],
)
def test_every_format_says_its_licence_and_how_to_cite_it(name, file, small):
    content = FORMATS[name].make(small, "council")[file].decode("utf-8", "replace")
    unfolded = content.replace("\r\n ", "").replace("\\,", ",")  # as calendars break and escape

    assert citation(small) in unfolded
    assert "creativecommons.org/licenses/by/4.0" in unfolded or "CC BY 4.0" in unfolded


def test_the_citation_names_the_project_once(small):
    assert citation(small).count("Councilwatch") == 1
    assert citation(small).endswith("As known on 2026-11-25. CC BY 4.0.")


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_a_format_of_one_file_ends_as_the_catalogue_says(form, small):
    files = form.make(small, "council")

    if form.ending:
        assert f"council{form.ending}" in files
        assert form.default.suffix == form.ending
    else:
        assert len(files) > 1


def test_a_file_goes_where_asked_and_what_belongs_to_it_beside_it(tmp_path):
    made = {"un.metadata.json": b"{}", "un.db": b"db"}

    assert placed(FORMATS["sqlite"], made, tmp_path / "un.sqlite3") == {
        tmp_path / "un.metadata.json": b"{}",
        tmp_path / "un.sqlite3": b"db",
    }


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_an_empty_record_can_be_exported_too(form, record_of):
    from councilwatch.press.export.contents import read_contents

    assert form.make(read_contents(record_of()))
