"""45,000 rows of the UN Library's file read and compared, against pandas counting them."""

import sys
import tempfile
from pathlib import Path

import clock

from councilwatch.record.place import record_folder
from councilwatch.record.record import Record

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "fetch"))
import library_file  # noqa: E402 - the file the tests make

COMMAND = str(Path(sys.executable).with_name("councilwatch"))
ROWS = 45_000


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        votes = library_file.library_votes(Record(record_folder()))
        file = library_file.write_library(
            Path(name) / "voting.csv", library_file.with_later(votes, ROWS)
        )
        ours = f"{COMMAND} import un-library-votes {file} || test $? = 1"  # 1: the two differ
        seconds = clock.time_processes(
            {
                "import": ["sh", "-c", ours],
                "pandas": [sys.executable, str(HERE / "group_with_pandas.py"), str(file)],
            },
            times=7,
        )
    clock.report(
        "45,000 Library rows compared with the record : pandas read_csv and groupby",
        seconds["import"],
        seconds["pandas"],
        3,
    )


if __name__ == "__main__":
    main()
