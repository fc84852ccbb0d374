"""Three-valued truth (Kleene) with the reasons that led to it.

`None` means the record does not say. It is told apart from a question that named assessors answer
differently: such a reason is `disputed`, and stays so until every open part is disputed too.
"""

from dataclasses import dataclass

from councilwatch.record.cite import Cite

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A statement, whether it is true as far as is known, what it rests on, and its parts."""

    says: str
    truth: Truth
    disputed: bool = False
    """Unknown because assessors differ or report a dispute, not because nobody has spoken."""
    cites: tuple[Cite, ...] = ()
    parts: tuple["Reason", ...] = ()
    joined_by: str = ""
    """`all` or `any` where the truth follows from the parts."""

    def __post_init__(self) -> None:
        if self.disputed and self.truth is not None:
            raise ValueError(f"A disputed statement cannot be {self.truth}: {self.says}")


def all_of(says: str, *parts: Reason) -> Reason:
    """True if every part is, false if one part is false, otherwise unknown."""
    truths = [part.truth for part in parts]
    truth = False if False in truths else None if None in truths else True
    return Reason(says, truth, truth is None and _all_open_disputed(parts), (), parts, "all")


def any_of(says: str, *parts: Reason) -> Reason:
    """True if one part is, false if every part is false, otherwise unknown."""
    truths = [part.truth for part in parts]
    truth = True if True in truths else None if None in truths else False
    return Reason(says, truth, truth is None and _all_open_disputed(parts), (), parts, "any")


def _all_open_disputed(parts: tuple[Reason, ...]) -> bool:
    """Whether settling the disputes would settle the matter: nothing is merely unsaid."""
    return all(part.disputed for part in parts if part.truth is None)
