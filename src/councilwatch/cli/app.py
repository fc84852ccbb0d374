"""The commands by name, each imported only when it is asked for."""

import gc
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import typer

from councilwatch import __version__

EXIT_USAGE, EXIT_DATA, EXIT_ENVIRONMENT = 2, 3, 4

COMMANDS = {
    "votes": "votes",
    "vote": "votes",
    "state": "votes",
    "bound": "pledges",
    "supporters": "pledges",
    "explain": "pledges",
    "scorecard": "publish",
    "card": "publish",
    "post": "publish",
    "check": "keep",
    "import": "take",
    "history": "past",
    "facts": "browse",
    "situation": "browse",
    "presidents": "browse",
    "figures": "figures",
    "release": "keep",
    "verify": "keep",
    "export": "export",
}
"""Each command and the module under `cli` it stands in."""

ABOUT = """Who pledged what on Security Council action against atrocity crimes, and how they voted.

Facts come with their source, judgements with their author, findings with their reading and reasons.
"""


def run(arguments: Sequence[str]) -> int:
    """Runs a command; returns its exit code, with what went wrong as a sentence on stderr."""
    if not all(argument.replace("\u00a0", " ").isprintable() for argument in arguments):
        sys.stderr.write("councilwatch: an argument holds signs that cannot be printed.\n")
        return EXIT_USAGE
    app = make_app(arguments)
    _print_what_the_terminal_can()
    gc.enable()
    try:
        app(args=list(arguments), prog_name="councilwatch", standalone_mode=True)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.stderr.write(f"councilwatch: {error.strerror or error}{where}.\n")
        return EXIT_ENVIRONMENT
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    except Exception as error:
        from councilwatch.record.fault import DataError  # only a mistake needs it

        if not isinstance(error, DataError):
            raise
        sys.stderr.writelines(f"councilwatch: {fault}\n" for fault in error.faults)
        return EXIT_DATA
    return 0


def _print_what_the_terminal_can() -> None:
    """A letter that the output cannot hold is shown by its number, and stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def make_app(arguments: Sequence[str]) -> typer.Typer:
    """The application with the command asked for, or with all of them where help is."""
    asked = arguments[0] if arguments and arguments[0] in COMMANDS else None
    app = typer.Typer(
        help=ABOUT,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=asked is None,
    )
    app.callback()(_callback)
    for name in (asked,) if asked else COMMANDS:
        app.command(name)(_command(name))
    return app


def _command(name: str) -> Callable[..., Any]:
    module = import_module(f"councilwatch.cli.{COMMANDS[name]}")
    command: Callable[..., Any] = getattr(module, f"{name}_command")
    return command


def _callback(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    if version:
        typer.echo(f"councilwatch {__version__}")
        raise typer.Exit
