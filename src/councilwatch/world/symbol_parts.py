"""
The small parts of a United Nations document symbol: its session and its suffixes.

Sessions were written in Roman numerals, in brackets after the number, until the numbering
reform of 1976-1978, and in Arabic numerals before the number since.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum


class Refusal(Enum):
    """The declared reasons for which a text is refused as a document symbol."""

    NOT_A_SYMBOL = "not a symbol"
    "Nothing in it reads as organ, slash, number: 'Oral amendment', '--', an empty cell."
    SEVERAL = "more than one document"
    "It names several documents: 'S/471 and S/471/Add.1', 'S/9696 and Corr.1 & 2'."
    REMARK = "a remark after the symbol"
    "A symbol, then words about it: 'S/11400 (as amended)', 'S/PV.1620 (closed)'."
    UNKNOWN_ORGAN = "an organ this parser does not know"
    "The first words name no body of the catalogue: 'X/2016/846'."
    UNKNOWN_SERIES = "no series of this organ"
    "The organ is known, the rest fits none of its series: 'S/1993/5', 'S/RES/2328'."


class SymbolError(ValueError):
    """A sentence saying why a text is no document symbol, where, and what is possible."""

    rule: Refusal
    "The declared reason, for a reader of a source who handles some refusals by name."

    def __init__(self, sentence: str, rule: Refusal = Refusal.UNKNOWN_SERIES) -> None:
        super().__init__(sentence)
        self.rule = rule


def roman(number: int) -> str:
    """Write a number from 1 to 89 in Roman numerals, as sessions were until 1978."""
    written = ""
    steps = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    for value, numeral in steps:
        written += numeral * (number // value)
        number %= value
    return written


# ECOSOC's sixty-third session (1977) is the last that any organ here wrote in Roman numerals.
LAST_ROMAN = 63
NUMERALS = {roman(number): number for number in range(1, LAST_ROMAN + 1)}


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A session of a body: regular ('76'), special ('S-17') or emergency special ('ES-11')."""

    prefix: str
    "'' for a regular session, 'S' for a special one, 'ES' for an emergency special one."
    number: int

    def __post_init__(self) -> None:
        if self.prefix not in ("", "S", "ES"):
            raise SymbolError(
                f"A session cannot begin with {self.prefix!r}; it can with nothing, 'S' or 'ES'."
            )
        if not 1 <= self.number <= 999:
            raise SymbolError(f"A session is numbered from 1 to 999, not {self.number}.")

    def __str__(self) -> str:
        return f"{self.prefix}-{self.number}" if self.prefix else str(self.number)

    @property
    def roman(self) -> str:
        """The session as it was written before the reform: 'V', 'S-VII', 'ES-I'."""
        numeral = roman(self.number)
        return f"{self.prefix}-{numeral}" if self.prefix else numeral


def read_session(written: str) -> Session:
    """Read a session from its slug: '76', 'es-11', 'v', 'svii'."""
    letters = written.upper().replace("-", "")
    prefix = next(start for start in ("ES", "S", "") if letters.startswith(start))
    number = letters.removeprefix(prefix)
    return Session(prefix, int(number) if number.isdigit() else NUMERALS[number])


class SuffixKind(IntEnum):
    """What a suffix does to the text before it, in the order in which symbols are sorted."""

    CORR = 1
    ADD = 2
    AMEND = 3
    REV = 4
    SUMMARY = 5


@dataclass(frozen=True, slots=True, order=True)
class Suffix:
    """A change to a document, such as Rev.1; only Summary carries no number."""

    kind: SuffixKind
    number: int | None = None

    def __post_init__(self) -> None:
        if (self.number is None) != (self.kind is SuffixKind.SUMMARY):
            raise SymbolError(
                f"The suffix {self.kind.name.title()} cannot have the number {self.number}; "
                "Corr., Add., Amend. and Rev. have a number and Summary has none."
            )

    def __str__(self) -> str:
        word = self.kind.name.title()
        return word if self.number is None else f"{word}.{self.number}"


def read_suffixes(written: str) -> tuple[Suffix, ...]:
    """Read the suffixes at the end of a slug: '-add-2-corr-1', '-summary', ''."""
    words = written.split("-")[1:]
    suffixes: list[Suffix] = []
    while words:
        kind = SuffixKind[words.pop(0).upper()]
        number = None if kind is SuffixKind.SUMMARY else int(words.pop(0))
        suffixes.append(Suffix(kind, number))
    return tuple(suffixes)
