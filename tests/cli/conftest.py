"""How tests of commands ask: in this process, on the repository's own record."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from councilwatch.cli.app import run


class Answer(NamedTuple):
    """What a command printed, and the exit code it ended with."""

    code: int
    out: str
    err: str

    @property
    def body(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def ask(capsys, monkeypatch) -> Callable[..., Answer]:
    """Runs a command in this process, on the repository's own record unless told otherwise."""
    monkeypatch.delenv("COUNCILWATCH_RECORD", raising=False)

    def asked(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Answer(code, *capsys.readouterr())

    return asked
