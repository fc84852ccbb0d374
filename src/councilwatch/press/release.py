"""A release: the facts, the outcomes and findings that follow from them, and their fingerprints."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from councilwatch import METHOD_VERSION, __version__
from councilwatch.codes.catalogue import CODES
from councilwatch.codes.finding import Verdict
from councilwatch.press.export.derived import is_code_known, make_outcomes
from councilwatch.press.placing import check_free, write_folder
from councilwatch.press.scorecard import COUNTING_UNIT, as_of, make_rows
from councilwatch.record import tables as t
from councilwatch.record.commit import standing_file
from councilwatch.record.draft import Draft
from councilwatch.record.manifest import make_manifest
from councilwatch.record.merge import as_csv
from councilwatch.record.record import Record
from councilwatch.record.schema import PACKAGE_FILE

FINDING_COLUMNS = ("vote", "clause", "conduct", "crimes", "credible", *(v.value for v in Verdict))
FINDINGS_RULE = (
    "findings.csv lists every vote on a day when at least one member had, or may have had, "
    "endorsed a code; on all other days every finding is 'not bound'."
)
NOTE = """Councilwatch release. Facts, and what follows from them under named readings.

facts: the tables *.csv, each row with its source in sources.csv
outcomes.csv: the outcome of every vote, computed from ballots and seats
findings.csv: the members by verdict, one row per vote, clause and reading
manifest.json, rows.csv: fingerprints; `councilwatch verify FOLDER` needs only this folder

Data: CC BY 4.0. Votes rest on B. Martin, UNSC votes since 1946 Database, Sciences Po, CC BY 4.0.
The project states records, attributed assessments and findings under a named reading; it makes no
judgement of its own on any state. It is not affiliated with the United Nations.
"""


Track = Callable[[Sequence[Draft], str], Iterable[Draft]]
"""Shows how far along a list of drafts the work is."""


def _untracked(drafts: Sequence[Draft], label: str) -> Iterable[Draft]:  # noqa: ARG001 - see Track
    return drafts


def make_release(record: Record, track: Track = _untracked) -> dict[str, bytes]:
    """The files of a release by name; the same record gives the same bytes."""
    names = [t.SOURCES_FILE, PACKAGE_FILE]
    names += [f"codes/{path.name}" for path in _codes(record)]
    files = {name: standing_file(record.folder / name).read_bytes() for name in names}
    files |= {table.file: _table(record, table) for table in t.TABLES}
    outcomes, rows = make_outcomes(record)
    files[outcomes.file] = as_csv(outcomes.columns, rows)
    files["findings.csv"] = as_csv(FINDING_COLUMNS, list(_findings(record, track)))
    files["README.txt"] = NOTE.encode()
    about = {
        "name": "councilwatch",
        "as_of": as_of(record),
        "as_known": record.known_on.isoformat() if record.known_on else None,
        "version": __version__,
        "method": METHOD_VERSION,
        "counting_unit": COUNTING_UNIT,
        "findings": FINDINGS_RULE,
    }
    return {**files, **make_manifest(files, about)}


def write_release(record: Record, folder: Path, track: Track = _untracked) -> None:
    """Freezes the record into a new folder: complete, or not there; raises `FolderExists`."""
    check_free(folder)  # told before the work, not after it
    write_folder(folder, make_release(record, track))


def _codes(record: Record) -> list[Path]:
    """The files of the codes; of a record as known on a day, without codes known later."""
    files = sorted((record.folder / "codes").glob("*.toml"))
    return [path for path in files if is_code_known(record, path.stem)]


def _table(record: Record, table: t.Table) -> bytes:
    """The table's file; of a record as known on a day, without the rows known later."""
    if record.known_on is None:
        return standing_file(table.path(record.folder)).read_bytes()
    return as_csv(table.columns, record.known(table))


def _findings(record: Record, track: Track) -> Iterator[list[str]]:
    for draft in track(list(record.drafts.values()), "Findings"):
        if _somebody_may_be_bound(record, draft):
            for row in make_rows(record, draft):
                yield [
                    draft.vote,
                    row.clause,
                    row.conduct,
                    row.crimes,
                    row.credible,
                    *(" ".join(row.verdicts.get(verdict, ())) for verdict in Verdict),
                ]


def _somebody_may_be_bound(record: Record, draft: Draft) -> bool:
    return any(
        record.support(code, ballot.state, draft.day).answer is not False
        for code in CODES
        for ballot in record.ballots(draft)
    )
