"""Writes the parts of the docs that are made from the record: `python docs/handbook.py`.

A part stands between `<!-- made: NAME -->` and `<!-- end -->`. With `--check` nothing is written
and the pages that are out of date are named; a test does the same.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from councilwatch.critique.figures.catalogue import rederive
from councilwatch.critique.figures.comparison import as_printed
from councilwatch.critique.figures.figure import Figure, Part, Verdict
from councilwatch.press.figures import tally_of_answers
from councilwatch.record.assessment import Answer
from councilwatch.record.draft import Draft, Outcome
from councilwatch.record.place import record_folder
from councilwatch.record.printed import Coverage
from councilwatch.record.record import Record
from councilwatch.record.schema import Field, Schema, TableSchema, read_schema

ROOT = Path(__file__).parents[1]
PAGES = (
    "README.md",
    "CHANGELOG.md",
    "docs/record.md",
    "docs/tables.md",
    "docs/method.md",
    "docs/figures.md",
)
PART = re.compile(
    # <!-- made: size -->...<!-- end -->, in a line or over several
    r"(?P<head><!-- made: (?P<name>[a-z-]+) -->(?P<block>\n?)).*?(?P<end><!-- end -->)",
    re.DOTALL,
)

EXTENTS = ("complete", "complete for a time", "partial", "missing")
"""What is said of a table on the front page."""


def parts(record: Record, schema: Schema) -> Mapping[str, str]:
    """Every made part by name."""
    return {
        "size": _size(record),
        "tables": _tables(record, schema),
        "extent": _extent(record),
        "coverage": _coverage(record),
        "columns": "\n".join(_columns(each) for each in schema.every.values()),
        "founding-table": _founding_table(record),
        "figures": _figures(record),
        "french-vetoes": str(sum("FRA" in _vetoed_by(record, d) for d in record.drafts.values())),
    }


def filled(page: str, made: Mapping[str, str]) -> str:
    """A page with its made parts written anew; raises `KeyError` on a part nobody makes."""

    def fill(part: re.Match[str]) -> str:
        return part["head"] + made[part["name"]].rstrip() + part["block"] + part["end"]

    return PART.sub(fill, page)


def out_of_date(record: Record) -> dict[Path, str]:
    """The pages that do not say what the record says, with what they should."""
    made = parts(record, read_schema(record.folder))
    pages = {ROOT / name: (ROOT / name).read_text("utf-8") for name in PAGES}
    return {path: filled(page, made) for path, page in pages.items() if filled(page, made) != page}


def _rows(record: Record, table: TableSchema) -> int:
    return sum(1 for _ in record.rows(table.table))


def _size(record: Record) -> str:
    outcomes = Counter(record.decision(draft).outcome for draft in record.drafts.values())
    said = ", ".join(f"{outcomes[each]:,} {each.value}" for each in Outcome)
    tables = read_schema(record.folder).facts
    rows = sum(_rows(record, table) for table in tables.values())
    return (
        f"The record has {rows:,} facts in {len(tables)} tables, from {len(record.sources):,} "
        f"sources: {len(record.drafts):,} votes ({said}; of {outcomes[None]} the ballots are "
        f"not recorded) and {record.size:,} ballots among them.\n"
    )


def _tables(record: Record, schema: Schema) -> str:
    lines = ["| table | key | rows | what a row says |", "|---|---|--:|---|"]
    for each in schema.facts.values():
        key = ", ".join(f"`{column}`" for column in each.key)
        lines.append(f"| `{each.file}` | {key} | {_rows(record, each):,} | {each.about} |")
    return "\n".join(lines)


def _extent(record: Record) -> str:
    """For a reader of the front page: which tables are complete, and which are not, with rows."""
    known: dict[str, set[str]] = {}
    for each in record.all(Coverage):
        known.setdefault(each.of, set()).add(each.extent.value)
    schema = read_schema(record.folder)
    listed: dict[str, list[str]] = {word: [] for word in EXTENTS}
    for name, extents in sorted(known.items()):
        listed[_word(extents)].append(f"{name} ({_rows(record, schema.facts[name]):,})")
    told = [
        f"- {word} ({len(names)} tables): {', '.join(names) or 'none'}"
        for word, names in listed.items()
    ]
    where = "docs/record.md#what-is-complete-partial-and-missing"
    return "\n".join(
        [*told, "", f"What each has and lacks, from when to when: [record]({where}).\n"]
    )


def _founding_table(record: Record) -> str:
    """How often our own proposal says what of a draft."""
    said = Counter(
        each.answer
        for assessments in record.assessments.values()
        for each in assessments
        if each.assessor == "founding-table"
    )
    yes, contested, no = said[Answer.YES], said[Answer.CONTESTED], said[Answer.NO]
    return f"{yes} candidate, {contested} contested, {no} not"


def _vetoed_by(record: Record, draft: Draft) -> tuple[str, ...]:
    return record.decision(draft).vetoed_by


def _word(extents: set[str]) -> str:
    """One word for a table that is complete for some years and not for others."""
    if len(extents) == 1:
        return next(iter(extents))
    return "complete for a time" if "complete" in extents else "partial"


def _coverage(record: Record) -> str:
    rows = {each.name: _rows(record, each) for each in read_schema(record.folder).facts.values()}
    lines = ["| table | rows | extent | from | until | what is there and what is not |"]
    lines.append("|---|--:|---|---|---|---|")
    for each in sorted(record.all(Coverage), key=lambda c: (c.of, str(c.held.start))):
        start, end = each.held.start or "", each.held.end or ""
        count = f"{rows[each.of]:,}"
        lines.append(
            f"| {each.of} | {count} | {each.extent.value} | {start} | {end} | {each.note} |"
        )
    return "\n".join(lines)


def _figures(record: Record) -> str:
    """Every printed figure with its answer: how many have which, then one row for each."""
    figures = list(rederive(record))
    lines = [tally_of_answers(figures).replace("\n", " "), ""]
    lines += [
        "| figure | what it is | answer | what differs or holds in one way only, what stays open |",
        "|---|---|---|---|",
    ]
    for figure in figures:
        told = "; ".join(filter(None, (_differs(figure), _split(figure), _open(figure))))
        lines.append(f"| {figure.id} | {figure.title} | {figure.headline} | {told} |")
    return "\n".join(lines)


def _differs(figure: Figure) -> str:
    parts = (part for part in figure.parts if part.verdict is Verdict.DIFFERS)
    return "; ".join(
        f"{part.slug}: {_printed(part)} printed, {part.computed} on record" for part in parts
    )


def _printed(part: Part) -> str:
    return as_printed(part.printed).replace(";", ",") if part.printed else ""


def _split(figure: Figure) -> str:
    parts = [part for part in figure.parts if part.is_split]
    return "; ".join(f"{part.slug}: {part.told}" for part in parts)


def _open(figure: Figure) -> str:
    slugs = [part.slug for part in figure.parts if part.verdict is Verdict.CANNOT_SAY]
    return f"open: {', '.join(slugs)}" if slugs else ""


def _columns(table: TableSchema) -> str:
    lines = [f"## {table.title}", "", f"`{table.file}`. {table.about}", ""]
    lines += ["| column | kind | what it says |", "|---|---|---|"]
    lines += [_column(table, field) for field in table.fields]
    return "\n".join([*lines, ""])


def _column(table: TableSchema, field: Field) -> str:
    name = f"**{field.name}**" if field.name in table.key else field.name
    kind = f"{field.kind}, required" if field.required else field.kind
    choices = f" One of: {', '.join(field.choices)}." if field.choices else ""
    refers = field.refers_to or field.list_of
    listed = "Keys, separated by blanks, of" if field.list_of else "A key of"
    pointer = f" {listed} `{refers}`." if refers else ""
    return f"| {name} | {kind} | {field.about}{choices}{pointer} |"


def main(arguments: list[str]) -> int:
    """Writes the pages, or names those out of date; returns the exit code."""
    stale = out_of_date(Record(record_folder()))
    for path, page in stale.items():
        word = "Out of date" if "--check" in arguments else "Written"
        sys.stdout.write(f"{word}: {path.name}\n")
        if "--check" not in arguments:
            path.write_text(page, encoding="utf-8")
    return int("--check" in arguments and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
