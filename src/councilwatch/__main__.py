"""The door: `councilwatch` on the command line."""

import gc
import os
import sys

from councilwatch import __version__


def main() -> None:
    """Runs one command and exits: 0 fine, 1 finding, 2 usage, 3 data, 4 environment."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"councilwatch {__version__}\n")  # before anything slow is imported
        return
    gc.disable()  # nothing imported below is garbage; `run` switches it on for the command itself
    from councilwatch.cli.app import run

    _leave(run(sys.argv[1:]))


def _leave(code: int) -> None:
    """Ends the process without taking the interpreter apart: a tenth of a short command's time."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # the reader, such as `head`, has gone
        code = code or 0
    os._exit(code)


if __name__ == "__main__":
    main()
