"""A municipality's picture: what may stand on a page, and what may not, with the reason."""

import struct

import pytest

from qstd.messages import words
from qstd.model.finding import Place
from qstd.readers.picture import MAX_BYTES, check

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 200, 60) + b"\x08\x06\x00\x00\x00"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 60, 200) + b"\x01\x01\x11\x00"

GOOD = {
    "plain.svg": SVG.format('<path d="M0 0h9v9z" fill="#123456"/>').encode(),
    "inner.svg": SVG.format('<defs><g id="a"/></defs><use xlink:href="#a" fill="url(#b)"/>').encode(),
    "held.svg": SVG.format('<image href="data:image/png;base64,AA=="/>').encode(),
    "style.svg": SVG.format("<style>.a{fill:url(#b)}</style>").encode(),
    "sixteen.svg": SVG.format("<title>Våben</title>").encode("utf-16"),
    "a.png": PNG,
    "a.jpg": JPEG,
    "a.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
}
BAD = [
    ("script.svg", SVG.format("<script>alert(1)</script>").encode(), "indeholder et program"),
    ("script.svg", SVG.format("<g:script xmlns:g='http://www.w3.org/2000/svg'/>").encode(), "indeholder et program"),
    ("event.svg", SVG.format('<rect onload="x()"/>').encode(), "indeholder et program"),
    ("foreign.svg", SVG.format("<foreignObject/>").encode(), "indeholder et program"),
    ("link.svg", SVG.format('<a href="javascript:x()"/>').encode(), "henter noget andre steder fra"),
    ("image.svg", SVG.format('<image xlink:href="https://eksempel.dk/x.png"/>').encode(), "henter noget"),
    ("file.svg", SVG.format('<image href="file:///etc/passwd"/>').encode(), "henter noget"),
    ("fill.svg", SVG.format('<rect style="fill:url(//eksempel.dk/x)"/>').encode(), "henter noget"),
    ("import.svg", SVG.format("<style>@import 'x.css';</style>").encode(), "henter noget"),
    ("entity.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "henter noget"),
    ("sheet.svg", b'<?xml-stylesheet href="x.css"?>' + SVG.format("").encode(), "henter noget"),
    ("half.svg", SVG.format("<g>").encode(), "kan ikke læses"),
    ("page.svg", b"<html/>", "er ikke et billede af den slags"),
    ("empty.png", b"", "er ikke et billede af den slags"),
    ("other.png", JPEG, "er ikke et billede af den slags"),
    ("sound.webp", b"RIFF\x00\x00\x00\x00WAVEfmt ", "er ikke et billede af den slags"),
    ("wide.png", PNG.replace(struct.pack(">I", 200), struct.pack(">I", 20_000)), "for stort"),
    ("wide.jpeg", JPEG.replace(struct.pack(">H", 200), struct.pack(">H", 20_000)), "for stort"),
    ("huge.svg", b" " * (MAX_BYTES + 1), "for stor: mere end 1 MB"),
]


@pytest.mark.parametrize(("name", "data"), GOOD.items())
def test_a_picture_that_is_one_is_shown(name: str, data: bytes) -> None:
    assert check(data, name, Place("municipality.yaml")) == ()


@pytest.mark.parametrize(("name", "data", "said"), BAD)
def test_one_that_is_more_or_less_is_not(name: str, data: bytes, said: str) -> None:
    found = check(data, name, Place("municipality.yaml", 3, 1))
    assert [each.code for each in found] == ["Y024"]
    assert said in words(found[0].message, "da")
    assert found[0].place.line == 3
