"""How errors are shown."""

from __future__ import annotations

import io
import json

from ansvarskarta.graph.errors import AnsvarskartaError, WrongUse
from ansvarskarta.terminal import failure
from ansvarskarta.texts import Language


class Fault:
    def __init__(self, number: int) -> None:
        self.number = number

    def as_json(self, lang: Language) -> dict[str, object]:
        return {"line": self.number, "message": {"sv": "fel", "en": "wrong"}[lang.value], "value": None}


def shown(error: AnsvarskartaError, lang: Language = Language.SV, *, as_json: bool = False) -> str:
    err = io.StringIO()
    failure.show(error, lang, err, as_json=as_json, cause=None)
    return err.getvalue()


def test_text_is_the_sentence_the_details_and_what_to_do() -> None:
    error = WrongUse("terminal.needs_yes", [Fault(7)])
    assert shown(error) == (
        "Fel: Kommandot ändrar data och behöver ett ja, men kan inte fråga eftersom det inte körs i ett "
        "terminalfönster.\n  rad 7: fel\nInget har ändrats. Lägg till --yes om du är säker.\n"
    )


def test_json_is_one_object() -> None:
    error = WrongUse("terminal.needs_yes", [Fault(7)])
    assert json.loads(shown(error, Language.EN, as_json=True)) == {
        "error": {
            "code": "terminal.needs_yes",
            "message": "The command changes data and needs a yes, but can't ask since it does not run in a terminal "
            "window.",
            "hint": "Nothing was changed. Add --yes if you are sure.",
            "details": [{"line": 7, "message": "wrong", "value": None}],
        }
    }


def test_many_details_are_cut_for_people_and_whole_for_programs() -> None:
    error = WrongUse("terminal.needs_yes", [Fault(number) for number in range(60)])
    assert "  rad 49: fel\n  … och 10 till\n" in shown(error)
    assert len(json.loads(shown(error, as_json=True))["error"]["details"]) == 60


def test_what_data_holds_can_not_drive_the_terminal() -> None:
    error = WrongUse("terminal.file", file="\x1b[2J.csv", reason="x")
    assert "\x1b" not in shown(error)


def test_a_file_error_keeps_its_reason_and_is_wrong_use_and_a_fault_in_the_program_is_said_to_be_one() -> None:
    unusable = failure.declared(PermissionError(13, "Permission denied", "/out.zip"))
    assert unusable.message(Language.SV) == "Filen /out.zip kan inte användas: Permission denied."
    assert unusable.exit_code == 2
    fault = failure.declared(ZeroDivisionError("x"))
    assert fault.message(Language.SV) == "Ett fel i programmet stoppade kommandot: ZeroDivisionError: x."
    assert fault.exit_code == 1
    own = WrongUse("terminal.no_command")
    assert failure.declared(own) is own
