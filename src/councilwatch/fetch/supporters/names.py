"""Names of states as printed lists have them, with the signs and marks of print."""

import re
import unicodedata

from councilwatch.world.states import Register, State

MARKS = re.compile(r"(?:[\s*†‡§¹²³⁰⁴-⁹]+|\s*\[\d{1,3}\]|\s*\(\d{1,3}\)|(?<=[^\W\d])\d{1,2})+$")
"""Footnote marks behind a name."""
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\xad": None, "\u200b": None}
)
"""Signs that printed lists have for the plain ones of a keyboard."""


def plain(text: str) -> str:
    """A text with plain signs and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN).split())


def without_marks(text: str) -> str:
    """A plain text without footnote marks behind it; as it is if it is nothing but marks."""
    return MARKS.sub("", text) or text


class Names:
    """The names of a register's states, found whatever apostrophes and hyphens they have."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._spellings = {
            plain(name.text).casefold(): name.text
            for state in register.by_id.values()
            for name in state.names
        }

    def has(self, text: str) -> bool:
        """Whether a plain text is a name, or a code in capitals, of a state."""
        return text.casefold() in self._spellings or text in self._register

    def state(self, text: str) -> State:
        """The state of a name as printed; raises `ValueError` with the nearest names."""
        bare = without_marks(plain(text))
        if self.has(bare):
            return self._register.find(self._spellings.get(bare.casefold(), bare))
        if bare.upper() in self._register:
            raise ValueError(f"'{text}' is no name of a state; a code would stand in capitals.")
        if not any(sign.isalpha() for sign in bare):  # a page's number is no state's either
            raise ValueError(f"'{text}' is no name of a state; remove what is not on the list.")
        return self._register.find(bare)
