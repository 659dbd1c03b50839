"""What the environment says, and what it may not say."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.settings import Settings, is_loopback
from ansvarskarta.texts import Language

ADDRESS = "neo4j+s://graph.example.se:7687"


def test_nothing_set_is_the_embedded_engine_in_the_user_s_own_folder() -> None:
    settings = Settings.from_environment({})
    assert settings.is_embedded
    assert settings.home.is_absolute()
    assert "ansvarskarta" in settings.home.name
    assert (settings.user, settings.database, settings.url, settings.editors) == (None, None, None, ())


def test_everything_set(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n", encoding="utf-8")
    settings = Settings.from_environment(
        {
            "ANSVARSKARTA_GRAPH": ADDRESS,
            "ANSVARSKARTA_DATABASE": "ansvar",
            "ANSVARSKARTA_USER": "writer",
            "ANSVARSKARTA_PASSWORD_FILE": str(secret),
            "ANSVARSKARTA_READER_USER": "reader",
            "ANSVARSKARTA_READER_PASSWORD": "r",
            "ANSVARSKARTA_URL": "https://ansvar.example.se/",
            "ANSVARSKARTA_EDITORS": "anna, bo ,",
            "ANSVARSKARTA_USER_HEADER": "X-User",
            "ANSVARSKARTA_HOME": "~/graf",
        }
    )
    assert (settings.graph, settings.is_embedded, settings.database) == (ADDRESS, False, "ansvar")
    assert (settings.user, settings.password, settings.reader_user) == ("writer", "s3cret", "reader")
    assert (settings.url, settings.editors) == ("https://ansvar.example.se", ("anna", "bo"))
    assert settings.home == Path.home() / "graf"
    assert "s3cret" not in repr(settings)


def test_the_command_line_goes_before_the_environment() -> None:
    assert Settings.from_environment({"ANSVARSKARTA_GRAPH": ADDRESS}, graph="embedded").is_embedded


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_each_scheme(scheme: str) -> None:
    assert Settings.from_environment({}, graph=f"{scheme}://localhost").graph == f"{scheme}://localhost"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"ANSVARSKARTA_GRAPH": "http://localhost:7474"}, "engine.wrong_address"),
        ({"ANSVARSKARTA_GRAPH": "localhost:7687"}, "engine.wrong_address"),
        ({"ANSVARSKARTA_GRAPH": "bolt://"}, "engine.wrong_address"),
        ({"ANSVARSKARTA_GRAPH": "bolt://host:99999"}, "engine.wrong_address"),
        ({"ANSVARSKARTA_GRAPH": "bolt://[::1"}, "engine.wrong_address"),
        ({"ANSVARSKARTA_GRAPH": "bolt://neo4j:secret@host"}, "engine.address_with_user"),
        ({"ANSVARSKARTA_USER": "neo4j"}, "engine.half_account"),
        ({"ANSVARSKARTA_READER_PASSWORD": "secret"}, "engine.half_account"),
        ({"ANSVARSKARTA_PASSWORD": "a", "ANSVARSKARTA_PASSWORD_FILE": "b"}, "engine.given_twice"),
        ({"ANSVARSKARTA_PASSWORD_FILE": "/nowhere/at/all"}, "engine.secret_unreadable"),
    ],
)
def test_what_can_not_be_meant_is_refused(environ: dict[str, str], code: str) -> None:
    with pytest.raises(WrongUse) as refused:
        Settings.from_environment(environ)
    assert refused.value.code == code
    for lang in Language:
        assert "secret" not in refused.value.message(lang)
        assert refused.value.hint(lang)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True),
        ("::", False), ("192.168.1.2", False), ("example.org", False),
    ],
)  # fmt: skip
def test_loopback(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected
