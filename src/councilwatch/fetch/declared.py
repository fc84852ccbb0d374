"""What is declared of a source in the TOML files beside its reader."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def declared(package: str, name: str) -> Mapping[str, Any]:
    """What the TOML file of this name in a package says."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))


def rows_fault(found: int, expected: Mapping[str, Any]) -> str:
    """What is wrong with the number of rows of a whole file; empty if nothing is."""
    least, most = expected["rows"]
    return "" if least <= found <= most else f"rows: {found} found, {least} to {most} expected."
