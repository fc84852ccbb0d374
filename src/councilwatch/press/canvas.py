"""The few SVG elements our pictures are made of, written as text in one fixed way.

Numbers are rounded to a tenth and attributes keep their order, so the same picture has the same
bytes. There is one accent beside ink and paper, and it never carries a meaning alone.
"""

from xml.sax.saxutils import escape, quoteattr

from councilwatch.press.lettering import FACES, PLAIN, Face

PAPER = "#faf8f3"
INK = "#1a1a1a"
QUIET = "#55534d"
"""For lesser text; 7 to 1 against the paper."""
HAIR = "#c9c5ba"
ACCENT = "#0b5563"
HATCH = "cw-hatch"
"""Name of the striped fill."""

_HATCH = (
    f'<defs><pattern id="{HATCH}" width="5" height="5" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{PAPER}"/>'
    f'<rect width="2" height="5" fill="{INK}"/></pattern></defs>'
)


def document(width: int, height: int, title: str, description: str, *parts: str) -> str:
    """A whole picture on paper, with a title and a description for those who cannot see it."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-labelledby="cw-title cw-desc" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">',
            f'<title id="cw-title">{escape(title)}</title>',
            f'<desc id="cw-desc">{escape(description)}</desc>',
            _HATCH,
            rect(0, 0, width, height, fill=PAPER),
            *parts,
            "</svg>\n",
        )
    )


def group(kind: str, *parts: str) -> str:
    """Elements that belong together, marked with what they are."""
    return f"<g class={quoteattr(kind)}>{''.join(parts)}</g>"


def moved(x: float, y: float, sign: str) -> str:
    """A sign drawn around the origin, at its place; so all its copies are alike."""
    return f'<g transform="translate({_short(x)} {_short(y)})">{sign}</g>'


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    face: Face = PLAIN,
    *,
    fill: str = INK,
    anchor: str = "start",
) -> str:
    """One line of text on its baseline."""
    family = quoteattr(f"{face.family}, {face.fallback}")
    return (
        f'<text x="{_short(x)}" y="{_short(y)}" font-family={family} '
        f'font-weight="{face.weight}" font-size="{_short(size)}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )


def rect(
    x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "", **more: str
) -> str:
    """A rectangle from its upper left corner."""
    size = f'width="{_short(width)}" height="{_short(height)}"'
    return f'<rect x="{_short(x)}" y="{_short(y)}" {size}{_paint(fill, stroke, more)}/>'


def circle(
    x: float, y: float, radius: float, *, fill: str = PAPER, stroke: str = "", **more: str
) -> str:
    """A circle around its centre."""
    place = f'cx="{_short(x)}" cy="{_short(y)}" r="{_short(radius)}"'
    return f"<circle {place}{_paint(fill, stroke, more)}/>"


def polygon(
    corners: list[tuple[float, float]], *, fill: str = PAPER, stroke: str = "", **more: str
) -> str:
    """A closed shape through its corners."""
    points = " ".join(f"{_short(x)},{_short(y)}" for x, y in corners)
    return f'<polygon points="{points}"{_paint(fill, stroke, more)}/>'


def rule(x: float, y: float, width: float, *, weight: float = 1, fill: str = HAIR) -> str:
    """A horizontal line hanging from its upper edge."""
    return rect(x, y, width, weight, fill=fill)


def to_png(svg: str) -> bytes:
    """The picture as PNG, drawn with the fonts of this package and no others."""
    # The drawing library is loaded only here, so that reading the record stays quick.
    from resvg_py import svg_to_bytes

    files = [str(face.path) for face in FACES]
    return bytes(svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files))


def _paint(fill: str, stroke: str, more: dict[str, str]) -> str:
    paint = f' fill="{fill}"' + (f' stroke="{stroke}"' if stroke else "")
    return paint + "".join(f" {name.replace('_', '-')}={quoteattr(more[name])}" for name in more)


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
