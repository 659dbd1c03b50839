"""Dependencies flow one way, and everything that is installed is declared."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What each layer may import of ours, beside itself.
MAY_IMPORT = {
    "texts": set(),
    "graph": {"texts"},
    "loaders": {"texts", "graph"},
    "queries": {"texts", "graph"},
    "exports": {"texts", "graph", "loaders", "queries"},
    "views": {"texts", "graph", "loaders", "queries", "exports"},
    "api": {"texts", "graph", "loaders", "queries", "exports"},
    "terminal": {"texts", "graph", "loaders", "queries", "exports"},
    "data": set(),
    "app": {"api", "views"},
    "cli": {"terminal", "texts", "graph"},
}
# Packages that one layer alone may know of.
ONLY_IN = {"neo4j": {"graph"}, "streamlit": {"views", "app"}, "py2neo": {"exports"}}


def modules() -> Iterator[tuple[str, Path]]:
    for layer in sorted(MAY_IMPORT):
        folder = ROOT / layer
        for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [ROOT / f"{layer}.py"]:
            if path.exists():
                yield layer, path


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides which layer it reaches"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "ansvarskarta")
    return names


@pytest.mark.parametrize(("layer", "path"), [pytest.param(*m, id=str(m[1].relative_to(ROOT))) for m in modules()])
def test_dependencies_flow_one_way(layer: str, path: Path) -> None:
    faults = []
    for name in imported(path):
        top, _, rest = name.partition(".")
        other = rest.partition(".")[0]
        if top == "ansvarskarta" and other in MAY_IMPORT and other != layer and other not in MAY_IMPORT[layer]:
            faults.append(f"{layer} imports {name}")
        if layer not in ONLY_IN.get(top, {layer}):
            faults.append(f"{layer} imports {top}, which belongs to {ONLY_IN[top]}")
    assert not faults


def test_every_package_is_declared() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    layers = [ROOT / layer for layer in MAY_IMPORT if (ROOT / layer).is_dir()]
    found = {
        "ansvarskarta." + ".".join(init.parent.relative_to(ROOT).parts)
        for layer in layers
        for init in layer.rglob("__init__.py")
    }
    assert sorted(declared) == sorted(found | {"ansvarskarta"})
