"""What one outcome cell of the tables says: read word for word, or refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

NAME = r"(?:USSR|UK|USA|France|China|(?:the )?Russian Federation|(?:the )?United States)"
DOCUMENT = r"S/(?:\d{4}/)?\d+(?:/(?:Rev|Add|Corr)\.\d+)*"
GRAMMAR = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern})"
        for kind, pattern in {
            "statement": rf"S/PRST/\d+/\d+|{DOCUMENT} \(PRST\)",
            "paper": rf"(?:Note|Letter) ?\(? ?{DOCUMENT} ?\)?|Communiqué",
            "resolution": r"S/RES/\d+ ?\(\d{4} ?\)",
            "label": r"(?:Power Four )?[Dd]raft [Rr]esolutions?(?: \()?",
            "meeting": r"S/PV\.\d+(?: \([A-Z][a-z]+\))?",
            "document": DOCUMENT,
            "part": r"(?:(?:&|and) )?(?:Corr|Add)\.\d+",
            "joint": r"and|&",
            "as_changed": r"\((?:as amended|as corrected|incorporating amendment[^)]*)\)",
            "vetoed": rf"vetoed by (?P<by>{NAME}(?:(?:, and |, | and ){NAME})*)",
            "failed": r"(?:\) )?(?:was )?not adopted",
            "unanimous": r"[Aa]dopted (?:unanimously|by consensus)",
            "unvoted": r"[Ww]ithout (?:a )?vote",
            "tally": r"\d+-\d+-\d+(?: \(1 absent\))?",
            "remark": r"\((?:France|The Syrian Arab Republic) did not participate [a-z ]+\.\)",
            "bare": r"--|\+|\)",
        }.items()
    )
)
"""Every word the tables use, in the order in which it is tried."""

IGNORED = ("statement", "paper", "part", "as_changed", "bare")
"""What is no vote and says nothing of one: presidential statements, notes, letters, signs."""

COUNTS = {"unanimous": "unanimous", "unvoted": "without a vote"}
"""The words for a count, as the record keeps them."""


@dataclass(slots=True)
class Print:
    """One text as an outcome cell prints it."""

    symbol: str
    outcome: str = ""
    """`adopted` where it stands under the number of a resolution."""
    tally: str = ""
    vetoed_by: tuple[str, ...] = ()
    remark: str = ""

    @property
    def says_something(self) -> bool:
        """Whether the cell tells that this text was decided on, and not only that it exists."""
        return bool(self.outcome or self.tally)


def read_cell(cell: str) -> list[Print]:
    """The texts an outcome cell speaks of, in its order; raises `ValueError` at an unknown word."""
    found: list[Print] = []
    open_: list[Print] = []
    joining = False
    for kind, text, by in _words(cell):
        if kind in IGNORED:
            continue
        if kind == "joint":
            joining = True
        elif kind == "label":
            open_ = []
        elif kind in ("resolution", "meeting", "document"):
            one = Print(_symbol(kind, text), "adopted" if kind == "resolution" else "")
            open_ = [*open_, one] if joining and open_ and not open_[-1].tally else [one]
            found.append(one)
            joining = False
        else:
            _tell(open_, kind, text, by)
    return found


def _words(cell: str) -> Iterator[tuple[str, str, str]]:
    text = re.sub(r"\s+", " ", cell.replace(" | ", " ")).strip()
    place = 0
    while place < len(text):
        match = GRAMMAR.match(text, place)
        if match is None or match.lastgroup is None:
            raise ValueError(f"'{text[place : place + 40]}' is not understood, in '{text}'.")
        kind = next(k for k, v in match.groupdict().items() if v is not None)
        yield kind, match.group(), match["by"] or ""
        place = match.end()
        while place < len(text) and text[place] == " ":
            place += 1


def _symbol(kind: str, text: str) -> str:
    if kind == "resolution":
        return re.sub(r"(\d) ?\((\d{4}) ?\)", r"\1 (\2)", text)
    return text.partition(" (")[0]


def _tell(prints: list[Print], kind: str, text: str, by: str) -> None:
    """Puts what a word says on the texts it stands behind."""
    if not prints:
        raise ValueError(f"'{text}' stands behind no text.")
    for one in prints:
        if kind == "vetoed":
            one.outcome, one.vetoed_by = "vetoed", tuple(re.split(r", and |, | and ", by))
        elif kind == "failed":
            one.outcome = "short of votes"
        elif kind == "remark":
            one.remark = text[1:-2]
        else:
            one.tally, _, more = COUNTS.get(kind, text).partition(" (")
            one.remark = more.removesuffix(")")
