"""``export``: the graph in a form that others read."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result, Sheet
from ansvarskarta.texts import Words

# As the modules of exports/formats declare them; a test holds both together, since reading those takes time.
FORMATS = ("csv", "cypher", "frictionless", "gexf", "graphml", "html", "jsonld", "neo4j-admin", "ttl", "xlsx")


def run(context: Context) -> Result:
    """Writes the export and says how many rows of each table it holds."""
    from ansvarskarta.exports.formats import formats
    from ansvarskarta.exports.stored import stored_content
    from ansvarskarta.exports.writing import export

    out = Path(context.must("out"))
    as_of = None if context.flag("all_time") else context.as_of
    with context.graph() as graph, context.progress() as progress:
        content = stored_content(
            graph, context.lang, as_of=as_of, narrowing=_narrowing(context), url=context.settings().url
        )
        counts = export(content, formats()[context.must("as")], out, lambda done, of: progress("write", done, of))
    rows = [{"table": table, "rows": count} for table, count in counts.items()]
    return Result(
        json={"file": str(out), "as_of": as_of, "data_version": content.about.data_version, "tables": rows},
        text=context.text("terminal_export.done", file=out, rows=sum(counts.values())),
        sheets=(Sheet(("table", "rows"), rows),),
        notes=tuple(content.about.sentences()),
    )


def _narrowing(context: Context) -> dict[str, str]:
    """What was given as NAME=VALUE.

    Raises:
        WrongUse: a word is not of that form.
    """
    given = {}
    for word in context.values("narrowing"):
        name, equals, value = word.partition("=")
        if not (name and equals and value):
            raise WrongUse("export.not_narrowed", word=word)
        given[name] = value
    return given


COMMAND = Command(
    name="export",
    group=Group.PASS_ON,
    summary=Words("Skriv ut grafen i en form som andra kan läsa.", "Write the graph in a form that others read."),
    detail=Words(
        "Utan --all-time följer det med som gäller den dag som frågas. Filer i formaten xlsx, csv och frictionless kan "
        "läsas in igen med load. Urvalet kan begränsas som för luckorna: theme, municipality, county, establishment.",
        "Without --all-time it holds what is valid on the day asked about. Files in the formats xlsx, csv and "
        "frictionless can be loaded again. It can be narrowed as gaps can: theme, municipality, county, establishment.",
    ),
    options=(
        Option(("--as",), Words("Formatet.", "The format."), Words("FORMAT", "FORMAT"), choices=FORMATS, required=True),
        Option(
            ("--out",),
            Words(
                "Filen eller mappen som skrivs. Format med flera filer packas om namnet slutar på .zip.",
                "The file or folder to write. Formats of several files are packed where the name ends with .zip.",
            ),
            Words("SÖKVÄG", "PATH"),
            form=Form.FILE,
            required=True,
        ),
        Option(("--all-time",), Words("Hela historiken.", "The whole history.")),
        Option(
            ("narrowing",),
            Words("Begränsning, till exempel theme=theme:energy.", "A narrowing, such as theme=theme:energy."),
            Words("NAMN=VÄRDE", "NAME=VALUE"),
            many=True,
            optional=True,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta export --as xlsx --out karta.xlsx",
            Words("Skriver en arbetsbok med det som gäller i dag.", "Writes a workbook of what holds today."),
        ),
        Example(
            "ansvarskarta export --as csv --out energi.zip --all-time theme=theme:energy",
            Words("Skriver hela historiken för ett tema.", "Writes the whole history of one theme."),
        ),
    ),
    run=run,
)
