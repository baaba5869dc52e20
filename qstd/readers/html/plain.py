"""All text of a page by a second way: the tags are cut out of the characters, without a tree.

What the tree of the page, or our walk through it, forgets shows up as a difference between the two. Text that a reader
does not meet in the middle of a sentence (deleted text, the alternative text of pictures) stands at the end, so that it
tears no word.
"""

import re
from collections import Counter
from html import unescape
from typing import NamedTuple

from qstd.readers.html.style import stands_aside
from qstd.readers.html.symbols import Font, shown, symbol_font
from qstd.readers.html.tags import RAW, VOID, separates, stands_apart

# Attributes as browsers read them: a quotation mark only counts after an equals sign. Every part gives nothing back once
# it has matched, so a hostile page takes no longer than another.
_VALUE = r"""(?>"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)"""
_TOKEN = re.compile(
    r"(?><!--(?>-?>|(?s:.*?)(?>--!?>|\Z))"
    r"|<[!?][^>]*+(?>>|\Z)"
    r"|</(?![a-zA-Z])[^>]*+(?>>|\Z)"
    rf"|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>(?>[\s/]|[^\s/>][^\s/>=]*+(?>\s*+=\s*+{_VALUE})?+)*+)(?>>|\Z))"
)
_ATTRIBUTE = re.compile(rf"([^\s/>=]+)(?:\s*=\s*({_VALUE}))?")
_CLOSED = re.compile(r"""(?:^|[\s"'/]|[\s"'/][^\s"'/=]+)/\s*$""")
_TO_THE_END = frozenset({"title", "textarea", "xmp", "noembed", "noframes"})


class _Open(NamedTuple):
    """An element that does something to the text in it until it ends."""

    tag: str
    apart: bool = False
    font: Font = ""
    boxed: bool = False


class _Text:
    """What was read so far: the text, and what stands apart from it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.apart: list[str] = []
        self.open: list[_Open] = []
        self.unended: Counter[str] = Counter()

    def add(self, text: str) -> None:
        for element in self.open:
            text = shown(text, element.font)
        (self.apart if any(element.apart for element in self.open) else self.text).append(text)

    def start(self, tag: str, attributes: dict[str, str], closed: bool) -> None:
        style = attributes.get("style", "")
        boxed = not separates(tag) and stands_apart(style)
        if separates(tag) or boxed:
            self.add("\n")
        if tag == "img":
            self.apart += ["\n", attributes.get("alt", ""), "\n"]
        if tag in VOID or closed:
            return
        self.unended[tag] += 1
        apart = stands_aside(tag, attributes)
        font = symbol_font(tag, attributes)
        # An element of the same name is remembered too: else its end would be taken for that of the one outside it.
        if apart or font or boxed or (self.open and self.open[-1].tag == tag):
            self.apart.append("\n" if apart else "")
            self.open.append(_Open(tag, apart, font, boxed))

    def end(self, tag: str) -> None:
        # An end without a beginning counts for nothing.
        if not self.unended[tag]:
            return
        self.unended[tag] -= 1
        if separates(tag):
            self.add("\n")
        if self.open and self.open[-1].tag == tag:
            ended = self.open.pop()
            self.apart.append("\n" if ended.apart else "")
            self.add("\n" if ended.boxed else "")


class Plain(NamedTuple):
    """All text of a page, words kept whole and apart as the page shows them; and how many attributes its largest tag has."""

    text: str
    attributes: int


def plain(source: str) -> Plain:
    """Read a page without a tree."""
    text = _Text()
    at = most = 0
    while found := _TOKEN.search(source, at):
        text.add(unescape(source[at : found.start()]))
        at = found.end()
        tag = (found["tag"] or "").lower()
        if not tag:
            continue
        if found["end"]:
            text.end(tag)
            continue
        attributes = _attributes(found["attributes"])
        most = max(most, len(attributes))
        closed = _CLOSED.search(found["attributes"]) is not None
        text.start(tag, attributes, closed)
        if closed:
            continue
        if tag in RAW or tag in _TO_THE_END:
            close = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(source, at)
            stop = close.start() if close else len(source)
            text.add("" if tag in RAW else unescape(source[at:stop]))
            at = stop
    text.add(unescape(source[at:]))
    return Plain("".join(text.text) + "\n" + "".join(text.apart), most)


def _attributes(source: str) -> dict[str, str]:
    """The attributes of a tag; where one is given twice, the first counts."""
    if not source.strip():
        return {}
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), unescape(value[1:-1] if value[:1] in ('"', "'") else value))
    return found
