"""What the codes say in their own words, beside what the rules make of them."""

import tomllib
from pathlib import Path
from typing import NamedTuple


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
    wording = {}
    for path in sorted((folder / "codes").glob("*.toml")):
        code = tomllib.loads(path.read_text("utf-8"))
        for clause in code["clause"]:
            wording[clause["id"]] = Wording(
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
    return wording
