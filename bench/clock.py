"""Timing of calls and of whole processes: the median of several runs, taken in turn."""

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def time_calls(calls: Mapping[str, Callable[[], object]], times: int) -> dict[str, float]:
    """The median seconds of each call; the calls take turns, so that a slow moment hits all."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(times):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def time_processes(commands: Mapping[str, Sequence[str]], times: int) -> dict[str, float]:
    """The median seconds of each command from start to end."""

    def runner(command: Sequence[str]) -> Callable[[], object]:
        return lambda: subprocess.run(command, check=True, capture_output=True)

    return time_calls({name: runner(command) for name, command in commands.items()}, times)


def report(what: str, ours: float, theirs: float, aim: float) -> None:
    """One line: the ratio first."""
    took = f"{ours * 1000:.0f} ms : {theirs * 1000:.0f} ms"
    print(f"{ours / theirs:5.2f} x  (aim {aim:g})  {what}: {took}")
