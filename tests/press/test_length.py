"""The length of posts, against cases of X's own and the opinion of twitter-text-parser.

Declared differences from twitter-text-parser 3.0.0, each with a test of its own below:
- it turns CR LF into one sign first; X's own code does not, and neither do we;
- it knows 1,500 domain endings, we declare a few: an http(s) link under another one is counted by
  its longer reading, a bare domain as plain text;
- it knows some pairs of people holding hands by their tones, we know all.
"""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import regex
import twitter_text
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from twitter_text.regexp.emoji import emoji_list

from councilwatch.press.emoji import EMOJI, FLAGS
from councilwatch.press.length import ELLIPSIS, LINK_LENGTH, Network, fits, length, shorten
from councilwatch.press.links import ENDINGS, find_links

VALIDATORS = Path(__file__).resolve().parents[2] / ".." / "shared" / "validators"
CASES = VALIDATORS / "twitter-text"

URLS = (
    "https://un.org",
    "https://undocs.org/en/S/2016/846",
    "http://www.un.org/ar/(sub)/page?x=1&y=[2]#top",
    "https://digitallibrary.un.org/record/842373",
    "HTTPS://EXAMPLE.COM/Русские_слова/naïve\u2013path",
    "http://user.example.net:8080/a_b-c",
    "https://日本語.jp/",
    "https://www.icc-cpi.int/?q=a.b",
)
WORDS = ("veto", "S/2016/846", "S/PV.7785", "U.S.", "St. Lucia", "un.org", "t.co/abc", "e.g.")
SIGNS = (
    "aZ9.:/@#$_-()'\",!?؟، \n\t«»…\u2013—“”éñ\u0301\u0308\u064b"
    "日本語한국\u0627لأمنЖ©®™‼☺\ufe0f\u200d\u20e3"
)
PICTURES = "😷👩👨👧👦🧑🏽🏿❤💋✈🎓♀♂🏃🕵🏳🏴🌈☠🇫🇷🇿🇦🇺🇳⚧🥷"

pieces = st.one_of(
    st.sampled_from(URLS),
    st.sampled_from(WORDS),
    st.text(st.sampled_from(SIGNS), max_size=6),
    st.text(st.sampled_from(PICTURES + "\u200d\u200d\ufe0f"), max_size=7),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
)
texts = st.lists(st.tuples(pieces, st.sampled_from(("", " ", "\n", ". "))), max_size=14).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)
networks = st.sampled_from(list(Network))


def cases_of(file: str, section: str) -> list[dict[str, Any]]:
    if not CASES.is_dir():
        pytest.skip(
            "The folder shared/validators/twitter-text is absent beside the repository, so X's own "
            "conformance cases were not run."
        )
    tests = yaml.safe_load((CASES / file).read_text(encoding="utf-8"))["tests"]
    return list(tests[section])


@pytest.fixture(scope="session")
def second_opinion() -> Any:
    return twitter_text


def ending_of(url: str) -> str:
    host = re.split("[/?:]", url.partition("://")[2] or url)[0]
    return host.rpartition(".")[2].lower()


def graphemes(text: str) -> list[str]:
    return regex.findall(r"\X", text)


# X's own cases


def test_x_counts_the_cases_with_emoji_as_its_own_code_does() -> None:
    cases = cases_of("validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest")

    counted = [length(case["text"], Network.X) for case in cases]

    assert counted == [case["expected"]["weightedLength"] for case in cases]
    assert len(cases) == 22


def test_x_accepts_and_refuses_the_cases_as_its_own_code_does() -> None:
    cases = cases_of("validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest")

    judged = [fits(case["text"], Network.X) for case in cases]

    assert judged == [case["expected"]["valid"] for case in cases]


def test_x_counts_the_older_cases_alike_but_for_two_whose_emoji_it_then_took_apart() -> None:
    # The older section is for configuration v2, which counted every part of an emoji.
    cases = cases_of("validate.yml", "WeightedTweetsCounterTest")

    others = [
        case["text"]
        for case in cases
        if length(case["text"], Network.X) != case["expected"]["weightedLength"]
    ]

    assert others == ["H🐱☺👨\u200d👩\u200d👧\u200d👦", "🙋🏽👨\u200d🎤"]
    assert len(cases) == 20


def test_x_finds_the_links_of_its_own_cases_but_under_endings_we_do_not_declare() -> None:
    cases = cases_of("extract.yml", "urls") + cases_of("extract.yml", "tco_urls_with_params")

    others = [
        case["text"]
        for case in cases
        if case["expected"]
        != [
            case["text"][link.start : link.end]
            for link in find_links(case["text"], with_bare_domains=True)
            if link.is_sure
        ]
    ]

    assert others == ["example.comてすとですtwitter.みんなです"]
    assert len(cases) == 96


# The second opinion


@settings(max_examples=500, deadline=None)
@given(texts)
def test_x_counts_any_text_as_twitter_text_parser_does(second_opinion: Any, text: str) -> None:
    assume("\r\n" not in text)
    normal = unicodedata.normalize("NFC", text)
    assume({ending_of(url) for url in second_opinion.extract_urls(normal)} <= ENDINGS)

    counted = length(text, Network.X)
    opinion = second_opinion.parse_tweet(text).weightedLength

    if all(link.is_sure for link in find_links(normal, with_bare_domains=True)):
        assert counted == opinion
    else:
        assert counted >= opinion


def test_every_emoji_of_the_list_counts_two(second_opinion: Any) -> None:
    names = {entry.emoji for entry in emoji_list}

    not_one = [name for name in names if not EMOJI.fullmatch(name)]
    not_two = [name for name in names if length(name, Network.X) != 2]

    assert (not_one, not_two) == ([], [])
    assert len(names) == 3827


def test_a_line_break_of_two_signs_counts_two_where_the_second_opinion_says_one(
    second_opinion: Any,
) -> None:
    assert length("a\r\nb", Network.X) == 4
    assert second_opinion.parse_tweet("a\r\nb").weightedLength == 3


@pytest.mark.parametrize("ending", ["news", "museum", "みんな", "example", "local"])
@pytest.mark.parametrize("path", ["", "/", "/a/rather/long/path/to/a/page/of/the/site.html"])
def test_a_link_under_an_ending_we_do_not_declare_is_never_counted_short(
    second_opinion: Any, ending: str, path: str
) -> None:
    text = f"See https://site.{ending}{path} for more"

    counted = length(text, Network.X)

    assert counted >= second_opinion.parse_tweet(text).weightedLength


def test_a_bare_domain_under_an_ending_we_do_not_declare_is_plain_text(
    second_opinion: Any,
) -> None:
    assert length("site.news", Network.X) == 9
    assert second_opinion.parse_tweet("site.news").weightedLength == 23


def test_hands_held_by_people_of_any_tones_are_one_emoji(second_opinion: Any) -> None:
    couple = "🧑🏻\u200d🤝\u200d🧑🏿"  # the list of 2019 has it only the other way round

    assert length(couple, Network.X) == 2
    assert second_opinion.parse_tweet(couple).weightedLength == 8


# Links and what is none


@pytest.mark.parametrize(
    "text",
    [
        "S/2016/846",
        "S/PV.7785",
        "S/PV.7785 (Resumption 1).",
        "A/HRC/53/L.12/Rev.1",
        "E/CN.4/Sub.2/2000/3",
        "S/AC.49/2016/1",
        "TD/B/C.II/ISAR/2",
        "A/C.3/71/L.39",
        "St. Vincent and the Grenadines",
        "St.Kitts and Nevis",
        "U.S.",
        "U.S.S.R., U.K. and D.P.R. Korea",
        "Dem. Rep. of the Congo",
        "name@un.org",
    ],
)
def test_a_document_symbol_or_a_name_with_dots_is_no_link(text: str) -> None:
    assert find_links(text, with_bare_domains=True) == ()
    assert [length(text, network) for network in Network] == [len(text)] * 3


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("(see https://un.org/en).", "https://un.org/en"),
        ("“https://un.org/a_(b)”", "https://un.org/a_(b)"),
        ("https://un.org/en, https", "https://un.org/en"),
        ("请看https://un.org/zh。表决", "https://un.org/zh"),
        ("<https://un.org/?q=a&b=c!>", "https://un.org/?q=a&b=c"),
        ("https://un.org.", "https://un.org"),
        ("\u2067https://un.org/ar\u2069", "https://un.org/ar"),
    ],
)
def test_punctuation_and_other_scripts_around_a_link_are_not_part_of_it(
    text: str, url: str
) -> None:
    links = find_links(text, with_bare_domains=False)

    assert [text[link.start : link.end] for link in links] == [url]


def test_every_state_with_a_domain_has_a_flag_that_counts_two() -> None:
    flags = ["".join(chr(0x1F1E6 + ord(sign) - ord("a")) for sign in flag) for flag in FLAGS]

    assert {length(flag, Network.X) for flag in flags} == {2}
    assert len(flags) == 258


# The networks


def test_the_networks_have_their_published_limits() -> None:
    assert [network.limit for network in Network] == [280, 300, 500]
    assert [network.byte_limit for network in Network] == [None, 3000, None]


def test_bluesky_refuses_what_has_few_graphemes_and_too_many_bytes() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"

    assert length(family * 130, Network.BLUESKY) == 130
    assert not fits(family * 130, Network.BLUESKY)
    assert fits(family * 120, Network.BLUESKY)


def test_mastodon_counts_graphemes_and_bluesky_a_link_as_written() -> None:
    text = "e\u0301👨\u200d👩\u200d👧 https://un.org"

    assert length(text, Network.MASTODON) == 3 + LINK_LENGTH
    assert length(text, Network.BLUESKY) == 3 + len("https://un.org")


def test_a_bare_domain_is_a_link_on_x_only() -> None:
    assert [length("un.org", network) for network in Network] == [23, 6, 6]


@settings(deadline=None)
@given(texts, st.sampled_from(URLS), st.sampled_from((" ", "\n")))
def test_a_link_adds_exactly_23_on_x_and_mastodon(text: str, url: str, gap: str) -> None:
    for network in (Network.X, Network.MASTODON):
        assert length(text + gap + url, network) == length(text + gap, network) + LINK_LENGTH


# Shortening


@settings(max_examples=300, deadline=None)
@given(texts, st.integers(-2, 600), networks)
def test_a_shortened_text_always_fits_its_room_and_the_network(
    text: str, room: int, network: Network
) -> None:
    short = shorten(text, room, network)

    assert fits(short, network)
    assert length(short, network) <= max(room, 0)


@settings(max_examples=300, deadline=None)
@given(texts, st.floats(0.1, 0.95), networks)
def test_a_text_is_never_cut_inside_a_grapheme_or_a_link(
    text: str, share: float, network: Network
) -> None:
    short = shorten(text, int(share * length(text, network)), network)
    assume(short not in (text, ""))

    kept = short.removesuffix(ELLIPSIS)
    kept = kept if text.startswith(kept) and not kept.endswith(" ") else kept.removesuffix(" ")

    assert text.startswith(kept)
    assert graphemes(text)[: len(graphemes(kept))] == graphemes(kept)
    assert all(
        not link.start < len(kept) < link.end for link in find_links(text, with_bare_domains=True)
    )


@settings(deadline=None)
@given(texts, networks)
def test_a_text_that_fits_is_left_as_it_is(text: str, network: Network) -> None:
    assume(fits(text, network))

    assert shorten(text, length(text, network), network) == text


@pytest.mark.parametrize(
    ("text", "room", "network", "short"),
    [
        ("Russia vetoed S/2016/846.", 24, Network.X, "Russia vetoed…"),
        ("Russia vetoed S/2016/846.", 25, Network.X, "Russia vetoed S/2016/846."),
        ("Russia vetoed S/2016/846.", 8, Network.BLUESKY, "Russia…"),
        ("Vote: https://un.org/a/b/c more", 31, Network.X, "Vote:…"),
        ("Vote: https://un.org/a/b/c more", 32, Network.X, "Vote: https://un.org/a/b/c …"),
        ("Vote: https://un.org/a/b and more", 33, Network.MASTODON, "Vote: https://un.org/a/b …"),
        ("https://un.org/a and more", 20, Network.X, "…"),
        ("安全理事会未通过决议草案", 14, Network.X, "安全理事会未…"),
        ("Antidisestablishmentarianism", 6, Network.MASTODON, "Antid…"),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧👨", 2, Network.MASTODON, "👨\u200d👩\u200d👧…"),
        ("veto", 1, Network.X, ""),
    ],
)
def test_a_text_is_cut_after_a_word_where_one_fits(
    text: str, room: int, network: Network, short: str
) -> None:
    assert shorten(text, room, network) == short


def test_a_long_text_is_shortened_without_delay_and_uses_its_room() -> None:
    text = "The Council did not adopt draft S/2016/846. " * 2000

    short = shorten(text, 280, Network.X)

    assert 265 <= length(short, Network.X) <= 280
