"""`export`, asked as a reader would ask it: what it writes, prints and refuses."""

import json
import sqlite3
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from councilwatch.cli.app import run
from councilwatch.cli.export import NAMES
from councilwatch.press.export import parquet
from councilwatch.record import commit

ASKS = Callable[..., "Answer"]
ONE_FILE = {"sqlite": "un.db", "popolo": "un.json", "jsonld": "un.jsonld", "ics": "un.ics"}
FOLDERS = [name for name in NAMES if name not in ONE_FILE]


class Answer(NamedTuple):
    """What a command printed, and the exit code it ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def ask(capsys, monkeypatch, tmp_path) -> ASKS:
    """Runs a command in an empty folder, on the repository's own record."""
    monkeypatch.delenv("COUNCILWATCH_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)

    def asked(*arguments: str) -> Answer:
        capsys.readouterr()
        code = run(["export", *arguments])
        return Answer(code, *capsys.readouterr())

    return asked


@pytest.fixture
def no_pyarrow(monkeypatch) -> None:
    """As if the extra for Parquet were not installed."""

    def missing(name: str):
        raise ImportError(name)

    monkeypatch.setattr(parquet, "import_module", missing)


def here() -> list[str]:
    """Everything in the folder the command was run in."""
    return sorted(path.name for path in Path().iterdir())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_format_of_several_files_makes_a_new_folder(ask, name):
    answer = ask("--format", name, "-o", "un")

    assert answer.code == 0
    assert answer.out.startswith("Written: un\n")
    assert here() == ["un"]
    assert len(list(Path("un").iterdir())) > 1


@pytest.mark.parametrize(("name", "file"), ONE_FILE.items())
def test_a_format_of_one_file_makes_it_where_asked(ask, name, file):
    answer = ask("--format", name, "-o", file)

    assert (answer.code, answer.err) == (0, "")
    assert set(here()) - {"un.metadata.json"} == {file}


def test_without_a_name_a_plain_one_is_taken(ask):
    ask("--format", "csv")
    ask("--format", "ics")

    assert here() == ["councilwatch-csv", "councilwatch.ics"]


def test_every_format_goes_below_one_folder(ask):
    answer = ask("--format", "all", "-o", "un", "--json")

    body = json.loads(answer.out)
    assert sorted(path.name for path in Path("un").iterdir()) == sorted(NAMES)
    assert {name.partition("/")[0] for name in body["files"]} == set(NAMES)
    assert all(
        (Path("un") / name).stat().st_size == f["bytes"] for name, f in body["files"].items()
    )


def test_json_tells_the_print_of_every_file_and_the_newest_row(ask):
    first = json.loads(ask("--format", "atom", "-o", "a", "--json").out)
    again = json.loads(ask("--format", "atom", "-o", "b", "--json").out)

    assert set(first["files"]) == {
        f"{n}.atom" for n in ("votes", "vetoes", "supporters", "corrections")
    }
    assert first["files"] == again["files"]
    assert first["as_known"] is None
    assert first["newest_row"] >= "2026-11-23"


def test_as_known_leaves_out_what_came_later(ask):
    ask("--format", "sqlite", "-o", "un.db", "--as-known", "2016-10-08")

    with sqlite3.connect("un.db") as db:
        [(last,)] = db.execute("SELECT max(day) FROM drafts").fetchall()
    db.close()
    assert last == "2016-10-08"


def test_a_folder_that_holds_something_is_a_usage_error(ask):
    Path("un").mkdir()
    (Path("un") / "mine.txt").write_text("mine")

    answer = ask("--format", "csv", "-o", "un")

    assert answer.code == 2
    assert "is not empty; a folder is never written over another." in answer.err
    assert [path.name for path in Path("un").iterdir()] == ["mine.txt"]


def test_a_folder_where_a_file_stands_is_a_usage_error_in_the_right_words(ask):
    Path("un").write_text("mine")

    for name in ("csv", "all"):
        answer = ask("--format", name, "-o", "un")

        assert answer.code == 2
        assert answer.err.endswith("un is a file, not a folder; name a new folder.\n")
    assert Path("un").read_text() == "mine"


@pytest.mark.parametrize("name", ONE_FILE)
def test_a_file_where_a_folder_stands_is_a_usage_error_in_the_right_words(ask, name):
    Path("un").mkdir()

    answer = ask("--format", name, "-o", "un")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "councilwatch: un is a folder, not a file; name a file.\n"


def test_a_folder_where_the_description_of_a_database_goes_leaves_no_database(ask):
    Path("un.metadata.json").mkdir()

    answer = ask("--format", "sqlite", "-o", "un.db")

    assert answer.code == 2
    assert answer.err == "councilwatch: un.metadata.json is a folder, not a file; name a file.\n"
    assert here() == ["un.metadata.json"]


def test_a_disk_that_fills_up_leaves_the_database_and_its_description_as_they_were(
    ask, monkeypatch
):
    Path("un.db").write_text("old")

    def write_durably(path, content):
        path.write_bytes(content[:10])
        if ".un.db" in path.name:
            raise OSError(28, "No space left on device")

    # The only way to fill a disk at the right moment; the disk is no part of the domain.
    monkeypatch.setattr(commit, "write_durably", write_durably)

    answer = ask("--format", "sqlite", "-o", "un.db")

    assert (answer.code, answer.err) == (4, "councilwatch: No space left on device.\n")
    assert here() == ["un.db"]
    assert Path("un.db").read_text() == "old"


@pytest.mark.parametrize("name", ["popolo", "jsonld", "ics"])
def test_a_format_of_text_can_be_printed_byte_by_byte(ask, capsys, monkeypatch, name):
    ask("--format", name, "-o", "un.file")
    printed = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(printed, encoding="ascii"))

    code = run(["export", "--format", name, "-o", "-"])

    assert code == 0
    assert printed.getvalue() == Path("un.file").read_bytes()
    assert capsys.readouterr().err.startswith("councilwatch: 1 file, ")
    assert here() == ["un.file"]


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("sqlite", "the format sqlite cannot be printed: name a file after -o."),
        ("csv", "the format csv cannot be printed: name a new folder after -o."),
        ("all", "all formats together cannot be printed: name a new folder after -o."),
    ],
)
def test_what_is_no_single_text_cannot_be_printed(ask, name, what):
    answer = ask("--format", name, "-o", "-")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"councilwatch: -o - prints one text; {what}\n"
    assert here() == []


def test_printing_and_json_are_one_too_many(ask):
    answer = ask("--format", "ics", "-o", "-", "--json")

    assert (answer.code, answer.out) == (2, "")
    assert "take one of the two" in answer.err


def test_a_record_as_known_long_ago_holds_no_paragraph(ask):
    ask("--format", "csv", "-o", "un", "--as-known", "1900-01-01")

    assert len(Path("un/paragraphs.csv").read_text("utf-8").splitlines()) == 1
    assert len(Path("un/sources.csv").read_text("utf-8").splitlines()) == 1


def test_a_file_may_be_written_anew(ask):
    ask("--format", "ics", "-o", "un.ics", "--as-known", "1990-01-01")
    before = Path("un.ics").read_bytes()

    answer = ask("--format", "ics", "-o", "un.ics")

    assert answer.code == 0
    assert len(Path("un.ics").read_bytes()) > len(before)


def test_an_unknown_format_is_refused_with_the_possible_ones(ask):
    answer = ask("--format", "xlsx")

    assert answer.code == 2
    assert answer.err == (
        f"councilwatch: 'xlsx' is no format. Possible: {', '.join(NAMES)}, all.\n"
    )


def test_parquet_without_its_library_is_told_in_one_sentence(ask, no_pyarrow):
    answer = ask("--format", "parquet", "-o", "un")

    assert answer.code == 4
    assert answer.err == (
        "councilwatch: The format parquet needs pyarrow, which is not installed; "
        "install it with: pip install 'councilwatch[parquet]'.\n"
    )
    assert here() == []


def test_every_format_without_that_library_leaves_one_out_and_says_so(ask, no_pyarrow):
    answer = ask("--format", "all", "-o", "un")

    assert answer.code == 0
    assert answer.err.startswith("councilwatch: left out: The format parquet needs pyarrow")
    assert sorted(p.name for p in Path("un").iterdir()) == sorted(set(NAMES) - {"parquet"})


def test_a_place_that_is_not_there_is_told(ask):
    answer = ask("--format", "ics", "-o", "nowhere/un.ics")

    assert answer.code == 4
    assert "No such file or directory" in answer.err


def test_a_record_with_a_fault_is_told_by_file_and_row(ask, tmp_path):
    import shutil

    facts = Path(__file__).parents[2] / "facts"
    shutil.copytree(facts, tmp_path / "facts")
    ballots = tmp_path / "facts" / "ballots.csv"
    ballots.write_text(ballots.read_text("utf-8").replace(",AUS,yes,", ",AUS,aye,", 1), "utf-8")

    answer = ask("--format", "popolo", "-o", "un.json", "--record", str(tmp_path / "facts"))

    assert answer.code == 3
    assert "ballots.csv, row 2: cast cannot be 'aye'" in answer.err
    assert "un.json" not in here()


def test_an_output_that_takes_a_part_at_a_time_gets_all_of_it(ask, monkeypatch):
    class Narrow(BytesIO):
        def write(self, content) -> int:
            return super().write(content[:100_000])

    ask("--format", "ics", "-o", "un.ics")
    printed = Narrow()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(printed, encoding="ascii"))

    run(["export", "--format", "ics", "-o", "-"])

    assert printed.getvalue() == Path("un.ics").read_bytes()
    assert len(printed.getvalue()) > 100_000
