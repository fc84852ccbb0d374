"""Where the record stands: the folder given, or named in the environment, or our own."""

import os
from pathlib import Path

RECORD_VARIABLE = "COUNCILWATCH_RECORD"


def record_folder(folder: Path | None = None) -> Path:
    """The folder given, or named in the environment, or the one shipped with the package."""
    if folder is not None:
        return folder
    named = os.environ.get(RECORD_VARIABLE)
    if named:
        return Path(named)
    package = Path(__file__).parents[1]
    shipped = package / "facts"
    return shipped if shipped.is_dir() else package.parents[1] / "facts"
