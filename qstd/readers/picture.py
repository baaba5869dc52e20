"""A municipality's picture, looked at before it is put on a page: is it what its name says, can everybody load it, and does
it hold nothing but a picture. An SVG is a document that may run programs and fetch things; a logo needs neither.
"""

import re
import struct
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from qstd.model.finding import Finding, Message, Place, message

MAX_BYTES = 1_000_000
MAX_PIXELS = 4_000
_KINDS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "webp": b"RIFF"}
_FETCHES = re.compile(r"url\s*\(\s*['\"]?\s*(?!#|data:image/)|@import", re.IGNORECASE)
_PROGRAMS = ("script", "foreignobject", "iframe", "embed", "object", "handler", "set", "audio", "video")
_JPEG_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


def check(data: bytes, name: str, place: Place) -> tuple[Finding, ...]:
    """Say what keeps a picture from being put on a page; nothing where it is right. `place` is where it is asked for."""
    hint = message("Siderne udgives uden logo. Bed den, der har lavet det, om en ny fil.")
    return tuple(Finding("Y024", "warning", each, place, hint) for each in _faults(data, name))[:1]


def _faults(data: bytes, name: str) -> Iterator[Message]:
    kind = name.rpartition(".")[2].lower()
    if len(data) > MAX_BYTES:
        yield message("Billedfilen »{name}« er for stor: mere end {size} MB.", name=name, size=MAX_BYTES // 1_000_000)
    elif kind == "svg":
        yield from _Svg(name).faults(data)
    elif not data.startswith(_KINDS[kind]) or (kind == "webp" and data[8:12] != b"WEBP"):
        yield message("Filen »{name}« er ikke et billede af den slags, som navnet siger.", name=name)
    elif max(_pixels(data, kind), default=0) > MAX_PIXELS:
        yield message(
            "Billedet »{name}« er for stort: mere end {size} punkter på den ene led.", name=name, size=MAX_PIXELS
        )


def _pixels(data: bytes, kind: str) -> tuple[int, ...]:
    """Return width and height as far as the file tells them near its beginning."""
    if kind == "png" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    return tuple(_jpeg(data)) if kind in ("jpg", "jpeg") else ()


def _jpeg(data: bytes) -> Iterator[int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _JPEG_SIZES:
            yield from struct.unpack(">HH", data[at + 5 : at + 9])
            return
        at += 2 + size


def _leads_out(key: str, plain: str, value: str) -> bool:
    """Tell whether an attribute asks for something that does not stand in the file."""
    if plain in ("href", "src"):
        return not value.strip().lower().startswith(("#", "data:image/"))
    return not key.startswith("xmlns") and _FETCHES.search(value) is not None


class _Svg:
    """Goes through an SVG once and notes the first thing that a picture should not hold."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Message] = []
        self.style = False
        self.root = ""

    def faults(self, data: bytes) -> list[Message]:
        """Return what is wrong with it."""
        parser = expat.ParserCreate()
        parser.buffer_text = True  # a word is not cut in two
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError):
            self.found.append(message("Billedfilen »{name}« kan ikke læses.", name=self.name))
        if not self.found and self.root != "svg":
            self._not_a_picture()
        return self.found

    def _not_a_picture(self) -> None:
        what = message("Filen »{name}« er ikke et billede af den slags, som navnet siger.", name=self.name)
        self.found.append(what)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        plain = tag.rpartition(":")[2].lower()
        self.root = self.root or plain
        self.style = plain == "style"
        if plain in _PROGRAMS:
            self._runs()
        for key, value in attributes.items():
            self._attribute(key.lower(), value)

    def _attribute(self, key: str, value: str) -> None:
        plain = key.rpartition(":")[2]
        if plain.startswith("on"):
            self._runs()
        elif _leads_out(key, plain, value):
            self._fetches()

    def _end(self, tag: str) -> None:
        self.style = False

    def _characters(self, text: str) -> None:
        if self.style and _FETCHES.search(text):
            self._fetches()

    def _entity(self, *_: Any) -> None:
        self._fetches()

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self._fetches()

    def _runs(self) -> None:
        self.found.append(message("Billedfilen »{name}« indeholder et program. Det må et logo ikke.", name=self.name))

    def _fetches(self) -> None:
        what = message("Billedfilen »{name}« henter noget andre steder fra. Det må et logo ikke.", name=self.name)
        self.found.append(what)
