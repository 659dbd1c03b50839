"""A drawing as SVG, for pages."""

from __future__ import annotations

from ansvarskarta.exports.document.drawing import Drawing, Label, Line, Rectangle
from markupsafe import Markup


def svg(drawing: Drawing, alternative: str) -> Markup:
    """The drawing as an element that stands in a page; ``alternative`` is read aloud in its place."""
    shapes = Markup("").join(_shape(shape) for shape in drawing.shapes)
    return Markup('<svg role="img" aria-label="{}" viewBox="0 0 {:g} {:g}" width="{:g}" height="{:g}">{}</svg>').format(
        alternative, drawing.width, drawing.height, drawing.width, drawing.height, shapes
    )


def _shape(shape: Rectangle | Line | Label) -> Markup:
    match shape:
        case Rectangle():
            return Markup('<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" fill="#{}"/>').format(
                shape.x, shape.y, shape.width, shape.height, shape.fill
            )
        case Line():
            return Markup('<line x1="{:g}" y1="{:g}" x2="{:g}" y2="{:g}" stroke="#{}" stroke-width="{:g}"/>').format(
                shape.x1, shape.y1, shape.x2, shape.y2, shape.colour, shape.weight
            )
        case Label():
            weight = "bold" if shape.bold else "normal"
            return Markup(
                '<text x="{:g}" y="{:g}" font-size="{:g}" text-anchor="{}" fill="#{}" font-weight="{}"'
                ' font-family="Arial, Helvetica, sans-serif">{}</text>'
            ).format(shape.x, shape.y, shape.size, shape.anchor.value, shape.colour, weight, shape.text)
