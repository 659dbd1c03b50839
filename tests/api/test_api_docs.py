"""The examples of docs/api.md, run as they stand but for the address."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from ansvarskarta.api.openapi import document
from ansvarskarta.texts import Language

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_every_curl_answers(address: str) -> None:
    lines = [line for block in blocks("bash") for line in block.splitlines()]
    assert len(lines) == 4
    for line in lines:
        command = line.replace("http://127.0.0.1:8501", address).replace("curl -s ", "curl -s --fail ")
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, line
        assert done.stdout, line


def test_the_python_example_prints_rows(address: str) -> None:
    (script,) = blocks("python")
    command = [sys.executable, "-c", script.replace("http://127.0.0.1:8501", address)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8", timeout=60)
    assert "bottleneck_name" in done.stdout
    assert len(done.stdout.splitlines()) == 24


def test_every_address_is_described() -> None:
    for path in cast("dict[str, object]", document(Language.EN)["paths"]):
        general = re.sub(r"/questions/\w+$", "/questions/{id}", path)
        assert general in PAGE, path
