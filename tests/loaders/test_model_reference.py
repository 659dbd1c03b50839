from __future__ import annotations

import pytest
from ansvarskarta.graph.model import TABLES, Table
from ansvarskarta.graph.model.reference import explanation, markdown
from ansvarskarta.texts import Language


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_reference_names_every_table_and_column(table: Table, lang: Language) -> None:
    page = markdown(lang)
    section = page.partition(f"### `{table.name}`: {table.title.in_(lang)}\n")[2].partition("\n### ")[0]
    assert table.description.in_(lang) in section
    for column in table.columns:
        assert f"| {column.name} | {column.description.in_(lang)} |" in section
        for choice in column.choices:
            assert f"{choice.value} = {choice.name.in_(lang)}" in section


def test_the_explanation_says_what_an_id_leads_to() -> None:
    rows = {(row[0], row[1]): row[3:] for row in explanation(Language.SV)}
    assert rows["responsible_for", "end"] == ("ett id ur bottlenecks, themes", "ja", "")
    assert rows["bottlenecks", "raised"] == ("datum, ÅÅÅÅ-MM-DD", "", "")
