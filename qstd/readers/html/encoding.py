"""Bytes of a web page -> characters: what the page says about its encoding, and what its bytes say against it."""

import codecs
import re
from typing import Literal, NamedTuple

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
_META = re.compile(rb"""<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_WINDOWS = "windows-1252"
# Browsers read these as Windows-1252, and pages that name them mean it.
_READ_AS_WINDOWS = frozenset({"ascii", "iso8859-1", "cp1252"})
# A declaration that could be read as bytes cannot be in one of these.
_IMPOSSIBLE = ("utf-16", "utf-32", "utf-7")
_HEAD = 8192

# A byte that is no UTF-8 stands as U+DC80 to U+DCFF until it gets the character that Windows-1252 has for it.
_STRAYS = {0xDC00 + byte: bytes([byte]).decode(_WINDOWS, "ignore") or chr(byte) for byte in range(0x80, 0x100)}

_MOJIBAKE = re.compile("Ã[¦¸¥†˜…]|â€[“”œž™¢¦]|Â[§»«·]")

Trouble = Literal["", "declared_wrong", "mixed"]


class Decoded(NamedTuple):
    """The characters; what the page says that it is, and what it was read as; `trouble` where the two do not agree."""

    text: str
    declared: str
    used: str
    trouble: Trouble = ""


def decode(data: bytes) -> Decoded:
    """Decode a page as browsers do, save that bytes that are plainly UTF-8, or plainly are not, are believed more than
    what the page says.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(name, "replace"), name, name)
    declared = _declared(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if declared not in ("", "utf-8") and not text.isascii():
        return Decoded(text, declared, "utf-8", "declared_wrong")
    return Decoded(text, declared, "utf-8")


def mojibake(text: str) -> str:
    """Give an example of characters that were decoded wrongly before the page was saved, "" where there is none."""
    found = _MOJIBAKE.search(text)
    return found.group() if found else ""


def _declared(data: bytes) -> str:
    """What the page says, by the name that browsers give it; "" where it says nothing that is known."""
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    if not found:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii").lower().removeprefix("x-")).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    if name in _READ_AS_WINDOWS:
        return _WINDOWS
    return "utf-8" if name.startswith(_IMPOSSIBLE) else name


def _not_utf8(data: bytes, declared: str) -> Decoded:
    """Decode bytes that are not UTF-8 from end to end."""
    if declared not in ("", "utf-8", _WINDOWS):
        try:
            return Decoded(data.decode(declared), declared, declared)
        except (UnicodeError, ValueError):
            pass
    lenient = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= letter <= "\udcff" for letter in lenient)
    composed = sum(letter > "\x7f" for letter in lenient) - strays
    text = lenient.translate(_STRAYS)
    if composed > strays:
        return Decoded(text, declared, "utf-8", "mixed")
    text = data.decode(_WINDOWS, "surrogateescape").translate(_STRAYS)
    return Decoded(text, declared, _WINDOWS, "declared_wrong" if declared == "utf-8" else "")
