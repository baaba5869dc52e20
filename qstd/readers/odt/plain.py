"""All text of an OpenDocument file found another way, to count the words of the walk against: every character between the
tags of the text and of the page's headers and footers. Nothing here knows styles, lists or tables.
"""

import re

from qstd.readers.office.xml_text import decoded, unescaped, without_comments

TOKEN = re.compile(r"""<(/?)((?:[\w.-]+:)?[\w.-]+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>([^<]*+)""")
# Words stand in these, apart from what is around them.
HOLDERS = {"text:p", "text:h", "svg:title", "svg:desc", "table:title", "table:desc"}
# These stand inside a word's line but tear what is around them.
SPACES = {"text:s", "text:tab", "text:line-break"}
# What stands in these is about the text: who wrote a remark and when, the number that a program shows.
SKIPPED = {"text:number", "text:note-citation", "dc:creator", "dc:date", "meta:creator-initials", "meta:date-string"}
SOURCE = re.compile(r"text:[a-z-]+-source$")


def plain(content: bytes | None, styles: bytes | None) -> str:
    """The text of the document and of its headers and footers, a line for each paragraph."""
    found = _lines(content, "office:body") + _lines(styles, "office:master-styles")
    return "\n".join(found)


def _lines(content: bytes | None, part: str) -> list[str]:
    if content is None:
        return []
    xml = without_comments(decoded(content))
    start = re.search(rf"<{part}[\s>]", xml)
    if start is None:
        return []
    end = xml.rfind(f"</{part}>")
    return Count(xml[start.start() : end if end >= 0 else len(xml)]).lines


class Count:
    """The lines of one part."""

    def __init__(self, xml: str) -> None:
        self.lines: list[str] = []
        self._open: list[list[str]] = [[]]
        self._skipped = 0
        for closing, name, attributes, text in TOKEN.findall(xml):
            if closing:
                self._closed(name)
            else:
                self._opened(name, attributes.endswith("/"))
            if text and not self._skipped:
                self._open[-1].append(unescaped(text))
        while self._open:
            self._emit()

    def _opened(self, name: str, empty: bool) -> None:
        if name in SPACES:
            self._open[-1].append(" ")
        elif empty:
            return
        elif name in SKIPPED or SOURCE.match(name):
            self._skipped += 1
        elif name in HOLDERS:
            self._open.append([])

    def _closed(self, name: str) -> None:
        if name in SKIPPED or SOURCE.match(name):
            self._skipped = max(0, self._skipped - 1)
        elif name in HOLDERS and len(self._open) > 1:
            self._emit()

    def _emit(self) -> None:
        text = "".join(self._open.pop())
        if text.strip():
            self.lines.append(text)
