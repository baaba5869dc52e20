"""Bytes of a text file to characters, whatever programme wrote them; shared by the readers of text and of Markdown."""

import re
import unicodedata
from typing import NamedTuple

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import LINE_BREAK, SOFT_HYPHEN

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BEYOND_ASCII = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|(?P<single>[\x80-\xff])"
)
_NEWLINE = re.compile("\r\n?|\x85|\u2029")
# What Word puts into a text file: a break made by hand, a hyphen that must not break, a soft hyphen.
_FROM_WORD = str.maketrans({"\x0b": LINE_BREAK, "\x1e": "‑", "\x1f": SOFT_HYPHEN, "\ufeff": None})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# The letters æ, ø, å, Æ, Ø, Å and § as they look when UTF-8 was taken for windows-1252.
_MOJIBAKE = re.compile("Ã[¦¸¥†˜…]|Â[§\u00a0]")


class Decoded(NamedTuple):
    """The characters of a file, None where it is no text; each line ends with a newline."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """Read UTF-8, UTF-16 and UTF-32 with their marks, and windows-1252 for what is none of them."""
    place = Place(file)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    if encoding in {"", "utf-8"} and b"\x00" in data:
        return Decoded(None, (Finding("I174", "error", _NO_TEXT, place, _SAVE_AS_TEXT),))
    wide = encoding not in {"", "utf-8"}
    text, mixed = (data.decode(encoding, "replace"), False) if wide else _guessed(data)
    findings = []
    if mixed:
        findings.append(Finding("I175", "warning", _MIXED, place, _LOOK_AT_LETTERS))
    if "\ufffd" in text:
        findings.append(Finding("I176", "warning", _REPLACED, place, _LOOK_AT_LETTERS))
    if _MOJIBAKE.search(text):
        findings.append(Finding("I177", "warning", _TWICE, place, _SAVE_AS_UTF_8))
    return Decoded(_clean(text), tuple(findings))


_NO_TEXT = message("Filen er ikke ren tekst: der er tegn i den, som kun findes i andre slags filer")
_SAVE_AS_TEXT = message("Åbn filen i det program, den er lavet i, og gem den som .docx, PDF eller ren tekst (UTF-8).")
_MIXED = message("Filen blander to tegnsæt (UTF-8 og Windows); hvert bogstav er læst i det, det passer i")
_REPLACED = message("Nogle tegn i filen kan ikke læses; de står som \ufffd")
_LOOK_AT_LETTERS = message("Se efter i resultatet, om æ, ø, å og § er rigtige.")
_TWICE = message("Bogstaver ser ud til at være ødelagt, før filen blev gemt (for eksempel Ã¦ i stedet for æ)")
_SAVE_AS_UTF_8 = message("Åbn den fil, teksten kommer fra, og gem den igen som tekst i UTF-8.")


def _guessed(data: bytes) -> tuple[str, bool]:
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        kinds = {match.lastgroup for match in _BEYOND_ASCII.finditer(data)}
    if None not in kinds:
        return _windows(data), False
    pieces, start = [], 0
    for match in _BEYOND_ASCII.finditer(data):
        pieces.append(data[start : match.start()].decode("ascii"))
        pieces.append(_windows(match[0]) if match["single"] else _utf_8(match[0]))
        start = match.end()
    pieces.append(data[start:].decode("ascii"))
    return "".join(pieces), True


def _utf_8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:  # overlong forms and surrogates
        return _windows(data)


def _windows(data: bytes) -> str:
    """As windows-1252; its five unused bytes as control characters."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([each]).decode("cp1252", "ignore") or chr(each) for each in data)


def _clean(text: str) -> str:
    lines = _NEWLINE.sub("\n", text).translate(_FROM_WORD)
    return unicodedata.normalize("NFC", _CONTROL.sub("", lines))
