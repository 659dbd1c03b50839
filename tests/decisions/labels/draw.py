"""Draws the corpus's labelled files by strata of kind, year and ministry: python draw.py CORPUS.zip [1 to 5].

The 90 of the first draw were developed on. Each further draw was labelled before the rules of its time had read it, and
learned from after the figures of that first sight were taken.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zipfile
from collections import defaultdict

SEED = "ansvarskarta-2026"
# The further draws: seed and number of files.
HELDOUT = (
    ("ansvarskarta-2026-heldout", 40),
    ("ansvarskarta-2026-heldout-2", 25),
    ("ansvarskarta-2026-heldout-3", 35),
    ("ansvarskarta-2026-heldout-4b", 30),
    ("ansvarskarta-2026-heldout-5", 30),
)
MINISTRY = re.compile(r"\w+departementet|\w+- och \w+departementet")
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


def told(archive: zipfile.ZipFile, name: str) -> tuple[str, str]:
    """What a file's heading hints at, and the ministry that it names first, if any."""
    text = archive.read(name).decode()
    title = text.partition("\n")[0]
    ministry = MINISTRY.search(text)
    hint = next(kind for kind, pattern, _ in HINTS if re.search(pattern, title))
    return hint, ministry.group() if ministry else ""


def draw(archive: zipfile.ZipFile) -> list[str]:
    """The names of the files drawn."""
    pools: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted(archive.namelist(), key=order):
        if not name.endswith(".md"):
            continue
        hint, ministry = told(archive, name)
        pools[hint][name.split("/")[1][:4], ministry].append(name)
    drawn: list[str] = []
    for hint, _, count in HINTS:
        strata = sorted(pools[hint].items(), key=lambda item: order("".join(item[0])))
        drawn += [names[0] for _, names in strata][:count]
    return drawn


def draw_heldout(archive: zipfile.ZipFile, which: int) -> list[str]:
    """The files of a further draw: none of an earlier one, one a stratum at a time (since draw 3 a ministry too)."""
    earlier = {name for before in range(1, which) for name in draw_heldout(archive, before)} | set(draw(archive))
    seed, count = HELDOUT[which - 1]
    pools: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(archive.namelist(), key=lambda name: order(name, seed)):
        if name.endswith(".md") and name not in earlier:
            hint, ministry = told(archive, name)
            pools[name.split("/")[1], hint, ministry if which > 2 else ""].append(name)
    strata = sorted(pools.items(), key=lambda item: order("".join(item[0]), seed))
    return [names[0] for _, names in strata][:count]


if __name__ == "__main__":
    with zipfile.ZipFile(sys.argv[1]) as corpus:
        print("\n".join(draw_heldout(corpus, int(sys.argv[2])) if sys.argv[2:] else draw(corpus)))
