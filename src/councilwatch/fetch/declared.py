"""What is declared of a source in the TOML files beside its reader."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

T = TypeVar("T", int, str)


@cache
def declared(package: str, name: str) -> Mapping[str, Any]:
    """What the TOML file of this name in a package says."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))


def rows_fault(found: int, expected: Mapping[str, Any]) -> str:
    """What is wrong with the number of rows of a whole file; empty if nothing is."""
    return range_fault("rows", found, *expected["rows"])


def range_fault(what: str, found: T, least: T, most: T) -> str:
    """What is wrong with a number or a day (ISO); empty if it is in the range that is declared."""
    if least <= found <= most:
        return ""
    expected = f"{least}" if least == most else f"{least} to {most}"
    return f"{what}: {found} found, {expected} expected."
