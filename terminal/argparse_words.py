"""argparse's own words: in English as they stand in Python's library, in Swedish what is said instead."""

from __future__ import annotations

from ansvarskarta.texts import Words

ARGPARSE = (
    Words("Skrivs så här: ", "usage: "),
    Words("Val", "options"),
    Words("Uppgifter", "positional arguments"),
    Words("Kommandon", "subcommands"),
    Words("%(heading)s:", "%(heading)s:"),
    Words("%(argument_name)s: %(message)s", "argument %(argument_name)s: %(message)s"),
    Words("det saknas: %s", "the following arguments are required: %s"),
    Words("något av %s måste anges", "one of the arguments %s is required"),
    Words("det här känns inte igen: %s", "unrecognized arguments: %s"),
    Words("går inte att ange tillsammans med %s", "not allowed with argument %s"),
    Words("tar inget värde, men fick %r", "ignored explicit argument %r"),
    Words("behöver ett värde", "expected one argument"),
    Words("tar högst ett värde", "expected at most one argument"),
    Words("behöver minst ett värde", "expected at least one argument"),
    Words("behöver %s värde", "expected %s argument"),
    Words("behöver %s värden", "expected %s arguments"),
    Words("%(option)s kan betyda flera saker: %(matches)s", "ambiguous option: %(option)s could match %(matches)s"),
    Words("valet %s väntades inte här", "unexpected option string: %s"),
    Words("%(value)r är inte giltigt (%(type)s)", "invalid %(type)s value: %(value)r"),
    Words(
        "%(value)r finns inte att välja (välj bland %(choices)s)", "invalid choice: %(value)r (choose from %(choices)s)"
    ),
    Words(
        "kommandot %(parser_name)r finns inte (välj bland %(choices)s)",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
    ),
)
