from __future__ import annotations

import pytest
from ansvarskarta.loaders.problems import LISTED, Level, Place, Problems
from ansvarskarta.texts import Language


def test_the_list_is_bounded_and_the_counts_are_not() -> None:
    problems = Problems()
    for line in range(LISTED + 5):
        problems.add(Level.WARNING, "required", Place("a.csv", None, line, "name"))
    problems.add(Level.ERROR, "required", Place("b.csv", None, 2, "name"))
    assert len(problems) == LISTED + 6
    assert problems.unlisted == 5
    assert problems.by_code() == {"required": LISTED + 6}
    assert next(iter(problems)).place.file == "b.csv"
    more = Problems()
    more.merge(problems)
    more.merge(problems)
    assert (len(more), more.count(Level.ERROR), more.unlisted) == (2 * (LISTED + 6), 2, LISTED + 10)


@pytest.mark.parametrize("lang", list(Language))
def test_a_long_value_is_cut_where_it_is_shown(lang: Language) -> None:
    problems = Problems()
    problems.add(Level.ERROR, "wrong_date", Place("a.csv", None, 2, "raised"), "9" * 10_000_000)
    (problem,) = problems
    assert len(problem.message(lang)) < 200
    assert problem.as_json(lang)["value"] == "9" * 120 + "…"
