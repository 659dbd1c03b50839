"""The words that questions share, defined once in ``words.cypher`` and put in their place before a statement runs.

A definition begins with ``/// name(x, day): what it means`` and goes on to the next one; within it ``@x`` stands for
what it is given. A question writes ``@name(b, $as_of)``. Words may use other words. Nothing from data takes part:
both the words and the questions are files of the product, and values go to the engine as parameters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_HEAD = re.compile(r"^/// (?P<name>\w+)\((?P<takes>[^)]*)\): (?P<meaning>.*)$", re.MULTILINE)
_CALL = re.compile(r"@(\w+)\(")
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Word:
    """One shared word: what it is given, what it means, and its Cypher."""

    name: str
    takes: tuple[str, ...]
    meaning: str
    body: str

    def filled(self, given: list[str]) -> str:
        """The word's Cypher for what it is given.

        Raises:
            ValueError: it is given too much or too little.
        """
        if len(given) != len(self.takes):
            raise ValueError(f"@{self.name} takes {self.takes}, not {given}")
        text = self.body
        for name, value in zip(self.takes, given, strict=True):
            text = re.sub(rf"@{name}\b(?!\()", value.replace("\\", r"\\"), text)
        return text


def parse(source: str) -> dict[str, Word]:
    """The words of one file by name.

    Raises:
        ValueError: a word is defined twice, or says nothing.
    """
    words: dict[str, Word] = {}
    heads = list(_HEAD.finditer(source))
    ends = [*(head.start() for head in heads[1:]), len(source)]
    for head, end in zip(heads, ends, strict=True):
        name = head["name"]
        takes = tuple(part.strip() for part in head["takes"].split(",") if part.strip())
        body = _COMMENT.sub("", source[head.end() + 1 : end]).strip()
        if name in words or not body:
            raise ValueError(f"the word {name} is defined twice or empty")
        words[name] = Word(name, takes, head["meaning"].strip(), body)
    return words


@cache
def shared() -> dict[str, Word]:
    """The product's own words."""
    return parse((files(__package__) / "words.cypher").read_text(encoding="utf-8"))


def expand(cypher: str, words: Mapping[str, Word]) -> str:
    """The statement with every word in it replaced by its Cypher, the words within words too.

    Raises:
        ValueError: a word does not exist, is given too much or too little, or leads back to itself.
    """
    for _ in range(_DEEPEST):
        call = _CALL.search(cypher)
        while call:
            if call[1] not in words:
                raise ValueError(f"there is no word @{call[1]}")
            given, end = _arguments(cypher, call.end())
            indent = _indent(cypher, call.start())
            body = words[call[1]].filled(given).replace("\n", "\n" + indent)
            cypher = cypher[: call.start()] + body + cypher[end:]
            call = _CALL.search(cypher, call.start() + len(body))
        if not _CALL.search(cypher):
            return cypher
    raise ValueError("a word leads back to itself")


@cache
def statement(name: str) -> str:
    """A statement that belongs to no question of the catalogue, from the file of that name, its words expanded."""
    return expand((files(__package__) / f"{name}.cypher").read_text(encoding="utf-8").strip(), shared())


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """What stands between the parentheses that open before ``start``, split at its commas; and where they end."""
    depth, parts, begin = 0, [], start
    for place in range(start, len(text)):
        sign = text[place]
        if sign in "([{":
            depth += 1
        elif sign in ")]}" and depth:
            depth -= 1
        elif sign == ")" or (sign == "," and not depth):
            parts.append(text[begin:place].strip())
            begin = place + 1
            if sign == ")":
                return [part for part in parts if part], place + 1
    raise ValueError(f"a parenthesis is not closed: {text[start : start + 40]!r}")


def _indent(text: str, place: int) -> str:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line[: len(line) - len(line.lstrip())] + "  "
