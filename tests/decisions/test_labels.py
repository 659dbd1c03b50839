"""The labels fit the documents, and decisions are read as well as the documentation says."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest
from ansvarskarta.loaders.decisions.evaluation import Score, corpus, evaluate, own
from ansvarskarta.loaders.decisions.reading import FIELDS

HERE = Path(__file__).parent
LABELS = HERE / "labels"
KNOWN = {*FIELDS, "file", "sha256"}
CORPUS = os.environ.get("ANSVARSKARTA_CORPUS")


def labels(name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((LABELS / name).read_text(encoding="utf-8"))
    return found


def together(scores: list[dict[str, Score]]) -> Score:
    return sum((score for item in scores for score in item.values()), Score())


def test_at_least_120_documents_are_labelled_and_every_field_is_one_of_the_readings() -> None:
    everything = [label for path in LABELS.glob("*.json") for label in labels(path.name)]
    assert len(everything) >= 120
    assert {field for label in everything for field in label} <= KNOWN
    assert len({label["sha256"] for label in everything}) == len(everything)


def test_own_labels_are_of_the_documents_as_they_are() -> None:
    for label in [label for path in LABELS.glob("own*.json") for label in labels(path.name)]:
        data = (HERE / "documents" / str(label["file"])).read_bytes()
        assert hashlib.sha256(data).hexdigest() == label["sha256"], label["file"]


def test_decisions_in_full_form_are_read_well() -> None:
    scores = evaluate(own(LABELS / "own.json", HERE / "documents"))
    total = together([item for of_group in scores.values() for item in of_group])
    assert total.precision >= 0.97
    assert total.recall >= 0.92


def test_the_corpus_is_read_well() -> None:
    if CORPUS is None:
        pytest.skip("not tried: ANSVARSKARTA_CORPUS names no ZIP file of the corpus")
    files = sorted(LABELS.glob("corpus*.json"))
    with zipfile.ZipFile(CORPUS) as archive:
        for label in [label for path in files for label in labels(path.name)]:
            assert hashlib.sha256(archive.read(str(label["file"]))).hexdigest() == label["sha256"], label["file"]
    scores = evaluate(item for path in files for item in corpus(path, Path(CORPUS)))
    total = together([item for of_group in scores.values() for item in of_group])
    assert total.precision >= 0.97
    assert total.recall >= 0.92
