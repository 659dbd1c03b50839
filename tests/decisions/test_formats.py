"""Every format gives the same decision; what is around it is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ansvarskarta.loaders.decisions import read_bytes, read_document
from ansvarskarta.loaders.decisions.hyphens import join, mend

DOCUMENTS = Path(__file__).parent / "documents"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("redo-", "visas till", "redovisas till"),
        ("Klimat-", "och näringslivsdepartementet", "Klimat- och näringslivsdepartementet"),
        ("EU-", "kommissionen", "EU-kommissionen"),
        ("e-", "legitimation", "e-legitimation"),
        ("Norrbottens-", "Kuriren", "Norrbottens-Kuriren"),
        ("upp\u00ad", "draget", "uppdraget"),
        ("slutet av", "raden", "slutet av raden"),
    ],
)
def test_hyphens_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    assert join(before, after) == joined


def test_a_hyphen_that_the_text_has_elsewhere_is_real() -> None:
    assert join("folk-", "rock", frozenset({"folk-rock"})) == "folk-rock"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("myndig- heternas arbete", "myndigheternas arbete"),
        ("hälso- och sjukvård", "hälso- och sjukvård"),
        ("rela-tioner och Social-styrelsen", "relationer och Socialstyrelsen"),
        ("e-legitimation i Stockholm-Arlanda", "e-legitimation i Stockholm-Arlanda"),
        ("Miljö-och energidepartementet", "Miljö- och energidepartementet"),
        ("sam\u00adver\u00adkan", "samverkan"),
    ],
)
def test_hyphens_within_a_line(text: str, mended: str) -> None:
    assert mend(text) == mended


def test_a_pdf_keeps_its_pages_and_loses_heads_feet_and_hyphenation() -> None:
    reading = read_document(DOCUMENTS / "30-lang-uppdrag-samhalle.pdf")
    assert {evidence.page for evidence in reading.evidence} == {1, 2}
    assert "registrator@example.se" not in reading.text.split("Regeringens beslut", 1)[1]
    assert not re.search(r"[a-zåäö]-\n|[a-zåäö]{3,}- (?!och|eller|samt)[a-zåäö]", reading.text)


def test_a_table_is_no_columns_and_a_cell_of_two_lines_is_one_row() -> None:
    found = read_document(DOCUMENTS / "k01-regleringsbrev-folkhalsa.pdf").funding
    assert [(row.item, row.amount_sek) for row in found if row.item] == [
        ("1 Folkhälsomyndigheten", 416_432_000),
        ("6 Laboratorieberedskap", 5_205_000),
        ("2 Insatser mot hiv/aids - del till Folkhälsomyndigheten", 145_524_000),
    ]


def test_bold_lines_of_a_pdf_end_where_the_type_does() -> None:
    reading = read_document(DOCUMENTS / "m02-regleringsbrev-filminstitut.pdf")
    assert reading.title == "Regleringsbrev för budgetåret 2013 avseende Diskrimineringsombudsmannen"


def test_columns_are_read_one_after_the_other() -> None:
    reading = read_document(DOCUMENTS / "28-uppdrag-kolumner.pdf")
    assert reading.cooperates_with == ("Sjöfartsverket", "Transportstyrelsen", "Luleå Hamn AB", "SSAB")


def test_latin_1_is_recognised() -> None:
    reading = read_document(DOCUMENTS / "26-uppdrag-trafik-gammalt.txt")
    assert reading.consults == ("Länsstyrelsen i Norrbottens län", "Haparanda kommun", "Kalix kommun")


def test_scripts_menus_and_hidden_words_of_a_page_are_not_read() -> None:
    page = (
        "<html><head><title>x</title></head><body><nav>Skolverket</nav><h1>Uppdrag till Boverket</h1>"
        "<p>Regeringen uppdrar åt Boverket att bygga.</p><p hidden>Regeringen uppdrar åt Lantmäteriet att mäta.</p>"
        "<script>Regeringen uppdrar åt Skatteverket att räkna.</script></body></html>"
    )
    reading = read_bytes(page.encode(), "beslut.html")
    assert reading.given_to == ("Boverket",)
    assert "Skatteverket" not in reading.text
    assert "Lantmäteriet" not in reading.text


def test_a_paragraph_may_run_on_to_the_next_page() -> None:
    text = (
        "Uppdrag till Boverket\n\nRegeringen uppdrar åt Boverket att bygga hus och att\n\n2 (2)\n\n"
        "samverka med Lantmäteriet om gränser.\n"
    )
    reading = read_bytes(text.encode(), "beslut.txt")
    evidence = reading.evidence_of("cooperates_with", "Lantmäteriet")
    assert evidence is not None
    assert (evidence.page, evidence.quote) == (2, "Lantmäteriet")
