"""Workbooks in and out: the template, the marked copy, what people's own sheets hold."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLES
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.problems import Level
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.loaders.report import write_report
from ansvarskarta.loaders.template import write_template
from ansvarskarta.texts import Language
from openpyxl import Workbook, load_workbook

Write = Callable[..., Path]


def book(path: Path, **sheets: list[list[object]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_cells_are_read_as_the_text_that_csv_would_hold(tmp_path: Path) -> None:
    path = book(
        tmp_path / "b.xlsx",
        bottlenecks=[
            ["id", "name", "severity", "raised", "resolved", "description"],
            ["bottleneck:a", "A", 3, dt.date(2024, 1, 2), "2024-02-03", None],
            [None, None, None, None, None, None],
            ["bottleneck:b", "B", 4.0, dt.datetime(2024, 1, 2), None, 1.5],  # noqa: DTZ001  # workbooks know no zones
        ],
    )
    tables = read_paths([path])
    (source,) = tables.sources
    assert tables.problems.by_code() == {}
    assert (source.sheet, list(source.lines)) == ("bottlenecks", [2, 4])
    assert source.columns["severity"] == ["3", "4"]
    assert source.columns["raised"] == ["2024-01-02", "2024-01-02"]
    assert source.columns["resolved"] == ["2024-02-03", ""]
    assert source.columns["description"] == ["", "1.5"]


def test_a_formula_is_an_error_and_text_that_looks_like_one_is_text(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "themes"
    sheet.append(["id", "name"])
    sheet.append(["theme:a", "=1+1"])
    sheet.append(["theme:b", "placeholder"])
    sheet["B3"].value = "=1+1"
    sheet["B3"].data_type = "s"
    made.save(tmp_path / "b.xlsx")
    tables = read_paths([tmp_path / "b.xlsx"])
    assert tables.sources[0].columns["name"] == ["", "=1+1"]
    assert [(p.level, p.code, p.place.line, p.value) for p in tables.problems] == [(Level.ERROR, "formula", 2, "=1+1")]


def test_sheets_that_are_no_table_are_said(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", themes=[["id", "name"], ["theme:a", "A"]], Blad1=[], Anteckningar=[["hej"]])
    tables = read_paths([path])
    assert [(p.level, p.code, p.place.sheet) for p in tables.problems] == [
        (Level.ERROR, "unknown_table", "Anteckningar"),
        (Level.NOTICE, "empty_sheet", "Blad1"),
    ]


def test_cells_far_out_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "themes"
    sheet.append(["id", "name"])
    sheet.cell(1_048_576, 1, "theme:z")
    sheet.cell(1_048_576, 2, "Z")
    made.save(path)
    (source,) = read_paths([path]).sources
    assert (source.columns["id"], list(source.lines)) == (["theme:z"], [1_048_576])


@pytest.mark.parametrize("lang", list(Language))
def test_the_template_has_every_table_and_loads_once_filled_in(tmp_path: Path, lang: Language) -> None:
    path = tmp_path / "mall.xlsx"
    write_template(path, lang)
    with_header_only = read_paths([path])
    assert check(with_header_only).problems.by_code() == {}
    assert sum(map(len, check(with_header_only).contents.values())) == 0
    made = load_workbook(path)
    assert made.sheetnames[1:] == [table.name for table in TABLES]
    for table in TABLES:
        sheet = made[table.name]
        assert tuple(cell.value for cell in sheet[1]) == table.column_names
        assert all(cell.comment is not None for cell in sheet[1])
        choices = {column.name for column in table.columns if column.choices}
        assert len(sheet.data_validations.dataValidation) == len(choices)
    made["themes"].append(["theme:a", "Elnät"])
    made.save(path)
    result = check(read_paths([path]))
    assert len(result.problems) == 0
    assert list(result.contents["themes"]) == ["theme:a"]


def test_the_marked_copy_holds_the_input_and_what_is_wrong_in_its_cells(tmp_path: Path, tables: Write) -> None:
    folder = tables(
        themes=[
            {"id": "theme:a", "name": "=cmd()", "confidence": "säker", "nmae": "x"},
            {"id": "theme:b", "name": "B"},
            {"id": "theme:b", "name": "B"},
        ]
    )
    read = read_paths([folder])
    problems = check(read).problems
    write_report(tmp_path / "fel.xlsx", read, problems, Language.SV)
    made = load_workbook(tmp_path / "fel.xlsx")
    assert made.sheetnames == ["Att rätta", "themes"]
    sheet = made["themes"]
    assert [cell.value for cell in sheet[1]] == ["id", "name", "confidence", "nmae"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=cmd()", "s")
    assert sheet["C2"].comment.text == (
        "”säker” är inget av värdena för ”confidence”. Välj ett av: stated, inferred, proposed."
    )
    assert sheet["D1"].comment.text.startswith("Tabellen themes har ingen kolumn ”nmae”.")
    assert sheet["A4"].comment.text.startswith("Raden står redan på rad 3 i themes.csv")
    assert sheet["B2"].comment is None
    assert [row[0].value for row in made["Att rätta"].iter_rows(min_row=2)] == ["error", "error", "warning"]


def test_a_mended_copy_loads(tmp_path: Path, tables: Write) -> None:
    read = read_paths([tables(themes=[{"id": "theme:a", "name": "A", "confidence": "säker"}])])
    write_report(tmp_path / "fel.xlsx", read, check(read).problems, Language.EN)
    made = load_workbook(tmp_path / "fel.xlsx")
    made["themes"]["C2"].value = "stated"
    made.save(tmp_path / "mended.xlsx")
    assert len(check(read_paths([tmp_path / "mended.xlsx"])).problems) == 0


def test_reports_as_json_and_csv(tmp_path: Path, tables: Write) -> None:
    read = read_paths([tables(themes=[{"id": "theme:a", "name": "A", "confidence": "=1"}])])
    problems = check(read).problems
    write_report(tmp_path / "p.json", read, problems, Language.EN)
    document = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    assert document["counts"] == {"error": 1, "warning": 0, "notice": 0}
    assert [problem["code"] for problem in document["problems"]] == ["not_a_choice"]
    write_report(tmp_path / "p.csv", read, problems, Language.EN)
    lines = (tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "level,file,sheet,line,column,value,message,hint"
    assert lines[1].startswith("error,themes.csv,,2,confidence,'=1,")
    with pytest.raises(WrongUse, match=r"p\.pdf"):
        write_report(tmp_path / "p.pdf", read, problems, Language.EN)


def test_an_empty_workbook_holds_nothing_to_load(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no tables"):
        read_paths([book(tmp_path / "b.xlsx", Blad1=[])])
