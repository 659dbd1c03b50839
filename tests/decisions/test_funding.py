"""Where the money comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Funding, Reading
from ansvarskarta.loaders.decisions.rules.money import amounts

Read = Callable[[str], Reading]
HEAD = "# Uppdrag till Boverket\n\nRegeringen uppdrar åt Boverket att bygga.\n\n"


@pytest.mark.parametrize(
    ("text", "sek"),
    [
        ("12 000 000 kronor", [12_000_000]),
        ("1,5 miljoner kronor", [1_500_000]),
        ("två miljoner kronor", [2_000_000]),
        ("500 tkr", [500_000]),
        ("21 921 euro", []),
        ("5 000 personer", []),
    ],
)
def test_amounts(text: str, sek: list[int]) -> None:
    assert [amount.sek for amount in amounts(text)] == sek


@pytest.mark.parametrize(
    ("text", "funding"),
    [
        (
            "Boverket får använda 3 miljoner kronor. De belastar utgiftsområde 18 Plan, anslag 1:1 Bo, anslagspost 6.",
            [Funding("18 Plan", "1:1 Bo", "6", amount_sek=3_000_000)],
        ),
        (
            "Kostnaden ska belasta anslaget 1:5 Näringsliv, anslagspost 3 Tillväxt, som disponeras av PTS.",
            [Funding(None, "1:5 Näringsliv", "3 Tillväxt", "Post- och telestyrelsen")],
        ),
        (
            "Utgifterna ska belasta anslaget 1:1 Bo, anslagsposten 9 Planering, stöd och tillsyn.",
            [Funding(None, "1:1 Bo", "9 Planering, stöd och tillsyn")],
        ),
        ("Boverket får använda högst 333 000 kronor.", [Funding(amount_sek=333_000)]),
        ("Timtaxan varierade från 500 kronor till 1252 kronor.", []),
    ],
)
def test_funding(read: Read, text: str, funding: list[Funding]) -> None:
    assert list(read(HEAD + text).funding) == funding
