"""The style sheet of a Word file, of which few styles are ever asked for: a large one is not parsed as a whole.

The most common template has 350 KB of styles. Those that a text names are cut out of the part and parsed on their own.
"""

import re

from lxml import etree

from qstd.readers.archive import parser
from qstd.readers.docx.names import WORD, W

ROOT = re.compile(rb"<([\w.-]+):styles\b[^>]*>")
KEY = re.compile(rb"""styleId\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DEFAULT = re.compile(rb"""\bdefault\s*=\s*["'](?:1|true|on)["']""")
PARAGRAPH = re.compile(rb"""\btype\s*=\s*["']paragraph["']""")
# Where one of these stands, an opening tag in the bytes may not be one in the XML.
UNSURE = (b"<!", b"\0", b"&")


class Sheet:
    """The styles of a file by their keys; `default` is that of paragraphs without a style."""

    def __init__(self, content: bytes, root: etree._Element | None = None) -> None:
        self.default = ""
        self._parsed: dict[str, etree._Element | None] = {}
        self._places: dict[str, int] = {}
        self._content = content
        self._frame = self._end = b""
        self._defaults: etree._Element | None = None
        if root is None:
            self._survey()
        else:
            self._take(root)

    @property
    def defaults(self) -> etree._Element | None:
        """How characters look where no style says anything."""
        found = self._defaults if self._defaults is not None else self._cut(b"docDefaults", 0)
        return None if found is None else found.find(f"{W}rPrDefault/{W}rPr")

    def style(self, key: str) -> etree._Element | None:
        """The style with this key."""
        if key not in self._parsed:
            at = self._places.get(key)
            self._parsed[key] = None if at is None else self._cut(b"style", at)
        return self._parsed[key]

    def __contains__(self, key: str) -> bool:
        return key in self._places or (key in self._parsed and self._parsed[key] is not None)

    def _take(self, root: etree._Element) -> None:
        self._defaults = root.find(f"{W}docDefaults")
        for element in root.iterchildren(f"{W}style"):
            key = element.get(f"{W}styleId", "")
            self._parsed[key] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
                self.default = key

    def _survey(self) -> None:
        root = ROOT.search(self._content)
        if root is None or b'="' + WORD.encode() + b'"' not in root[0]:
            return
        self._frame, self._end = root[0], b"</" + root[1] + b":styles>"
        begin = b"<" + root[1] + b":style "
        before, *pieces = self._content.split(begin)
        at = len(before)
        for piece in pieces:
            opened = piece[: piece.find(b">")]
            found = KEY.search(opened)
            if found:
                key = (found[1] or found[2] or b"").decode("utf-8", "replace")
                self._places[key] = at
                if DEFAULT.search(opened) and PARAGRAPH.search(opened):
                    self.default = key
            at += len(begin) + len(piece)

    def _cut(self, local: bytes, at: int) -> etree._Element | None:
        prefix = self._end[2:].partition(b":")[0]
        if not prefix:
            return None
        start = self._content.find(b"<" + prefix + b":" + local, at)
        closing = b"</" + prefix + b":" + local + b">"
        end = self._content.find(closing, start)
        if start < 0 or end < 0:
            return None
        piece = self._frame + self._content[start : end + len(closing)] + self._end
        try:
            return next(iter(etree.fromstring(piece, parser())), None)
        except etree.XMLSyntaxError:
            return None


def is_sure(content: bytes) -> bool:
    """Whether styles can be cut out of the bytes as they stand."""
    return not any(mark in content for mark in UNSURE) and ROOT.search(content) is not None
