"""What the codes say in their own words, beside what the rules make of them."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from councilwatch.record.fault import DataError, Fault


class Wording(NamedTuple):
    """A paragraph of a code, quoted, and what it leaves open."""

    clause: str
    paragraph: str
    quote: str
    binds: str
    engaged_by: str
    exceptions: str
    left_open: str
    document: str
    source: str


def read_wording(folder: Path) -> dict[str, Wording]:
    """The wording of every clause, by its id, from the files in a record's `codes` folder."""
    wording: dict[str, Wording] = {}
    for path in sorted((folder / "codes").glob("*.toml")):
        try:
            code = tomllib.loads(path.read_text("utf-8"))
            wording |= {clause["id"]: _made(code, clause) for clause in code["clause"]}
        except KeyError as error:
            reason = f"says nothing of {error}."
            raise DataError([Fault(f"codes/{path.name}", 0, reason)]) from error
        except (ValueError, TypeError) as error:
            reason = f"cannot be read as the paragraphs of a code: {error}."
            raise DataError([Fault(f"codes/{path.name}", 0, reason)]) from error
    return wording


def _made(code: Mapping[str, str], clause: Mapping[str, str]) -> Wording:
    return Wording(
        clause=clause["id"],
        paragraph=clause["paragraph"],
        quote=clause["quote"],
        binds=clause["binds"],
        engaged_by=clause["engaged_by"],
        exceptions=clause["exceptions"],
        left_open=clause["left_open"],
        document=code["document"],
        source=code["source"],
    )
