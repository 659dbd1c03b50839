"""Parameters as people give them."""

from __future__ import annotations

import pytest
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.queries import catalogue
from ansvarskarta.queries.parameters import day, nearest, read
from ansvarskarta.texts import Language

DAY = "2026-11-24"


def test_texts_become_what_the_parameter_is() -> None:
    assert read(catalogue()["depends_on"], {"bottleneck": "bottleneck:a", "depth": "3"}, DAY) == {
        "bottleneck": "bottleneck:a",
        "establishment": None,
        "depth": 3,
    }


def test_what_is_not_given_has_its_default_or_is_empty() -> None:
    assert read(catalogue()["reports_due"], {"overdue": ""}, DAY) == {"days": 90, "overdue": 0}
    assert read(catalogue()["handover"], {"actor": "agency:a"}, DAY) == {
        "actor": "agency:a",
        "mandate": None,
        "date": DAY,
    }


def test_a_list_is_split_at_what_people_write_between() -> None:
    wanted = ["2580", "Bodens kommun", "theme:x"]
    assert read(catalogue()["owners_of"], {"ids": " 2580; Bodens kommun,\ntheme:x\n"}, DAY) == {"ids": wanted}
    assert read(catalogue()["owners_of"], {"ids": wanted}, DAY) == {"ids": wanted}


@pytest.mark.parametrize(
    ("question", "given", "code"),
    [
        ("who_owns", {}, "asking.missing"),
        ("who_owns", {"botleneck": "x"}, "asking.unknown_parameter"),
        ("cycles", {"actor": "x"}, "asking.no_parameters"),
        ("depends_on", {}, "asking.one_of"),
        ("depends_on", {"bottleneck": "x", "establishment": "y"}, "asking.one_of"),
        ("depends_on", {"bottleneck": "x", "depth": "0"}, "asking.not_a_number"),
        ("depends_on", {"bottleneck": "x", "depth": "-1"}, "asking.not_a_number"),
        ("depends_on", {"bottleneck": "x", "depth": "ten"}, "asking.not_a_number"),
        ("handover", {}, "asking.any_of"),
        ("handover", {"actor": "x", "date": "2026-02-30"}, "asking.not_a_date"),
        ("weak_evidence", {"confidence": "sure"}, "asking.not_a_choice"),
        ("owners_of", {"ids": " ; "}, "asking.missing"),
    ],
)
def test_wrong_use_is_refused_in_both_languages(question: str, given: dict[str, str], code: str) -> None:
    with pytest.raises(WrongUse) as caught:
        read(catalogue()[question], given, DAY)
    assert caught.value.code == code
    for lang in Language:
        assert caught.value.message(lang)
        assert caught.value.hint(lang)


def test_the_nearest_names_come_first() -> None:
    assert nearest("no_ownr", catalogue()).startswith("no_owner, ")
    assert nearest("x", []) == "–"


@pytest.mark.parametrize("value", ["2026-1-1", "24 november", "", "2026-11-24T00:00", "２０２６-11-24"])
def test_only_full_dates_are_days(value: str) -> None:
    with pytest.raises(WrongUse):
        day("as_of", value)
