"""Draws the corpus's labelled files by strata of kind, year and ministry: python draw.py CORPUS.zip [heldout].

The 90 of the first draw were developed on; the 40 of the second were drawn and labelled when the rules were settled.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zipfile
from collections import defaultdict

SEED, HELDOUT_SEED, HELDOUT = "ansvarskarta-2026", "ansvarskarta-2026-heldout", 40
# What the heading hints at, and how many files of each are drawn; the hint only spreads the draw and is no label.
HINTS = (
    ("extension", r"förläng", 10),
    ("change", r"[äÄ]ndr|[tT]illägg|[pP]reciser|[kK]ompletter", 12),
    ("ending", r"[uU]pphäv|[aA]vslut|[åÅ]terkall|[aA]vveckl", 4),
    ("offer", r"[eE]rbjud", 5),
    ("appropriation letter", r"[rR]egleringsbrev|[mM]edel\b|[aA]nslag", 5),
    ("assignment", r"", 54),
)


def order(name: str, seed: str = SEED) -> str:
    """A fixed random order: the same files whatever machine or Python draws."""
    return hashlib.sha256(f"{seed}/{name}".encode()).hexdigest()


def draw(archive: zipfile.ZipFile) -> list[str]:
    """The names of the files drawn."""
    pools: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted(archive.namelist(), key=order):
        if not name.endswith(".md"):
            continue
        text = archive.read(name).decode()
        title = text.partition("\n")[0]
        hint = next(kind for kind, pattern, _ in HINTS if re.search(pattern, title))
        ministry = re.search(r"\w+departementet|\w+- och \w+departementet", text)
        pools[hint][name.split("/")[1][:4], ministry.group() if ministry else ""].append(name)
    drawn: list[str] = []
    for hint, _, count in HINTS:
        strata = sorted(pools[hint].items(), key=lambda item: order("".join(item[0])))
        drawn += [names[0] for _, names in strata][:count]
    return drawn


def draw_heldout(archive: zipfile.ZipFile) -> list[str]:
    """The files of the second draw: none of the first, one of a year and heading's hint at a time."""
    first = set(draw(archive))
    pools: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(archive.namelist(), key=lambda name: order(name, HELDOUT_SEED)):
        if name.endswith(".md") and name not in first:
            title = archive.read(name).decode().partition("\n")[0]
            hint = next(kind for kind, pattern, _ in HINTS if re.search(pattern, title))
            pools[name.split("/")[1], hint].append(name)
    strata = sorted(pools.items(), key=lambda item: order("".join(item[0]), HELDOUT_SEED))
    return [names[0] for _, names in strata][:HELDOUT]


if __name__ == "__main__":
    with zipfile.ZipFile(sys.argv[1]) as corpus:
        print("\n".join(draw_heldout(corpus) if sys.argv[2:] else draw(corpus)))
