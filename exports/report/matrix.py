"""The figure of municipalities by themes: who owns what is open there, by a letter in each cell, not colour alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ansvarskarta.exports.document.drawing import Anchor, Drawing, Label, Rectangle, fitted
from ansvarskarta.exports.facts import Facts

MOST_ROWS = 32
MOST_LINES = 4
_WIDTH, _NAMES, _TOP, _CELL = 720.0, 110.0, 54.0, 11.5
_COLOURS = {
    "owned": ("1b6e3c", "ffffff"),
    "partly": ("a8d5b5", "1a1a1a"),
    "lead": ("f2c14e", "1a1a1a"),
    "nobody": ("b3261e", "ffffff"),
}
_LINE = 7.5
_BREAK = re.compile("[bcdfghjklmnpqrstvwxz][aeiouyåäö]")


def state(row: Mapping[str, object]) -> str:
    """Which of four states a pair of municipality and theme is in.

    Owned: every open bottleneck there has a direct owner; partly: some have. Where none has, it is a lead if somebody
    owns the theme there, and else nobody's, which is what ``uncovered`` lists.
    """
    if row["owned"]:
        return "partly" if row["unowned"] else "owned"
    return "lead" if row["theme_owners"] else "nobody"


def matrix(facts: Facts, rows: Sequence[Mapping[str, object]]) -> Drawing:
    """The figure, of the municipalities with the most cells that nobody owns where there are too many to draw."""
    states = {(str(row["municipality"]), str(row["theme"])): state(row) for row in rows}
    municipalities = _worst(states)
    themes = sorted({theme for _, theme in states}, key=facts.name)
    width = (_WIDTH - _NAMES) / max(len(themes), 1)
    shapes: list[Rectangle | Label] = [*_legend(facts)]
    for column, theme in enumerate(themes):
        shapes += _heading(facts.name(theme), _NAMES + (column + 0.5) * width, width - 3)
    for line, municipality in enumerate(municipalities):
        y = _TOP + line * _CELL
        shapes.append(Label(0, y + 8.5, fitted(facts.name(municipality), 7.5, _NAMES - 6), 7.5))
        for column, theme in enumerate(themes):
            found = states.get((municipality, theme))
            if found:
                shapes += _cell(facts, found, _NAMES + column * width, y, width)
    return Drawing(_WIDTH, _TOP + len(municipalities) * _CELL + 4, tuple(shapes))


def matrix_in_words(facts: Facts, rows: Sequence[Mapping[str, object]]) -> str:
    """The same in a sentence: how many cells of each state, and which municipality has the most gaps."""
    counts = Counter(state(row) for row in rows)
    gaps = Counter(str(row["municipality"]) for row in rows if state(row) == "nobody")
    most = max(gaps.values(), default=0)
    worst = sorted((facts.name(id_) for id_, found in gaps.items() if found == most))
    said = facts.text("report.matrix_words", **{name: counts[name] for name in _COLOURS}, of=len(rows))
    return f"{said} {facts.text('report.matrix_worst', names=facts.some(worst), number=most)}" if worst else said


def _worst(states: Mapping[tuple[str, str], str]) -> list[str]:
    gaps = Counter(municipality for (municipality, _), found in states.items() if found == "nobody")
    every = {municipality for municipality, _ in states}
    return sorted(sorted(every, key=lambda id_: (-gaps[id_], id_))[:MOST_ROWS])


def _legend(facts: Facts) -> list[Rectangle | Label]:
    shapes: list[Rectangle | Label] = []
    for position, name in enumerate(_COLOURS):
        x = position * _WIDTH / len(_COLOURS)
        shapes += _cell(facts, name, x, 2, 16)
        shapes.append(Label(x + 20, 10.5, facts.text(f"report.state_{name}"), 8))
    return shapes


def _heading(name: str, x: float, room: float) -> list[Label]:
    """The theme's name above its column, a word or more a line, as many lines as there is room for."""
    lines = [""]
    for word in _fitting(name, room):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and fitted(longer, 6.5, room) != longer:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = [fitted(line, 6.5, room) for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        kept[-1] = fitted(f"{lines[MOST_LINES - 1]} …", 6.5, room)
    first = _TOP - 4 - (len(kept) - 1) * _LINE
    return [Label(x, first + number * _LINE, line, 6.5, Anchor.MIDDLE) for number, line in enumerate(kept)]


def _fitting(name: str, room: float) -> Iterator[str]:
    """The words of a name, those that are too long for a line in pieces: a single consonant begins the next one."""
    for word in name.split():
        rest = word
        while fitted(rest, 6.5, room) != rest:
            breaks = [at for at in range(3, len(rest) - 1) if _BREAK.match(rest, at)]
            at = max((at for at in breaks if fitted(f"{rest[:at]}-", 6.5, room) == f"{rest[:at]}-"), default=0)
            if not at:
                break
            yield f"{rest[:at]}-"
            rest = rest[at:]
        yield rest


def _cell(facts: Facts, found: str, x: float, y: float, width: float) -> list[Rectangle | Label]:
    fill, ink = _COLOURS[found]
    letter = facts.text(f"report.letter_{found}")
    return [
        Rectangle(x + 0.5, y + 0.5, width - 1, _CELL - 1, fill),
        Label(x + width / 2, y + 8.5, letter, 7.5, Anchor.MIDDLE, ink, bold=True),
    ]
