"""Why a text is refused as a document symbol: every refusal is by one declared rule."""

import re
from collections.abc import Callable

from councilwatch.world.symbol_parts import Refusal, SymbolError
from councilwatch.world.symbol_series import ORGANS, Organ, forms_in_words, organ_at
from councilwatch.world.symbol_spelling import joined, slug_of

# Longer texts are prose. Looking for a symbol and a remark in them is not worth the time.
_LONGEST = 120

# Where a remark or a second symbol may begin: 'S/9696 and', 'S/11400(as', 'S/552,', '(1946)x'.
_CUT = re.compile(r"(?=[ (,;&+\[])|(?<=\))")

# 'and Corr.1 & 2', ', S/PV.202', '+ Corr.1'; but '(meeting held in Nairobi)' is a remark.
_ANOTHER = re.compile(r"/|\band\b|[&+,]")


def refusal_of(text: object, plain: str, read: Callable[[str], str | None]) -> SymbolError:
    """Say why a text is refused; `read` gives the symbol a shorter text spells, if it does."""
    shown = quoted(text)
    if "/" not in plain or len(plain) > _LONGEST:
        return SymbolError(
            f"{shown} is not a document symbol; a symbol is an organ, a slash and a number, "
            "as in S/2016/846.",
            Refusal.NOT_A_SYMBOL,
        )
    pieces = joined(plain)
    if len(pieces) > 1 and all(map(read, pieces)):
        return SymbolError(
            f"{shown} joins {len(pieces)} symbols of one document, {' and '.join(pieces)}; "
            "parse_all reads them together.",
            Refusal.SEVERAL,
        )
    return _refusal_after_a_symbol(shown, plain, read) or _refusal_of_organ(shown, plain)


def refusal_of_parts(parts: str, organ: Organ | None) -> SymbolError:
    """Say why a symbol cannot be built from parts that no series of the catalogue writes."""
    if organ is None:
        return _no_such_organ(f"A symbol of {parts}")
    return _no_such_series(f"A symbol of {parts} with these parts", organ)


def _refusal_after_a_symbol(
    shown: str, plain: str, read: Callable[[str], str | None]
) -> SymbolError | None:
    for cut in sorted((place.start() for place in _CUT.finditer(plain)), reverse=True):
        symbol, rest = read(plain[:cut]), plain[cut:].strip()
        if symbol and _ANOTHER.search(rest):
            return SymbolError(
                f"{shown} names more than one document: {symbol}, then {rest!r}; "
                "give each symbol on its own.",
                Refusal.SEVERAL,
            )
        if symbol:
            return SymbolError(
                f"{shown} adds {rest!r} to the symbol {symbol}; a remark is no part of a "
                "symbol, keep it beside it.",
                Refusal.REMARK,
            )
    return None


def _refusal_of_organ(shown: str, plain: str) -> SymbolError:
    found = organ_at(slug_of(plain) + "-")
    return _no_such_series(shown, found[0]) if found else _no_such_organ(shown)


def _no_such_organ(shown: str) -> SymbolError:
    known = ", ".join(organ.name for organ in ORGANS.values())
    return SymbolError(
        f"{shown} begins with no body this catalogue knows; it knows the symbols of {known}.",
        Refusal.UNKNOWN_ORGAN,
    )


def _no_such_series(shown: str, organ: Organ) -> SymbolError:
    return SymbolError(
        f"{shown} fits no series of {organ.name}; after the body may stand, for example, "
        f"{'; '.join(forms_in_words(organ))}.",
        Refusal.UNKNOWN_SERIES,
    )


def quoted(text: object) -> str:
    """Quote a text in a sentence, cut short where it is long."""
    shown = repr(text)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "..."
