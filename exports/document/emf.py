"""A drawing as an Enhanced Metafile: vectors that Word and LibreOffice print at any resolution.

Records as in Microsoft's [MS-EMF]; every coordinate is in twentieths of a point.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ansvarskarta.exports.document.drawing import Anchor, Drawing, Label, Line, Rectangle, advances

_UNIT = 20
_SIGNATURE = 0x464D4520
_STOCK_NULL_PEN = 0x80000008
_BASELINE = 24
_ALIGNMENT = {Anchor.START: 0, Anchor.END: 2, Anchor.MIDDLE: 6}
# One handle is used for everything that is made, selected, used and deleted again.
_HANDLE = 1


def emf(drawing: Drawing) -> bytes:
    """The drawing's bytes."""
    body = [*_preamble(drawing), *(record for shape in drawing.shapes for record in _shape(shape)), _end()]
    length = 108 + sum(map(len, body))
    return _header(drawing, length, len(body) + 1) + b"".join(body)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(data)) + data


def _units(points: float) -> int:
    return round(points * _UNIT)


def _colour(rrggbb: str) -> bytes:
    return bytes.fromhex(rrggbb) + b"\0"


def _header(drawing: Drawing, length: int, records: int) -> bytes:
    width, height = _units(drawing.width), _units(drawing.height)
    hundredths = [round(points * 2540 / 72) for points in (drawing.width, drawing.height)]
    # A device of 1440 dots an inch, 320 millimetres square.
    device = round(320 / 25.4 * 72 * _UNIT)
    return _record(
        1,
        struct.pack("<8i", 0, 0, width, height, 0, 0, *hundredths)
        + struct.pack("<4I2H3I", _SIGNATURE, 0x10000, length, records, 2, 0, 0, 0, 0)
        + struct.pack("<4i", device, device, 320, 320)
        + struct.pack("<3I2i", 0, 0, 0, 320_000, 320_000),
    )


def _preamble(drawing: Drawing) -> Iterator[bytes]:
    extent = struct.pack("<2i", _units(drawing.width), _units(drawing.height))
    origin = struct.pack("<2i", 0, 0)
    yield _record(17, struct.pack("<I", 8))  # map mode: anisotropic
    yield _record(9, extent)
    yield _record(10, origin)
    yield _record(11, extent)
    yield _record(12, origin)
    yield _record(18, struct.pack("<I", 1))  # text with no background


def _end() -> bytes:
    return _record(14, struct.pack("<3I", 0, 16, 20))


def _select(handle: int) -> bytes:
    return _record(37, struct.pack("<I", handle))


def _delete() -> bytes:
    return _record(40, struct.pack("<I", _HANDLE))


def _shape(shape: Rectangle | Line | Label) -> Iterator[bytes]:
    match shape:
        case Rectangle():
            corners = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            yield _record(39, struct.pack("<II", _HANDLE, 0) + _colour(shape.fill) + struct.pack("<I", 0))
            yield _select(_HANDLE)
            yield _select(_STOCK_NULL_PEN)
            yield _record(43, struct.pack("<4i", *map(_units, corners)))
            yield _delete()
        case Line():
            yield _record(38, struct.pack("<II2i", _HANDLE, 0, _units(shape.weight), 0) + _colour(shape.colour))
            yield _select(_HANDLE)
            yield _record(27, struct.pack("<2i", _units(shape.x1), _units(shape.y1)))
            yield _record(54, struct.pack("<2i", _units(shape.x2), _units(shape.y2)))
            yield _delete()
        case Label():
            yield _font(shape)
            yield _select(_HANDLE)
            yield _record(22, struct.pack("<I", _BASELINE | _ALIGNMENT[shape.anchor]))
            yield _record(24, _colour(shape.colour))
            yield _text(shape)
            yield _delete()


def _font(label: Label) -> bytes:
    weight = 700 if label.bold else 400
    logical = struct.pack("<5i8B", -_units(label.size), 0, 0, 0, weight, 0, 0, 0, 1, 0, 0, 0, 0)
    face = "Arial".encode("utf-16-le").ljust(64, b"\0")
    return _record(82, struct.pack("<I", _HANDLE) + (logical + face).ljust(320, b"\0"))


def _text(label: Label) -> bytes:
    letters = label.text.encode("utf-16-le")
    padded = letters + b"\0" * (-len(letters) % 4)
    steps = [_units(step) for step in advances(label.text, label.size)]
    # A character outside the basic plane is two units: the second moves nothing.
    per_unit: list[int] = []
    for step, letter in zip(steps, label.text, strict=True):
        per_unit += [step, 0] if ord(letter) > 0xFFFF else [step]
    start = 76
    return _record(
        84,
        struct.pack("<4i", 0, 0, -1, -1)
        + struct.pack("<I2f", 2, 1.0, 1.0)
        + struct.pack("<2i3I", _units(label.x), _units(label.y), len(letters) // 2, start, 0)
        + struct.pack("<4i", 0, 0, -1, -1)
        + struct.pack("<I", start + len(padded))
        + padded
        + struct.pack(f"<{len(per_unit)}I", *per_unit),
    )
