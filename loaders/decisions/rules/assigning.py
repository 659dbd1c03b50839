"""The words with which a mandate is given, changed or laid on somebody."""

from __future__ import annotations

import re

ADVERB = r"(?: (?:härmed|vidare|även|också|därför|dessutom|samtidigt|nu|den \d+ \w+(?: \d{4})?))*"
NUMBERED = r"(?:i|ett|följande|förnyat|fortsatt|nytt)"
# Words after which the one who is given the mandate stands.
BEFORE_WHOM = re.compile(
    rf"\b(?:uppdra[rs]?|uppdrog)(?: regeringen)?{ADVERB}(?: åt| till| i)?\s+(?:dels\s+)?"
    rf"|\b(?:lämna[rs]?|ge[rs]?|gav)(?: regeringen)?{ADVERB} (?:(?:ett|i|fortsatt|nytt|förnyat) ){{0,2}}"
    r"uppdrag (?:åt|till)\s+"
    rf"|\b[Bb]eslut(?:ar|ade)?(?: regeringen)? om (?:ett )?(?:\w+ )?uppdrag (?:åt|till)\s+"
    rf"|\b(?:ge[rs]?|gav|gett|givit|lämnar|lämnade)(?: regeringen)?{ADVERB}\s+(?=.{{2,1500}}?\b{NUMBERED} uppdrag\b)"
    r"|\bbevilja[rs]?(?: härmed)? (?=[A-ZÅÄÖ][^.]{2,120}?\b(?:kronor|kr|medel|\w*bidrag|\w*stöd)\b)"
    r"|\bbevilja[rs]? [^.]{0,80}?\b(?:medel|\w*bidrag|\w*stöd|kronor)\b[^.]{0,60}? till (?:den )?(?=[A-ZÅÄÖ])"
    rf"|\b(?:Regeringen|och|samt) (?:beslutar att )?erbjud(?:er|a)(?<!och erbjuda)(?<!samt erbjuda){ADVERB}\s+"
)
# The bodies stand in a list below: *uppdrar åt följande myndigheter att ...:*.
FOLLOWING = re.compile(
    r"(?:följande|nedanstående|nedan (?:angivna|nämnda)|i listan nedan angivna) (?:\w+ )?(?:myndigheter|lärosäten"
    r"|universitet|länsstyrelser|organisationer|aktörer|regioner|landsting|kommuner)\b"
)
# Words before which the one who is given the mandate stands.
AFTER_WHOM = re.compile(
    r",?\s+(?:får|ges|gavs|fick|tilldelas|har (?:fått|getts|givits)|har av regeringen (?:fått|getts)|fick av regeringen"
    r"|har nu fått)\b"
    r"(?: (?:härmed|vidare|även|också|därför|nu|tillsammans|gemensamt|av regeringen|genom beslutet"
    r"|den \d+ \w+(?: \d{4})?"
    r"|i regleringsbrev\w*(?: för \w+ ?\d*)?))*\s+(?:i|ett|följande|fortsatt|nytt)?\s?(?:\w+ )?i?uppdrag"
    # Money for a task: "Centrum X tilldelas 2 000 000 kronor för".
    r"|\s+(?:tilldelas|beviljas) (?:högst |sammanlagt )?\d[\d\s,]*(?:miljoner )?kronor\b"
)
TITLE_WHOM = re.compile(
    r"^(?:(?:Ändring|Ändrat|Ändrad|Förläng\w+|Tillägg|Precisering|Komplettering|Återkallande|Upphävande|Avslutande)\b"
    r".{0,40}?)?(?:Nytt |Förnyat |Fortsatt |Utökat |Särskilt )?[Uu]ppdrag(?:et)? (?:till|åt|för)\s+(?=[A-ZÅÄÖls])"
    r"|^Erbjudande (?:till|åt)\s+|\b[Rr]egleringsbrev för budgetåret \d{4} (?:avseende|för)\s+"
)
# What is changed, extended or ended is the mandate of the one named.
HOLDERS = (
    re.compile(
        r"\b(?:förläng\w+|ändra[rs]?|förstärk\w+|utöka[rs]?|upphäv\w+|återkalla[rs]?|avslutar?|bifall\w+(?: till)?"
        r"|komplettera[rs]?)"
        r"\s+(?:därför\s+)?(?:\w+ för\s+)?(?=.{3,120}?\b(?:uppdrag|framställ\w+|hemställ\w+|begäran|ansökan)\b)"
    ),
    re.compile(r"\b(?:bevilja[rs]?|medge[rs]?)\s+(?=.{3,120}?\b(?:förläng|anstånd|senare|längre))"),
    re.compile(r"\b(?:[Uu]ppdraget|[Uu]ppdrag|[Uu]ppdragen) (?:till|åt)\s+"),
    re.compile(r"\bi enlighet med\s+(?=.{3,80}?\b(?:framställ\w+|hemställ\w+|begäran|ansökan|skrivelse))"),
)
OFFICE = (
    r"samordnare|utredare|chefsförhandlare|förhandlare|förhandlingsperson|kommitté|delegation|expertgrupp|utredning"
    r"|kommission"
)
QUALITY = r"(?:nationell|särskild|regional|statlig|oberoende|parlamentariskt sammansatt|parlamentarisk)[ae]?"
ROLE = re.compile(rf"(?:(?:en|ett|den|till|åt|som)\s+)?(?P<role>(?:{QUALITY} )?(?:{OFFICE}))(?:n|en)?(?!\w)")
FURTHER_TASK = re.compile(r"\b(?P<role>[Uu]tredare|[Ss]amordnare)n får (?:nu |även |också |därutöver )*i uppdrag\b")
ROLE_TASK = re.compile(
    rf"\b[Ee](?:n|tt) (?:kommitté i form av en )?(?P<role>(?:{QUALITY} )?(?:{OFFICE}))\b"
    r"(?=.{0,60}\b(?:ska|skall|får i uppdrag|tillkallas|tillsätts)\b)"
)
# "uppdrar åt generaldirektören N.N. att som samordnare": the person is no actor, the role is.
AS_ROLE = re.compile(rf"\bsom (?P<role>(?:{QUALITY} )?(?:{OFFICE}))(?!\w)")
APPOINTS = re.compile(r"\bRegeringen (?:utser|förordnar|tillkallar|beslutar att (?:utse|förordna|tillkalla))\s+")
# Somebody with a name of no known form: "uppdrar åt Kompetensrådet för utveckling i staten (Krus) att".
NEW_NAME = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\wåäöé&-]+(?: (?:för|i|och|av|vid|mot|på|[a-zåäö]{3,30}|[A-ZÅÄÖ][\wåäöé&-]+)){0,7}?)"
    r"(?=\s\((?:[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,20})\)|\s(?:att|i uppdrag)\b)"
)
# "Institutet för utveckling av läkare (IPL) får i uppdrag": its own abbreviation tells that it is a body.
NEW_SUBJECT = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäö&-]+(?: [\wåäöÅÄÖ&,-]+){1,11}) \([A-ZÅÄÖ]{2,10}[a-z]?\)")
PERSON = re.compile(r"(?:[A-ZÅÄÖ][\wåäöé-]+ ?){2,4}")
DUTY_AFTER = re.compile(r"\s+(?:ska|skall)\b|\s+får\s+(?=(?:för|rekvirera|använda|disponera))")
DONE_BY = re.compile(
    r"\b(?:ske|sker|lämnas|göras|görs|utföras|genomföras|utbetalas|betalas ut|(?:del|slut)?redovisas?"
    r"|rapporteras) av\s+"
)
COORDINATES = re.compile(r"\b(?:samordnas|koordineras|ledas|hållas ihop) av\s+")
REPORTED = re.compile(r"\b(?:denna dag även|i (?:samma|ett annat) beslut|tidigare|enligt|som|har)\b[^,]{0,30}$")
# Who is given the mandate is to hand a part of it on: *Skolverket ska uppdra åt kommuner*.
HANDS_ON = re.compile(r"\b(?:ska|skall|får|kan|bör|kommer att|avser att) (?:\w+ )?$")
# Between who is given the mandate and the verb: *Socialstyrelsen under 2015 får i uppdrag*.
DURING = re.compile(r"\s+(?:under|för)\s+(?:perioden |åren |år )?\d{4}(?:\s?[-–]\s?\d{4})?$")
# What somebody has that is altered, and what only says where: *uppdrag i Kiruna kommun ska upphöra*.
OWNED = re.compile(
    r"\s+(?:\w+ )?uppdrag\b[^.]*\b(?:upphör|upphöra|upphävs|upphävas|förlängs|förlängas|ändras|avslutas)\b"
)
PLACE = re.compile(r"\b(?:i|vid|kring|inom)\s+$")
DECIDED_THEN = re.compile(r"\bbeslutade\b[^.]{0,60}$")
GROUP_BEFORE = re.compile(
    r"\b((?:[Ss]amtliga |[Dd]e )?(?:[Ll]änsstyrelserna|[Rr]egionerna|[Kk]ommunerna|[Ll]andstingen))$"
)
