"""The relationship tables."""

from __future__ import annotations

from ansvarskarta.graph.model.columns import (
    Column,
    choice,
    fraction,
    provenance,
    reference,
    references,
    text,
    valid_from,
    valid_to,
)
from ansvarskarta.graph.model.tables import RelationshipTable
from ansvarskarta.texts import Words

# The columns that tell one relationship from another where its table has them, in the order of the identity.
_TELLING = ("valid_from", "role", "mandate", "how", "appropriation")

OWNER = "owner"
ROLES = (
    (OWNER, "ägare", "owner"),
    ("contributor", "bidrar", "contributor"),
    ("consulted", "rådfrågas", "consulted"),
    ("informed", "informeras", "informed"),
)


def _table(
    type_: str,
    start: tuple[str, ...],
    end: tuple[str, ...],
    title: tuple[str, str],
    description: tuple[str, str],
    *own: Column,
) -> RelationshipTable:
    columns = (
        reference("start", "Id för noden raden utgår från.", "Id of the node it starts from.", *start, required=True),
        reference("end", "Id för noden som raden leder till.", "Id of the node it leads to.", *end, required=True),
        valid_from(),
        valid_to(),
        *provenance(),
        text("note", "Anmärkning.", "Note."),
        *own,
    )
    names = {column.name for column in columns}
    return RelationshipTable(
        name=type_.lower(),
        title=Words(*title),
        description=Words(*description),
        columns=columns,
        type=type_,
        start=start,
        end=end,
        identity=("start", "end", *(name for name in _TELLING if name in names)),
    )


RELATIONSHIP_TABLES: tuple[RelationshipTable, ...] = (
    _table(
        "RESPONSIBLE_FOR",
        ("Actor",),
        ("Bottleneck", "Theme"),
        ("ansvarar för", "is responsible for"),
        ("Vem som ansvarar för vad, i vilken roll.", "Who is responsible for what, in which role."),
        choice("role", "Rollen i ansvaret.", "The role.", *ROLES, required=True),
        reference("mandate", "Uppdraget som ansvaret vilar på.", "The mandate that it rests on.", "Mandate"),
        references(
            "scope",
            "Län eller kommuner som ansvaret är begränsat till, semikolon mellan.",
            "Counties or municipalities that it is limited to, ; between.",
            "County",
            "Municipality",
        ),
    ),
    _table(
        "AFFECTS",
        ("Establishment",),
        ("Municipality",),
        ("påverkar", "affects"),
        ("Vilka kommuner en etablering påverkar.", "Which municipalities an establishment affects."),
        choice(
            "how",
            "På vilket sätt.",
            "In what way.",
            ("host", "värdkommun", "host"),
            ("neighbour", "grannkommun", "neighbour"),
            ("commuting", "pendling", "commuting"),
            ("supply", "leveranser", "supply"),
        ),
    ),
    _table(
        "OPERATES",
        ("Actor",),
        ("Establishment",),
        ("driver", "operates"),
        ("Vem som driver eller äger en etablering.", "Who operates or owns an establishment."),
        fraction("share", "Ägarandel, 0 till 1.", "Share of ownership, 0 to 1."),
    ),
    _table(
        "CONSTRAINS",
        ("Bottleneck",),
        ("Establishment",),
        ("hindrar", "constrains"),
        ("Vilka etableringar en flaskhals hindrar.", "Which establishments a bottleneck holds back."),
    ),
    _table(
        "OCCURS_IN",
        ("Bottleneck",),
        ("Municipality", "County"),
        ("finns i", "occurs in"),
        ("Var en flaskhals finns.", "Where a bottleneck is."),
    ),
    _table(
        "HAS_THEME",
        ("Bottleneck", "Measure"),
        ("Theme",),
        ("hör till temat", "has theme"),
        ("Vilka teman en flaskhals eller åtgärd hör till.", "Which themes a bottleneck or measure belongs to."),
    ),
    _table(
        "DEPENDS_ON",
        ("Bottleneck",),
        ("Bottleneck",),
        ("väntar på", "depends on"),
        (
            "Den första flaskhalsen kan inte lösas före den andra.",
            "The first bottleneck can't be resolved before the second is.",
        ),
    ),
    _table(
        "ISSUED",
        ("Actor",),
        ("Mandate",),
        ("har beslutat", "issued"),
        ("Vem som har beslutat ett uppdrag.", "Who issued a mandate."),
    ),
    _table(
        "GIVEN_TO",
        ("Mandate",),
        ("Actor",),
        ("har getts till", "is given to"),
        ("Vem som har fått ett uppdrag.", "Whom a mandate is given to."),
    ),
    _table(
        "CONCERNS",
        ("Mandate",),
        ("Theme", "Bottleneck", "County"),
        ("rör", "concerns"),
        ("Vad ett uppdrag rör.", "What a mandate concerns."),
    ),
    _table(
        "CONTINUES",
        ("Mandate",),
        ("Mandate",),
        ("tar över efter", "continues"),
        ("Det första uppdraget tar över efter det andra.", "The first mandate takes over from the second."),
    ),
    _table(
        "CONSIDERS",
        ("Mandate",),
        ("Mandate",),
        ("tar hänsyn till", "considers"),
        ("Uppdrag som ett uppdrag ska ta hänsyn till.", "Mandates that a mandate has to consider."),
    ),
    _table(
        "COOPERATES_WITH",
        ("Mandate",),
        ("Actor",),
        ("sker i samverkan med", "cooperates with"),
        ("Vem uppdraget ska utföras tillsammans med.", "With whom the mandate is carried out."),
    ),
    _table(
        "CONSULTS",
        ("Mandate",),
        ("Actor",),
        ("inhämtar kunskap från", "consults"),
        ("Vem som ska höras i uppdraget.", "Who is to be consulted."),
    ),
    _table(
        "REPORTS_TO",
        ("Mandate",),
        ("Actor",),
        ("redovisas till", "reports to"),
        ("Vem uppdraget redovisas till.", "Whom the mandate reports to."),
    ),
    _table(
        "FUNDED_BY",
        ("Mandate",),
        ("Actor",),
        ("finansieras av", "is funded by"),
        ("Vems anslag som betalar uppdraget.", "Whose appropriation pays for the mandate."),
        text("appropriation", "Anslag och anslagspost.", "Appropriation and item."),
        fraction("share", "Andel av kostnaden, 0 till 1.", "Share of the cost, 0 to 1."),
    ),
    _table(
        "ADDRESSES",
        ("Measure",),
        ("Bottleneck",),
        ("avhjälper", "addresses"),
        ("Vilka flaskhalsar en åtgärd gäller.", "Which bottlenecks a measure addresses."),
    ),
    _table(
        "CARRIES_OUT",
        ("Actor",),
        ("Measure",),
        ("genomför", "carries out"),
        ("Vem som genomför en åtgärd.", "Who carries out a measure."),
        choice(
            "role",
            "Rollen i genomförandet.",
            "The role.",
            ("lead", "leder", "lead"),
            ("partner", "deltar", "partner"),
            required=True,
        ),
    ),
    _table(
        "PART_OF",
        ("Actor", "Municipality"),
        ("Actor", "County"),
        ("är en del av", "is part of"),
        ("Vad en aktör eller kommun är en del av.", "What an actor or municipality is part of."),
    ),
)
