"""The width of text in the fonts that ship with us, and its wrapping, so that nothing is cut off.

Widths are read from the font files themselves, never guessed. Kerning is left out: it mostly draws
letters together, so a text is drawn no wider than it is measured here, within a pixel or two.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, with the names by which SVG asks for it."""

    file: str
    family: str
    fallback: str
    """The generic family for a reader of the SVG who does not have the font."""
    weight: int

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return FONTS / self.file


PLAIN = Face("NotoSans-Regular.ttf", "Noto Sans", "sans-serif", 400)
BOLD = Face("NotoSans-Bold.ttf", "Noto Sans", "sans-serif", 700)
SERIF = Face("NotoSerif-Bold.ttf", "Noto Serif", "serif", 700)
FACES = (PLAIN, BOLD, SERIF)


def width(text: str, face: Face, size: float) -> float:
    """How wide the text is at this size, in the same unit."""
    advances, otherwise = _advances(face)
    return sum(advances.get(ord(sign), otherwise) for sign in text) * size


def wrap(text: str, face: Face, size: float, room: float) -> list[str]:
    """The text in lines that fit the room; a word wider than the room is broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, face, size) <= room:
            lines[-1] = joined
            continue
        lines.append("")
        for sign in word:
            if lines[-1] and width(lines[-1] + sign, face, size) > room:
                lines.append("")
            lines[-1] += sign
    return lines


def shorten(lines: list[str], most: int, face: Face, size: float, room: float) -> list[str]:
    """At most so many of the lines; what was left out leaves an ellipsis."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while " " in last and width(last + ELLIPSIS, face, size) > room:
        last = last[: last.rindex(" ")]
    while last and width(last + ELLIPSIS, face, size) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:(-") + ELLIPSIS]


def fit(
    text: str, face: Face, room: float, choices: Iterable[tuple[float, int]]
) -> tuple[float, list[str]]:
    """The first size and number of lines that hold the text; else the last, shortened."""
    size, most = 0.0, 0
    for size, most in choices:
        lines = wrap(text, face, size, room)
        if len(lines) <= most:
            return size, lines
    return size, shorten(wrap(text, face, size, room), most, face, size, room)


@cache
def _advances(face: Face) -> tuple[dict[int, float], float]:
    # Of each code point, and of the box drawn for those the font does not have; in ems.
    font = face.path.read_bytes()
    tables = _tables(font)
    (per_em,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    metrics = struct.unpack_from(">" + "Hh" * count, font, tables["hmtx"])[::2]
    by_glyph = [advance / per_em for advance in metrics]
    last = len(by_glyph) - 1
    glyphs = _glyphs(font, tables["cmap"])
    return {sign: by_glyph[min(glyph, last)] for sign, glyph in glyphs.items()}, by_glyph[0]


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in entries}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    # Format 4 of the OpenType specification, the only one that our subset files have.
    (start,) = struct.unpack_from(">L", font, cmap + 8)
    kind, _, _, doubled = struct.unpack_from(">4H", font, cmap + start)
    if kind != 4:
        raise ValueError(f"The character map has format {kind}; only format 4 is read.")
    count, at = doubled // 2, cmap + start + 14
    ends = struct.unpack_from(f">{count}H", font, at)
    starts = struct.unpack_from(f">{count}H", font, at + doubled + 2)
    shifts = struct.unpack_from(f">{count}H", font, at + 2 * doubled + 2)
    jumps_at = at + 3 * doubled + 2
    jumps = struct.unpack_from(f">{count}H", font, jumps_at)
    glyphs = {}
    for n in range(count):
        for sign in range(starts[n], ends[n] + 1):
            glyph = sign
            if jumps[n]:
                place = jumps_at + 2 * n + jumps[n] + 2 * (sign - starts[n])
                (glyph,) = struct.unpack_from(">H", font, place)
            glyphs[sign] = (glyph + shifts[n]) % 65536
    return glyphs
