"""The names of OpenDocument's XML, short: a namespace and a local name become one word such as "text:p"."""

from functools import lru_cache

from lxml import etree

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    f"{OASIS}office:1.0": "office",
    f"{OASIS}text:1.0": "text",
    f"{OASIS}table:1.0": "table",
    f"{OASIS}drawing:1.0": "draw",
    f"{OASIS}style:1.0": "style",
    f"{OASIS}xsl-fo-compatible:1.0": "fo",
    f"{OASIS}svg-compatible:1.0": "svg",
    f"{OASIS}meta:1.0": "meta",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
ADDRESSES = {prefix: address for address, prefix in PREFIXES.items()}


@lru_cache(maxsize=2048)
def name(tag: str) -> str:
    """A tag as one word, "text:p"; the bare tag where the namespace means nothing here."""
    namespace, _, local = tag[1:].rpartition("}")
    prefix = PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else local


@lru_cache(maxsize=512)
def full(short: str) -> str:
    """The tag or attribute with this short name."""
    prefix, _, local = short.partition(":")
    return f"{{{ADDRESSES[prefix]}}}{local}"


def said(element: etree._Element, attribute: str, default: str = "") -> str:
    """The value of an attribute."""
    return element.get(full(attribute), default)


def number(element: etree._Element, attribute: str, default: int) -> int:
    """The value of an attribute that is a whole number; the default where it is none."""
    value = said(element, attribute)
    return int(value) if value.isdecimal() and len(value) < 10 else default
