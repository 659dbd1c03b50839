"""What a cell of the coverage matrix is: a municipality and a theme, and how things stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ansvarskarta.queries import AnswerRow


class State(StrEnum):
    """How things stand for a theme in a municipality."""

    OWNED = "owned"
    PARTLY = "partly"
    LEAD = "lead"
    NOBODY = "nobody"


SIGNS = {State.OWNED: "●", State.PARTLY: "◐", State.LEAD: "○", State.NOBODY: "✕"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One municipality and theme: what the matrix and the map draw."""

    municipality: str
    municipality_name: str
    theme: str
    theme_name: str
    state: State
    open: int
    unowned: int


def cell_of(row: AnswerRow) -> Cell:
    """A row of the answer as the matrix shows it."""
    opened, unowned = int(str(row["open"])), int(str(row["unowned"]))
    if unowned == 0:
        state = State.OWNED
    elif unowned < opened:
        state = State.PARTLY
    else:
        state = State.LEAD if row["theme_owners"] else State.NOBODY
    return Cell(
        municipality=str(row["municipality"]),
        municipality_name=str(row["municipality_name"]),
        theme=str(row["theme"]),
        theme_name=str(row["theme_name"]),
        state=state,
        open=opened,
        unowned=unowned,
    )
