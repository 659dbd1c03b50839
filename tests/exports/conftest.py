"""The demonstration data as a source of rows, with no engine, and rows that are meant to hurt."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from ansvarskarta.exports.about import About
from ansvarskarta.exports.content import Content, Source
from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.texts import Language
from export_fixtures import Convert, MakeContent, ReadBack, Stored

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1",
    "@SUM(A1:A9)",
    "'=1",
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "![x](http://evil.example/p.png)",
    "a\\b\"c'd`e$f{g}h",
    "Å ä ö – “citat”\u202eomvänt",
    "#REF!",
    "rad ett\nrad två",
    "01234",
    "2024-01-01",
)


@pytest.fixture(scope="session")
def stored() -> Stored:
    """The demonstration data as the loader reads it: each table's rows by identity."""
    checked = check(read_paths([demonstration()]))
    assert not checked.problems.has_errors
    return checked.contents


@pytest.fixture(scope="session")
def demo(stored: Stored) -> Source:
    rows = {
        name: [as_row(TABLE_BY_NAME[name], content[key]) for key in sorted(content)] for name, content in stored.items()
    }
    return lambda table: rows.get(table.name, [])


@pytest.fixture(scope="session")
def hostile() -> Source:
    """A few rows whose texts are formulas, script, Markdown, Cypher and the like."""
    document = {"name": "Källa", "title": "=1+1", "url": "https://example.org/?a=1&b=2", "published": "2024-05"}
    rows: dict[str, list[Row]] = {
        "documents": [{"id": "document:d", **document}],
        "themes": [{"id": "theme:t", "name": "Tema", "document": "document:d"}],
        "actors": [
            {"id": "agency:a", "name": HOSTILE[0], "type": "agency", "aliases": list(HOSTILE), "confidence": None},
            {"id": "agency:a", "name": "Annat namn", "type": "agency", "confidence": "proposed"},
        ],
        "bottlenecks": [
            {"id": f"bottleneck:{i:02}", "name": text, "description": text, "severity": 3, "status": "open"}
            for i, text in enumerate(HOSTILE)
        ],
        "responsible_for": [
            {
                "start": "agency:a",
                "end": f"bottleneck:{i:02}",
                "role": "owner",
                "quote": text,
                "note": text,
                "valid_from": "1899-12-31",
                "document": "document:d",
            }
            for i, text in enumerate(HOSTILE)
        ],
    }
    return lambda table: [{name: row.get(name) for name in table.column_names} for row in rows.get(table.name, [])]


@pytest.fixture
def content() -> MakeContent:
    def make(source: Source, **changes: object) -> Content:
        given: dict[str, object] = {
            "lang": Language.SV,
            "day": "2026-11-24",
            "as_of": None,
            "is_demo": True,
            "data_version": "a1b2-7",
            **changes,
        }
        return Content(source, About(**given))  # type: ignore[arg-type]  # the names are About's

    return make


@pytest.fixture
def read_back() -> ReadBack:
    def read(path: Path) -> Stored:
        checked = check(read_paths([path]))
        assert [problem for problem in checked.problems if problem.level == "error"] == []
        return {name: content for name, content in checked.contents.items() if content}

    return read


@pytest.fixture
def libreoffice(tmp_path: Path) -> Convert:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def convert(path: Path, form: str) -> Path:
        out = tmp_path / "converted"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return out

    return convert
