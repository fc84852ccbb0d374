"""
United Nations document symbols: read them as people write them, give the one canonical form.

    >>> str(parse("s/res/2328(2016)"))
    'S/RES/2328 (2016)'
    >>> from_slug("s-2016-846-rev-1")
    Symbol('S/2016/846/Rev.1')

A slug is the canonical form's words and numbers joined by hyphens. Text and slugs are read by
the same patterns (`symbol_series`), so two symbols cannot share a slug.

A trailing asterisk (reissued for technical reasons) is read and dropped: it is the same document
under the same symbol.
"""

from councilwatch.world.symbol import Symbol, symbols_at
from councilwatch.world.symbol_parts import Refusal, Session, Suffix, SuffixKind, SymbolError
from councilwatch.world.symbol_refusals import quoted, refusal_of
from councilwatch.world.symbol_series import Kind
from councilwatch.world.symbol_spelling import joined, plain_text, same_spelling, slug_of

__all__ = [
    "Kind",
    "Refusal",
    "Session",
    "Suffix",
    "SuffixKind",
    "Symbol",
    "SymbolError",
    "from_slug",
    "parse",
    "parse_all",
]


def parse(text: str) -> Symbol:
    """Read one symbol in any usual spelling, or raise a SymbolError that says why not."""
    plain = plain_text(text) if isinstance(text, str) else ""
    symbol = _symbol_spelt(plain)
    if symbol is None:
        raise refusal_of(text, plain, _spelt_canonically)
    return symbol


def parse_all(text: str) -> tuple[Symbol, ...]:
    """Read every symbol of one document: 'A/70/621-S/2015/978' is a pair, most are single."""
    pieces = joined(plain_text(text)) if isinstance(text, str) else [text]
    return tuple(parse(piece) for piece in pieces)


def from_slug(slug: str) -> Symbol:
    """Read a symbol back from its slug, or raise a SymbolError that says why not."""
    for symbol in symbols_at(slug) if isinstance(slug, str) else ():
        if symbol.slug == slug:
            return symbol
    raise SymbolError(
        f"{quoted(slug)} is no symbol's slug; a slug is written like 's-res-2328-2016'.",
        Refusal.NOT_A_SYMBOL,
    )


def _spelt_canonically(plain: str) -> str | None:
    symbol = _symbol_spelt(plain)
    return str(symbol) if symbol else None


def _symbol_spelt(plain: str) -> Symbol | None:
    # The slug forgets punctuation, so the reading must also be spelt like what was read:
    # 's/res/2328/2016' has the slug of a resolution and is none.
    for symbol in symbols_at(slug_of(plain)):
        if same_spelling(str(symbol), plain):
            return symbol
    return None
