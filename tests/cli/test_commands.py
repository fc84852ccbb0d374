"""The commands, asked as a reader would ask them: what they print and with which code they end."""

import csv
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from councilwatch.cli.app import COMMANDS, run
from councilwatch.fetch.sciences_po.corrections import read_corrections

FACTS = Path(__file__).parents[2] / "facts"


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> Path:
    """One release, made by the command."""
    out = tmp_path_factory.mktemp("commands") / "release"
    assert run(["release", str(out)]) == 0
    return out


@pytest.fixture
def facts(tmp_path) -> Path:
    """A copy of the record's folder that a test may damage."""
    return Path(shutil.copytree(FACTS, tmp_path / "facts"))


def casts_of(answer: Any) -> dict[str, set[str]]:
    """The members of a vote's body by what they cast."""
    found: dict[str, set[str]] = {}
    for ballot in answer.body["ballots"]:
        found.setdefault(ballot["cast"], set()).add(ballot["state"])
    return found


def replace_once(path: Path, old: str, new: str) -> int:
    """Changes one place of a file and returns the row it stands in."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    return text[: text.index(old)].count("\n") + 1 + old.startswith("\n")


# -- votes that everybody knows -------------------------------------------------------------------


def test_the_draft_of_8_october_2016_was_vetoed_by_russia_alone(ask):
    shown = ask("vote", "S/2016/846")
    answer = ask("vote", "S/2016/846", "--json")

    casts = casts_of(answer)
    assert len(casts["yes"]) == 11
    assert casts["no"] == {"RUS", "VEN"}
    assert casts["abstain"] == {"AGO", "CHN"}
    assert answer.body["vetoed_by"] == ["RUS"]
    assert "Vetoed by Russian Federation, 11 yes, 2 no, 2 abstain" in shown.out
    assert [b["state"] for b in answer.body["ballots"] if b["veto"]] == ["RUS"]


def test_its_rival_fell_short_of_votes_and_a_no_was_not_a_veto(ask):
    shown = ask("vote", "S/2016/847")
    answer = ask("vote", "S/2016/847", "--json")

    assert "Short of votes, 4 yes, 9 no, 2 abstain" in shown.out
    assert "not a veto" in shown.out
    assert answer.body["outcome"] == "short of votes"
    assert answer.body["vetoed_by"] == []
    assert answer.body["permanent_against"] == ["FRA", "GBR", "USA"]
    assert not any(ballot["veto"] for ballot in answer.body["ballots"])


def test_the_draft_of_5_december_2016_was_vetoed_by_china_and_russia(ask):
    shown = ask("vote", "S/2016/1026")
    answer = ask("vote", "S/2016/1026", "--json")

    assert "Vetoed by China and Russian Federation" in shown.out
    assert answer.body["vetoed_by"] == ["CHN", "RUS"]


def test_in_october_2023_an_endorser_voted_no_on_a_vetoed_draft(ask):
    shown = ask("vote", "S/2023/792")
    answer = ask("vote", "S/2023/792", "--json")

    emirates = next(b for b in answer.body["ballots"] if b["state"] == "ARE")
    assert emirates["cast"] == "no"
    assert not emirates["veto"]
    assert emirates["endorsed"]["act"] == "bound"
    assert answer.body["vetoed_by"] == ["CHN", "RUS"]
    assert "United Arab Emirates ARE*" in shown.out


def test_forty_texts_were_vetoed_since_the_launch_and_none_by_a_known_endorser(ask):
    answer = ask("votes", "--outcome", "vetoed", "--since", "2015-10-23", "--json")

    assert answer.code == 0
    assert answer.body["count"] == len(answer.body["votes"]) == 40
    assert answer.body["vetoed_by"] == {"CHN RUS": 11, "RUS": 18, "USA": 11}
    assert answer.body["vetoes_cast_by_endorsers"] == []
    assert answer.body["counting_unit"] == "one text, or part of a text, put to the vote"


def test_a_list_of_votes_says_what_is_counted(ask):
    shown = ask("votes", "--outcome", "vetoed", "--since", "2015-10-23").out

    assert "40 votes (vetoed 40). Counted: one text, or part of a text, put to the vote." in shown
    assert "Vetoed by: CHN RUS 11, RUS 18, USA 11" in shown
    assert "By member: CHN 11, RUS 29, USA 11" in shown
    assert "51 vetoes counted by member: 0 cast by a member that had endorsed the ACT Code" in shown
    assert "30 by one that had not, and of 21 the record cannot say (CHN, RUS, USA:" in shown


def test_until_is_the_first_day_left_out(ask):
    day = ["votes", "--since", "2016-10-08", "--json", "--until"]

    assert ask(*day, "2016-10-08").body["count"] == 0
    assert ask(*day, "2016-10-09").body["count"] == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("s/2016/846 ", "S/2016/846"),
        (" S/2016/846", "S/2016/846"),
        ("S/RES/2328(2016)", "S/RES/2328 (2016)"),
        ("s/res/2328 (2016)", "S/RES/2328 (2016)"),
    ],
)
def test_a_vote_is_found_in_whatever_spelling_it_is_typed(ask, typed, meant):
    answer = ask("vote", typed, "--json")

    assert answer.code == 0
    assert answer.body["vote"] == meant


def test_a_symbol_voted_on_sixteen_times_shows_sixteen_votes(ask):
    shown = ask("vote", "S/3502")
    answer = ask("vote", "S/3502", "--json")

    assert [body["vote"] for body in answer.body] == [f"S/3502 (vote {n})" for n in range(1, 17)]
    assert all(body["vote"] in shown.out for body in answer.body)


def test_a_command_about_one_vote_lists_the_sixteen_and_stops(ask):
    answer = ask("explain", "S/3502", "USA")

    assert answer.code == 2
    assert "voted on 16 times" in answer.err
    assert "S/3502 (vote 16)" in answer.err


def test_a_vote_whose_ballots_nobody_recorded_is_shown_as_cannot_say(ask):
    shown = ask("vote", "S/516")
    answer = ask("vote", "S/516", "--json")

    assert (shown.code, answer.code) == (0, 0)
    assert "Cannot say: the record does not have the members' ballots." in shown.out
    assert answer.body["outcome"] == "cannot say"
    assert answer.body["tally"] is None
    assert answer.body["ballots"] == []


def test_a_text_adopted_without_a_vote_is_shown_as_such(ask):
    shown = ask("vote", "S/RES/1999 (2011)")
    answer = ask("vote", "S/RES/1999 (2011)", "--json")

    assert (shown.code, answer.code) == (0, 0)
    assert "Adopted: adopted without a vote." in shown.out
    assert answer.body["outcome"] == "adopted"
    assert answer.body["ballots"] == []


@pytest.mark.parametrize("symbol", ["S/516", "S/RES/1999 (2011)"])
@pytest.mark.parametrize("command", [["scorecard"], ["post", "--for", "x"]])
def test_what_goes_out_about_a_text_without_ballots_does_not_fail(ask, command, symbol):
    answer = ask(*command, symbol)

    assert answer.code == 0
    assert symbol in answer.out


# -- who had pledged ------------------------------------------------------------------------------


def test_the_list_of_may_2017_names_110_members_and_2_observers(ask):
    shown = ask("supporters", "--on", "2017-05-15")
    body = ask("supporters", "--on", "2017-05-15", "--json").body

    assert body["counts"] == {"members": 110, "observers": 2, "cannot_say": 0}
    assert (len(body["members"]), body["observers"]) == (110, ["PSE", "VAT"])
    assert (body["short_of_two_thirds"], body["two_thirds_of_members"]) == (19, 129)
    assert [roll["total"] for roll in body["printed"]] == [112]
    assert "110 Members and 2 observers by name; 19 short of 129 Members" in shown.out
    assert "Printed: 112 on 2017-05-15" in shown.out


def test_rwanda_was_on_the_list_of_2015_and_not_on_that_of_2017_and_each_names_its_source(ask):
    before = ask("bound", "RWA", "--on", "2015-09-01", "--json").body
    after = ask("bound", "RWA", "--on", "2017-05-15", "--json").body

    assert (before["answer"], after["answer"]) == ("bound", "not bound")
    assert [source["fact"] for source in before["sources"]] == ["endorsements/act/RWA/2015-09-01"]
    assert [source["fact"] for source in after["sources"]] == ["rolls/act/2017-05-15/act"]
    assert before["sources"][0]["title"] != after["sources"][0]["title"]
    assert all(source["title"] for source in (*before["sources"], *after["sources"]))
    shown = ask("bound", "RWA", "--on", "2017-05-15").out
    assert after["sources"][0]["title"] in shown


def test_on_the_days_between_the_two_lists_the_record_cannot_say(ask):
    answer = ask("bound", "RWA", "--on", "2017-05-14", "--json")

    assert answer.body["answer"] == "cannot say"


def test_nobody_was_bound_before_the_code_existed(ask):
    answer = ask("bound", "GBR", "--on", "2015-06-01", "--json")

    assert answer.body["answer"] == "not bound"
    assert "did not exist yet" in answer.body["because"]
    assert "bound" not in ask("bound", "GBR", "--on", "2015-06-01").out.replace("not bound", "")


def test_of_a_state_first_seen_in_2017_the_record_cannot_say_what_it_was_in_2016(ask):
    answer = ask("bound", "ALB", "--on", "2016-01-01", "--json")

    assert answer.code == 0
    assert answer.body["answer"] == "cannot say"


def test_as_known_in_2016_a_state_known_only_from_the_list_of_2017_was_not_known_to_be_bound(ask):
    asked = ["bound", "ALB", "--on", "2017-12-31", "--json"]

    now = ask(*asked)
    then = ask(*asked, "--as-known", "2016-01-01")

    assert now.body["answer"] == "bound"
    assert then.code == 0, then.err
    assert then.body["answer"] == "cannot say"
    assert then.body["as_known"] == "2016-01-01"


def test_the_supporters_as_known_in_2018_are_those_of_the_list_of_2017(ask):
    body = ask("supporters", "--on", "2017-05-15", "--as-known", "2018-01-01", "--json").body

    assert body["counts"]["members"] == 110
    assert body["two_thirds_of_members"] == 129


def test_as_known_shortly_after_the_vote_members_have_names_and_the_outcome_stands(ask):
    shown = ask("vote", "S/2016/846", "--as-known", "2016-12-01")

    assert "Vetoed by Russian Federation" in shown.out


@pytest.mark.parametrize("command", [["votes"], ["scorecard"]])
def test_as_known_before_there_was_a_council_there_is_nothing_to_list(ask, command):
    answer = ask(*command, "--as-known", "1940-01-01")

    assert answer.code in (0, 2)


# -- what a code says of a ballot -----------------------------------------------------------------


def verdicts(answer: Any, **reading: str) -> dict[str, str]:
    """The verdicts of OP2 under the text of the Code, by the test of credibility."""
    return {
        found["reading"]["credible"]: found["verdict"]
        for found in answer.body["findings"]
        if found["clause"] == "act.op2"
        and found["reading"]["conduct"] == "text"
        and all(found["reading"][part] == name for part, name in reading.items())
    }


def test_each_test_of_credibility_is_judged_separately(ask):
    answer = ask("explain", "S/2016/847", "ESP", "--code", "act", "--json")

    by_test = verdicts(answer, crimes="same-day")
    assert answer.body["cast"] == "no"
    assert by_test == {
        "as-tabled": "broken",
        "nine-yes": "not engaged",
        "no-rival": "not engaged",
        "elected-sponsor": "cannot say",
        "assessors": "cannot say",
    }


def test_every_reading_is_printed_on_a_line_of_its_own(ask):
    shown = ask("explain", "S/2016/847", "ESP", "--code", "act").out
    body = ask("explain", "S/2016/847", "ESP", "--code", "act", "--json").body

    for found in body["findings"]:
        reading = found["reading"]
        words = [found["clause"], f"{reading['conduct']};", f"crimes by {reading['crimes']}"]
        if reading["credible"]:
            words.append(f"credible by {reading['credible']} ")
        lines = [line for line in shown.splitlines() if all(word in line for word in words)]
        assert any(found["verdict"] in line for line in lines), words
    assert {found["clause"] for found in body["findings"]} == {"act.op1", "act.op2"}


def test_a_state_that_was_no_member_that_day_has_no_ballot_to_explain(ask):
    answer = ask("explain", "S/2016/847", "DEU")

    assert answer.code == 2
    assert "Germany cast no ballot on S/2016/847" in answer.err


# -- JSON -----------------------------------------------------------------------------------------

JSON_CALLS = {
    "votes": ["--outcome", "vetoed", "--since", "2015-10-23"],
    "vote": ["S/2016/846"],
    "state": ["ESP"],
    "bound": ["RWA", "--on", "2015-09-01"],
    "supporters": ["--on", "2017-05-15"],
    "explain": ["S/2016/847", "ESP"],
    "scorecard": ["S/2016/846"],
    "card": ["S/2016/846", "--output", "{new}/card.svg"],
    "post": ["S/2016/846", "--for", "x"],
    "check": [],
    "import": ["sciences-po", "{source}", "--part", "--accept", "all", "--record", "{facts}"],
    "release": ["{new}/release"],
    "verify": ["{released}"],
    "history": ("seats/SUN",),
    "facts": ("rolls",),
    "situation": ("syria",),
    "presidents": ("2026",),
    "figures": ("F1", "F27"),
    "export": ("--format", "atom", "-o", "{new}/feeds"),
}
"""How each command is asked for JSON; {names} stand for folders made for the test."""


def source_file(path: Path) -> Path:
    """One vote of 2025 as the source writes it, everybody in favour."""
    seated = (
        "CHINA", "FRANCE", "RUSSIAN FEDERATION/USSR", "UNITED KINGDOM", "UNITED STATES", "ALGERIA",
        "DENMARK", "GREECE", "GUYANA", "PAKISTAN", "PANAMA", "KOREA", "SIERRA LEONE", "SLOVENIA",
        "SOMALIA",
    )  # fmt: skip
    row = {
        "Vote in the DB": "9001",
        "UN classification": "S/2025/9001",
        "Vote outcome": "adopted",
        "Vote outcome typology-Observable": "adopted (unanimity)",
        "Resolution number": "-",
        "Date": "2025-12-30",
        "Official full title": "A text for the test",
        "Title-Observable": "A text for the test",
        **dict.fromkeys(("Yes", "Total"), "15"),
        **dict.fromkeys(("No", "Abstentions", "Non-Voting", "(of which veto)"), "0"),
        **dict.fromkeys(read_corrections().columns, ""),
        **dict.fromkeys(seated, "Y"),
    }
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    return path


def test_no_command_is_left_out_of_the_test_of_json():
    assert set(JSON_CALLS) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_prints_valid_json_when_asked(ask, request, tmp_path, command):
    places = {"new": tmp_path}
    if command == "import":
        places |= {"facts": request.getfixturevalue("facts")}
        places |= {"source": source_file(tmp_path / "votes.csv")}
    if command == "verify":
        places |= {"released": request.getfixturevalue("released")}

    answer = ask(command, *(part.format_map(places) for part in JSON_CALLS[command]), "--json")

    assert answer.code == 0, answer.err
    assert answer.err == ""
    assert isinstance(answer.body, dict)


def test_a_scorecard_written_to_a_folder_still_prints_nothing_but_json(ask, tmp_path):
    answer = ask("scorecard", "S/2016/846", "--out", tmp_path / "out", "--json")

    assert answer.code == 0
    assert list((tmp_path / "out").iterdir())
    assert answer.body["count"] == 1


def test_faults_are_json_too(ask, facts):
    row = replace_once(
        facts / "ballots.csv", "\nS/2016/846,AGO,abstain,", "\nS/2016/846,AGO,maybe,"
    )

    answer = ask("check", "--record", facts, "--json")

    assert answer.code == 3
    assert [(f["file"], f["row"]) for f in answer.body["faults"]] == [("ballots.csv", row)]


# -- exit codes -----------------------------------------------------------------------------------

MISTAKES = [
    (["vote", "S/2016/8466"], ["S/2016/8466", "Nearest: S/2016/846"]),
    (["vote", "S/RES/23288 (2016)"], ["S/RES/2328 (2016)"]),
    (["scorecard", "S/2016/8466"], ["S/2016/846"]),
    (["post", "S/2016/8466", "--for", "x"], ["S/2016/846"]),
    (["state", "RWX"], ["'RWX'", "RWA (Rwanda)"]),
    (["state", "Ruanda-"], ["RWA (Rwanda)"]),
    (["bound", "RWX", "--on", "2017-05-15"], ["RWA (Rwanda)"]),
    (["votes", "--member", "Spian"], ["ESP (Spain)"]),
    (["bound", "RWA", "--on", "2015-9-1"], ["'2015-9-1'", "Nearest: 2015-09-01"]),
    (["votes", "--since", "2015-02-30"], ["Nearest: 2015-02-28"]),
    (["votes", "--until", "yesterday"], ["'yesterday'", "YYYY-MM-DD"]),
    (["vote", "S/2016/846", "--as-known", "20161008"], ["YYYY-MM-DD"]),
    (["bound", "RWA", "--on", "2017-05-15", "--code", "atc"], ["'atc'", "act, france-mexico"]),
    (["supporters", "--on", "2017-05-15", "--code", "atc"], ["act, france-mexico"]),
    (["explain", "S/2016/846", "ESP", "--code", "atc"], ["act, france-mexico"]),
    (["votes", "--situation", "syra"], ["'syra'", "syria"]),
    (["votes", "--outcome", "vetod"], ["'vetod'", "vetoed"]),
    (["post", "S/2016/846", "--for", "twitter"], ["'twitter'", "x, bluesky, mastodon"]),
    (["explain", "S/2016/846", "ESP", "--credible", "nine"], ["nine-yes"]),
    (["explain", "S/2016/846", "ESP", "--crimes", "assessor"], ["assessors"]),
    (["explain", "S/2016/846", "ESP", "--reading", "txt"], ["text, workshop"]),
    (["import", "science-po", "votes.csv"], ["sciences-po"]),
    (["card", "S/2016/846", "-o", "card.jpg"], [".png or .svg"]),
]
"""Things typed wrongly, and what the answer must hold: what was typed, and what is near."""


@pytest.mark.parametrize(
    ("typed", "told"), MISTAKES, ids=[" ".join(typed) for typed, _ in MISTAKES]
)
def test_a_mistake_ends_with_2_and_names_the_nearest(ask, typed, told):
    answer = ask(*typed)

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("councilwatch: ")
    assert "Traceback" not in answer.err
    assert [words for words in told if words not in answer.err] == []


def test_a_command_that_does_not_exist_ends_with_2(ask):
    assert ask("vot").code == 2


def test_supporters_without_a_day_are_those_of_today(ask):
    before = date.today()  # noqa: DTZ011 - the door reads the clock
    on = date.fromisoformat(ask("supporters", "--json").body["on"])

    assert before <= on <= before + timedelta(days=1)


DAMAGE = {
    "an unknown word": ("ballots.csv", "\nS/2016/846,AGO,abstain,", "\nS/2016/846,AGO,maybe,"),
    "a day that does not exist": (
        "drafts.csv",
        "\nS/2016/846,S/2016/846,2016-10-08,",
        "\nS/2016/846,S/2016/846,2016-13-08,",
    ),
    "a cell too many": (
        "drafts.csv",
        "\nS/2016/846,S/2016/846,2016-10-08,",
        "\nS/2016/846,,S/2016/846,2016-10-08,",
    ),
    "a source that is not listed": (
        "drafts.csv",
        ",vetoed,11-2-2-0,,2016-10-08,sciences-po-2026,",
        ",vetoed,11-2-2-0,,2016-10-08,sciences-po-1926,",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_the_check_of_a_damaged_record_ends_with_3_and_names_file_and_row(ask, facts, damage):
    file, old, new = DAMAGE[damage]
    row = replace_once(facts / file, old, new)

    answer = ask("check", "--record", facts)

    assert answer.code == 3
    assert f"{file}, row {row}: " in answer.err


MEETS = {
    "vote": ["vote", "S/2016/846"],
    "scorecard": ["scorecard", "S/2016/846"],
    "explain": ["explain", "S/2016/846", "AGO"],
    "votes": ["votes", "--outcome", "vetoed"],
}
"""Commands that come upon the damaged row; of these only `vote` names the source of the text."""
MEETINGS = [
    (command, damage)
    for damage in DAMAGE
    for command in (["vote"] if damage == "a source that is not listed" else MEETS)
]


@pytest.mark.parametrize(("command", "damage"), MEETINGS)
def test_a_command_that_meets_the_damage_ends_with_3_and_names_file_and_row(
    ask, facts, command, damage
):
    file, old, new = DAMAGE[damage]
    row = replace_once(facts / file, old, new)

    answer = ask(*MEETS[command], "--record", facts)

    assert answer.code == 3
    # A row looked up by its key is named by it: finding its number would mean reading them all.
    assert f"{file}, row {row}: " in answer.err or f"{file}: 'S/2016/846'" in answer.err


@pytest.mark.parametrize(
    "command",
    [["check"], ["votes"], ["vote", "S/2016/846"], ["bound", "ALB", "--on", "2018-01-01"]],
)
def test_a_folder_without_a_record_is_named_as_such(ask, tmp_path, command):
    answer = ask(*command, "--record", tmp_path / "nowhere")

    assert answer.code == 3
    assert "is missing" in answer.err


@pytest.mark.parametrize(
    "command",
    [
        ["release", "{file}/release"],
        ["scorecard", "S/2016/846", "--out", "{file}/out"],
        ["card", "S/2016/846", "-o", "{file}/card.svg"],
        ["card", "S/2016/846", "-o", "{file}/card.png"],
    ],
    ids=["release", "scorecard", "card as svg", "card as png"],
)
def test_a_folder_that_cannot_be_written_ends_with_4(ask, tmp_path, command):
    file = tmp_path / "file"
    file.write_text("a file is no folder")

    answer = ask(*(part.format(file=file) for part in command))

    assert answer.code == 4
    assert str(file) in answer.err
    assert file.read_text() == "a file is no folder"


def test_a_release_is_verified_by_its_folder_alone(ask, released):
    answer = ask("verify", released)

    assert answer.code == 0
    assert "nothing altered, missing or added" in answer.out


def test_a_release_altered_by_one_ballot_ends_with_1_and_names_the_row(ask, released, tmp_path):
    copy = Path(shutil.copytree(released, tmp_path / "copy"))
    row = replace_once(copy / "ballots.csv", "\nS/2016/846,AGO,abstain,", "\nS/2016/846,AGO,yes,")

    answer = ask("verify", copy)

    assert answer.code == 1
    assert len(answer.out.splitlines()) == 1
    assert f"ballots.csv, row {row}: the row was altered: S/2016/846/AGO/" in answer.out


def test_a_release_with_another_print_than_expected_ends_with_1(ask, released):
    right = ask("verify", released, "--json").body["sha256"]

    assert ask("verify", released, "--expect", right).code == 0
    answer = ask("verify", released, "--expect", "0" * 64)
    assert answer.code == 1
    assert "manifest.json" in answer.out


def test_a_release_is_never_written_over_another(ask, released):
    answer = ask("release", released)

    assert answer.code == 2
    assert "never written over another" in answer.err


def test_a_folder_that_is_no_release_ends_with_3(ask, tmp_path):
    answer = ask("verify", tmp_path)

    assert answer.code == 3
    assert "this is no release" in answer.err


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch) -> None:
    """A relative path that is written by mistake does not land in the repository."""
    monkeypatch.chdir(tmp_path)


# -- what was not there yet, and what is no question ----------------------------------------------


def test_a_vote_asked_as_known_before_it_was_taken_is_told_to_be_unknown(ask):
    answer = ask("vote", "S/2016/846", "--as-known", "2016-01-01")

    assert answer.code == 2
    assert "No vote on 'S/2016/846' is in the record" in answer.err


def test_an_empty_symbol_is_no_vote(ask):
    answer = ask("vote", "")

    assert answer.code == 2
    assert "No vote on ''" in answer.err
