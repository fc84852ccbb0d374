"""How a document symbol is typed: spaces, dashes and letter case that mean nothing, and slugs."""

import re

# Dashes of all lengths are typed for the hyphen, and invisible characters come with copied text.
_TYPED: dict[int, str | None] = {
    **dict.fromkeys([*range(0x2010, 0x2016), 0x2212, 0xFE63, 0xFF0D], "-"),
    **dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF], None),
}

# 'S / 2016 / 846', 'S/4733/Rev. 1' and 'S/RES/2328 (2016)': no space counts beside these.
_AROUND = re.compile(r" ?([/.()-]) ?")

# Catalogues write the part last, 'A/RES/377(V)[A]' or '377(V) A'; documents write '377 A (V)'.
_PART_LAST = re.compile(r"(\((?:E?S-)?[IVXL]+\))(?:\[([A-Z])\]|([A-Z]))$", re.IGNORECASE)

# The catalogue of 1991 has 'S/PV.2970 (PartI)'.
_PART_CLOSE = re.compile(r"(?<=\(part)(?=[iv]+\))", re.IGNORECASE)

# 'S-VII' is one word; else the special session of A/RES/3362 (S-VII) reads as a part S.
_WORD = re.compile(r"e?s-[ivxl]+|[a-z]+|[0-9]+")

# 'S/PV.7785', 'S/PV7785' and 's/pv. 7785' are one spelling; 'S/PV/7785' is another.
_WITHOUT_MEANING = re.compile(r" |(?<=[a-z])\.(?=[0-9])")

# The hyphen of 'A/70/621-S/2015/978' joins two symbols; that of 'A/ES-10/6' stands in one.
_JOINT = re.compile(r"-(?=[A-Za-z]+/)")


def plain_text(text: str) -> str:
    """Rewrite what was typed with plain hyphens and single spaces, without a last asterisk."""
    plain = _AROUND.sub(r"\1", " ".join(text.translate(_TYPED).split()))
    return _PART_LAST.sub(r"\2\3\1", _PART_CLOSE.sub(" ", plain.rstrip("* ")))


def slug_of(text: str) -> str:
    """Join the words and numbers of a symbol, however punctuated, with hyphens."""
    return "-".join(word.replace("-", "") for word in _WORD.findall(text.lower()))


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two texts differ only in case, spaces and the dots before numbers."""
    return _bare(one) == _bare(other)


def joined(plain: str) -> list[str]:
    """Cut a joint symbol where a hyphen is followed by another organ."""
    return _JOINT.split(plain)


def _bare(text: str) -> str:
    return _WITHOUT_MEANING.sub("", text.lower())
