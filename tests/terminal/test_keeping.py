"""``backup``, ``restore`` and ``stop`` as processes."""

from __future__ import annotations

import json
from pathlib import Path

from terminal_processes import Terminal


def test_what_was_backed_up_comes_back_after_a_yes(scratch: Terminal, tmp_path: Path) -> None:
    themes, copy = tmp_path / "themes.csv", tmp_path / "copy.zip"
    themes.write_text("id,name\ntheme:kept,Torv\n", encoding="utf-8")
    scratch("load", themes)
    written = scratch("backup", copy)
    assert written.stdout.startswith(f"Säkerhetskopian {copy} är skriven: ")
    themes.write_text("id,name\ntheme:kept,Flis\n", encoding="utf-8")
    scratch("load", themes)
    unasked = scratch("restore", copy)
    assert unasked.returncode == 2
    assert unasked.stderr.startswith("Fel: Kommandot ändrar data och behöver ett ja")
    assert "Flis" in scratch("ask", "search", "text=Flis").stdout
    restored = scratch("restore", copy, "--yes")
    assert restored.returncode == 0, restored.stderr
    assert restored.stdout.startswith(f"Säkerhetskopian {copy} från den ")
    assert "theme:kept" in scratch("ask", "search", "text=Torv").stdout


def test_a_file_that_is_no_backup_is_3(bare: Terminal, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    other.write_bytes(b"PK")
    done = bare("restore", other, "--yes")
    assert done.returncode == 3
    assert done.stderr.startswith(f"Fel: Filen {other} är inte en säkerhetskopia från Ansvarskarta")
    assert not bare.home.exists()


def test_stop_ends_what_runs_and_says_when_nothing_did(bare: Terminal) -> None:
    assert bare("stop").stdout == "Databasen kördes inte.\n"
    bare("ask", "search", "text=x")
    assert bare("stop").stdout == "Databasen är avslutad. Datan finns kvar.\n"
    assert bare("stop").stdout == "Databasen kördes inte.\n"


def test_a_server_is_not_ours_to_stop(bare: Terminal) -> None:
    done = bare("stop", "--graph", "bolt://127.0.0.1:7687")
    assert done.returncode == 2
    assert done.stderr.startswith("Fel: Databasen på bolt://127.0.0.1:7687 är en egen server")


def test_status_starts_nothing_and_says_what_runs(bare: Terminal, filled: Terminal) -> None:
    asleep = bare("status")
    assert asleep.returncode == 0
    assert asleep.stdout.splitlines()[2] == "Den körs inte nu, och startar av sig själv när något frågas."
    assert not bare.home.exists()
    facts = json.loads(filled("status", "--format", "json").stdout)
    assert (facts["running"], facts["nodes"], facts["demo"]) == (True, 512, True)
    assert filled("status").stdout.endswith("Demonstrationsdata, inte ett register\n")


def test_doctor_says_what_is_well_and_what_keeps_it_from_working(filled: Terminal, tmp_path: Path) -> None:
    well = filled("doctor", "--format", "json")
    assert well.returncode == 0
    verdicts = {finding["finding"]: finding["verdict"] for finding in json.loads(well.stdout)["findings"]}
    assert verdicts["schema"] == "good"
    assert verdicts["demo"] == "attention"
    (tmp_path / "file").write_text("", encoding="utf-8")
    ill = filled("doctor", ANSVARSKARTA_HOME=str(tmp_path / "file"))
    assert ill.returncode == 4
    assert "\n✗ " in ill.stdout
