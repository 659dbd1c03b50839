"""With whom the work is done, and who is heard: *samverka med*, *inhämta synpunkter från*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import BlockKind, Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import enumeration
from ansvarskarta.loaders.decisions.sentences import Sentence

ADVERB = (
    r"(?:\s+(?:vid behov|även|också|särskilt|löpande|kontinuerligt|nära|aktivt|i första hand|bl\.a\.|bland annat"
    r"|bland andra|i möjligaste mån|i relevanta delar|i tillämpliga delar|i förekommande fall|främst|ske|ha skett"
    r"|föras|hållas|äga rum|genomföras|bedrivas|sökas|ha|ta|tas|upprätthållas"
    r"|(?:sinsemellan|inbördes|internt)(?: och| samt)?))*"
)
COOPERATION = r"(?:samverkan|samarbete|samverkar?|samarbetar?|samverka|partnerskap)"
CONSULTATION = (
    r"(?:samråd(?:a|er)?|samtal(?:ar?)?|dialog(?:en|er)?|avstämning(?:ar)?|överläggningar|diskussion(?:er)?"
    r"|kontakt(?:er)?)"
)
COOPERATES = re.compile(
    rf"\b{COOPERATION}(?:\s+och\s+(?:{CONSULTATION}|\w+))?(?:\s+(?:ska|bör|kan|får|även|också"
    rf"|vidare))*{ADVERB}\s+med,?\s+(?:och\s+{CONSULTATION}\s+med\s+)?"
    r"|\b(?:till?sammans|gemensamt|jämte|i samordning|i gemenskap)\s+med\s+"
    r"|\b(?:att|genomföras|genomförs|utföras|bedrivas)\s+med\s+(?=(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
CONSULTS = re.compile(
    rf"\b(?:samråd(?:a|er)?|samtalar?|i samtal|dialog(?:er)?)(?:\s+och\s+(?:{COOPERATION}|{CONSULTATION}|\w+))?"
    r"(?:\s+(?:i|om|kring|rörande) (?:\w+ ){0,2}\w+(?=\s+ska\b))?(?:\s+(?:ska|bör|kan|får"
    rf"|även|också|vidare))*{ADVERB}\s+med,?\s+(?:och\s+{COOPERATION}\s+med\s+)?"
    r"|\b(?:inhämta[rs]?|hämta[rs]? in|ta[rs]? in|ta[rs]? del av|inhämtande av|inhämtas|ta tillvara"
    r"|tas tillvara)\s+(?!av\b)[^.;]{0,120}?\bfrån\s+"
    r"|\b(?:synpunkter|kunskap(?:er)?|erfarenhet(?:er)?|underlag)\s+(?:\w+\s+){0,4}?(?:ska"
    r"|bör)?\s*(?:\w+\s+){0,3}?(?:in)?hämtas(?:\s+in)?\s+(?:\w+\s+)?från\s+"
    r"|\b(?:ska|bör)\s+(?:\w+\s+){0,4}?(?:höra|konsultera)\s+(?=[A-ZÅÄÖ]|berörda)"
    r"|\befter\s+(?:hörande\s+av|att\s+ha\s+hört)\s+|\b(?:rådgör(?:a|s)?|överlägg(?:a|er)|konsultation)\s+med\s+"
    r"|\b(?:ge[rs]?|bereda)\s+(?=[A-ZÅÄÖ][^.]{3,120}\b(?:tillfälle|möjlighet)\b[^.]{3,80}\b(?:synpunkter|yttra))"
    r"|\b(?:ha|hålla|upprätthålla)\s+(?:en\s+)?(?:\w+\s+){0,2}(?:kontakt(?:er)?|utbyte)\s+med\s+|\brådfråga\s+(?=[A-ZÅÄÖ]|berörda)"
    r"|\bsynpunkter\s+från\s+"
    r"|\blyssna\s+(?:till|på|in)\s+(?=[A-ZÅÄÖ])"
    r"|\bhämta[rs]?\s+(?:\w+\s+){0,3}?(?:kunskap|information|uppgifter|upplysningar|underlag)\w*\s+från\s+"
    r"|\bdialog(?:er)?,?\s+och,?\s+(?:vid behov,?\s+)?[^.;,]{3,60}?\s+tillsammans\s+med\s+"
    r"|\b(?:tillvarata|ta till vara|ta del av|inhämta)\b[^.;]{0,80}?\bhos\s+",
    re.IGNORECASE,
)
MODAL = re.compile(r"\b(?:ska|skall|bör)\s+(?:(?:även|också|vidare|dessutom)\s+)?")
HEARD = re.compile(
    rf"\s+(?:{MODAL.pattern}(?:[a-zåäö]+\s+)?)?(?:(?:ges|beredas)\s+(?:\w+\s+)?(?:tillfälle|möjlighet)\s+"
    r"att\s+(?:\w+\s+){0,4}?"
    r"(?:synpunkter|yttra)|(?:höras|konsulteras|rådfrågas)\b)"
)
DUTY = re.compile(
    r"\b(?:ska|skall|bör|uppdra[rgs]?\w*|i uppdrag|genomförs?|sker|erbjud\w+|efter samråd|i samråd"
    r"|i (?:nära )?samverkan|måste|behöver|samverkar|samråder|samarbetar|genomför|angeläget|viktigt"
    r"|i uppdraget ingår)\b",
    re.IGNORECASE,
)
# Whose cooperation is only looked at, or is somebody else's.
LOOKED_AT = re.compile(
    r"\b(?:hur|om|vilken|vilka|analysera|kartlägga|kartlägg|utreda|föreslå|utvärdera|beskriva|belysa|undersöka"
    r"|se över|bedöma"
    r"|granska|följa upp|redovisa)\b(?:(?!\b(?:ska|bör|i uppdrag|uppdrar)\b)[^,.;:]){0,90}$",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:har|hade)\s+(?:\w+\s+){0,3}$|\b(?:överenskommelse\w*|utvecklats|tagits fram|framtagits|genomförts"
    r"|skett)\s+(?:\w+\s+){0,5}$|\bsom\s+(?!är relevant)(?:(?!ska\b|skall\b|bör\b)\w+\s+){0,5}$",
    re.IGNORECASE,
)
# A genitive right before: *kommunernas samverkan*; *ska föras* is none.
OWNED = re.compile(r"\b[\wåäö]{2,}(?:[^a\W]s|nas)\s+$")
STRONG = re.compile(r"\b(?:i|efter|under)\s+(?:\w+\s+)?$", re.IGNORECASE)


def find(context: Context) -> Iterator[Found]:
    """Those with whom the mandate cooperates and those whom it consults; groups apart."""
    for sentence in context.of(Part.DECISION):
        yield from _heard(context, sentence)
        for field, pattern in (("cooperates_with", COOPERATES), ("consults", CONSULTS)):
            for trigger in pattern.finditer(sentence.text):
                if _is_duty(sentence, trigger):
                    yield from _listed(context, sentence, sentence.start + trigger.end(), field)
                    other = "consults" if field == "cooperates_with" else "cooperates_with"
                    if re.search(
                        rf"\boch\s+(?:{CONSULTATION if other == 'consults' else COOPERATION})",
                        trigger.group(),
                        re.IGNORECASE,
                    ):
                        yield from _listed(context, sentence, sentence.start + trigger.end(), other)


def _heard(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Those who are to be heard, before the verb: *X och Y ska ges tillfälle att*, *Vidare ska X höras*."""
    for told in HEARD.finditer(sentence.text):
        end = sentence.start + told.start()
        verbs = [verb.end() for verb in MODAL.finditer(sentence.text, 0, told.start())]
        for start in (0, *verbs[-1:]):
            if enumeration(context, sentence.start + start, end).end == end:
                yield from _listed(context, sentence, sentence.start + start, "consults", end)
                break


def _is_duty(sentence: Sentence, trigger: re.Match[str]) -> bool:
    before = sentence.text[: trigger.start()]
    item = sentence.block.kind is BlockKind.ITEM
    if not (item or DUTY.search(sentence.text)) or PAST.search(before):
        return False
    strong = STRONG.search(before) or trigger.group().lower().startswith("efter ")
    if OWNED.search(before) and not strong:
        return False
    return bool(strong) or not LOOKED_AT.search(before)


def _listed(context: Context, sentence: Sentence, start: int, field: str, end: int | None = None) -> Iterator[Found]:
    listed = enumeration(context, start, sentence.end if end is None else end)
    for mention in listed.mentions:
        if mention.type == "government":
            yield from _ministries(context, sentence, mention.end, field)
            continue
        yield Found(field, mention.name, mention.start, mention.end, f"duty.{field}", mention.certainty)
    for group_start, group_end in listed.groups:
        yield Found(
            "groups", context.text[group_start:group_end], group_start, group_end, f"duty.{field}", Certainty.HIGH
        )


def _ministries(context: Context, sentence: Sentence, at: int, field: str) -> Iterator[Found]:
    """*Regeringskansliet (Utrikesdepartementet)*: the ministry."""
    parenthesis = re.match(r"\s*\(([^()]*)\)", context.text[at : sentence.end])
    if parenthesis:
        for mention in context.between(at, at + parenthesis.end()):
            if mention.type == "ministry":
                yield Found(field, mention.name, mention.start, mention.end, f"duty.{field}", mention.certainty)
