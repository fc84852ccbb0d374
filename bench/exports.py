"""Exporting the record in all formats, against reading the record alone."""

import sys
import tempfile
from pathlib import Path

import clock

COMMAND = str(Path(sys.executable).with_name("councilwatch"))
READ = (
    "from councilwatch.record.place import record_folder;"
    "from councilwatch.record.record import Record;"
    "Record(record_folder()).load()"
)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="councilwatch-bench-") as name:
        out = Path(name)
        seconds = clock.time_processes(
            {
                "read": [sys.executable, "-c", READ],
                "all": [
                    sys.executable,
                    "-c",
                    f"import shutil, subprocess; shutil.rmtree({str(out / 'all')!r}, True);"
                    f"subprocess.run([{COMMAND!r}, 'export', '--format', 'all', '-o',"
                    f" {str(out / 'all')!r}], check=True, capture_output=True)",
                ],
            },
            times=3,
        )
    clock.report("export of all formats : reading the record", seconds["all"], seconds["read"], 30)


if __name__ == "__main__":
    main()
