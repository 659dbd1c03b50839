from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

Rows = Sequence[Mapping[str, str]]

# A small world that obeys the model: enough for every kind of reference.
WORLD: dict[str, Rows] = {
    "documents": [{"id": "document:d", "name": "D"}],
    "counties": [
        {"id": "county:25", "name": "Norrbotten", "code": "25"},
        {"id": "county:24", "name": "V", "code": "24"},
    ],
    "municipalities": [{"id": "municipality:2580", "name": "Luleå", "code": "2580", "county": "county:25"}],
    "actors": [
        {"id": "agency:a", "name": "A", "type": "agency"},
        {"id": "agency:b", "name": "B", "type": "agency", "valid_from": "2020-01-01", "valid_to": "2024-12-31"},
    ],
    "themes": [{"id": "theme:t", "name": "T"}],
    "bottlenecks": [{"id": "bottleneck:x", "name": "X"}, {"id": "bottleneck:y", "name": "Y"}],
    "mandates": [{"id": "mandate:m", "name": "M", "kind": "law", "valid_from": "2021-01-01", "valid_to": "2025-12-31"}],
    "responsible_for": [
        {
            "start": "agency:a",
            "end": "bottleneck:x",
            "role": "owner",
            "valid_from": "2021-02-01",
            "mandate": "mandate:m",
            "scope": "county:25;municipality:2580",
        }
    ],
}


@pytest.fixture
def tables(tmp_path: Path) -> Callable[..., Path]:
    """Writes tables as CSV into a fresh folder and gives its path."""
    made = 0

    def write(**rows: Rows) -> Path:
        nonlocal made
        made += 1
        folder = tmp_path / f"tables{made}"
        folder.mkdir()
        for name, lines in rows.items():
            columns = list(dict.fromkeys(column for line in lines for column in line))
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(lines)
        return folder

    return write


@pytest.fixture
def world() -> dict[str, Rows]:
    """The tables of a small world, to be changed as a test needs."""
    return {name: [dict(row) for row in rows] for name, rows in WORLD.items()}
