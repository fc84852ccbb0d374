"""How one figure is worked out: a sentence, and the function that makes its parts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from councilwatch.critique.figures.claims import Claims
from councilwatch.critique.figures.figure import Part


@dataclass(frozen=True, slots=True)
class Rule:
    """What a figure is about, the rule in a sentence, and what makes its parts of the claims."""

    id: str
    title: str
    sentence: str
    parts: Callable[[Claims], Iterable[Part]]
