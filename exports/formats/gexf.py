"""GEXF 1.3, dynamic: every node and edge with the days on which it holds, for Gephi's timeline."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.cells import plain, words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.exports.formats.graphml import check_edges
from ansvarskarta.exports.formats.xml_text import attribute, columns_of, element_text
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, NodeTable, RelationshipTable, Table
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Language, Words

_NAMESPACE = "http://gexf.net/1.3"
_OWN = ("id", "start", "end", "valid_from", "valid_to")


class GexfWriter(GraphWriter):
    """One file; nodes first, then edges."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._file = target.open("w", encoding="utf-8", newline="\n")
        self._in_edges = False
        columns = {
            "node": ["labels", *columns_of(NODE_TABLES, _OWN)],
            "edge": ["type", *columns_of(RELATIONSHIP_TABLES, _OWN)],
        }
        # The attribute that each column is; the kind of node or edge comes before all others.
        self._attributes = {
            place: {name: f"{place[0]}{number}" for number, name in enumerate(names)}
            for place, names in columns.items()
        }
        self._begin()

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        name = words(row.get("name_en")) if self.about.lang is Language.EN else ""
        label = name or words(row.get("name"))
        self._file.write(f"<node id={attribute(words(row['id']))} label={attribute(label)}{_days(row)}>\n")
        self._values("node", table, row, table.label)
        self._file.write("</node>\n")

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one edge."""
        if not self._in_edges:
            self._file.write("</nodes>\n<edges>\n")
            self._in_edges = True
        ends = f"source={attribute(words(row['start']))} target={attribute(words(row['end']))}"
        names = f'kind="{table.type}" label="{table.type}"'
        self._file.write(f"<edge id={attribute(identity(table, row))} {ends} {names}{_days(row)}>\n")
        self._values("edge", table, row, table.type)
        self._file.write("</edge>\n")

    def close(self) -> None:
        """Ends the file."""
        if not self._in_edges:
            self._file.write("</nodes>\n<edges>\n")
        self._file.write("</edges>\n</graph>\n</gexf>\n")
        self._file.close()

    def _begin(self) -> None:
        write = self._file.write
        write('<?xml version="1.0" encoding="UTF-8"?>\n')
        write(f'<gexf xmlns="{_NAMESPACE}" version="1.3">\n<meta lastmodifieddate="{self.about.day}">\n')
        write(f"<creator>Ansvarskarta {PRODUCT_VERSION}</creator>\n<title>{element_text(self.about.title())}</title>\n")
        write(f"<description>{element_text(' '.join(self.about.sentences()))}</description>\n</meta>\n")
        write('<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n')
        types = {"node": columns_of(NODE_TABLES), "edge": columns_of(RELATIONSHIP_TABLES)}
        for place, attributes in self._attributes.items():
            write(f'<attributes class="{place}" mode="static">\n')
            for name, id_ in attributes.items():
                type_ = types[place].get(name, "string") if name != "type" else "string"
                write(f'<attribute id="{id_}" title="{name}" type="{type_}"/>\n')
            write("</attributes>\n")
        write("<nodes>\n")

    def _values(self, place: str, table: Table, row: Row, kind: str) -> None:
        attributes = self._attributes[place]
        values = [f'<attvalue for="{place[0]}0" value="{kind}"/>'] + [
            f'<attvalue for="{attributes[name]}" value={attribute(plain(row[name]))}/>'
            for name in table.column_names
            if name in attributes and row.get(name) not in (None, [])
        ]
        self._file.write("<attvalues>" + "".join(values) + "</attvalues>\n")


def _days(row: Row) -> str:
    """The days on which it holds, both included; what the source does not bound is not bounded here."""
    first, last = words(row.get("valid_from")), words(row.get("valid_to"))
    return (f' start="{first}"' if first else "") + (f' end="{last}"' if last else "")


def check(path: Path, counts: dict[str, int]) -> None:
    """Parses the file and counts its edges.

    Raises:
        ValueError: it is no XML, or lacks some.
    """
    check_edges(path, counts, f"{{{_NAMESPACE}}}edge")


FORMAT = Format(
    "gexf",
    Words("GEXF 1.3 med tidslinje, för Gephi", "GEXF 1.3 with a timeline, for Gephi"),
    ".gexf",
    GexfWriter,
    check,
)
