"""Reading files into tables: folders, CSV, XLSX and ZIP; nothing is checked against the model but names."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.demonstration import is_demonstration, says_demonstration
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.reading.csv_file import read_csv
from ansvarskarta.loaders.reading.files import PACKAGE, File, files_in, is_bounded
from ansvarskarta.loaders.reading.headers import report_unknown_table, table_named
from ansvarskarta.loaders.reading.xlsx_file import read_xlsx
from ansvarskarta.loaders.tables import FileRead, Source, Tables

_WORKBOOKS = (".xlsx", ".xlsm")

Progress = Callable[[str], None]
"""Told the name of each file that is about to be read."""


def read_paths(paths: Sequence[Path], progress: Progress = lambda _: None) -> Tables:
    """All tables in folders, CSV, XLSX and ZIP files, with what could not be read among their problems.

    Raises:
        WrongUse: a path does not exist or can't be read.
        BadInput: no file holds a table, and nothing says why.
    """
    tables = Tables()
    for file in files_in(paths, tables.problems):
        progress(file.name)
        tables.is_demo |= file.ending != ".csv" and says_demonstration(file.name, file.raw)
        if file.name.endswith(PACKAGE):
            continue
        sources = _read(file, tables.problems)
        if sources is None:
            continue
        digest = hashlib.sha256(file.raw).hexdigest()
        tables.sources += sources
        tables.files.append(FileRead(file.name, digest))
        tables.is_demo |= is_demonstration(digest)
    if not tables.sources and not tables.problems.has_errors:
        raise BadInput("loading.no_tables", list(tables.problems))
    return tables


def _read(file: File, problems: Problems) -> list[Source] | None:
    """The file's tables; ``None`` where it is of a kind that holds none."""
    place = Place(file.name)
    if file.ending == ".csv":
        table = table_named(file.stem)
        if table is None:
            report_unknown_table(file.stem, place, problems)
            return []
        source = read_csv(table, file.name, file.raw, problems)
        return [source] if source else []
    if file.ending in _WORKBOOKS:
        return read_xlsx(file.name, file.raw, problems) if _is_safe(file, problems) else []
    level = Level.ERROR if file.ending in (".xls", ".ods", ".zip") else Level.NOTICE
    problems.add(level, "not_a_table" if level is Level.NOTICE else "unsupported_kind", place, file.ending)
    return None


def _is_safe(file: File, problems: Problems) -> bool:
    """Whether the workbook, an archive itself, unpacks to a bounded size."""
    try:
        with zipfile.ZipFile(BytesIO(file.raw)) as archive:
            return is_bounded(archive, Place(file.name), problems)
    except (zipfile.BadZipFile, OSError, EOFError):
        problems.add(Level.ERROR, "broken_workbook", Place(file.name))
        return False
