"""The options that every command takes, before its name or after it, and what each exit code means."""

from __future__ import annotations

from ansvarskarta.terminal.command import Form, Format, Option
from ansvarskarta.texts import Language, Words

PROGRAM = "ansvarskarta"

HELP = Option(("-h", "--help"), Words("Visa den här hjälpen.", "Show this help."))

COMMON = (
    HELP,
    Option(
        ("--as-of",),
        Words(
            "Dagen som svaret gäller, till exempel 2026-01-01. Dagens datum om inget annat anges.",
            "The day that the answer is about, such as 2026-01-01. Today unless given.",
        ),
        Words("DATUM", "DATE"),
        form=Form.DATE,
    ),
    Option(
        ("--lang",),
        Words(
            "Språk. Väljs annars efter datorns inställning, och i andra hand svenska.",
            "Language. Otherwise as the environment says, else Swedish.",
        ),
        Words("SPRÅK", "LANGUAGE"),
        choices=tuple(language.value for language in Language),
    ),
    Option(
        ("--format",),
        Words(
            "Hur resultatet skrivs: table är till för läsning, json och csv för andra program, md för dokument.",
            "How the result is written: table is for reading, json and csv for other programs, md for documents.",
        ),
        Words("FORMAT", "FORMAT"),
        choices=tuple(choice.value for choice in Format),
    ),
    Option(
        ("--graph",),
        Words(
            "Vilken databas: embedded är den inbyggda på datorn, annars en Neo4j-adress som bolt://dator:7687. "
            "Gäller framför ANSVARSKARTA_GRAPH.",
            "Which database: embedded is the one built in on this machine, otherwise a Neo4j address such as "
            "bolt://host:7687. Goes before ANSVARSKARTA_GRAPH.",
        ),
        Words("ADRESS", "ADDRESS"),
    ),
    Option(("-q", "--quiet"), Words("Skriv bara resultat och fel.", "Write results and errors alone.")),
    Option(
        ("-v", "--verbose"),
        Words(
            "Berätta mer, och visa vid fel var i programmet det skedde.",
            "Tell more, and on an error show where in the program it happened.",
        ),
    ),
)

ABOUT = (
    Option(
        ("--print-completion",),
        Words(
            "Skriv ut det som får skalet att fylla i kommandon åt dig.",
            "Write out what makes the shell complete commands for you.",
        ),
        Words("SKAL", "SHELL"),
        choices=("bash", "zsh", "tcsh"),
    ),
    Option(("--version",), Words("Visa vilken version detta är.", "Show which version this is.")),
)

EXIT_CODES: dict[int, Words] = {
    0: Words("Klart.", "Done."),
    1: Words(
        "who eller search hittade inget, eller check hittade fel. En tom lista med luckor är 0.",
        "who or search found nothing, or check found errors. An empty list of gaps is 0.",
    ),
    2: Words(
        "Kommandot är fel skrivet, eller gäller något som inte finns.", "Wrong use, or about what does not exist."
    ),
    3: Words("Filerna kan inte läsas in. Inget har ändrats.", "The input is bad. Nothing was changed."),
    4: Words("Databasen kan inte nås, eller vägrade.", "The database can't be reached, or refused."),
    130: Words("Avbrutet.", "Interrupted."),
}
