"""Commands as processes: what they print where, and in which exit code they end."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ansvarskarta.loaders.demonstration import demonstration
from terminal_processes import COMMAND, Terminal

DEMO = "Demonstrationsdata, inte ett register"
DECISION = demonstration().parent / "beslut" / "samordnare-norrbotten-vasterbotten-2022.txt"


def test_ask_writes_csv_in_a_pipe_and_all_else_to_standard_error(filled: Terminal) -> None:
    done = filled("ask", "who_owns", "bottleneck=bottleneck:grid-capacity-lulea-boden", "--as-of", "2026-01-01")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == (
        "actor,actor_name,role,via,theme,mandate,mandate_title,valid_from,valid_to,scope,document,locator,confidence"
    )
    assert (rows[0]["actor"], rows[0]["role"], rows[0]["valid_to"]) == ("agency:svenska-kraftnat", "owner", "")
    assert DEMO not in done.stdout
    assert done.stderr.endswith(f"5 rader den 2026-01-01.\n{DEMO}\n")


def test_quiet_leaves_the_rows_alone(filled: Terminal) -> None:
    done = filled("ask", "no_owner", "-q")
    assert done.stderr == ""
    assert done.stdout.startswith("bottleneck,bottleneck_name,severity,")


def test_ask_as_json_is_the_object_of_the_contract(filled: Terminal) -> None:
    done = filled("ask", "no_owner", "theme=theme:energy", "--as-of", "2026-01-01", "--format", "json")
    answer = json.loads(done.stdout)
    assert list(answer)[:8] == [
        "question", "as_of", "parameters", "of", "truncated", "columns", "rows", "data_version",
    ]  # fmt: skip
    assert answer["parameters"] == {"theme": "theme:energy"}
    assert (answer["as_of"], answer["truncated"], len(answer["rows"]) <= answer["of"]) == ("2026-01-01", False, True)
    assert isinstance(answer["rows"][0]["municipalities"], list)
    assert done.stderr == ""


def test_a_table_says_how_many_of_how_many_and_that_the_data_is_for_demonstration(filled: Terminal) -> None:
    done = filled("ask", "no_owner", "theme=theme:energy", "--format", "table", "--as-of", "2026-01-01")
    *_, of, notice = done.stdout.splitlines()
    assert of.startswith("6 av 11 öppna flaskhalsar den 2026-01-01.")
    assert notice == DEMO


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ask", "no_ower"), "Fel: Frågan no_ower finns inte, så inget har besvarats.\nNärmast heter no_owner"),
        (("ask", "no_owner", "theme"), "Fel: ”theme” är inte skrivet som NAMN=VÄRDE, så frågan är inte ställd.\n"),
        (("ask", "no_owner", "theme=a", "theme=b"), "Fel: theme är angivet två gånger, så frågan är inte ställd.\n"),
        (("ask", "no_owner", "theme=theme:energi"), "Fel: Id theme:energi finns inte"),
        (("questions", "no_ower"), "Fel: Frågan no_ower finns inte"),
        (("undo", "load-99"), "Fel: "),
        (("nope",), "Fel: Kommandot kan inte utföras så som det är skrivet: KOMMANDO: "),
        (
            ("ask", "no_owner", "--as-of", "2026-02-30"),
            "Fel: Kommandot kan inte utföras så som det är skrivet: --as-of",
        ),
        ((), "Fel: Inget kommando är angivet.\nKör ”ansvarskarta --help” för att se vilka som finns.\n"),
    ],
)
def test_wrong_use_ends_in_2_with_a_sentence(filled: Terminal, arguments: tuple[str, ...], message: str) -> None:
    done = filled(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(message)


def test_errors_are_json_where_the_result_would_be(filled: Terminal) -> None:
    done = filled("ask", "no_ower", "--format", "json", "--lang", "en")
    error = json.loads(done.stderr)["error"]
    assert list(error) == ["code", "message", "hint", "details"]
    assert error["code"] == "asking.unknown_question"
    assert error["message"] == "There is no question no_ower, so nothing was answered."


def test_the_list_of_owners_of_can_come_from_standard_input(filled: Terminal) -> None:
    done = filled("ask", "owners_of", "--in", "-", "--format", "json", given="\ufeff2580\n\nBoden\n")
    assert done.returncode == 0, done.stderr
    assert list(dict.fromkeys(row["asked"] for row in json.loads(done.stdout)["rows"])) == ["2580", "Boden"]


def test_a_database_that_can_not_be_reached_is_4(bare: Terminal) -> None:
    done = bare("ask", "no_owner", "--graph", "bolt://127.0.0.1:1")
    assert done.returncode == 4
    assert done.stderr.startswith("Fel: Databasen på bolt://127.0.0.1:1 svarar inte; inga uppgifter har ändrats.\n")


def test_a_traceback_is_shown_on_request_alone(filled: Terminal) -> None:
    assert "Traceback" not in filled("ask", "no_ower").stderr
    assert filled("ask", "no_ower", "-v").stderr.startswith("Traceback")


def test_check_needs_no_database(bare: Terminal, tmp_path: Path) -> None:
    good = bare("check", demonstration(), "--format", "json")
    assert good.returncode == 0, good.stderr
    assert json.loads(good.stdout)["counts"]["error"] == 0
    bad = tmp_path / "actors.csv"
    bad.write_text("id,name,type\nagency:x,X,no-such-type\nagency:x,Y,agency\n", encoding="utf-8")
    refused = bare("check", bad)
    assert refused.returncode == 1
    rows = list(csv.DictReader(io.StringIO(refused.stdout)))
    assert [rows[0][name] for name in ("level", "file", "line", "column")] == ["error", "actors.csv", "2", "type"]
    assert not bare.home.exists()


def test_load_says_what_it_did_and_undo_takes_it_back(scratch: Terminal, tmp_path: Path) -> None:
    themes = tmp_path / "themes.csv"
    themes.write_text("id,name\ntheme:a,El\ntheme:b,Vatten\n", encoding="utf-8")
    planned = scratch("load", themes, "--dry-run")
    assert planned.stdout.startswith(
        "Inget är ändrat. Det här skulle hända: 2 nya rader, 0 ändrade, 0 borttagna, 0 oförändrade.\n"
    )
    first = json.loads(scratch("load", themes, "--format", "json").stdout)
    assert first["tables"] == [{"table": "themes", "new": 2, "changed": 0, "removed": 0, "unchanged": 0}]
    again = scratch("load", themes)
    assert again.stdout.startswith("Inget ändras: databasen innehåller redan allt som står i filerna.\n")
    themes.write_text("id,name\ntheme:a,Elnät\ntheme:b,Vatten\n", encoding="utf-8")
    second = json.loads(scratch("load", themes, "--format", "json").stdout)
    assert second["changes"] == [
        {"table": "themes", "row": "theme:a", "change": "changed", "property": "name", "from": "El", "to": "Elnät"}
    ]
    undone = scratch("undo", second["load"])
    assert undone.stdout.startswith(f"Inläsning {second['load']} är återtagen: 1 rad är som den var före den.")
    told = scratch("history", "theme:a").stdout
    assert "name: El → Elnät" in told
    changes = json.loads(scratch("history", "theme:a", "--format", "json").stdout)["changes"]
    assert [(c["change"], c["from"], c["to"]) for c in changes if c["property"] == "name"] == [
        ("changed", "Elnät", "El"),
        ("changed", "El", "Elnät"),
        ("created", None, "El"),
    ]


def test_the_template_loads_and_reports_mark_what_is_wrong(bare: Terminal, tmp_path: Path) -> None:
    template, report = tmp_path / "mall.xlsx", tmp_path / "fel.json"
    assert bare("load", "--template", template).stdout.startswith(f"Mallen {template} är skriven.")
    assert bare("check", template).returncode == 0
    themes = tmp_path / "themes.csv"
    themes.write_text("id,name\nenergy,El\n", encoding="utf-8")
    refused = bare("load", themes, "--report", report)
    assert refused.returncode == 3
    assert f"Det som bör ses över står i {report}." in refused.stderr
    assert [problem["column"] for problem in json.loads(report.read_text("utf-8"))["problems"]] == ["id"]
    assert bare("load").stderr.startswith("Fel: Inga filer är angivna, så inget är inläst.\n")


def test_bad_input_is_3_and_writes_nothing(scratch: Terminal, tmp_path: Path) -> None:
    themes = tmp_path / "themes.csv"
    themes.write_text("id,name\ntheme:c,Zink\nenergy,Zink\n", encoding="utf-8")
    refused = scratch("load", themes)
    assert refused.returncode == 3
    assert refused.stdout == ""
    assert "themes.csv, rad 3, id: " in refused.stderr
    assert json.loads(scratch("ask", "search", "text=Zink", "--format", "json").stdout)["rows"] == []


def test_replacing_much_asks_first(scratch: Terminal, tmp_path: Path) -> None:
    counties = tmp_path / "counties.csv"
    counties.write_text("id,name,code\ncounty:91,Ett,91\ncounty:92,Två,92\n", encoding="utf-8")
    scratch("load", counties)
    counties.write_text("id,name,code\ncounty:91,Ett,91\n", encoding="utf-8")
    unasked = scratch("load", counties, "--replace")
    assert unasked.returncode == 2
    assert unasked.stderr.startswith("Fel: Kommandot ändrar data och behöver ett ja")
    agreed = scratch("load", counties, "--replace", "--yes")
    assert agreed.returncode == 0, agreed.stderr
    assert agreed.stdout.startswith("Inläst: 0 nya rader, 0 ändrade, 1 borttagna, 1 oförändrade.")


def test_a_decision_is_read_with_the_words_that_each_value_rests_on(bare: Terminal, tmp_path: Path) -> None:
    decision = DECISION
    one = json.loads(bare("read", decision, "--format", "json").stdout)
    assert (one["kind"], one["language"]) == ("assignment", "sv")
    rows = list(csv.DictReader(io.StringIO(bare("read", decision).stdout)))
    assert {"file", "field", "value", "page", "paragraph", "quote", "certainty", "rule"} == set(rows[0])
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    both = bare("read", decision, empty, "--format", "json")
    assert both.returncode == 3
    assert [json.loads(line)["kind"] for line in both.stdout.splitlines()] == ["assignment"]
    assert list(json.loads(both.stderr)) == ["error"]
    assert not bare.home.exists()


def test_decisions_are_written_as_tables_also_where_the_folder_ends_with_a_stroke(
    filled: Terminal, tmp_path: Path
) -> None:
    written = filled("read", DECISION, "--out", f"{tmp_path}/forslag/", "--format", "json")
    assert written.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["forslag"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")
def test_ctrl_c_ends_in_130_with_a_sentence(filled: Terminal) -> None:
    running = filled.begin("ask", "owners_of", "--in", "-")
    time.sleep(1.0)  # by then it waits for its list
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err == "\nAvbrutet. Inget som inte redan var klart har ändrats.\n"


def test_a_reader_that_has_seen_enough_is_no_error(filled: Terminal) -> None:
    running = filled.begin("questions", "--format", "csv")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    assert running.stderr.read() == ""
    assert running.wait(timeout=30) == 0
    running.stderr.close()
    assert running.stdin is not None
    running.stdin.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_at_a_terminal_it_is_a_table_with_colour_unless_no_color(
    filled: Terminal, environ: dict[str, str], *, coloured: bool
) -> None:
    shown = at_a_terminal(filled, environ | {"TERM": "xterm-256color"}, "ask", "no_ower")
    assert "Frågan no_ower finns inte" in shown
    assert ("\x1b[1;31mFel:\x1b[0m" in shown) is coloured
    listed = at_a_terminal(filled, environ | {"TERM": "xterm-256color"}, "questions")
    assert "question,group,title" not in listed
    assert "no_owner" in listed


def at_a_terminal(terminal: Terminal, environ: dict[str, str], *arguments: str) -> str:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=terminal.environment() | environ
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65_536):
            parts.append(part)
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    process.wait(timeout=30)
    return b"".join(parts).decode()


def test_who_says_it_in_one_sentence_with_the_source_and_lists_the_other_hits(filled: Terminal) -> None:
    done = filled("who", "elnät", "Boden", "--as-of", "2026-01-01")
    sentence, empty, others, *_ = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert sentence == (
        "Den 1 januari 2026 ägs ”Överföringskapacitet till Luleå och Boden” av Svenska kraftnät, från och med "
        "1 januari 2008, inget slutdatum angivet i källan, enligt Svenska kraftnäts instruktion (SFS 2007:1119); "
        "uttryckt i ”Beskedet: Gröna satsningar blir utan el” (TN), stycke 3–4. Demonstrationsdata, inte ett register."
    )
    assert (empty, others) == ("", "Andra träffar:")
    assert "  Långa ledtider för nya kraftledningar  (bottleneck:grid-lead-times)" in done.stdout
    assert done.stderr == ""


def test_who_as_json_and_as_rows(filled: Terminal) -> None:
    answer = json.loads(filled("who", "elnät Boden", "--format", "json").stdout)
    assert answer["bottleneck"] == "bottleneck:grid-capacity-lulea-boden"
    rows = list(csv.DictReader(io.StringIO(filled("who", "elnät Boden", "--format", "csv").stdout)))
    assert [(row["actor"], row["kind"], row["since"]) for row in rows] == [
        ("agency:svenska-kraftnat", "owner", "2008-01-01")
    ]


def test_nothing_found_is_1(filled: Terminal) -> None:
    done = filled("who", "zzqqx")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Fel: Ingen flaskhals passar ”zzqqx”; det betyder inte att det saknas en ägare.\n")
    assert filled("ask", "search", "text=zzqqx").returncode == 1


def test_english_by_the_environment(filled: Terminal) -> None:
    done = filled("ask", "no_ower", LANG="en_GB.UTF-8")
    assert done.stderr.startswith("Error: There is no question no_ower, so nothing was answered.\n")
