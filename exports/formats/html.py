"""One HTML page with pictures of the graph, each with its table: it opens from a folder, asks nobody for anything.

A picture is drawn on a canvas by vis-network, the file that pyvis brings; no text of the data is ever read as HTML.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from ansvarskarta.exports.cells import words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.exports.formats.pictures import Edge, Picture, pictures
from ansvarskarta.exports.responsibilities import Days, bounded, days_of
from ansvarskarta.graph.model import NodeTable, RelationshipTable
from ansvarskarta.graph.values import Row
from ansvarskarta.queries import spoken
from ansvarskarta.texts import Language, Words, text
from jinja2 import Environment, StrictUndefined

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
_CURVED = {"enabled": True, "type": "curvedCW", "roundness": 0.35}
_WORDS = ("alternative", "from", "what", "to", "days", "legend")
_SHAPES = {
    "Theme": ("hexagon", "#8e6bbf"),
    "Bottleneck": ("box", "#f6d9a8"),
    "Actor": ("ellipse", "#cfe2f7"),
    "Municipality": ("ellipse", "#cfe2f7"),
    "Establishment": ("box", "#b9ddc4"),
}


class HtmlWriter(GraphWriter):
    """Keeps what the pictures show, and draws them at the end."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._names: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._limits: dict[str, Days] = {}
        self._edges: list[Edge] = []

    def node(self, table: NodeTable, row: Row) -> None:
        """Keeps a node's name, and its days where it has some."""
        english = self.about.lang is Language.EN
        id_ = words(row["id"])
        self._names[id_] = (words(row.get("name_en")) if english else "") or words(row["name"])
        self._labels[id_] = table.label
        if table.label in ("Actor", "Mandate"):
            self._limits[id_] = days_of(row)

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Keeps a relationship that pictures show; a proposal is not among them."""
        if table.type in ("HAS_THEME", "RESPONSIBLE_FOR", "CONSTRAINS", "DEPENDS_ON") and (
            row.get("confidence") != "proposed"
        ):
            kind = words(row["role"]) if "role" in row else ""
            # A responsibility holds no longer than its actor and its mandate do.
            others = (words(row["start"]), words(row.get("mandate")))
            days = bounded([days_of(row), *(self._limits[id_] for id_ in others if id_ in self._limits)])
            self._edges.append(Edge(words(row["start"]), table.type, words(row["end"]), kind, *days))

    def close(self) -> None:
        """Writes the page."""
        lang = self.about.lang
        drawn, left_out = pictures(self._edges, self._names, self._labels)
        environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        template = environment.from_string((files(__package__) / "pictures.html").read_text(encoding="utf-8"))
        page = template.render(
            lang=lang,
            title=self.about.title(),
            notice=self.about.notice,
            sentences=self.about.facts(has_proposals=False),
            pictures=[self._shown(picture) for picture in drawn],
            left_out=text("picture.left_out", lang, number=left_out) if left_out else "",
            words={name: text(f"picture.{name}", lang, day=spoken(self.about.day, lang)) for name in _WORDS},
            library=(files("pyvis") / _LIBRARY).read_text(encoding="utf-8"),
        )
        self.target.write_text(page, encoding="utf-8", newline="\n")

    def _shown(self, picture: Picture) -> dict[str, object]:
        nodes = [
            {
                "id": id_,
                "label": self._names[id_],
                "x": x,
                "y": y,
                "shape": _SHAPES[self._labels[id_]][0],
                "color": _SHAPES[self._labels[id_]][1],
            }
            for id_, (x, y) in picture.places.items()
        ]
        edges = [
            # Between two of one column a straight line would run through all that stand between them.
            {
                "from": one.start,
                "to": one.end,
                "label": self._said(one),
                "smooth": _CURVED if one.is_within else False,
                "dashes": not one.holds(self.about.day),
            }
            for one in picture.edges
        ]
        rows = [
            (self._names[one.start], self._said(one), self._names[one.end], self._days(one)) for one in picture.edges
        ]
        data = json.dumps({"nodes": nodes, "edges": edges}, ensure_ascii=False)
        # In a script element only a closing tag or a comment could end it: no angle bracket is left in the data.
        safe = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        title = self._names[picture.theme] + (f" ({picture.part})" if picture.part > 1 else "")
        return {"title": title, "data": safe, "rows": rows, "nodes": len(nodes)}

    def _said(self, edge: Edge) -> str:
        return text(f"picture.{(edge.role or edge.type).lower()}", self.about.lang)

    def _days(self, edge: Edge) -> str:
        unknown = text("picture.unknown", self.about.lang)
        return f"{edge.first or unknown} – {edge.last or unknown}" if edge.first or edge.last else "–"


def check(path: Path, counts: dict[str, int]) -> None:
    """Looks for what the page must hold, and for what it must not.

    Raises:
        ValueError: it is cut off, or names a file outside itself.
    """
    page = path.read_text(encoding="utf-8")
    if not page.rstrip().endswith("</html>"):
        raise ValueError("cut off")
    if counts["bottlenecks"] and counts["has_theme"] and "<canvas" not in page and "data-picture" not in page:
        raise ValueError("no picture")
    if 'src="' in page.partition("<script id=")[0]:
        raise ValueError("a file outside the page")


FORMAT = Format(
    "html",
    Words("Webbsida med bilder och tabeller", "Web page with pictures and tables"),
    ".html",
    HtmlWriter,
    check,
)
