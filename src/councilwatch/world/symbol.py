"""One United Nations document symbol: its parts, canonical form, slug and place in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import total_ordering
from typing import Any, TypedDict

from councilwatch.world.symbol_parts import Session, Suffix, read_session, read_suffixes
from councilwatch.world.symbol_refusals import refusal_of_parts
from councilwatch.world.symbol_series import (
    Form,
    Kind,
    organ_at,
    pattern_of,
    spell_body,
    word_of,
)
from councilwatch.world.symbol_spelling import slug_of


class _Parts(TypedDict):
    body: tuple[str, ...]
    series: str
    session: Session | None
    year: int | None
    state: str | None
    number: int
    through: int | None
    part: str
    resumption: int | None
    suffixes: tuple[Suffix, ...]


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Symbol:
    """
    The symbol of one United Nations document; only a symbol the catalogue can write can be built.

    Symbols sort by body, series, session, year, State, number (as a number), part, resumption,
    then suffixes: the document itself before its Corr., Add., Amend., Rev. and Summary.
    """

    body: tuple[str, ...]
    "The body's path: ('S',), ('A', 'HRC'), ('E', 'CN.4', 'Sub.2'), ('CCPR', 'C')."
    number: int
    series: str = ""
    "'RES', 'PRST', 'PV', 'L', 'CO' ...; empty for plain documents such as S/2016/846."
    session: Session | None = None
    year: int | None = None
    "A year in the path, S/2016/846, or in brackets, S/RES/2328 (2016)."
    state: str | None = None
    through: int | None = None
    "The last of several reports taken together: 5 in CEDAW/C/SYR/CO/3-5."
    part: str = ""
    "'A' in A/RES/377 A (V); 'II' in S/PV.2970 (Part II)."
    resumption: int | None = None
    "1 in S/PV.7785 (Resumption 1); 0 where the record says '(Resumption)' without a number."
    suffixes: tuple[Suffix, ...] = ()
    _form: Form = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_form", _form_of(self))

    def __str__(self) -> str:
        return _written(self, self._form)

    def __repr__(self) -> str:
        return f"Symbol({str(self)!r})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return _sorting_key(self) < _sorting_key(other)

    @property
    def slug(self) -> str:
        """The symbol for use in an address: 's-res-2328-2016'."""
        return slug_of(str(self))

    @property
    def path(self) -> tuple[str, ...]:
        """The body and the series together: ('S', 'RES')."""
        return (*self.body, self.series) if self.series else self.body

    @property
    def kind(self) -> Kind:
        """What the documents of this series are."""
        return self._form.kind

    @property
    def base(self) -> "Symbol":
        """The same symbol without its suffixes: S/2016/846 for S/2016/846/Rev.1."""
        return replace(self, suffixes=())

    @property
    def is_resolution(self) -> bool:
        """Whether the series is one of adopted resolutions, of whichever organ."""
        return self.kind is Kind.RESOLUTION


def symbols_at(slug: str) -> Iterator[Symbol]:
    """Read what a slug may stand for; the catalogue is such that there is at most one."""
    found = organ_at(slug)
    if found is None:
        return
    organ, body = found
    for form in organ.forms:
        match = pattern_of(form).fullmatch(slug, len(body))
        if match:
            yield Symbol(**_parts(spell_body(body), form, match.groupdict()))


def _parts(body: tuple[str, ...], form: Form, said: dict[str, str | None]) -> _Parts:
    """Turn what the pattern of a form found in a slug into the fields of a symbol."""
    year, session, through = said.get("year"), said.get("session"), said.get("through")
    return _Parts(
        body=body,
        number=int(said["number"] or 0),
        series=(said.get("type") or "").upper() or word_of(form),
        session=read_session(session) if session else None,
        year=int(year) if year else None,
        state=(said.get("state") or "").upper() or None,
        through=int(through) if through else None,
        part=(said.get("part") or "").upper(),
        resumption=int(said.get("resumption") or 0) if said.get("resumed") else None,
        suffixes=read_suffixes(said["suffixes"] or ""),
    )


def _form_of(symbol: Symbol) -> Form:
    """Find the series of a symbol: the one that writes it and reads it back unchanged."""
    body = slug_of("/".join(symbol.body))
    found = organ_at(body + "-")
    for form in found[0].forms if found and found[1] == body else ():
        if symbol.series != word_of(form) and "{type}" not in form.template:
            continue
        written = slug_of(_written(symbol, form))
        match = pattern_of(form).fullmatch(written, len(body))
        if match and _is_made_of(symbol, _parts(spell_body(body), form, match.groupdict())):
            return form
    raise refusal_of_parts("/".join(symbol.path), found[0] if found else None)


def _is_made_of(symbol: Symbol, parts: _Parts) -> bool:
    return all(getattr(symbol, name) == value for name, value in parts.items())


def _written(symbol: Symbol, form: Form) -> str:
    """Write a symbol in a form: the body, then the form's places, then the suffixes."""
    session = symbol.session
    places = dict.fromkeys(("adopted", "year", "year94"), str(symbol.year))
    places |= dict.fromkeys(("session", "late"), str(session))
    places |= dict.fromkeys(("roman", "ecosoc"), session.roman if session else "")
    places |= {
        "number": str(symbol.number),
        "through": "" if symbol.through is None else f"-{symbol.through}",
        "part": f" {symbol.part}" if symbol.part else "",
        "sitting": _sitting(symbol),
        "state": str(symbol.state),
        "type": symbol.series,
    }
    return "/".join(symbol.body) + "/".join(
        [form.template.format_map(places), *map(str, symbol.suffixes)]
    )


def _sitting(symbol: Symbol) -> str:
    if symbol.resumption is None:
        return f" (Part {symbol.part})" if symbol.part else ""
    return f" (Resumption {symbol.resumption})" if symbol.resumption else " (Resumption)"


def _sorting_key(symbol: Symbol) -> tuple[Any, ...]:
    """Everything a symbol is made of, in the order of sorting, with what is missing first."""
    units = (unit.partition(".") for unit in symbol.body)
    return (
        tuple((word, int(number or 0)) for word, _, number in units),
        symbol.series,
        (symbol.session is not None, symbol.session),
        symbol.year or 0,
        symbol.state or "",
        symbol.number,
        symbol.through or 0,
        symbol.part,
        -1 if symbol.resumption is None else symbol.resumption,
        symbol.suffixes,
    )
