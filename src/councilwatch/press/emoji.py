"""What X counts as one emoji, however many code points it is written with.

The list is that of Emoji 12.0 (2019), as twitter-text-parser carries it. An emoji made later from
several code points is counted as its parts: longer than X may count it, never shorter.
"""

import regex

from councilwatch.press.links import COUNTRY_ENDINGS

FLAGS = COUNTRY_ENDINGS - {"an", "su", "tp", "uk"} | {"cp", "dg", "ea", "ic", "ta", "un", "xk"}
"""The regions which have a flag emoji.

Unit: lower-case region codes, two letters. Source: emoji-test.txt of Emoji 12.0, unicode.org.
"""

_TONE = r"\p{Emoji_Modifier}"
_WITHOUT_TONE = "👪👯💏💑🤌🤝🤼🥷\U0001fa70-\U0001faff"  # or, from 🤌 on, younger than the list
_AT_WORK = "[⚕⚖✈]\ufe0f?|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦯🦰-🦳🦼🦽]"
_ACTING = "⛹🏃🏄🏊-🏌👮👱👳👷💁💂💆💇🕵🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤷-🤹🤽🤾🦸🦹🧍-🧏🧖-🧝"
_CHILDREN = "(?:👧~[👦👧]|👦~👦|[👦👧])"

_SHAPES = (
    # Each "~" stands for the zero-width joiner.
    r"[0-9#*]\ufe0f?\u20e3",  # keycaps
    "🏴\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074"
    "|\U000e0077\U000e006c\U000e0073)\U000e007f",  # England, Scotland, Wales
    "|".join(
        "".join(chr(0x1F1E6 + ord(sign) - ord("a")) for sign in flag) for flag in sorted(FLAGS)
    ),
    r"🏳\ufe0f?~🌈|🏴~☠\ufe0f?|👁\ufe0f?~🗨\ufe0f?|🐕~🦺",
    rf"(?:👨~)?[👨👩]~{_CHILDREN}|👩~👩~{_CHILDREN}",  # families
    r"👩~❤\ufe0f?~(?:💋~)?[👨👩]|👨~❤\ufe0f?~(?:💋~)?👨",
    rf"👩{_TONE}~🤝~[👨👩]{_TONE}|👨{_TONE}~🤝~👨{_TONE}|🧑{_TONE}~🤝~🧑{_TONE}|🧑~🤝~🧑",
    rf"[👨👩]{_TONE}?~(?:{_AT_WORK})",
    rf"(?:[{_ACTING}](?:\ufe0f|{_TONE})?|[👯🤼🧞🧟])~[♀♂]\ufe0f?",
    rf"[\p{{Emoji_Modifier_Base}}--[{_WITHOUT_TONE}]]{_TONE}",
    r"[\p{Emoji}--\p{Emoji_Presentation}--[0-9#*⚧]]\ufe0f?",  # © ☺ ✈, also without the style
    r"\p{Emoji_Presentation}",
)

EMOJI = regex.compile("|".join(_SHAPES).replace("~", "\u200d"), regex.V1)
"""One emoji, as X weighs it.

Unit: a compiled pattern, one match an emoji. Source: emoji-test.txt of Emoji 12.0, unicode.org.
"""
