"""GraphML with typed keys, for network analysts: networkx, igraph, yEd, Cytoscape."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from ansvarskarta.exports.cells import plain, words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.exports.formats.xml_text import attribute, columns_of, element_text
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, NodeTable, RelationshipTable, Table
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words

_TYPES = {"integer": "long", "double": "double", "string": "string"}
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_ENDS = ("start", "end")


class GraphmlWriter(GraphWriter):
    """One file, written as rows come."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._file = target.open("w", encoding="utf-8", newline="\n")
        write = self._file.write
        write('<?xml version="1.0" encoding="UTF-8"?>\n')
        write(f'<graphml xmlns="{_NAMESPACE}">\n')
        self._keys: dict[tuple[str, str], str] = {}
        node = {"label": "string", **columns_of(NODE_TABLES, ("id",))}
        edge = {"type": "string", **columns_of(RELATIONSHIP_TABLES, _ENDS)}
        for place, columns in (("node", node), ("edge", edge), ("graph", {"about": "string"})):
            for name, type_ in columns.items():
                key = f"{place[0]}{len(self._keys)}"
                self._keys[place, name] = key
                write(f'<key id="{key}" for="{place}" attr.name="{name}" attr.type="{_TYPES[type_]}"/>\n')
        write('<graph id="ansvarskarta" edgedefault="directed">\n')
        self._data("graph", "about", " ".join([self.about.title() + ".", *self.about.sentences()]))

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        self._file.write(f"<node id={attribute(words(row['id']))}>\n")
        self._data("node", "label", table.label)
        self._columns("node", table, row, ("id",))
        self._file.write("</node>\n")

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one edge; its id is the relationship's identity."""
        ends = f"source={attribute(words(row['start']))} target={attribute(words(row['end']))}"
        self._file.write(f"<edge id={attribute(identity(table, row))} {ends}>\n")
        self._data("edge", "type", table.type)
        self._columns("edge", table, row, _ENDS)
        self._file.write("</edge>\n")

    def close(self) -> None:
        """Ends the file."""
        self._file.write("</graph>\n</graphml>\n")
        self._file.close()

    def _columns(self, place: str, table: Table, row: Row, without: tuple[str, ...]) -> None:
        for column in table.columns:
            if column.name not in without and row.get(column.name) not in (None, []):
                self._data(place, column.name, plain(row[column.name]))

    def _data(self, place: str, name: str, value: str) -> None:
        self._file.write(f'  <data key="{self._keys[place, name]}">{element_text(value)}</data>\n')


def check(path: Path, counts: dict[str, int]) -> None:
    """Parses the file and counts its edges.

    Raises:
        ValueError: it is no XML, or lacks some.
    """
    check_edges(path, counts, f"{{{_NAMESPACE}}}edge")


def check_edges(path: Path, counts: dict[str, int], tag: str) -> None:
    """Parses an XML file as a stream and compares the number of edges with that of relationships.

    Raises:
        ValueError: it is no XML, or lacks some.
    """
    expected = sum(counts[table.name] for table in RELATIONSHIP_TABLES)
    found = 0
    try:
        for _, element in ET.iterparse(path):  # noqa: S314 - a file that was written a moment ago
            found += element.tag == tag
            element.clear()
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    if found != expected:
        raise ValueError(f"edges: {found}, not {expected}")


FORMAT = Format(
    "graphml",
    Words("GraphML, för nätverksanalys", "GraphML, for network analysis"),
    ".graphml",
    GraphmlWriter,
    check,
)
