"""`import`: what it says of a file, with which word and which code it ends, and what it changes."""

import csv
import gzip
import io
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread
from time import monotonic
from types import ModuleType
from typing import NamedTuple

import pytest

from councilwatch.cli import take as take_module
from councilwatch.cli.app import run
from councilwatch.fetch import download
from councilwatch.fetch.connection import Limits
from councilwatch.fetch.sciences_po.corrections import read_corrections
from councilwatch.record.record import Record

FACTS = Path(__file__).parents[2] / "facts"
SOURCE = FACTS.parents[1] / "shared" / "sources" / "sciencespo_unsc_votes_1946_2025_CCBY.csv"
SEATED = (
    "CHINA", "FRANCE", "RUSSIAN FEDERATION/USSR", "UNITED KINGDOM", "UNITED STATES", "ALGERIA",
    "DENMARK", "GREECE", "GUYANA", "PAKISTAN", "PANAMA", "KOREA", "SIERRA LEONE", "SLOVENIA",
    "SOMALIA",
)  # fmt: skip


class Answer(NamedTuple):
    """What the command printed, and the exit code it ended with."""

    code: int
    out: str
    err: str

    @property
    def body(self):
        """What was printed, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(FACTS, tmp_path / "record"))


@pytest.fixture
def take(capsys, folder) -> Callable[..., Answer]:
    """Imports a part of Sciences Po's collection into a copy of the record."""

    def taken(file: Path | str, *arguments: str, source: str = "sciences-po") -> Answer:
        capsys.readouterr()
        call = ["import", source, str(file), "--part", "--record", str(folder), *arguments]
        code = run(call)
        return Answer(code, *capsys.readouterr())

    return taken


def source_row(**cells: str) -> dict[str, str]:
    """A vote of 2025 as the source writes it, everybody in favour."""
    return {
        "Vote in the DB": "9001",
        "UN classification": "S/2025/9001",
        "Vote outcome": "adopted",
        "Vote outcome typology-Observable": "adopted (unanimity)",
        "Resolution number": "-",
        "Date": "2025-12-30",
        "Official full title": "A text for the test",
        "Title-Observable": "A text for the test",
        **dict.fromkeys(("Yes", "Total"), "15"),
        **dict.fromkeys(("No", "Abstentions", "Non-Voting", "(of which veto)"), "0"),
        **dict.fromkeys(read_corrections().columns, ""),
        **dict.fromkeys(SEATED, "Y"),
        **cells,
    }


def written(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def file(tmp_path) -> Path:
    """One new vote."""
    return written(tmp_path / "votes.csv", source_row())


@pytest.fixture
def changed(tmp_path) -> Path:
    """The same vote, of which the source says something else, and a newer one."""
    abstained = source_row(CHINA="A", Yes="14", Abstentions="1")
    newer = source_row(**{"UN classification": "S/2025/9002", "Vote in the DB": "9002"})
    return written(tmp_path / "changed.csv", abstained, newer)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# -- unchanged, different, accepted ---------------------------------------------------------------


def test_without_being_told_to_it_shows_what_is_new_and_changes_nothing(take, file, folder):
    before = contents(folder)

    answer = take(file)

    assert answer.code == 1
    assert answer.out.splitlines() == [
        "drafts: 1 new, 0 different, 0 only in the record, 0 unchanged.",
        "ballots: 15 new, 0 different, 0 only in the record, 0 unchanged.",
        "drafts S/2025/9001: new.",
        "Nothing was taken in. Take it in with --accept new, or --accept all.",
    ]
    assert contents(folder) == before


def test_told_to_it_takes_in_and_the_same_file_is_unchanged_afterwards(take, file):
    first = take(file, "--accept", "all")
    second = take(file)
    third = take(file, "--accept", "all")

    assert first.code == 0
    assert first.out.splitlines()[-1] == (
        "accepted: 1 new and 0 superseding in drafts, 15 new and 0 superseding in ballots."
    )
    assert (second.code, second.out) == (
        0,
        "unchanged: the record says all that sciences-po does.\n",
    )
    assert third == second


def test_each_difference_is_one_sentence_with_what_each_says(take, file, changed):
    take(file, "--accept", "all")

    answer = take(changed)

    assert answer.code == 1
    assert (
        "ballots S/2025/9001, CHN: cast is 'yes' in the record (sciences-po-2026), "
        "'abstain' in the file."
    ) in answer.out.splitlines()
    assert (
        "drafts S/2025/9001: published_tally is '15-0-0-0' in the record (sciences-po-2026), "
        "'14-0-1-0' in the file."
    ) in answer.out.splitlines()


def test_only_what_is_new_is_taken_if_so_told(take, file, changed, folder):
    take(file, "--accept", "all")

    answer = take(changed, "--accept", "new")
    again = take(changed, "--accept", "new")

    assert answer.code == 0
    assert "accepted: 1 new and 0 superseding in drafts, 15 new and 0 superseding in ballots" in (
        answer.out
    )
    assert answer.out.rstrip().endswith("2 left as they stand.")
    assert again.code == 1
    assert again.out.rstrip().endswith("Nothing was taken in: none of it is new.")
    assert "S/2025/9001,CHN,yes" in (folder / "ballots.csv").read_text("utf-8")


@pytest.fixture
def at(monkeypatch) -> Callable[[str], None]:
    """Lets it be another day."""

    def set_clock(day: str) -> None:
        monkeypatch.setattr(take_module, "today", lambda: date.fromisoformat(day))

    return set_clock


def test_what_differs_supersedes_from_the_day_given(take, file, changed, folder, at):
    take(file, "--accept", "all")
    at("2026-12-25")

    answer = take(changed, "--accept", "all", "--known-on", "2026-12-24")

    assert answer.code == 0
    assert "S/2025/9001,CHN,abstain,2026-12-24,sciences-po-2026,2025-12-30" in (
        folder / "ballots.csv"
    ).read_text("utf-8")


def test_machines_are_told_everything(take, file, changed):
    new = take(file, "--json")
    accepted = take(file, "--accept", "all", "--json")
    unchanged = take(file, "--json")
    different = take(changed, "--json")

    assert [a.code for a in (new, accepted, unchanged, different)] == [1, 0, 0, 1]
    assert [a.body["status"] for a in (new, accepted, unchanged, different)] == [
        "different",
        "accepted",
        "unchanged",
        "different",
    ]
    assert len(new.body["new"]["ballots"]) == 15
    assert accepted.body["accepted"]["new"] == {"drafts": 1, "ballots": 15}
    assert different.body["different"][-1] == {
        "table": "ballots",
        "key": ["S/2025/9001", "CHN"],
        "column": "cast",
        "ours": "yes",
        "our_source": "sciences-po-2026",
        "theirs": "abstain",
    }


def test_the_record_is_compared_as_it_stood_on_a_day(take, file):
    take(file, "--accept", "all")

    assert take(file, "--as-known", "2025-12-29").code == 1
    assert take(file, "--as-known", "2025-12-30").code == 0


def test_of_many_differences_forty_are_told_unless_all_are_asked_for(take, tmp_path):
    many = [
        source_row(**{"UN classification": f"S/2025/{n}", "Vote in the DB": str(n)})
        for n in range(9001, 9051)
    ]
    file = written(tmp_path / "many.csv", *many)

    some, all_of_them = take(file), take(file, "--full")

    assert some.out.count(": new.") == 40
    assert "... and 10 more; --full tells them all." in some.out
    assert all_of_them.out.count(": new.") == 50


def test_a_cell_of_a_file_cannot_write_on_the_terminal(take, file, tmp_path):
    take(file, "--accept", "all")
    evil = source_row(**{"Official full title": "A \x1b[31mtext\u202e" + "x" * 200})

    answer = take(written(tmp_path / "evil.csv", evil))

    assert "\\x1b[31mtext\\u202e" in answer.out
    assert "\x1b" not in answer.out
    assert max(map(len, answer.out.splitlines())) < 300


@pytest.mark.skipif(not SOURCE.exists(), reason="shared/sources is not beside the project")
def test_the_whole_collection_over_the_record_is_unchanged(capsys):
    code = run(["import", "sciences-po", str(SOURCE)])
    told = capsys.readouterr().out

    assert code == 0, told
    assert told.startswith("unchanged: the record says all that sciences-po does")


# -- days that have not come, what only the record has, what was put right -------------------------


def test_nothing_is_known_from_a_day_that_has_not_come(take, file, folder, at):
    at("2026-11-24")
    before = contents(folder)

    later = take(file, "--accept", "all", "--known-on", "2026-11-25")
    day_itself = take(file, "--accept", "all", "--known-on", "2026-11-24")

    assert (later.code, later.out) == (2, "")
    assert later.err == (
        "councilwatch: --known-on 2026-11-25 is later than today (2026-11-24): nothing is known "
        "from then.\n"
    )
    assert day_itself.code == 0
    assert contents(folder) != before


def test_a_file_with_a_day_that_has_not_come_is_refused_by_its_row(take, folder, tmp_path, at):
    at("2026-11-24")
    before = contents(folder)
    votes = written(tmp_path / "votes.csv", source_row(), source_row(**FUTURE))
    names = tmp_path / "list.txt"
    names.write_text("code: act\nday: 2030-05-15\nsource: act-list-2017\nChad\n")

    vote, name = take(votes), take(names, "--accept", "all", source="supporters")

    assert (vote.code, name.code) == (3, 3)
    assert "failed: votes.csv, row 3: gives the day 2030-01-01, which is later than" in vote.err
    assert "failed: list.txt, row 2: gives the day 2030-05-15, which is later than" in name.err
    assert contents(folder) == before


FUTURE = {"Vote in the DB": "9002", "UN classification": "S/2030/1", "Date": "2030-01-01"}


def test_a_change_cannot_be_put_right_on_its_day_and_no_day_to_come_is_advised(
    take, file, changed, at
):
    at("2026-11-24")
    take(file, "--accept", "all")
    take(changed, "--accept", "all")

    again = take(file, "--accept", "all")

    assert again.code == 3
    assert "another change can be known from 2026-11-25 on" in again.err
    assert "put drafts.csv back as it was, for example with git" in again.err
    assert "--known-on" not in again.err


def library_file(tmp_path: Path, folder: Path, without: str) -> Path:
    """The UN Library's file of the record, without one resolution."""
    votes = library.library_votes(Record(folder))
    kept = [vote for vote in votes if vote.key != without]
    return library.write_library(tmp_path / "voting.csv", kept)


def test_a_resolution_gone_from_the_library_is_told_and_left_as_it_stands(capsys, folder, tmp_path):
    file = library_file(tmp_path, folder, "S/RES/1973 (2011)")
    before = contents(folder)
    call = ["import", "un-library-votes", str(file), "--record", str(folder)]

    codes = [run(call), run([*call, "--accept", "new"]), run([*call, "--accept", "all"])]

    told = capsys.readouterr().out.splitlines()
    assert codes == [1, 1, 1]
    assert (
        told.count("drafts S/RES/1973 (2011): in the record (sciences-po-2026), not in the file.")
        == 3
    )
    assert not [line for line in told if line.startswith("ballots S/RES/1973")]
    assert "Nothing was taken in: none of it can be." in told
    assert contents(folder) == before


def test_rows_put_right_as_declared_are_told_with_what_is_unchanged(take, capsys):
    if not SOURCE.exists():
        pytest.skip("shared/sources is not beside the project")

    run(["import", "sciences-po", str(SOURCE)])
    told = capsys.readouterr().out
    run(["import", "sciences-po", str(SOURCE), "--json"])
    body = json.loads(capsys.readouterr().out)

    assert body["put right as declared"] > 100
    assert told.endswith(
        f"; {body['put right as declared']} rows were put right as declared in its corrections.\n"
    )


# -- what is typed wrongly ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["science-po", "x.csv"], "Possible: sciences-po, un-library-votes, dppa-vetoes"),
        (["sciences-po", "x.csv", "--accept", "some"], "Possible: new, all"),
        (["sciences-po"], "sciences-po has no address of its own"),
        (["sciences-po", "x.csv", "--known-on", "24/12/2026"], "Nearest: 2026-12-24"),
        (
            ["sciences-po", "x.csv", "--accept", "all", "--as-known", "2020-01-01"],
            "goes with no --as-known",
        ),
    ],
)
def test_a_mistake_ends_with_2_and_says_what_is_possible(arguments, told, capsys):
    code = run(["import", *arguments])

    assert code == 2
    assert told in capsys.readouterr().err


# -- failed and unavailable -----------------------------------------------------------------------


def test_a_file_that_is_not_there_has_failed(take):
    answer = take("nowhere.csv")

    assert (answer.code, answer.out) == (3, "")
    assert answer.err == "councilwatch: failed: nowhere.csv: is no file that can be read.\n"


def test_a_file_is_named_as_it_was_typed(take, tmp_path):
    gone, folder = take("some/where/else.csv"), take(tmp_path)

    assert gone.err.startswith("councilwatch: failed: some/where/else.csv: is no file that can be")
    assert (folder.code, folder.err) == (
        3,
        f"councilwatch: failed: {tmp_path}: is a folder, not a file.\n",
    )


NO_TABLES = {
    "nothing": (b"", "is empty; nothing would be imported."),
    "blank lines": (b"\n \n", "has nothing but blank lines; nothing would be imported."),
    "JSON": (b'[{"vote": 1}]', "is JSON, not CSV."),
    "semicolons": (
        b"Vote in the DB;Date\n1;2025-12-30\n",
        "is separated by semicolons, not commas.",
    ),
    "UTF-16": ("Vote in the DB,Date\n".encode("utf-16"), "is UTF-16; save it as UTF-8."),
    "two columns": (
        b"Date,Yes\n2025-12-30,15\n",
        ", row 1: 148 columns are missing: 'Vote in the DB', 'UN classification', 'Vote outcome' "
        "and 145 more.",
    ),
}


@pytest.mark.parametrize("kind", NO_TABLES)
def test_what_is_no_table_of_the_source_gets_one_sentence(kind, take, tmp_path):
    content, sentence = NO_TABLES[kind]
    file = tmp_path / "given.csv"
    file.write_bytes(content)

    answer = take(file)

    glue = "" if sentence.startswith(",") else ": "
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"councilwatch: failed: given.csv{glue}{sentence}\n"


def test_machines_are_told_of_a_failure_on_standard_output_too(take, tmp_path):
    rows = [source_row(**{"Vote in the DB": str(n), "Vote outcome": "accepted"}) for n in range(60)]

    failed = take(written(tmp_path / "wrong.csv", *rows), "--json", "--accept", "all")

    assert failed.code == 3
    assert (failed.body["source"], failed.body["status"]) == ("sciences-po", "failed")
    assert len(failed.body["faults"]) == 60
    assert failed.body["faults"][0] == {
        "file": "wrong.csv",
        "row": 2,
        "reason": "outcome 'accepted' is not known; "
        "possible are 'adopted', 'vetoed', 'lack of maj.'.",
    }
    assert len(failed.err.splitlines()) == 41


def test_machines_are_told_that_nobody_answered(take, server):
    server.answers["/votes.csv"] = web.status(404)

    answer = take(server.url(), *HOSTS, "--json")

    assert answer.code == 4
    assert answer.body == {
        "source": "sciences-po",
        "status": "unavailable",
        "faults": [
            {"file": f"http://{web.HOST}/votes.csv", "row": 0, "reason": "the server answers 404."}
        ],
    }
    assert answer.err.startswith("councilwatch: unavailable: ")


LIST = "code: act\nday: 2026-10-01\nsource: act-list-2017\nBrazil\n"


@pytest.fixture
def paste(monkeypatch) -> Callable[[str], None]:
    """Gives a text on standard input."""

    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return given


@pytest.mark.parametrize("dash", ["-", "/dev/stdin"])
def test_pasted_text_is_read_from_standard_input(dash, take, paste):
    paste(LIST)
    taken = take(dash, "--accept", "all", source="supporters")
    paste(LIST)
    again = take(dash, source="supporters")
    paste(LIST + "Atlantis\n")
    wrong = take(dash, source="supporters")

    assert (taken.code, again.code, wrong.code) == (0, 0, 3)
    assert wrong.err.startswith(
        "councilwatch: failed: standard input, row 5: No state is called 'Atlantis'"
    )


def test_more_than_a_source_may_have_is_not_read_from_standard_input(take, paste):
    paste("x" * 1_000_001)

    answer = take("-", source="supporters")

    assert answer.code == 3
    assert "failed: standard input: has 1.0 MB, more than the 1 MB allowed" in answer.err


def test_standard_input_nobody_gives_is_a_mistake(take, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    answer = take("-", source="supporters")

    assert answer.code == 2
    assert "nothing is given on standard input" in answer.err


def test_a_pipe_is_read_as_a_file(take, tmp_path):
    pipe = tmp_path / "list"
    os.mkfifo(pipe)
    Thread(target=pipe.write_text, args=(LIST,), daemon=True).start()

    assert "endorsements: 1 new" in take(pipe, source="supporters").out


@pytest.mark.parametrize("url", ["https://[zz]/", "https://[", "https://[::1/x.csv"])
def test_what_is_no_web_address_gets_one_sentence(url, take):
    answer = take(url)

    assert (answer.code, answer.out) == (3, "")
    assert "is no web address" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_an_address_in_numbers_and_colons_is_told_in_its_brackets(take):
    answer = take("https://[2001:db8::1]/votes.csv")

    assert "failed: https://[2001:db8::1]/votes.csv: '[2001:db8::1]' is no host" in answer.err


def test_of_very_many_faults_forty_are_told(take, tmp_path):
    rows = [source_row(**{"Vote in the DB": str(n), "Vote outcome": "accepted"}) for n in range(60)]

    answer = take(written(tmp_path / "wrong.csv", *rows))

    assert answer.code == 3
    assert len(answer.err.splitlines()) == 41
    assert "20 more faults; --full tells them" in answer.err


def beside(name: str) -> ModuleType:
    """A module beside the tests of downloads."""
    path = FACTS.parent / "tests" / "fetch" / f"{name}.py"
    spec = spec_from_file_location(f"import_{name}", path)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


web = beside("server")
library = beside("library_file")


@pytest.fixture
def server(socket_enabled, monkeypatch) -> Iterator[object]:
    """A server that only this test may ask; the command itself offers no such way."""
    with web.serving() as started:
        monkeypatch.setattr(download, "Addresses", started.addresses)
        quick = Limits(monotonic, lambda _seconds: None, silence=0.5)
        monkeypatch.setattr(take_module, "limits", lambda: quick)
        yield started


def zip_of(content: bytes) -> bytes:
    """A ZIP archive of one table."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("votes.csv", content)
    return archive.getvalue()


HOSTS = ("--allow-host", web.HOST)
BAD = {
    "not there": (lambda _: web.status(404), 4, "unavailable: {url}: the server answers 404."),
    "failing": (
        lambda _: web.status(500),
        4,
        "unavailable: {url}: the server answers 500 (4 attempts).",
    ),
    "cut short": (
        lambda _: web.body(b"Vote in the DB", Content_Length="9999"),
        4,
        "unavailable: {url}: the file is cut short after 14 of 9,999 bytes (4 attempts).",
    ),
    "a web page": (
        lambda _: web.body(b"<!doctype html><title>Sign in</title>"),
        3,
        "failed: votes.csv: is not CSV but a web page (HTML) or XML; the address may be that of a "
        "page about the file.",
    ),
    "a renamed column": (
        lambda s: web.body(s.replace(b"Vote outcome,", b"Outcome,", 1)),
        3,
        "failed: votes.csv, row 1: column 'Vote outcome' is missing.",
    ),
    "too large": (
        lambda s: web.body(s, Content_Length="900000000"),
        3,
        "failed: {url}: has 900.0 MB, more than the 50.0 MB allowed.",
    ),
    "a bomb in a ZIP archive": (
        lambda _: web.body(zip_of(bytes(40_000_000))),
        3,
        "failed: votes.csv: is a ZIP archive packed more than 100 times, which no table is.",
    ),
    "a bomb by encoding": (
        lambda _: web.body(gzip.compress(bytes(60_000_000), 1), Content_Encoding="gzip"),
        3,
        "failed: {url}: holds more than the 50.0 MB allowed.",
    ),
    "a redirect to a private address": (
        lambda _: web.moved("http://127.0.0.2/votes.csv"),
        3,
        "failed: http://127.0.0.2/votes.csv: '127.0.0.2' is no host of this source",
    ),
}
"""What a server may answer, the exit code, and the sentence that says so."""


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_download_gets_one_clear_sentence_and_changes_nothing(
    kind, take, file, folder, server
):
    answer_to, code, sentence = BAD[kind]
    server.answers["/votes.csv"] = answer_to(file.read_bytes())
    before = contents(folder)

    answer = take(server.url(), *HOSTS, "--accept", "all")

    told = sentence.format(url=f"http://{web.HOST}/votes.csv")
    assert answer.code == code, answer
    assert answer.err.startswith(f"councilwatch: {told}")
    assert answer.out == ""
    assert "Traceback" not in answer.err
    assert contents(folder) == before


def test_a_file_is_taken_from_the_web_and_the_same_is_unchanged_afterwards(take, file, server):
    ok = web.body(file.read_bytes())
    server.answers["/votes.csv"] = web.in_turn(web.status(500), ok)

    first = take(server.url(), *HOSTS, "--accept", "all")
    second = take(server.url(), *HOSTS)

    assert first.code == 0, first
    assert (second.code, second.out.partition(":")[0]) == (0, "unchanged")


def test_another_host_than_the_source_has_must_be_named(take, server):
    answer = take(server.url())

    assert answer.code == 3
    assert f"'{web.HOST}' is no host of this source" in answer.err
    assert "--allow-host" in answer.err
    assert server.asked == []


@pytest.mark.parametrize("url", ["https://127.0.0.1/x.csv", "https://[::1]/x.csv"])
def test_no_option_lets_the_command_ask_this_machine(url, take, socket_enabled):
    host = url.split("/")[2].strip("[]")

    answer = take(url, "--allow-host", host, "--accept", "all")

    assert answer.code == 3
    assert "no public address" in answer.err


def test_an_address_without_tls_is_refused(take):
    answer = take("http://data.sciencespo.fr/votes.csv")

    assert answer.code == 3
    assert "must start with https://" in answer.err
