"""The node tables."""

from __future__ import annotations

from ansvarskarta.graph.model.columns import (
    Column,
    Kind,
    choice,
    date,
    number,
    partial_date,
    provenance,
    reference,
    text,
    valid_from,
    valid_to,
)
from ansvarskarta.graph.model.tables import NodeTable
from ansvarskarta.texts import Words

ACTOR_TYPES = (
    ("ministry", "departement", "ministry"),
    ("agency", "myndighet", "agency"),
    ("county_board", "länsstyrelse", "county administrative board"),
    ("region", "region", "region"),
    ("municipality", "kommun", "municipality"),
    ("company", "företag", "company"),
    ("coordinator", "samordnare", "coordinator"),
    ("association", "organisation", "association"),
    ("university", "lärosäte", "university"),
    ("utility", "nät- eller energibolag", "utility"),
    ("government", "regeringen", "government"),
)


def _node(example: str, *, own: tuple[Column, ...]) -> tuple[Column, ...]:
    return (
        text(
            "id",
            f"Id som är unikt i hela grafen, till exempel {example}.",
            f"An id that is unique in the whole graph, such as {example}.",
            required=True,
            longest=200,
            pattern=r"[a-z_]+:[^\s;:|]+",
        ),
        text("name", "Namn på svenska.", "Name in Swedish.", required=True, longest=500),
        text("name_en", "Namn på engelska.", "Name in English.", longest=500),
        Column(
            "aliases",
            Kind.TEXTS,
            Words("Andra namn som folk söker på, med semikolon mellan.", "Other names people search for, ; between."),
        ),
        text("description", "En mening om vad det är.", "One sentence on what it is."),
        *provenance(),
        *own,
    )


NODE_TABLES: tuple[NodeTable, ...] = (
    NodeTable(
        name="actors",
        title=Words("Aktörer", "Actors"),
        description=Words(
            "Den som kan ha ett uppdrag eller ett ansvar: departement, myndigheter, regioner, företag.",
            "Whoever can hold a mandate or a responsibility: ministries, agencies, regions, companies.",
        ),
        label="Actor",
        prefixes=tuple(value for value, _, _ in ACTOR_TYPES if value != "municipality"),
        columns=_node(
            "agency:trafikverket",
            own=(
                choice("type", "Slag av aktör.", "Kind of actor.", *ACTOR_TYPES, required=True),
                text("org_number", "Organisationsnummer.", "Organisation number.", pattern=r"\d{6}-?\d{4}"),
                Column("website", Kind.URL, Words("Webbplats.", "Website.")),
                valid_from(),
                valid_to(),
            ),
        ),
    ),
    NodeTable(
        name="municipalities",
        title=Words("Kommuner", "Municipalities"),
        description=Words(
            "Kommuner; en kommun är också en aktör.", "Municipalities; a municipality is an actor as well."
        ),
        label="Municipality",
        also=("Actor",),
        prefixes=("municipality",),
        columns=_node(
            "municipality:2580",
            own=(
                text(
                    "code",
                    "SCB:s kommunkod, fyra siffror.",
                    "Statistics Sweden's code, four digits.",
                    required=True,
                    pattern=r"\d{4}",
                ),
                reference("county", "Länet som kommunen ligger i.", "The county it lies in.", "County", required=True),
                number("population", "Antal invånare.", "Number of inhabitants.", least=0),
                number("population_year", "År som invånarantalet avser.", "Year of the population.", least=1749),
                number("lat", "Centralortens latitud.", "Latitude of the seat.", whole=False, least=-90, most=90),
                number("lon", "Centralortens longitud.", "Longitude of the seat.", whole=False, least=-180, most=180),
            ),
        ),
    ),
    NodeTable(
        name="counties",
        title=Words("Län", "Counties"),
        description=Words("Län.", "Counties."),
        label="County",
        prefixes=("county",),
        columns=_node(
            "county:25",
            own=(
                text(
                    "code",
                    "Länskod, två siffror.",
                    "County code, two digits.",
                    required=True,
                    pattern=r"\d{2}",
                ),
            ),
        ),
    ),
    NodeTable(
        name="establishments",
        title=Words("Etableringar", "Establishments"),
        description=Words(
            "Industrier och anläggningar som byggs, växer eller planeras.",
            "Plants and industries that are built, expanded or planned.",
        ),
        label="Establishment",
        prefixes=("establishment",),
        columns=_node(
            "establishment:stegra-boden",
            own=(
                text("sector", "Bransch.", "Sector."),
                choice(
                    "status",
                    "Läget för etableringen.",
                    "State of the establishment.",
                    ("announced", "aviserad", "announced"),
                    ("permitting", "tillståndsprövning", "permitting"),
                    ("construction", "byggs", "under construction"),
                    ("operation", "i drift", "in operation"),
                    ("paused", "pausad", "paused"),
                    ("cancelled", "inställd", "cancelled"),
                    ("bankrupt", "i konkurs", "bankrupt"),
                ),
                number("investment_msek", "Investering, miljoner kronor.", "Investment, SEK million.", least=0),
                number("jobs", "Antal arbetstillfällen.", "Number of jobs.", least=0),
                partial_date("announced", "När den aviserades.", "When it was announced."),
                partial_date("start_of_operation", "När driften börjar.", "When operation starts."),
            ),
        ),
    ),
    NodeTable(
        name="themes",
        title=Words("Teman", "Themes"),
        description=Words(
            "Sakområden som flaskhalsar hör till, till exempel elnät eller bostäder.",
            "The fields that bottlenecks belong to, such as grid or housing.",
        ),
        label="Theme",
        prefixes=("theme",),
        columns=_node("theme:energy", own=()),
    ),
    NodeTable(
        name="bottlenecks",
        title=Words("Flaskhalsar", "Bottlenecks"),
        description=Words(
            "Det som hindrar omställningen och som någon borde äga.",
            "What holds the transition back and somebody should own.",
        ),
        label="Bottleneck",
        prefixes=("bottleneck",),
        columns=_node(
            "bottleneck:grid-capacity-lulea-boden",
            own=(
                number("severity", "Allvar, 1 till 5.", "Severity, 1 to 5.", least=1, most=5),
                choice(
                    "status",
                    "Läget för flaskhalsen.",
                    "State of the bottleneck.",
                    ("open", "öppen", "open"),
                    ("in_progress", "pågår", "in progress"),
                    ("resolved", "löst", "resolved"),
                ),
                date("raised", "Dagen då den lyftes.", "The day on which it was raised."),
                date("resolved", "Dagen då den löstes.", "The day on which it was resolved."),
            ),
        ),
    ),
    NodeTable(
        name="mandates",
        title=Words("Uppdrag", "Mandates"),
        description=Words(
            "Uppdrag, instruktioner, lagar, anslag och överenskommelser som ett ansvar kan vila på.",
            "Assignments, instructions, laws, appropriations and agreements that a responsibility can rest on.",
        ),
        label="Mandate",
        prefixes=("mandate",),
        columns=_node(
            "mandate:N2020-03132",
            own=(
                choice(
                    "kind",
                    "Slag av uppdrag.",
                    "Kind of mandate.",
                    ("assignment", "uppdrag", "assignment"),
                    ("instruction", "instruktion", "instruction"),
                    ("law", "lag eller förordning", "law or ordinance"),
                    ("appropriation", "regleringsbrev eller anslag", "appropriation"),
                    ("agreement", "överenskommelse", "agreement"),
                    required=True,
                ),
                text("reference", "Diarienummer eller beteckning.", "Register number or designation."),
                partial_date("issued", "När det beslutades.", "When it was decided."),
                valid_from(),
                valid_to(),
                Column(
                    "report_due",
                    Kind.DATES,
                    Words("Dagar då det ska redovisas, semikolon mellan.", "Days on which reports are due, ; between."),
                ),
            ),
        ),
    ),
    NodeTable(
        name="measures",
        title=Words("Åtgärder", "Measures"),
        description=Words("Det som görs åt flaskhalsar.", "What is done about bottlenecks."),
        label="Measure",
        prefixes=("measure",),
        columns=_node(
            "measure:norrbotniabanan-umea-dava",
            own=(
                choice(
                    "status",
                    "Läget för åtgärden.",
                    "State of the measure.",
                    ("planned", "planerad", "planned"),
                    ("ongoing", "pågår", "ongoing"),
                    ("done", "klar", "done"),
                    ("cancelled", "inställd", "cancelled"),
                ),
                partial_date("start", "När den börjar.", "When it starts."),
                partial_date("end", "När den slutar.", "When it ends."),
                number("budget_msek", "Budget, miljoner kronor.", "Budget, SEK million.", whole=False, least=0),
            ),
        ),
    ),
    NodeTable(
        name="documents",
        title=Words("Handlingar", "Documents"),
        description=Words("Källorna som raderna vilar på.", "The sources that rows rest on."),
        label="Document",
        prefixes=("document",),
        columns=_node(
            "document:ud-2022-12-15",
            own=(
                text("title", "Handlingens egen titel.", "The document's own title."),
                text("publisher", "Utgivare.", "Publisher."),
                partial_date("published", "När den publicerades.", "When it was published."),
                Column("url", Kind.URL, Words("Adress.", "Address.")),
                text("reference", "Diarienummer eller beteckning.", "Register number or designation."),
                Column(
                    "sha256",
                    Kind.SHA256,
                    Words("Kontrollsumma för filen som lästes.", "Checksum of the file that was read."),
                ),
            ),
        ),
    ),
)
