"""The model in words: the reference page, and what templates and workbooks say of each column."""

from __future__ import annotations

from collections.abc import Iterator

from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    NODE_TABLES,
    RELATIONSHIP_TABLES,
    TABLES,
    Column,
    NodeTable,
    RelationshipTable,
    Table,
)
from ansvarskarta.texts import Language, text


def form(column: Column, lang: Language) -> str:
    """What the column's values look like, in words."""
    tables = ", ".join(NODE_TABLE_BY_LABEL[label].name for label in column.refers_to)
    return text(f"model.kind_{column.kind.value.replace(' ', '_')}", lang, tables=tables)


def codes(column: Column, lang: Language) -> str:
    """The values that an enumerated column may have, each with its name; empty for others."""
    return "; ".join(f"{choice.value} = {choice.name.in_(lang)}" for choice in column.choices)


def explanation(lang: Language) -> Iterator[tuple[str, ...]]:
    """Every table, then its columns: table, column, meaning, form, whether it must be filled in, values."""
    for table in TABLES:
        yield table.name, "", table.description.in_(lang), "", "", ""
        for column in table.columns:
            required = text("model.yes", lang) if column.required else ""
            yield (
                table.name,
                column.name,
                column.description.in_(lang),
                form(column, lang),
                required,
                codes(column, lang),
            )


def heads(lang: Language) -> tuple[str, ...]:
    """The headings of :func:`explanation`'s columns."""
    names = ("table", "column", "meaning", "form", "required", "codes")
    return tuple(text(f"model.{name}", lang) for name in names)


def markdown(lang: Language) -> str:
    """The reference page of the model, as Markdown."""
    parts = [f"# {text('model.title', lang)}", text("model.intro", lang)]
    for heading, tables in (("nodes", NODE_TABLES), ("relationships", RELATIONSHIP_TABLES)):
        parts.append(f"## {text(f'model.{heading}', lang)}")
        for table in tables:
            parts += _section(table, lang)
    return "\n\n".join(parts) + "\n"


def _section(table: Table, lang: Language) -> list[str]:
    names = ("column", "meaning", "form", "required", "codes")
    lines = [
        [text(f"model.{name}", lang) for name in names],
        ["---"] * len(names),
        *(list(row[1:]) for row in explanation(lang) if row[0] == table.name and row[1]),
    ]
    rows = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
    return [f"### `{table.name}`: {table.title.in_(lang)}", table.description.in_(lang), _kind(table, lang), rows]


def _kind(table: Table, lang: Language) -> str:
    match table:
        case NodeTable():
            labels = ", ".join(f"`{label}`" for label in table.labels)
            prefixes = ", ".join(f"`{prefix}:`" for prefix in table.prefixes)
            return text("model.of_label", lang, labels=labels, prefixes=prefixes)
        case RelationshipTable():
            names = {"start": table.start, "end": table.end, "identity": table.identity}
            listed = {name: ", ".join(f"`{value}`" for value in values) for name, values in names.items()}
            return text("model.of_type", lang, type=f"`{table.type}`", **listed)
        case _:
            raise TypeError(table)
