"""A rule without its paragraph in the record is told before anybody asks for it."""

import shutil
from pathlib import Path

import pytest

from councilwatch.codes.checks import check_codes

FACTS = Path(__file__).parents[2] / "facts"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A record's folder with the codes alone, which a test may damage."""
    shutil.copytree(FACTS / "codes", tmp_path / "codes")
    return tmp_path


def test_the_codes_as_shipped_have_no_fault():
    assert check_codes(FACTS) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "codes/act.toml: says nothing of 'clause'."),
        ("#", "codes/act.toml: says nothing of 'clause'."),
        ("[[clause]]\nid = 'act.op1'", "codes/act.toml: says nothing of 'paragraph'."),
        ("clause = 3", "codes/act.toml: cannot be read as the paragraphs of a code"),
        ("= no", "codes/act.toml: cannot be read as the paragraphs of a code"),
    ],
)
def test_a_code_that_cannot_be_read_is_told(folder, content, told):
    (folder / "codes" / "act.toml").write_text(content, encoding="utf-8")

    [fault] = check_codes(folder)

    assert str(fault).startswith(told)


def test_a_rule_whose_paragraph_is_gone_is_told(folder):
    (folder / "codes" / "act.toml").unlink()

    faults = [str(fault) for fault in check_codes(folder)]

    assert "codes/act.toml: has no paragraph for the rule act.op1." in faults
    assert "codes/act.toml: has no paragraph for the rule act.op2." in faults
