"""What a visitor may do."""

from __future__ import annotations

import pytest
from ansvarskarta.graph.settings import Settings
from ansvarskarta.views.visitor import Visitor, visitor_of

HERE = {"Host": "127.0.0.1:8501"}
BEHIND = Settings(editors=("anna",), user_header="X-User")


def test_the_person_at_this_machine_is_an_editor() -> None:
    assert visitor_of(Settings(), HERE, "127.0.0.1", user="eva") == Visitor("eva", may_edit=True)


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        (HERE, ""),
        (HERE, "192.0.2.1"),
        ({"Host": "karta.example.se"}, "127.0.0.1"),
        ({**HERE, "X-Forwarded-For": "10.0.0.7"}, "127.0.0.1"),
        ({**HERE, "Forwarded": "for=10.0.0.7"}, "localhost"),
    ],
)
def test_nobody_is_an_editor_elsewhere_without_both_settings(headers: dict[str, str], address: str) -> None:
    assert visitor_of(Settings(), headers, address, user="eva") == Visitor("", may_edit=False, why_not="no_editors")


def test_a_trusted_proxy_names_the_editor() -> None:
    assert visitor_of(BEHIND, {"x-user": "anna"}, "192.0.2.1") == Visitor("anna", may_edit=True)


@pytest.mark.parametrize("name", ["bo", "", "Anna"])
def test_who_is_not_on_the_list_reads(name: str) -> None:
    assert visitor_of(BEHIND, {"X-User": name}, "127.0.0.1") == Visitor(name, may_edit=False, why_not="no_editor")


def test_a_header_without_a_list_makes_no_editors() -> None:
    settings = Settings(user_header="X-User")
    assert visitor_of(settings, {**HERE, "X-User": "anna"}, "127.0.0.1").why_not == "no_editors"


def test_a_list_narrows_who_edits_at_this_machine() -> None:
    assert visitor_of(Settings(editors=("anna",)), HERE, "127.0.0.1", user="eva").may_edit is False


def test_a_read_only_server_has_no_editors() -> None:
    found = visitor_of(Settings(), HERE, "127.0.0.1", read_only=True, user="eva")
    assert (found.may_edit, found.why_not) == (False, "read_only")
