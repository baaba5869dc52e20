"""XML that is written once and read by people too: elements and text, structure on lines of its own."""

from qstd.exports.readable import readable

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# Their content is text, in which a line break of ours would be one too many.
_MIXED = ("p", "num", "heading", "caption")


class Element:
    """An element with its attributes and what is in it."""

    def __init__(self, name: str, attributes: dict[str, str] | None = None) -> None:
        self.name = name
        self.attributes = attributes or {}
        self.content: list[Element | str] = []

    def add(self, name: str, text: str = "", /, **attributes: str) -> "Element":
        """Put an element in at the end and return it. An attribute `as_` is written `as`; an empty one is left out."""
        given = {key.rstrip("_"): value for key, value in attributes.items() if value}
        child = Element(name, given)
        if text:
            child.content.append(text)
        self.content.append(child)
        return child

    def append(self, *content: "Element | str") -> None:
        """Put elements or text in at the end."""
        self.content.extend(content)


def document(root: Element) -> bytes:
    """Return the file."""
    out = ["<?xml version='1.0' encoding='UTF-8'?>"]
    _write(root, "", out)
    return ("\n".join(out) + "\n").encode()


def _write(element: Element, margin: str, out: list[str]) -> None:
    """Put an element at the end of `out`, line by line; one with text in it is one line."""
    start = margin + _start(element)
    if element.name in _MIXED or not element.content or isinstance(element.content[0], str):
        out.append(start + _inside(element))
        return
    out.append(f"{start}>")
    for each in element.content:
        if isinstance(each, Element):
            _write(each, margin + "  ", out)
    out.append(f"{margin}</{element.name}>")


def _inside(element: Element) -> str:
    """Return what follows an element's attributes, all in one line."""
    if not element.content:
        return "/>"
    inner = [_escaped(e) if isinstance(e, str) else _start(e) + _inside(e) for e in element.content]
    return f">{''.join(inner)}</{element.name}>"


def _start(element: Element) -> str:
    attributes = [f' {name}="{_escaped(value)}"' for name, value in element.attributes.items()]
    return f"<{element.name}{''.join(attributes)}"


def _escaped(text: str) -> str:
    """Return text as it can stand in an element and, in quotes, in an attribute."""
    return readable(text).translate(_ESCAPES)
