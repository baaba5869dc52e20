"""Fields of a Word file: where their instructions end and their results begin, and what the results are."""

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from qstd.readers.docx.names import W

Result = Literal["contents", "page_number", "text"]
PAGE_KINDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
HYPERLINK = re.compile(r'(\\l\s+)?(?:"([^"]*)"|([^\s"\\]\S*))')
UNENDED = "unended"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False
    result: Result = "text"
    href: str = ""


class Fields:
    """The fields that are open at one point of the text, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.instructing = False
        self.result: Result = "text"
        self.href = ""

    def begin(self) -> None:
        """A field begins, with its instruction."""
        self._open.append(_Field())
        self._look_again()

    def instruct(self, text: str) -> None:
        """A part of the instruction of the innermost field."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    def show(self) -> None:
        """The result of the innermost field begins."""
        if self._open:
            opened = self._open[-1]
            opened.shown = True
            words = opened.instruction.split(maxsplit=1)
            kind = words[0].upper() if words else ""
            opened.result = "contents" if kind == "TOC" else "page_number" if kind in PAGE_KINDS else "text"
            opened.href = target(words[1]) if kind == "HYPERLINK" and len(words) > 1 else ""
            self._look_again()

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._open.pop()
            self._look_again()

    def _look_again(self) -> None:
        results = {opened.result for opened in self._open}
        self.instructing = any(not opened.shown for opened in self._open)
        self.result = "contents" if "contents" in results else "page_number" if "page_number" in results else "text"
        self.href = next((opened.href for opened in reversed(self._open) if opened.href), "")


def target(switches: str) -> str:
    """Where a HYPERLINK instruction leads: an address, a place in the document ("#name"), or both."""
    address = place = ""
    for inside, quoted, bare in HYPERLINK.findall(re.sub(r"\\[onmt]\s*(?:\"[^\"]*\")?", "", switches)):
        if inside:
            place = place or quoted or bare
        else:
            address = address or quoted or bare
    return f"{address}#{place}" if place else address


def mark_unended(root: etree._Element) -> None:
    """Mark the beginnings of fields that never end: a damaged one must not take the rest of the text along."""
    begun: list[etree._Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    for mark in begun:
        mark.set(UNENDED, "1")
