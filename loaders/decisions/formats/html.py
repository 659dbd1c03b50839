"""HTML: the words of headings, paragraphs and list items; scripts, styles, menus and hidden elements are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ansvarskarta.loaders.decisions.document import BlockKind, RawBlock
from ansvarskarta.loaders.decisions.formats.plain import decode
from ansvarskarta.loaders.decisions.rows import row

SKIPPED = frozenset({"script", "style", "template", "noscript", "svg", "nav", "head", "iframe", "object", "form"})
VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "col", "source", "area", "base", "embed", "track"})
BREAKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "ul",
        "ol",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "br",
        "hr",
        "pre",
        "dl",
        "dt",
        "dd",
        "address",
        "figure",
        "figcaption",
        "aside",
        "body",
        "html",
        "title",
    ]
)
HEADING = re.compile(r"h[1-6]")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(iso-8859-1|latin-?1|windows-1252)", re.IGNORECASE)


class _Words(HTMLParser):
    """Collects blocks while the parser walks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[RawBlock] = []
        self.text: list[str] = []
        self.kind = BlockKind.TEXT
        self.level = 0
        self.skipping: list[str] = []
        self.row_begins: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipping:
            if tag not in VOID:
                self.skipping.append(tag)
            return
        hidden = any(name == "hidden" or (name == "aria-hidden" and value == "true") for name, value in attrs)
        if tag in SKIPPED or (hidden and tag not in VOID):
            self.flush()
            self.skipping.append(tag)
        elif HEADING.fullmatch(tag):
            self.flush(BlockKind.HEADING, int(tag[1]))
        elif tag == "li":
            self.flush(BlockKind.ITEM)
        elif tag in BREAKS:
            self.flush(self.kind if tag == "p" and self.kind is BlockKind.ITEM and not self.text else BlockKind.TEXT)
            if tag == "tr":
                self.row_begins = len(self.found)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            while self.skipping and tag in self.skipping:
                if self.skipping.pop() == tag:
                    break
        elif HEADING.fullmatch(tag) or tag == "li" or tag in BREAKS:
            self.flush()
            if tag == "tr" and self.row_begins is not None:
                self.found[self.row_begins :] = row(self.found[self.row_begins :])
                self.row_begins = None

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.text.append(data)

    def flush(self, kind: BlockKind = BlockKind.TEXT, level: int = 0) -> None:
        """Ends the block that is being collected and begins one of another kind."""
        text = re.sub(r"\s+", " ", "".join(self.text)).strip()
        if text:
            self.found.append(RawBlock(text, self.kind, self.level))
        self.text, self.kind, self.level = [], kind, level


def read(data: bytes, name: str) -> list[RawBlock]:
    """The blocks of an HTML file."""
    latin = CHARSET.search(data[:4096])
    text = data.decode("cp1252", errors="replace") if latin else decode(data, name)
    words = _Words()
    words.feed(text)
    words.close()
    words.flush()
    return words.found
