"""Reading the record: `facts` by table, `situation` by situation, `presidents` by month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    open_record,
    show,
    show_json,
    usage_error,
)
from councilwatch.record.record import Record
from councilwatch.record.schema import SOURCES, Schema, TableSchema, read_schema

if TYPE_CHECKING:
    from councilwatch.record.situation import Situation


def facts_command(
    table: Annotated[str | None, typer.Argument(help="Such as rolls; else all tables.")] = None,
    where: Annotated[
        list[str] | None, typer.Option(help="column=value, any number of times.")
    ] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """List the tables of the record, or the rows of one; `facts sources` tells the sources."""
    record = open_record(folder, as_known)
    schema = read_schema(record.folder)
    if table is None:
        _show_tables(record, schema, as_json)
        return
    asked = schema.every[choose(table, list(schema.every), "table")]
    rows = _chosen(asked, _rows(record, asked), where or [])
    if as_json:
        named = [dict(zip(asked.columns, row, strict=True)) for row in rows]
        about = {"table": asked.name, "says": asked.about, "as_known": as_known}
        show_json({**about, "count": len(rows), "rows": named})
        return
    for row in rows:
        cells = zip(asked.columns, row, strict=True)
        show("; ".join(f"{column}: {cell}" for column, cell in cells if cell))
    show(f"{len(rows)} rows of {asked.file}. {asked.about}")


def _rows(record: Record, table: TableSchema) -> list[Sequence[str]]:
    """The standing rows of a table; sources are not facts and have no history."""
    if table.name == SOURCES:
        return list(record.sources.values())
    return list(record.rows(table.table))


def _chosen(
    table: TableSchema, rows: list[Sequence[str]], conditions: list[str]
) -> list[Sequence[str]]:
    for condition in conditions:
        column, equals, value = condition.partition("=")
        if not equals:
            usage_error(f"'{condition}' is no condition; write column=value.")
        place = table.columns.index(choose(column, table.columns, f"column of {table.file}"))
        rows = [row for row in rows if row[place] == value]
    return rows


def _show_tables(record: Record, schema: Schema, as_json: bool) -> None:
    counts = {name: len(list(record.rows(each.table))) for name, each in schema.facts.items()}
    if as_json:
        tables = [
            {"table": name, "rows": counts[name], "says": each.about, "key": list(each.key)}
            for name, each in schema.facts.items()
        ]
        show_json({"tables": tables})
        return
    from councilwatch.cli.table import show_table

    rows = [(name, f"{counts[name]:,}", each.about) for name, each in schema.facts.items()]
    show_table(("table", "rows", "what a row says"), rows)


def situation_command(
    name: Annotated[str | None, typer.Argument(help="Such as syria; else all of them.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Show a situation: its texts, what bodies and members said of it, what followed."""
    from councilwatch.press.dossier import dossier_body, dossier_text, make_dossier
    from councilwatch.record.situation import Situation

    record = open_record(folder, as_known)
    situations = {each.id: each for each in record.all(Situation)}
    if name is None:
        _list_situations(record, list(situations.values()), as_json)
        return
    known = situations[choose(name.casefold(), list(situations), "situation in the record")]
    dossier = make_dossier(record, known)
    if as_json:
        show_json(dossier_body(record, dossier))
    else:
        show(dossier_text(record, dossier))


def _list_situations(record: Record, known: Sequence["Situation"], as_json: bool) -> None:
    from collections import Counter

    from councilwatch.record.situation import SituationAssessment

    texts = Counter(record.situations.values())
    said = Counter(each.situation for each in record.all(SituationAssessment))
    columns = ("situation", "name", "texts", "assessments")
    rows = [(s.id, s.name, texts[s.id], said[s.id]) for s in known]
    if as_json:
        show_json({"situations": [dict(zip(columns, row, strict=True)) for row in rows]})
        return
    from councilwatch.cli.table import show_table

    show_table(columns, [[str(cell) for cell in row] for row in rows])


def presidents_command(
    year: Annotated[int | None, typer.Argument(help="From 1990 on; else this year.")] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Show who presides over the Council in each month of a year, by the alphabetical rule."""
    from datetime import date

    from councilwatch.record.presiding import presidents

    record = open_record(folder, as_known)
    today = date.today()  # noqa: DTZ011 - the door may read the clock
    asked = today.year if year is None else year
    if not 1946 <= asked <= 2100:
        usage_error(f"{asked} is no year of the Council; give one from 1946 to 2100.")
    found = list(presidents(record, date(asked, 1, 1), date(asked + 1, 1, 1)))
    if as_json:
        months = [
            {
                "month": f"{each.month:%Y-%m}",
                "president": each.state,
                "known_by": each.known_by,
                "foretold": each.month > today,
                "source": each.source or None,
            }
            for each in found
        ]
        show_json({"year": asked, "presidents": months})
        return
    for each in found:
        name = record.name_of(each.state, each.month) if each.state else "the record cannot say"
        how = f" ({'foretold ' if each.month > today else ''}{each.known_by})" if each.state else ""
        show(f"{each.month:%Y-%m}  {each.state or '   '}  {name}{how}")
