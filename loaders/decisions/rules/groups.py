"""Groups without a name of their own: *berörda kommuner*, *näringslivet*; they are never actors."""

from __future__ import annotations

import re

# Nouns by the endings that they take as a group: stems, then endings (none where the stem may stand alone).
NOUNS = (
    ("[Kk]ommun [Rr]egion", "er(?:na)?|"),
    ("[Ll]änsstyrels myndighet aktör organisation intressent part bransch expert representant", "er(?:na)?"),
    ("instans verksamhet nämnd profession klinik grupp sektor rederi", "er(?:na)?"),
    ("bransch profession grupp sektor näring", "e?n"),
    ("kommitté utredning producent leverantör laboratori person muse", "(?:er|ar)(?:na)?"),
    ("sameby domstol fackförening förening näring ungdom", "ar(?:na)?"),
    ("högskol skol folkhögskol", "or(?:na)?"),
    ("[Ll]andsting företag universitet förbund samfund råd samverkansorgan departement", "en|"),
    ("institut bolag sjukhus bibliotek sällskap barn", "en|"),
    ("nätverk", "e[nt]|"),
    ("näringsliv", "et|"),
    ("civilsamhälle forskarsamhälle samhälle", "ts?|"),
    ("lärosäten", "a|"),
    ("huvudmän", "nen|"),
    ("industri akademi", "n|"),
    ("rörelse stiftelse", "n|r(?:na)?"),
    ("forskare företrädare brukare utförare arbetsgivare vårdgivare ägare rättighetshavare", ""),
    ("sakkunniga enskilda medborgare föräldrar biobanker centra kommittén", ""),
)
NOUN = "|".join(f"(?:{stems.replace(' ', '|')})(?:{endings})" for stems, endings in NOUNS)
QUANTITY = (
    r"de|den|det|en|ett|ett flertal|ett antal|en rad|ett urval av|alla|samtliga|vissa|ytterligare|eventuella"
    r"|motsvarande|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|\d{1,3}"
)
ADJECTIVE = r"[a-zåäö]+(?:a|re|ade|ande|ende|ära|s)|strategiskt|Berörda|Relevanta|Aktuella|Övriga|Andra|Samtliga|Alla"
GROUP = re.compile(
    rf"(?:(?:{QUANTITY}|{ADJECTIVE})\s+(?:och\s+(?=[a-zåäö]+(?:a|ska)\s))?){{0,6}}"
    rf"(?:(?:[a-zåäö]+-,? ){{1,3}}(?:och|eller|samt) )?"
    rf"(?:(?:[\wåäö]+(?:-|s)?)?(?:{NOUN})|ideella sektorn)(?![\wåäö-])"
    # Of what they are: "organisationer från det civila samhället".
    r"(?:\s+(?:för|inom|på|från|hos|av) (?!att\b)(?:de |det |den )?(?:[a-zåäö]+(?:a|liga|ska|ella) )?[a-zåäö]{3,30})?"
)
# Of any kind, where a word before them says that they are meant as parties: *berörda biobanker*.
NO_PARTIES = (
    "länder|insatser|uppdrag|frågor|delar|åtgärder|projekt|processer|satsningar|initiativ|program|medel|sätt|områden"
    "|förslag|beslut|underlag|källor|arbeten|pågående|former"
)
# People by what they do: *länsplaneupprättarna*, *odlare*.
DOERS = (
    "upprättar|givar|ägar|tagar|havar|idkar|odlar|utövar|utförar|forskar|lärar|operatör|konsument|student|elev|producent"
    "|leverantör|patient|brukar|företagar|arrangör|finansiär|användar"
)
PARTIES = re.compile(
    r"(?:andra |övriga )?(?:berörda|relevanta|övriga|andra|samtliga) (?:[a-zåäö]+(?:a|liga|ska|ella) ){0,2}"
    rf"(?!(?:{NO_PARTIES})\b)[a-zåäö]{{4,30}}(?:er|or|ar|are|en|rna|na)(?![\wåäö-])"
    rf"|[a-zåäö]*(?:{DOERS})(?:na|er|erna|arna)(?![\wåäö-])"
)


def group_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The group that is named at a character, if one is."""
    return GROUP.match(text, at, end) or PARTIES.match(text, at, end)
