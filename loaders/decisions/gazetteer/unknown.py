"""Bodies that no table knows, recognised by the form of their name; they are proposed as new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from ansvarskarta.loaders.decisions.gazetteer.entries import Entry
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.reading import Certainty

CAPITAL = r"[A-ZÅÄÖ][\wåäöéü&-]{0,40}"
WORD = (
    r"(?!(?:från|med|att|till|ska|skall|får|som|inom|samt|och|i|om|vid|för|under|av|på|hos|mot|enligt|efter|senast|inför"
    r"|genom|utan|eller|dels|respektive|är|har)\b)[a-zåäö][a-zåäöé-]{1,40}"
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ministry",
        re.compile(r"(?<!\w)(?:[A-ZÅÄÖ][a-zåäö]{2,30}- och [a-zåäö]|[A-ZÅÄÖ])[a-zåäö]{2,30}departementets?(?!\w)"),
    ),
    (
        "agency",
        re.compile(
            r"(?<![\w-])(?:[A-ZÅÄÖ][a-zåäö]{2,30}- och )?[A-ZÅÄÖØÆ][a-zåäöæøéü-]{2,40}"
            r"(?:verket|myndigheten|inspektionen|nämnden|styrelsen|ombudsmannen|ämbetet|delegationen|kollegiet)s?(?!\w)"
        ),
    ),
    (
        "agency",
        re.compile(
            r"(?<!\w)(?:Myndigheten|Inspektionen|Nämnden|Delegationen|Institutet|Nationellt centrum|Nationella rådet)"
            rf" (?:för|mot) (?:[a-zåäö]{{3,30}}a )?{WORD}(?:(?:, {WORD}){{0,2}},?-? och {WORD})?"
        ),
    ),
    ("university", re.compile(rf"(?<!\w)(?:{CAPITAL} (?:universitet|högskola)s?(?!\w)|Högskolan i {CAPITAL})")),
    ("company", re.compile(rf"(?<!\w)(?:{CAPITAL} (?:i )?){{1,4}}(?:AB|Aktiebolag)s?(?!\w)(?: \(publ\))?")),
    ("company", re.compile(rf"(?<!\w)Aktiebolaget (?:{CAPITAL} ?){{1,3}}(?!\w)")),
    (
        "association",
        re.compile(rf"(?<!\w)Stiftelsen (?:för {WORD}(?: och {WORD})?|{CAPITAL}(?: {CAPITAL}){{0,3}})(?!\w)"),
    ),
    ("association", re.compile(rf"(?<!\w)(?:{CAPITAL} ){{1,3}}(?:Riksförbund|riksförbund|sameby)s?(?!\w)")),
)
COMMON = re.compile(
    r"(?:Läns|Regerings|Riksdags|Kommun|Tillsyns|Förvaltnings|Styr|Arbets|Special|Stats)?(?:myndigheten|styrelsen"
    r"|nämnden|verket|delegationen|inspektionen)s?"
)


def find(text: str) -> Iterator[Mention]:
    """The mentions of bodies with names of a known form."""
    for type_, pattern in PATTERNS:
        for found in pattern.finditer(text):
            name = found.group().strip()
            if COMMON.fullmatch(name) or (type_ == "ministry" and name[0].islower()):
                continue
            genitive = name.endswith("s") and not name.endswith(("ss", "us")) and type_ != "association"
            official = name[:-1] if genitive and re.search(r"(?:en|et|an|AB|universitet|högskola)s$", name) else name
            entry = Entry(f"{type_}:{slug(official)}", official)
            yield Mention(
                found.start(), found.start() + len(name), entry, official != name, f"name.{type_}", Certainty.LOW
            )


def slug(name: str) -> str:
    """A name as the latter part of an id: lower case, without accents, hyphens for all else."""
    plain = normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "x"
