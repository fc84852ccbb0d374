"""All findings for all votes under all readings, against pandas counting the ballots."""

import sys
from pathlib import Path

import clock

from councilwatch.record.place import record_folder

HERE = Path(__file__).parent


def main() -> None:
    ballots = str(record_folder() / "ballots.csv")
    seconds = clock.time_processes(
        {
            "findings": [sys.executable, str(HERE / "all_findings.py")],
            "pandas": [sys.executable, str(HERE / "count_with_pandas.py"), ballots],
        },
        times=5,
    )
    clock.report(
        "all findings : pandas counting ballots", seconds["findings"], seconds["pandas"], 2
    )


if __name__ == "__main__":
    main()
