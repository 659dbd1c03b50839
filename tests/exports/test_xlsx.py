"""The workbook as openpyxl and LibreOffice open it."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.texts import Language
from export_fixtures import Convert, MakeContent


@pytest.fixture
def demo_book(tmp_path: Path, demo: Source, content: MakeContent) -> openpyxl.Workbook:
    export(content(demo), formats()["xlsx"], tmp_path / "tables.xlsx")
    return openpyxl.load_workbook(tmp_path / "tables.xlsx")


def test_first_sheet_says_what_it_is_and_explains_columns_and_codes(demo_book: openpyxl.Workbook) -> None:
    sheet = demo_book["Förklaring"]
    assert sheet.title == demo_book.sheetnames[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[:2] == ["Ansvarskarta, hela historiken", "Demonstrationsdata, inte ett register."]
    assert "owner = ägare; contributor = bidrar; consulted = rådfrågas; informed = informeras" in texts


def test_sheet_has_frozen_header_filter_and_widths(demo_book: openpyxl.Workbook) -> None:
    sheet = demo_book["actors"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:N{sheet.max_row}"
    assert sheet.column_dimensions["B"].width == 44
    assert [cell.value for cell in sheet[1]][:3] == ["id", "name", "name_en"]


def test_dates_are_dates_and_what_the_source_cuts_short_stays_text(demo_book: openpyxl.Workbook) -> None:
    columns = {cell.value: number for number, cell in enumerate(demo_book["mandates"][1])}
    row = next(row for row in demo_book["mandates"].iter_rows() if row[0].value == "mandate:Fi2022-03493")
    assert row[columns["valid_to"]].value == dt.datetime(2023, 12, 31)  # noqa: DTZ001 - a spreadsheet's day has no zone
    assert row[columns["valid_to"]].number_format == "yyyy-mm-dd"
    assert row[columns["issued"]].value == "2022-12"


def test_sources_are_links(demo_book: openpyxl.Workbook) -> None:
    documents = {row[0].value: row for row in demo_book["documents"].iter_rows(min_row=2)}
    url = next(
        cell for cell in documents["document:ackord-lyten"] if cell.hyperlink and cell.value == cell.hyperlink.target
    )
    assert str(url.value).startswith("https://ackordscentralen.se/")
    rows = list(demo_book["responsible_for"].iter_rows(min_row=2))
    assert sum(1 for row in rows for cell in row if cell.hyperlink) == len(rows)


def test_hostile_text_is_text(tmp_path: Path, hostile: Source, content: MakeContent) -> None:
    export(content(hostile, lang=Language.EN), formats()["xlsx"], tmp_path / "tables.xlsx")
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[0] in "=+-@")
    assert book.sheetnames[0] == "Explanation"


def test_libreoffice_opens_every_sheet_with_the_same_text(
    tmp_path: Path, hostile: Source, content: MakeContent, libreoffice: Convert
) -> None:
    export(content(hostile), formats()["xlsx"], tmp_path / "tables.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    folder = libreoffice(tmp_path / "tables.xlsx", every_sheet)
    with (folder / "tables-bottlenecks.csv").open(encoding="utf-8", newline="") as file:
        read = [row["name"] for row in csv.DictReader(file)]
    names = openpyxl.load_workbook(tmp_path / "tables.xlsx")["bottlenecks"]
    assert read == [row[1].value for row in names.iter_rows(min_row=2)]
    assert read[0].startswith("=HYPERLINK")
