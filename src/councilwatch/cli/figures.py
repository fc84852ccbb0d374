"""`figures`: the numbers documents on the Code print, each worked out anew from the record."""

from typing import Annotated

import typer

from councilwatch.cli.options import (
    AsJson,
    AsKnown,
    Folder,
    choose,
    open_record,
    show,
    show_json,
)


def figures_command(
    figures: Annotated[
        list[str] | None, typer.Argument(metavar="[F1 ... F30]", help="Some of them; else all.")
    ] = None,
    as_json: AsJson = False,
    as_known: AsKnown = None,
    folder: Folder = None,
) -> None:
    """Work out anew the numbers that documents on the Code print: confirmed, differs, cannot say.

    A difference is an answer, not a failure: the exit code is 0.
    """
    from councilwatch.critique.figures.catalogue import RULES, rederive
    from councilwatch.press.figures import figures_body, figures_text

    asked = [choose(each.upper(), list(RULES), "figure") for each in figures or ()]
    record = open_record(folder, as_known)
    found = list(rederive(record, asked))
    if as_json:
        show_json(figures_body(record, found))
    else:
        show(figures_text(record, found))
