"""``export``, ``handover`` and ``report`` as processes: what they write, say and refuse."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import openpyxl
from terminal_processes import Terminal


def test_export_writes_the_day_asked_and_says_so(filled: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "karta.xlsx"
    done = filled("export", "--as", "xlsx", "--out", out, "--as-of", "2023-06-30", "--format", "json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["as_of"] == "2023-06-30"
    sheet = openpyxl.load_workbook(out)["municipalities"]
    assert sheet.max_row - 1 == next(one["rows"] for one in said["tables"] if one["table"] == "municipalities") == 29


def test_export_whole_and_narrowed(filled: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "energi.zip"
    done = filled("export", "--as", "csv", "--out", out, "--all-time", "theme=theme:energy")
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(out) as archive:
        assert "begränsat till temat Elnät och energiförsörjning (theme:energy)." in archive.read("README.md").decode()
        assert "Demonstrationsdata, inte ett register." in archive.read("README.md").decode()


def test_export_refuses_what_it_cannot_write(filled: Terminal, tmp_path: Path) -> None:
    for arguments in (
        ("--as", "pdf", "--out", tmp_path / "a.pdf"),
        ("--as", "xlsx", "--out", tmp_path / "a.csv"),
        ("--as", "csv", "--out", tmp_path / "a.zip", "theme=theme:nothing"),
        ("--as", "csv", "--out", tmp_path / "a.zip", "colour=red"),
        ("--as", "csv", "--out", tmp_path / "a.zip", "theme"),
    ):
        assert filled("export", *arguments).returncode == 2, arguments
    assert list(tmp_path.iterdir()) == []


def test_handover_writes_the_package_and_offers_other_days(filled: Terminal, tmp_path: Path) -> None:
    who = ("--actor", "agency:tillvaxtverket")
    done = filled("handover", *who, "--date", "2026-12-31", "--out", tmp_path / "p.zip")
    assert done.returncode == 0, done.stderr
    assert "p.zip är skriven. 4 ansvar upphör 2026-12-31.\nUtan ägare dagen efter (3):\n- " in done.stdout
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert archive.namelist()[0] == "LÄS MIG.html"
    nothing = filled("handover", *who, "--date", "2026-01-01", "--out", tmp_path / "q.zip")
    assert nothing.returncode == 0
    assert "Något upphör 2026-12-31" in nothing.stdout
    assert filled("handover", "--date", "2026-01-01", "--out", tmp_path / "r.zip").returncode == 2


def test_report_writes_each_form(filled: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "rapport.md"
    done = filled("report", "--from", "2026-01-01", "--to", "2026-06-30", "--out", out, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert out.read_text(encoding="utf-8").startswith("# The state of responsibility\n")
    refused = filled("report", "--from", "2026-07-01", "--to", "2026-06-30", "--out", out)
    assert refused.returncode == 2
    assert "är ingen period" in refused.stderr
