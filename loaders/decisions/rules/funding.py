"""Where the money comes from: expenditure area, appropriation, item, who has it, share, amount, days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ansvarskarta.loaders.decisions.document import Block, Part
from ansvarskarta.loaders.decisions.gazetteer.find import name_in
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.reading import Certainty, Funding
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.funding_table import is_row
from ansvarskarta.loaders.decisions.rules.money import Amount, amounts
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import days

NAME_END = (
    r"(?=\s*(?:[,;.()]|$)|\s+(?:uppförda|upptagna|anvisade|och (?:anslag|utgiftsområde)|anslag\w*|anslå\w*"
    r"|anslagspost\w*|ap\.|delpost\w*|för budgetåret|för \d{4}|under|budgetram|ska|skall|får|i|från"
    r"|som(?! fördelas)|belasta\w*"
    r"|finansier\w*|respektive|hur|vilka|på anslag\w*|inom utgiftsområde|för uppdraget|disponera\w*"
    r"|till Kammar\w+ för)\b)"
)
PART_OF = r"(?:\s+[–-]\s+del till (?P<part>[A-ZÅÄÖ][\w åäö]{2,60}?))?"
# A name that lists, and ends what it stands in: *Planering, stöd och myndighetsutövning.*
LISTING = (
    r"[A-ZÅÄÖ][^\d;(),.]{2,60}, (?!(?:som|vilk\w+|disponeras?|får|ska|skall|under|enligt|med|för|till)\b)"
    r"(?:[a-zåäö-]+ ){1,3}och [a-zåäö-]+(?: [a-zåäö-]+)?(?=\s*(?:[.;)]|$))"
)
NAME = r"(?P<name>" + LISTING + r"|[A-ZÅÄÖ][^\d;()]{2,110}?(?:,?\s+m\.\s?m\.?)?" + PART_OF + ")" + NAME_END
# The areas of the state's budget, by their names now and before: *23 Areella näringar, landsbygd och livsmedel*.
AREA_NAMES = (
    "Rikets styrelse", "Samhällsekonomi och finansförvaltning", "Skatt, tull och exekution", "Rättsväsendet",
    "Internationell samverkan", "Försvar och samhällets krisberedskap", "Internationellt bistånd", "Migration",
    "Hälsovård, sjukvård och social omsorg", "Ekonomisk trygghet vid sjukdom och funktionsnedsättning",
    "Ekonomisk trygghet vid ålderdom", "Ekonomisk trygghet för familjer och barn",
    "Integration och jämställdhet", "Jämställdhet och nyanlända invandrares etablering",
    "Arbetsmarknad och arbetsliv", "Studiestöd", "Utbildning och universitetsforskning",
    "Kultur, medier, trossamfund och fritid",
    "Samhällsplanering, bostadsförsörjning och byggande samt konsumentpolitik", "Regional tillväxt",
    "Regional utveckling", "Allmän miljö- och naturvård", "Klimat, miljö och natur", "Energi", "Kommunikationer",
    "Areella näringar, landsbygd och livsmedel", "Näringsliv", "Allmänna bidrag till kommuner",
    "Statsskuldsräntor m.m.", "Avgiften till Europeiska unionen",
)  # fmt: skip
# Areas have commas in their names: the name goes on to the appropriation, where there is one.
LONG_NAME = (
    r"(?P<long>[A-ZÅÄÖ][^\d;().]{2,120}?)(?=,?\s+(?:på\s+)?(?:det\s+)?(?:ram|förvaltnings)?anslag|,?\s+(?:uppförda"
    r"|upptagna))"
)
KNOWN_NAME = "(?P<known>" + "|".join(re.escape(name) for name in AREA_NAMES) + r")(?![\wåäö])"
AREA = re.compile(
    r"\b(?:[Uu]tgifts ?område|UO)\s+(?P<number>\d{1,2})(?!\d)(?:\s+(?:"
    + KNOWN_NAME
    + "|"
    + LONG_NAME
    + "|"
    + NAME
    + "))?"
)
APPROPRIATION = re.compile(
    r"\b(?:ramanslag|förvaltningsanslag|sakanslag|anslag)(?:et"
    r"|en)?,?\s+(?:nr\s+)?(?P<number>\d{1,2}: ?\d{1,2})(?![\d:])(?:,?\s+" + NAME + ")?"
)
ITEM = re.compile(
    r"\b(?:anslagspost(?:en)?|delpost(?:en)?|ap\.?"
    r"|anslagsposterna)\s*(?P<number>\d{1,3}(?:\.\d{1,3})?)(?![\d:])(?:,?\s+" + NAME + ")?"
)
MM = re.compile(r"\s*,?\s*m\.\s?m\.?")
FUNDS = re.compile(
    r"\b(?:användas?|rekvirera|disponera|belasta\w*|finansiera\w*|avsätt\w*|avsatt\w*|tilldela\w*|kostnad\w*|medel"
    r"|betala\w*|utbetala\w*|anslå\w*|anvisa\w*|bevilja\w*"
    r"|fördela\w*|uppgå\w*|omfatta\w*|bidrag\w*|beräknas?|ersättning|utgifter\w*|satsa\w*|tillför\w*|stöd med"
    r"|anslag\w*)\b",
    re.IGNORECASE,
)
NOT_OF_THIS = re.compile(
    r"\b(?:varav|per (?:elev|person|timme|kalenderår och)|timtaxa|avgift\w*|(?<!ska )(?<!skall )minst|besparing\w*"
    r"|omsätt\w*|böter|sanktionsavgift\w*|lån\w*)\b",
    re.IGNORECASE,
)
# What is only meant to come: *Regeringen har i budgetpropositionen för 2022 föreslagit*.
PROPOSED = re.compile(
    r"\bbudgetpropositionen\b[^.]*\bföresl(?:år|agit)\b|\bomfattar överenskommelsen\b|\bsatsar regeringen\b"
    r"|\bregeringen satsar\b",
    re.IGNORECASE,
)
BUDGET_FRAME = re.compile(r"\bbudgetram(?:en)?\s+(?:för\s+)?(?:\d{1,3}\s+)?(?:det\s+)?(?:blivande\s+)?$")
PAYER = re.compile(
    r"(?:\bdisponeras av|\brekvireras? (?:\w+ ){0,12}?(?:från|hos)"
    r"|(?<!utan )\brekvisition\w* (?:(?!utbetala)\w+ ){0,5}?(?:till|hos)"
    r"|\b(?:utbetalas?|betalas? ut)(?: \w+){0,9}? av|\brekvireras?\b[^.]{0,120}\b(?:från|hos)"
    r"|\bställ\w+ till|\bges in till|\bbetalas ut (?:\w+ ){0,3}av|\bdisponerar"
    r"|(?<!utan )\brekvisition\w*(?:(?!betala)[^.]){0,60}\b(?:till"
    r"|hos))\s+$"
)
DISPOSES = re.compile(
    r"\s+(?:disponerar\b|får (?:under \d{4} |högst |därför )?(?:betala ut|utbetala)\b|betalar(?: \w+){0,6} ut\b)"
)
# An appropriation that is only mentioned: *Villkor för anslag 1:4*.
BARE = re.compile(r"\d{1,2}:\d{1,2}")
EQUAL = re.compile(r"\blika (?:stora )?delar\b|\blika fördelning\b|\bhälften (?:var|vardera)\b")
PERCENT = re.compile(r"(?<!\d)(?P<percent>\d{1,3})(?:,\d+)? (?:procent|%)")
TO_DAY = re.compile(r"(?:till och med|t\.o\.m\.)\s+(?:den\s+)?$", re.IGNORECASE)
FROM_DAY = re.compile(r"(?:från och med|fr\.o\.m\.)\s+(?:den\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Source:
    """An appropriation as it is named, with where it stands."""

    funding: Funding
    start: int
    end: int


def find(context: Context) -> Iterator[Found]:
    """The fundings of every paragraph of the decision, whose sentences belong together."""
    for block in context.document.of_part(Part.DECISION):
        sentences = [sentence for sentence in context.sentences if sentence.block is block]
        if sentences and FUNDS.search(block.text) and not is_row(block.text):
            yield from _of_block(context, block, sentences)


def _of_block(context: Context, block: Block, sentences: list[Sentence]) -> Iterator[Found]:
    rows: list[_Source] = []
    for sentence in sentences:
        rows += _of_sentence(context, sentence)
    rows = [row for row in _with_amounts(rows, _amounts_of(sentences)) if not BARE.fullmatch(row.funding.label)]
    payer = _payer(context, block)
    for row in rows:
        funding = row.funding
        if funding.actor is None and payer is not None:
            funding = replace(funding, actor=payer.name)
        certainty = Certainty.HIGH if funding.appropriation else Certainty.MEDIUM
        yield Found("funding", funding, row.start, row.end, "funding", certainty)
    if payer is not None and not rows and re.search(r"\bmedlen\b|\bmedel\b", block.text, re.IGNORECASE):
        yield Found("funding", Funding(actor=payer.name), payer.start, payer.end, "funding.payer", Certainty.LOW)


def _of_sentence(context: Context, sentence: Sentence) -> list[_Source]:
    """The appropriations of a sentence, one for each actor whose budget pays."""
    rows: list[_Source] = []
    text = sentence.text
    valid_from, valid_to = _period(text)
    found = list(APPROPRIATION.finditer(text))
    areas = list(AREA.finditer(text))
    if not found and areas and FUNDS.search(text) and ITEM.search(text):
        found = []
    for place, appropriation in enumerate(found):
        area = next((area for area in reversed(areas) if area.start() < appropriation.start()), None)
        if area is None and len(areas) == 1:
            area = areas[0]
        next_start = found[place + 1].start() if place + 1 < len(found) else len(text)
        item = ITEM.search(text, appropriation.end(), next_start) or (
            ITEM.search(text, 0, appropriation.start()) if place == 0 else None
        )
        funding = Funding(
            expenditure_area=_label(area, text) if area else None,
            appropriation=_label(appropriation, text),
            item=_label(item, text) if item else None,
            valid_from=valid_from,
            valid_to=valid_to,
        )
        part = item["part"] if item else appropriation["part"]
        if part:
            funding = replace(funding, actor=name_in(part))
        start = min(appropriation.start(), area.start() if area else appropriation.start())
        end = max(appropriation.end(), item.end() if item else 0, area.end() if area else 0)
        frames = [
            m
            for m in context.between(sentence.start, sentence.start + next_start)
            if BUDGET_FRAME.search(context.text[sentence.start : m.start])
        ]
        rows += _shared(funding, frames, text, sentence.start + start, sentence.start + end)
    return rows


def _shared(funding: Funding, frames: list[Mention], text: str, start: int, end: int) -> list[_Source]:
    """One row for every budget that pays, with its share where the text says equal parts."""
    if not frames:
        return [_Source(funding, start, end)]
    share = round(1 / len(frames), 4) if EQUAL.search(text) and len(frames) > 1 else None
    return [_Source(replace(funding, actor=frame.name, share=share), start, max(end, frame.end)) for frame in frames]


def _label(found: re.Match[str], text: str) -> str:
    """``4:1 Regeringskansliet m.m.``: number and name as the text has them."""
    names = found.groupdict()
    name = names.get("known") or found["name"] or names.get("long")
    number = found["number"].replace(" ", "")
    if not name:
        return number
    more = MM.match(text, found.end())
    name = re.sub(r"\s+(?:budgetram|uppförda|ska|får).*$", "", name).strip(" ,")
    if re.search(r"m\.?\s?m\.?$", name):
        name = re.sub(r"\s*,?\s*m\.?\s?m\.?$", " m.m.", name)
    elif more:
        name += " m.m."
    return f"{number} {name}"


def _period(text: str) -> tuple[str | None, str | None]:
    valid_from = valid_to = None
    for day in days(text):
        if TO_DAY.search(text[: day.start]):
            valid_to = valid_to or day.iso
        elif FROM_DAY.search(text[: day.start]):
            valid_from = valid_from or day.iso
    return valid_from, valid_to


def _amounts_of(sentences: list[Sentence]) -> list[tuple[Amount, Sentence]]:
    """The amounts that sentences of funding give for the mandate."""
    found: list[tuple[Amount, Sentence]] = []
    for sentence in sentences:
        if not FUNDS.search(sentence.text) or PROPOSED.search(sentence.text):
            continue
        for amount in amounts(sentence.text):
            before = sentence.text[max(0, amount.start - 40) : amount.start]
            if not NOT_OF_THIS.search(before):
                found.append((amount, sentence))
    return found


def _with_amounts(rows: list[_Source], found: list[tuple[Amount, Sentence]]) -> list[_Source]:
    """Amounts joined to their appropriations: those of one sentence; of one paragraph where there is one of each."""
    left = list(found)
    joined = [_with_amount(row, left, alone=len(rows) == 1) for row in rows]
    for amount, sentence in left:
        base = joined[0].funding if len(rows) == 1 else Funding()
        rest = replace(base, amount_sek=amount.sek, actor=None, share=None)
        joined.append(_Source(rest, sentence.start + amount.start, sentence.start + amount.end))
    return joined


def _with_amount(row: _Source, left: list[tuple[Amount, Sentence]], *, alone: bool) -> _Source:
    """A row with the amount that belongs to it, which is taken from those left."""
    same = [item for item in left if item[1].start <= row.start < item[1].end]
    if not same and alone:
        same = [item for item in left if item[1].start < row.start] or left
    if not same:
        return row
    chosen = same[0] if alone else min(same, key=lambda item: abs(item[1].start + item[0].start - row.start))
    left.remove(chosen)
    amount, sentence = chosen
    start = min(row.start, sentence.start + amount.start)
    return _Source(replace(row.funding, amount_sek=amount.sek), start, max(row.end, sentence.start + amount.end))


def _payer(context: Context, block: Block) -> Mention | None:
    """Who pays out, where the paragraph names one."""
    for mention in context.between(block.start, block.end):
        before = context.text[max(block.start, mention.start - 200) : mention.start]
        disposes = DISPOSES.match(context.text, mention.end)
        if mention.type != "government" and not mention.genitive and (disposes or PAYER.search(before)):
            return mention
    return None
