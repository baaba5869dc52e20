"""The names of Word's XML, short: a namespace and a local name become one word such as "w:p"."""

from functools import lru_cache

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"

PREFIXES = {
    WORD: "w",
    RELATIONS: "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}

# The strict form of the format has the same names in other namespaces.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


def transitional(content: bytes) -> bytes:
    """A part with the namespaces of the common form of the format."""
    if b"http://purl.oclc.org/ooxml/" in content:
        for strict, common in STRICT.items():
            # Only where a name begins: an attribute's value, not a text that speaks of it.
            content = content.replace(b'="' + strict, b'="' + common)
    return content


ADDRESSES = {prefix: address for address, prefix in PREFIXES.items()}


def full(short: str) -> str:
    """The tag with this short name."""
    prefix, _, local = short.partition(":")
    return f"{{{ADDRESSES[prefix]}}}{local}"


@lru_cache(maxsize=2048)
def name(tag: str) -> str:
    """A tag as one word, "w:p"; the bare tag where the namespace means nothing here."""
    namespace, _, local = tag[1:].rpartition("}")
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else local


def is_on(value: str | None) -> bool:
    """Whether a property that is either on or off is on; it is where it is there without a value."""
    return value is None or value.casefold() not in {"0", "false", "off", "none"}
