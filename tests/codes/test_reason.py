"""Three-valued truth: what is known settles a matter, what is unknown travels to the reader."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilwatch.codes.reason import Reason, all_of, any_of

TRUE = Reason("it is so", True)
FALSE = Reason("it is not so", False)
UNSAID = Reason("the record does not say", None)
DISPUTED = Reason("assessors differ", None, disputed=True)

leaves = st.sampled_from((TRUE, FALSE, UNSAID, DISPUTED))
parts = st.lists(leaves, max_size=5)

# An expression is a leaf or a join of expressions: the trees that clauses build.
expressions = st.recursive(
    leaves,
    lambda inner: st.tuples(st.sampled_from((all_of, any_of)), st.lists(inner, max_size=3)),
    max_leaves=8,
)

RANK = {False: 0, None: 1, True: 2}
TRUTHS = {rank: truth for truth, rank in RANK.items()}


def reason_of(expression):
    """The tree of reasons of an expression."""
    if isinstance(expression, Reason):
        return expression
    join, inner = expression
    return join("joined", *(reason_of(each) for each in inner))


def settled(expression, answers):
    """The expression with its unknown leaves answered one after the other."""
    if isinstance(expression, Reason):
        answer = next(answers) if expression.truth is None else None
        return expression if answer is None else Reason("settled", answer)
    join, inner = expression
    return join, [settled(each, answers) for each in inner]


def forever(drawn):
    """The drawn answers, then no answers any more."""
    yield from drawn
    while True:
        yield None


def denied(reason):
    """The contrary of a statement; the contrary of the unknown is unknown."""
    truth = None if reason.truth is None else not reason.truth
    return Reason(f"not: {reason.says}", truth, reason.disputed)


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (TRUE, TRUE, True, True),
        (TRUE, FALSE, False, True),
        (TRUE, UNSAID, None, True),
        (FALSE, TRUE, False, True),
        (FALSE, FALSE, False, False),
        (FALSE, UNSAID, False, None),
        (UNSAID, TRUE, None, True),
        (UNSAID, FALSE, False, None),
        (UNSAID, UNSAID, None, None),
    ],
)
def test_two_statements_are_joined_as_kleene_joined_them(one, other, both, either):
    together = all_of("both", one, other)
    apart = any_of("either", one, other)

    assert together.truth is both
    assert apart.truth is either


@given(parts)
def test_all_is_as_true_as_its_least_true_part_and_any_as_its_truest(each):
    ranks = [RANK[part.truth] for part in each]

    least = all_of("all", *each)
    most = any_of("any", *each)

    assert least.truth is TRUTHS[min(ranks, default=2)]
    assert most.truth is TRUTHS[max(ranks, default=0)]


@given(parts, st.randoms())
def test_the_order_of_the_parts_does_not_matter(each, chance):
    shuffled = list(each)
    chance.shuffle(shuffled)

    pairs = [(join("x", *each), join("x", *shuffled)) for join in (all_of, any_of)]

    assert all((a.truth, a.disputed) == (b.truth, b.disputed) for a, b in pairs)


@given(parts)
def test_to_deny_that_all_hold_is_to_say_that_one_does_not(each):
    denied_parts = [denied(part) for part in each]

    not_all = denied(all_of("all", *each))
    some_not = any_of("some not", *denied_parts)

    assert (not_all.truth, not_all.disputed) == (some_not.truth, some_not.disputed)


@given(expressions, st.lists(st.sampled_from((True, False, None)), max_size=8))
def test_what_is_known_is_never_overturned_by_an_answer_to_what_was_unknown(expression, answers):
    known = reason_of(expression)

    later = reason_of(settled(expression, forever(answers)))

    if known.truth is not None:
        assert later.truth is known.truth


@given(expressions)
def test_what_is_unknown_could_still_turn_out_either_way(expression):
    unknown = reason_of(expression)
    width = _open_leaves(expression)

    ends = {
        reason_of(settled(expression, forever(answers))).truth
        for answers in product((True, False), repeat=min(width, 8))
    }

    assert ends == ({True, False} if unknown.truth is None else {unknown.truth})


def _open_leaves(expression):
    if isinstance(expression, Reason):
        return expression.truth is None
    return sum(_open_leaves(each) for each in expression[1])


@given(parts)
def test_a_matter_is_disputed_only_if_every_open_part_is_disputed(each):
    open_parts = [part for part in each if part.truth is None]

    joined = [join("x", *each) for join in (all_of, any_of)]

    for reason in joined:
        expected = reason.truth is None and all(part.disputed for part in open_parts)
        assert reason.disputed is expected


@given(parts)
def test_a_matter_keeps_its_parts_and_says_how_they_are_joined(each):
    together, apart = all_of("all", *each), any_of("any", *each)

    assert together.parts == apart.parts == tuple(each)
    assert (together.joined_by, apart.joined_by) == ("all", "any")


@pytest.mark.parametrize("truth", [True, False])
def test_what_is_known_cannot_be_disputed_at_the_same_time(truth):
    with pytest.raises(ValueError, match="cannot be"):
        Reason("assessors differ", truth, disputed=True)
