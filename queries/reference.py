"""The reference page of the questions, ``docs/questions.md``, written from what the catalogue declares."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.queries.question import Direction, Order, Question
from ansvarskarta.texts import Language, text


def page(questions: Iterable[Question], lang: Language) -> str:
    """The whole page as Markdown: each question with its meaning, parameters, columns and order."""
    parts = [f"# {text('questions.title', lang)}", text("questions.intro", lang)]
    for question in questions:
        parts += _section(question, lang)
    return "\n\n".join(parts) + "\n"


def _section(question: Question, lang: Language) -> list[str]:
    parts = [f"## {question.id}", f"**{question.title.in_(lang)}** {question.meaning.in_(lang)}"]
    if question.parameters:
        heads = (text("questions.parameter", lang), text("questions.form", lang), text("questions.meaning", lang))
        rows = [
            (f"`{parameter.name}`", _form(parameter.kind.value, lang, required=parameter.required), words)
            for parameter in question.parameters
            for words in [parameter.description.in_(lang)]
        ]
        parts.append(_table(heads, rows))
    heads = (text("questions.column", lang), text("questions.form", lang), text("questions.meaning", lang))
    parts.append(
        _table(
            heads,
            [
                (f"`{column.name}`", _form(column.kind.value, lang), column.description.in_(lang))
                for column in question.columns
            ],
        )
    )
    if question.order:
        parts.append(text("questions.order", lang, order=", ".join(_step(step, lang) for step in question.order)))
    if question.of:
        parts.append(text("questions.of", lang, of=question.of.in_(lang)))
    return parts


def _form(kind: str, lang: Language, *, required: bool = False) -> str:
    words = text(f"questions.kind_{kind}", lang)
    return text("questions.required", lang, form=words) if required else words


def _step(step: Order, lang: Language) -> str:
    how = "" if step.how is Direction.RISING else f" {text(f'questions.order_{step.how.value}', lang)}"
    return f"`{step.column}`{how}"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
