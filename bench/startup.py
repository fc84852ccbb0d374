"""How long a command takes to start and answer, against Python doing nothing."""

import sys
from pathlib import Path

import clock

COMMAND = str(Path(sys.executable).with_name("councilwatch"))


def main() -> None:
    seconds = clock.time_processes(
        {
            "pass": [sys.executable, "-c", "pass"],
            "version": [COMMAND, "--version"],
            "vote": [COMMAND, "vote", "S/2016/846"],
        },
        times=21,
    )
    clock.report("councilwatch --version : python -c pass", seconds["version"], seconds["pass"], 5)
    clock.report("councilwatch vote : python -c pass", seconds["vote"], seconds["pass"], 8)


if __name__ == "__main__":
    main()
