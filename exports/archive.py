"""ZIP files whose bytes depend on their contents alone."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_OFFICE_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def zip_folder(folder: Path, target: Path, *, first: str = "") -> None:
    """Packs every file below a folder, by name, the one called ``first`` before all others."""
    files = sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.relative_to(folder).as_posix())
    files.sort(key=lambda p: p.relative_to(folder).as_posix() != first)
    with zipfile.ZipFile(target, "w") as archive:
        for path in files:
            entry = _entry(path.relative_to(folder).as_posix())
            with path.open("rb") as data, archive.open(entry, "w", force_zip64=True) as out:
                shutil.copyfileobj(data, out)


def settle_office_file(source: Path, target: Path, moment: str) -> None:
    """Rewrites an XLSX or DOCX file with ``moment`` as its only time, so that equal contents are equal bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in _office_order(old.namelist()):
            with new.open(_entry(name), "w", force_zip64=True) as out:
                if name == "docProps/core.xml":
                    out.write(_OFFICE_TIMES.sub(rb"\g<1>" + moment.encode() + rb"\g<2>", old.read(name)))
                    continue
                with old.open(name) as part:
                    shutil.copyfileobj(part, out)


def _office_order(names: Iterable[str]) -> list[str]:
    # Programs that look at the first entry to know the type expect the list of parts there.
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry
