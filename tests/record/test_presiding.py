"""Who presided, and whether a source tells it or the rule gives it."""

from datetime import date

from councilwatch.record.presiding import presidents


def test_a_month_a_source_tells_names_it_and_the_others_name_the_rule(record):
    months = {each.month: each for each in presidents(record, date(1994, 1, 1), date(1995, 1, 1))}

    december, october = months[date(1994, 12, 1)], months[date(1994, 10, 1)]
    assert (december.state, december.known_by) == ("RWA", "as a source tells")
    assert december.source in record.sources
    assert (october.state, october.known_by) == ("GBR", "by the alphabetical rule")
    assert october.source == ""


def test_the_months_asked_are_given_whole_and_in_order(record):
    months = [each.month for each in presidents(record, date(2015, 3, 17), date(2015, 7, 1))]

    assert months == [date(2015, month, 1) for month in (3, 4, 5, 6)]


def test_before_the_first_month_told_and_before_all_are_elected_nobody_is_named(record):
    early = list(presidents(record, date(1980, 1, 1), date(1980, 3, 1)))
    late = list(presidents(record, date(2028, 1, 1), date(2028, 3, 1)))

    assert [each.state for each in (*early, *late)] == [None] * 4


def test_a_president_is_always_a_member_of_the_council(record):
    for each in presidents(record, date(1990, 1, 1), date(2028, 1, 1)):
        assert each.state in record.members_on(each.month)
