"""Other mandates: which this one continues, and which it has to consider."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty, DecisionKind
from ansvarskarta.loaders.decisions.rules import kind as kinds
from ansvarskarta.loaders.decisions.rules import register_numbers
from ansvarskarta.loaders.decisions.rules.context import Context, Found, first_value
from ansvarskarta.loaders.decisions.rules.registers import Number, numbers
from ansvarskarta.loaders.decisions.sentences import Sentence

ALTERING = frozenset({DecisionKind.CHANGE.value, DecisionKind.EXTENSION.value, DecisionKind.ENDING.value})
CONTINUES = re.compile(
    r"\b(?:ta(?:r|s)? vidare|ta(?:r|s)? över(?! av)|övertar?|förläng\w*|med ändring av|ändra[rs]?\b"
    r"|ändringen av|upphäv\w*"
    r"|ersätter|ersätts|fortsättning (?:på|av)|fortsatt\w* (?:av )?uppdrag\w*"
    r"|tidigare (?:\w+)?uppdrag\w*|ursprungliga? (?:uppdrag\w*|beslut\w*)|precisering av|tillägg till"
    r"|komplettering av|utökas?|utvidga[rs]?|återkalla[rs]?|fullfölja)\b",
    re.IGNORECASE,
)
# What a number may name without being a mandate.
NO_MANDATE = re.compile(
    r"\b(?:skrivelse|framställ(?:an|ning)\w*|rapport(?:en|er)?|slutrapport\w*|promemoria\w*|ansökan|hemställ\w*"
    r"|begäran|(?:del|slut)?redovisning(?:en|ar)?|remiss\w*|proposition\w*|betänkande\w*|yttrande\w*|anmälan"
    r"|budgetunderlag\w*)\b",
    re.IGNORECASE,
)
# *redovisade den 29 september en nulägesbild (LI2023/03205)*: the number of what was handed in.
HANDED_IN = re.compile(r"\b(?:redovisade|rapporterade|lämnade|överlämnade|anmälde|inkom)\b", re.IGNORECASE)
MANDATE = re.compile(
    r"\b(?:\w*uppdrag\w*|beslut\w*|direktiv\w*|kommitté\w*|utredning\w*|strategi\w*|regleringsbrev\w*|samordnare\w*"
    r"|plan\w*|delegation\w*|översyn\w*|kartläggning\w*|\w*utredaren)\b",
    re.IGNORECASE,
)
OWN_OF_AGENCY = re.compile(
    r"(?:verkets|styrelsens|myndighetens|inspektionens|rådets) (?:dnr|diarienummer)\s*$", re.IGNORECASE
)
HEEDS = re.compile(
    r"\b(?:ta[rs]? hänsyn till|beakta[rs]?)\s+(?P<title>(?:regeringens\s+|det\s+)?(?:uppdraget|uppdragen)\s+(?:till"
    r"|att|om)\s+[^.;,()]{10,160})",
    re.IGNORECASE,
)
TITLE_OF_OTHER = re.compile(
    r"(?P<title>\buppdrag(?:et|en)?\s+(?:till|att|om|för|angående|rörande|avseende|gällande|som)\s+.{8,})$",
    re.IGNORECASE,
)
TITLE_ENDS = re.compile(r"\s+(?:samt|och) (?:förlängd tid|förlängning)\b.*$|\s*[.;]\s*$", re.IGNORECASE)
# *Ändring av regleringsbrev*, whose kind is the letter's.
CHANGED = re.compile(r"ändr(?:ing|at|ade)\b.{0,20}\bregleringsbrev", re.IGNORECASE)
# Further directives to a committee: they alter the first ones.
FURTHER = re.compile(r"tilläggsdirektiv\b", re.IGNORECASE)
NEAR = 200


def find(context: Context) -> Iterator[Found]:
    """Numbers of other mandates, as continued or considered; titles where there are no numbers."""
    own = [str(found.value) for found in register_numbers.find(context)]
    kind = first_value(kinds.find(context))
    further = any(FURTHER.match(block.text) for block in context.document.of_part(Part.TITLE))
    changed = any(CHANGED.match(block.text) for block in context.document.of_part(Part.TITLE))
    altering = kind in ALTERING or further or changed
    kinds_altered = {"directive"} if further else {"register", "old", "directive"}
    # A head may name what is altered after the document's own number.
    own = own[:1] if altering else own
    altered = False
    continued: set[str] = set()
    rest: list[Found] = []
    for sentence in context.of(Part.TITLE, Part.DECISION, Part.REASONS):
        cited = [
            number for number in numbers(sentence.text) if number.value not in own and _is_mandate(sentence, number)
        ]
        first = altering and not altered and sentence.part is not Part.REASONS
        for number in cited:
            told = further and number.kind == "directive" and FURTHER.search(sentence.text, 0, number.start)
            if told or (first and number.kind in kinds_altered) or _is_continued(sentence, number, kind):
                altered = altered or number.kind in kinds_altered
                continued.add(number.value)
                yield _found("continues", sentence, number)
            else:
                rest.append(_found("considers", sentence, number))
        if not cited and (heeded := HEEDS.search(sentence.text)) and sentence.part is Part.DECISION:
            start = sentence.start + heeded.start("title")
            title = heeded["title"].strip()
            yield Found("considers", title, start, start + len(title), "mandates.heeded", Certainty.MEDIUM)
    bases = {_base(value) for value in continued}
    rest = [found for found in rest if _base(str(found.value)) not in bases]
    if altering and not continued:
        if len({_base(str(found.value)) for found in rest}) == 1:
            # The only other mandate that an altering decision speaks of is the one that it alters.
            rest = [replace(found, field="continues") for found in rest]
        else:
            yield from _title(context)
    yield from rest


def _base(value: str) -> str:
    """A number without the unit that may stand after it: ``Ju2020/01867`` of ``Ju2020/01867/SIM``."""
    return "/".join(value.split("/")[:2])


def _is_mandate(sentence: Sentence, number: Number) -> bool:
    before = sentence.text[max(0, number.start - NEAR) : number.start]
    if OWN_OF_AGENCY.search(before) or re.search(r"\b(?:SOU|prop\.|bet\.|rskr\.|skr\.|SFS)\s*$", before):
        return False
    if number.kind in ("committee", "directive"):
        return True
    others = [found.end() for found in NO_MANDATE.finditer(before)]
    mandates = [found.end() for found in MANDATE.finditer(before)]
    if HANDED_IN.search(before) and not mandates:
        return False
    return not others or bool(mandates and mandates[-1] > others[-1])


def _is_continued(sentence: Sentence, number: Number, kind: str | None) -> bool:
    if sentence.part is Part.REASONS:
        return False
    if kind == DecisionKind.DIRECTIVE.value and sentence.part is Part.TITLE:
        return True
    before = sentence.text[max(0, number.start - NEAR) : number.start]
    return bool(CONTINUES.search(before))


def _title(context: Context) -> Iterator[Found]:
    """The title of what is changed or extended, out of this document's own: *Förlängd tid för uppdraget att ...*."""
    for block in context.document.of_part(Part.TITLE):
        found = TITLE_OF_OTHER.search(block.text, 8)
        if found:
            title = TITLE_ENDS.sub("", found["title"])
            start = block.start + found.start("title")
            yield Found("continues", title, start, start + len(title), "mandates.title", Certainty.MEDIUM)


def _found(field: str, sentence: Sentence, number: Number) -> Found:
    return Found(field, number.value, sentence.start + number.start, sentence.start + number.end, "mandates.number")
