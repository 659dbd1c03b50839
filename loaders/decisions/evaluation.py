"""How well decisions are read, against labels made by hand: ``python -m ansvarskarta.loaders.decisions.evaluation``.

Precision, recall and F1 are given per field and together, apart for the corpus and the documents set for the purpose,
and for the halves that were seen and unseen while the rules were made, and what was labelled when they were settled. A
fact is one value of one field (of a funding, each filled part) in one document.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import sqrt
from pathlib import Path

from ansvarskarta.loaders.decisions.read import read_bytes, read_document
from ansvarskarta.loaders.decisions.reading import FIELDS, Reading

Facts = dict[str, set[str]]
# What is the same in nearly every document and would only flatter the figures.
LEFT_OUT = frozenset({"language"})
# Two readings of a group are the same when their nouns are, whatever stands before them.
GROUP_FILLER = frozenset({
    "andra", "övriga", "berörda", "relevanta", "samtliga", "de", "den", "det", "dessa", "alla", "ett", "en",
    "vissa", "angivna", "nämnda", "aktuella", "särskilt", "m", "fl", "och", "samt", "eller",
})  # fmt: skip
Z95 = 1.96
SAMPLES = 1000
STEM_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Score:
    """True positives, false positives and false negatives."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The part of what was read that is right; 1 where nothing was read."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """The part of what is there that was read; 1 where nothing is there."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its labels, and which group its figures count in."""

    name: str
    group: str
    label: Mapping[str, object]
    read: Callable[[], Reading]


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95% interval of a proportion."""
    if not whole:
        return 0.0, 1.0
    p = part / whole
    middle = p + Z95**2 / (2 * whole)
    spread = Z95 * sqrt(p * (1 - p) / whole + Z95**2 / (4 * whole**2))
    scale = 1 + Z95**2 / whole
    return (middle - spread) / scale, (middle + spread) / scale


def is_unseen(sha256: str) -> bool:
    """Whether a document belongs to the half that rules were not developed on: by its checksum."""
    return int(sha256[:2], 16) % 2 == 1


def facts(values: Mapping[str, object]) -> Facts:
    """The facts of a reading or a label, in a form that compares."""
    found: Facts = defaultdict(set)
    for field in FIELDS:
        value = values.get(field)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                found[field] |= {f"{key}={_plain(part)}" for key, part in item.items() if part is not None}
            elif field == "groups" and item is not None:
                found[field] |= _group(str(item))
            elif item is not None:
                found[field].add(_plain(item))
    return found


def _plain(value: object) -> str:
    text = re.sub(r"\s+", " ", str(value)).strip().casefold().strip(".")
    return re.sub(r"^uppdrag(?:et|en)?\b", "uppdrag", text)


def _group(text: str) -> set[str]:
    words = [word for word in re.findall(r"[\wåäö-]+", text.lower()) if word not in GROUP_FILLER]
    return {word[:STEM_LETTERS] for word in words[:2]}


def score(label: Facts, reading: Facts) -> dict[str, Score]:
    """The score of one document by field."""
    return {
        field: Score(
            len(label[field] & reading[field]), len(reading[field] - label[field]), len(label[field] - reading[field])
        )
        for field in FIELDS
        if field not in LEFT_OUT
    }


def corpus(labels: Path, archive: Path) -> Iterator[Labelled]:
    """The labelled files of the corpus, out of its ZIP file."""
    texts = zipfile.ZipFile(archive)
    for label in json.loads(labels.read_text(encoding="utf-8")):
        # Titles are not labelled there: the files mark theirs.
        yield Labelled(label["file"], _group_of(labels, label), label, partial(_member, texts, label["file"]))


def own(labels: Path, documents: Path) -> Iterator[Labelled]:
    """The documents set for the purpose."""
    for label in json.loads(labels.read_text(encoding="utf-8")):
        path = documents / label["file"]
        yield Labelled(path.name, _group_of(labels, label), label, partial(read_document, path))


def _member(texts: zipfile.ZipFile, name: str) -> Reading:
    return read_bytes(texts.read(name), name)


def _group_of(labels: Path, label: Mapping[str, str]) -> str:
    kind = "own" if labels.stem.startswith("own") else "corpus"
    if "heldout" in labels.stem:
        return f"{kind}, held out {labels.stem[-1]}"
    return f"{kind}, {'unseen half' if is_unseen(label['sha256']) else 'seen half'}"


def evaluate(labelled: Iterable[Labelled]) -> dict[str, list[dict[str, Score]]]:
    """Scores by group and document."""
    found: dict[str, list[dict[str, Score]]] = defaultdict(list)
    for item in labelled:
        reading = facts(item.read().as_json())
        if "title" not in item.label:
            reading.pop("title", None)
        found[item.group].append(score(facts(item.label), reading))
    return found


def differences(labelled: Iterable[Labelled], group: str) -> Iterator[str]:
    """What was read wrong or missed in one group, a line each."""
    for item in labelled:
        if not item.group.endswith(f", {group}"):
            continue
        label, reading = facts(item.label), facts(item.read().as_json())
        for field in FIELDS:
            if field in LEFT_OUT or (field == "title" and field not in item.label):
                continue
            yield from (f"{item.name}\t{field}\tfalse\t{value}" for value in sorted(reading[field] - label[field]))
            yield from (f"{item.name}\t{field}\tmissed\t{value}" for value in sorted(label[field] - reading[field]))


def table(scores: list[dict[str, Score]]) -> list[str]:
    """A Markdown table of one group: every field that occurs, and all together."""
    lines = [
        "| field | facts | precision | recall | F1 |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for field in FIELDS:
        of_field = [item[field] for item in scores if field in item]
        total = sum(of_field, Score())
        if total != Score():
            lines.append(_row(field, of_field))
    lines.append(_row("**together**", [sum(item.values(), Score()) for item in scores]))
    return lines


def _row(name: str, scores: list[Score]) -> str:
    total = sum(scores, Score())
    precision = wilson(total.hits, total.hits + total.false)
    recall = wilson(total.hits, total.hits + total.missed)
    f1 = _bootstrap(scores)
    return (
        f"| {name} | {total.hits + total.missed} | {_figure(total.precision, precision)}"
        f" | {_figure(total.recall, recall)} | {_figure(total.f1, f1)} |"
    )


def _figure(value: float, interval: tuple[float, float]) -> str:
    return f"{value:.3f} ({interval[0]:.2f}–{interval[1]:.2f})"


def _bootstrap(scores: list[Score]) -> tuple[float, float]:
    """The 95% interval of F1 when documents are drawn anew, with a fixed seed."""
    chance = random.Random(2026)  # noqa: S311 - sampling, not secrets
    drawn = sorted(sum(chance.choices(scores, k=len(scores)), Score()).f1 for _ in range(SAMPLES))
    return drawn[int(SAMPLES * 0.025)], drawn[int(SAMPLES * 0.975) - 1]


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables; with ``--differences seen`` what was read wrong there."""
    here = Path(__file__).resolve().parents[2] / "tests" / "decisions"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, default=here / "labels")
    parser.add_argument("--documents", type=Path, default=here / "documents")
    parser.add_argument("--corpus", type=Path, help="the ZIP file of the corpus")
    parser.add_argument("--differences", metavar="GROUP", help="what was read wrong in a group, such as: held out 1")
    chosen = parser.parse_args(arguments)
    labelled: list[Labelled] = []
    for file in sorted(chosen.labels.glob("*.json")):
        if file.stem.startswith("own"):
            labelled += own(file, chosen.documents)
        elif chosen.corpus:
            labelled += corpus(file, chosen.corpus)
    if chosen.differences:
        groups = sorted({item.group.partition(", ")[2] for item in labelled})
        if chosen.differences not in groups:
            parser.error(f"--differences: there is no {chosen.differences!r}, but {', '.join(groups)}")
        sys.stdout.writelines(line + "\n" for line in differences(labelled, chosen.differences))
        return 0
    for group, scores in sorted(evaluate(labelled).items()):
        sys.stdout.write(f"\n### {group}: {len(scores)} documents\n\n" + "\n".join(table(scores)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
