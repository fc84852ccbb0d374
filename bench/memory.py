"""The memory the whole record takes, against the size of its files."""

import subprocess
import sys

from councilwatch.record.place import record_folder

LOAD = """
from pathlib import Path

from councilwatch.record.place import record_folder
from councilwatch.record.record import Record


def peak():
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


before = peak()
record = Record(record_folder()).load()
print((peak() - before) * 1024)
"""
"""The kernel's own high-water mark: what `getrusage` says is inherited from the parent."""


def main() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOAD], check=True, capture_output=True, text=True
    ).stdout
    taken = int(told)
    size = sum(path.stat().st_size for path in record_folder().rglob("*") if path.is_file())
    print(
        f"{taken / size:5.2f} x  (no aim)  memory of the loaded record : size of facts/: "
        f"{taken / 1e6:.0f} MB : {size / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
