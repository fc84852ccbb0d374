"""What the two quickest commands import: every module more is time a reader waits for."""

import subprocess
import sys

import pytest

SLOW = (
    "rich",
    "regex",
    "resvg_py",
    "pydantic",
    "json",
    "tomllib",
    "pandas",
    "councilwatch.press.page",
    "councilwatch.codes.catalogue",
    "councilwatch.world.symbols",
)
"""Needed by some commands, and by neither of these."""


def imported_by(*arguments: str) -> set[str]:
    """The modules Python imports for a command line, as Python itself reports them."""
    command = [sys.executable, "-X", "importtime", *arguments]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    lines = (line for line in told.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.fixture(scope="module")
def at_every_start() -> set[str]:
    """What this Python imports before anything is asked of it."""
    return imported_by("-c", "pass")


@pytest.fixture(scope="module")
def for_version(at_every_start) -> set[str]:
    """What `councilwatch --version` imports."""
    return imported_by("-m", "councilwatch", "--version") - at_every_start


@pytest.fixture(scope="module")
def for_one_vote(at_every_start) -> set[str]:
    """What `councilwatch vote S/2016/846` imports."""
    return imported_by("-m", "councilwatch", "vote", "S/2016/846") - at_every_start


def slow_among(modules: set[str]) -> list[str]:
    """The slow modules, or parts of them, among these."""
    return sorted(m for m in modules if any(m == slow or m.startswith(f"{slow}.") for slow in SLOW))


def test_the_version_is_told_before_anything_slow_is_imported(for_version):
    assert "councilwatch" in for_version
    assert slow_among(for_version) == []
    assert "typer" not in for_version


def test_the_version_needs_no_other_module_of_ours(for_version):
    assert {name for name in for_version if name.startswith("councilwatch")} == {"councilwatch"}


def test_one_vote_is_shown_without_anything_slow(for_one_vote):
    assert "councilwatch.press.ballots" in for_one_vote
    assert slow_among(for_one_vote) == []


def test_the_list_of_imports_would_show_a_slow_module():
    seen = imported_by("-c", "import json.decoder, councilwatch.world.symbols")

    assert {"json", "json.decoder", "councilwatch.world.symbols"} <= set(slow_among(seen))
