"""Document symbols: the stories are in symbols.toml, the promises that hold for all are here."""

import pickle
import tomllib
from itertools import pairwise, product
from pathlib import Path
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.world.symbol import symbols_at
from councilwatch.world.symbol_series import ORGANS, pattern_of
from councilwatch.world.symbols import (
    Kind,
    Refusal,
    Session,
    Suffix,
    SuffixKind,
    Symbol,
    SymbolError,
    from_slug,
    parse,
    parse_all,
)

STORIES = tomllib.loads(Path(__file__).with_name("symbols.toml").read_text(encoding="utf-8"))

SERIES = [(organ, form) for organ in ORGANS.values() for form in organ.forms]


@st.composite
def slugs(draw):
    """Any slug of the catalogue: a body of an organ, then one of the organ's series."""
    organ, form = draw(st.sampled_from(SERIES))
    body = draw(st.from_regex(organ.slugs, fullmatch=True))
    return body + draw(st.from_regex(pattern_of(form), fullmatch=True))


@st.composite
def symbols(draw):
    """Any symbol the catalogue can write."""
    return from_slug(draw(slugs()))


# Texts near to symbols find more than arbitrary ones; \u017f lowers to no letter, but is one.
HEADS = ["S", "A", "A/HRC", "CCPR/C", "S/RES", "S/PV.", "A/RES", "X", "E/CN.4", "A/ES-10"]
PIECES = ["/", ".", "-", " ", "(", ")", "V", "A", "USA", "CO", "L.", "Rev.", "/Add.1", "Part"]
ODDITIES = [
    "1",
    "9",
    "2016",
    "\u0663",
    "\u00b2",
    "*",
    "\u00a0",
    "\u017f",
    " and ",
    "(Resumption 1)",
]
near_symbols = st.builds(
    str.__add__,
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PIECES + ODDITIES), max_size=8).map("".join),
)


@pytest.mark.parametrize("story", STORIES["reads"], ids=lambda story: story["name"])
def test_a_symbol_found_in_the_wild_is_read(story):
    symbol = parse(story["text"])

    assert str(symbol) == story["canonical"]
    assert symbol.slug == story["slug"]
    assert symbol.kind is Kind(story["kind"])
    assert from_slug(story["slug"]) == symbol


@pytest.mark.parametrize("story", STORIES["joint"], ids=lambda story: story["text"])
def test_a_joint_symbol_is_read_as_all_its_symbols(story):
    joint = parse_all(story["text"])

    assert [str(symbol) for symbol in joint] == story["symbols"]


@pytest.mark.parametrize("story", STORIES["refused"], ids=lambda story: repr(story["text"]))
def test_a_text_that_is_no_symbol_is_refused_by_a_declared_rule(story):
    with pytest.raises(SymbolError) as refusal:
        parse(story["text"])

    assert refusal.value.rule is Refusal(story["rule"])
    assert repr(story["text"]) in str(refusal.value)


@pytest.mark.parametrize("story", STORIES["order"], ids=lambda story: story["name"])
def test_symbols_sort_as_a_librarian_files_them(story):
    filed = [parse(text) for text in story["sorted"]]
    mixed = filed[1::2] + filed[::2]

    assert sorted(mixed) == filed


def test_every_rule_of_refusal_and_every_kind_has_a_story():
    refused = {Refusal(story["rule"]) for story in STORIES["refused"]}
    read = {Kind(story["kind"]) for story in STORIES["reads"]}

    assert refused == set(Refusal)
    assert read == set(Kind)


def test_a_symbol_gives_its_parts():
    resumed = parse("S/PV.7785 (Resumption 1)")
    uniting = parse("A/RES/377 A (V)")
    observed = parse("CEDAW/C/SYR/CO/3-5/Add.1")

    assert (resumed.path, resumed.number, resumed.resumption) == (("S", "PV"), 7785, 1)
    assert (uniting.body, uniting.series) == (("A",), "RES")
    assert (uniting.part, uniting.session) == ("A", Session("", 5))
    assert (observed.body, observed.state, observed.series) == (("CEDAW", "C"), "SYR", "CO")
    assert (observed.number, observed.through) == (3, 5)
    assert observed.suffixes == (Suffix(SuffixKind.ADD, 1),)


def test_a_symbol_without_suffixes_is_its_base():
    assert parse("S/2016/846/Rev.1/Corr.2").base == parse("S/2016/846")
    assert parse("S/PV.7785 (Resumption 1)").base == parse("S/PV.7785 (Resumption 1)")


@pytest.mark.parametrize("text", ["S/RES/2328 (2016)", "A/RES/76/262", "A/HRC/RES/34/22"])
def test_adopted_texts_of_every_organ_are_resolutions(text):
    assert parse(text).is_resolution


def test_a_draft_is_not_a_resolution():
    assert not parse("S/2016/846").is_resolution


def test_a_year_in_brackets_and_a_year_in_the_path_are_both_the_year():
    assert parse("S/RES/2328 (2016)").year == parse("S/2016/846").year == 2016


def test_a_symbol_can_be_built_from_its_parts():
    built = Symbol(("S",), 2328, "RES", year=2016)

    assert built == parse("S/RES/2328 (2016)")


@pytest.mark.parametrize(
    "parts",
    [
        {"body": ("S",), "number": 2328, "series": "RES"},
        {"body": ("S",), "number": 0},
        {"body": ("S",), "number": 1, "state": "USA"},
        {"body": ("s",), "number": 1},
        {"body": ("S", ""), "number": 1},
        {"body": (), "number": 1},
        {"body": ("X",), "number": 1},
        {"body": ("A",), "number": 1, "session": Session("", 5)},
        {"body": ("CCPR", "C"), "number": 1, "state": "usa"},
        {"body": ("S",), "number": 1, "series": "PV", "part": "II", "resumption": 1},
    ],
)
def test_a_symbol_no_series_writes_cannot_be_built(parts):
    with pytest.raises(SymbolError, match="A symbol of"):
        Symbol(**parts)


@pytest.mark.parametrize(("prefix", "number"), [("X", 1), ("", 0), ("ES", 1000)])
def test_a_session_that_cannot_be_is_refused(prefix, number):
    with pytest.raises(SymbolError, match="session"):
        Session(prefix, number)


@pytest.mark.parametrize(("kind", "number"), [(SuffixKind.SUMMARY, 1), (SuffixKind.REV, None)])
def test_only_a_summary_goes_without_a_number(kind, number):
    with pytest.raises(SymbolError, match="Summary has none"):
        Suffix(kind, number)


@pytest.mark.parametrize("value", [None, 7, b"S/1", ["S/1"]])
def test_what_is_not_text_is_refused_like_any_other_garbage(value):
    for read in (parse, parse_all, from_slug):
        with pytest.raises(SymbolError):
            read(value)


@pytest.mark.parametrize("slug", ["S-2016-846", "s-2016-846-", "s--2016-846", "s/2016/846", "s-٣"])
def test_a_slug_is_read_only_as_it_is_written(slug):
    with pytest.raises(SymbolError):
        from_slug(slug)


def test_endless_suffixes_are_garbage():
    with pytest.raises(SymbolError):
        parse("S/1" + "/Rev.1" * 10_000)


def test_a_symbol_does_not_compare_with_a_text():
    with pytest.raises(TypeError):
        parse("S/1") < "S/2"  # noqa: B015


def test_symbols_and_refusals_survive_being_stored():
    symbol = parse("S/2016/846/Rev.1")
    refusal = pickle.loads(pickle.dumps(SymbolError("A sentence.", Refusal.REMARK)))

    assert pickle.loads(pickle.dumps(symbol)) == symbol
    assert (str(refusal), refusal.rule) == ("A sentence.", Refusal.REMARK)


def test_no_part_of_an_old_resolution_is_mistaken_for_its_session():
    parts = ["", *(f" {letter}" for letter in ascii_uppercase)]
    sessions = ["I", "V", "X", "XXX", "S-I", "S-V", "S-VII", "ES-I", "ES-V"]
    texts = [f"A/RES/377{part} ({session})" for part, session in product(parts, sessions)]

    assert [str(parse(text)) for text in texts] == texts
    assert len({parse(text).slug for text in texts}) == len(texts)


@given(slugs())
def test_a_slug_of_the_catalogue_stands_for_exactly_one_symbol(slug):
    assert [symbol.slug for symbol in symbols_at(slug)] == [slug]


@given(symbols())
def test_the_canonical_form_is_read_back_as_the_same_symbol(symbol):
    assert parse(str(symbol)) == symbol
    assert hash(parse(str(symbol))) == hash(symbol)


@given(symbols())
def test_a_slug_is_read_back_as_the_same_symbol(symbol):
    assert from_slug(symbol.slug) == symbol
    assert set(symbol.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@given(symbols())
def test_letter_case_and_spaces_mean_nothing(symbol):
    typed = str(symbol).swapcase().replace("/", " / ").replace(" (", "\u00a0(")

    assert parse(typed) == symbol


@given(symbols())
def test_a_base_has_no_suffix_and_comes_first(symbol):
    assert symbol.base.suffixes == ()
    assert symbol.base <= symbol


@given(st.lists(symbols(), max_size=8))
def test_distinct_symbols_have_distinct_slugs_and_forms(several):
    distinct = set(several)

    assert len({symbol.slug for symbol in distinct}) == len(distinct)
    assert len({str(symbol) for symbol in distinct}) == len(distinct)


@given(symbols(), symbols())
def test_of_two_symbols_one_comes_first_or_they_are_equal(one, other):
    assert [one < other, one == other, one > other].count(True) == 1


@given(st.lists(symbols(), max_size=8), st.randoms())
def test_sorting_does_not_depend_on_the_order_of_arrival(several, chance):
    shuffled = chance.sample(several, len(several))

    assert sorted(shuffled) == sorted(several)
    assert all(before <= after for before, after in pairwise(sorted(several)))


@given(st.text() | near_symbols)
def test_any_text_is_read_or_refused_with_a_sentence(text):
    sentences = [refusal_by(read, text) for read in (parse, parse_all, from_slug)]

    assert all(sentence is None or sentence.endswith(".") for sentence in sentences)


@given(symbols(), st.sampled_from(["", " ", "*", "\u00a0", "\u200b"]))
def test_writing_canonically_changes_nothing_the_second_time(symbol, noise):
    canonical = str(parse(str(symbol).lower() + noise))

    assert str(parse(canonical)) == canonical == str(symbol)


def refusal_by(read, text):
    """What a reader says against a text; None if it reads it. Other exceptions are not caught."""
    try:
        read(text)
    except SymbolError as refusal:
        return str(refusal)
    return None
