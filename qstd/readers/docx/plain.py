"""All text of a Word file found another way, to count the words of the walk against: every text of every part with text,
taken from the XML as it is written. Nothing here knows styles, lists or tables.

What was deleted, hidden or described is text too, but stands apart, so that it tears no word.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import itemgetter

from qstd.readers.archive import Package
from qstd.readers.office.xml_text import decoded, unescaped, without_comments

TYPES = "[Content_Types].xml"
OVERRIDE = re.compile(r"<[^<>]*\bPartName=\"([^\"]*)\"[^<>]*>")
WITH_TEXT = re.compile(
    r"(?:document\.main|template\.main|header|footer|footnotes|endnotes|comments|diagramData)\+xml|macroEnabled"
)
USUAL = re.compile(
    r"word/(?:(?:document|footnotes|endnotes|comments)[0-9]*|(?:header|footer)[0-9]*|diagrams/data[0-9]*)\.xml"
)
GLOSSARY = "word/glossary/"  # texts to put in, not of the document

# The elements that mean something here; some of them only where the part has what stands before the colon.
ALWAYS = "t delText p tc tbl tab ptab br cr noBreakHyphen softHyphen sym docPr shape textpath".split()
CLOSING = ["p", "tc", "tbl"]
SOMETIMES = {
    r"[<:]del\b|[<:]moveFrom\b|[<:]rt\b": (
        "del moveFrom rt trPr txbxContent",
        "del moveFrom rt trPr txbxContent",
    ),
    "vanish": ("r vanish", "r"),
    "fldChar": ("fldChar", ""),
    "AlternateContent": ("AlternateContent Choice Fallback", "AlternateContent Choice Fallback"),
}
ATTRIBUTES = r"""(?![\w.-])((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>([^<]*+)"""
TEXTS = {"t", "delText"}
SPACES = {"tab", "ptab", "br", "cr", "noBreakHyphen"}
STRETCHES = {"del", "moveFrom", "rt"}
ENDS = {"tc", "tbl", "txbxContent"}
DESCRIBED = {
    "docPr": re.compile(r"""\b(?:descr|title)\s*=\s*("[^"]*"|'[^']*')"""),
    "shape": re.compile(r"""\balt\s*=\s*("[^"]*"|'[^']*')"""),
    "textpath": re.compile(r"""\bstring\s*=\s*("[^"]*"|'[^']*')"""),
}
SYMBOL = re.compile(r"""\bchar\s*=\s*["']([0-9a-fA-F]{1,5})["']""")
OFF = re.compile(r"""\bval\s*=\s*["'](?:0|false|off)["']""")
# Where none of these occurs, the short way will do.
INVOLVED = "<!,:del,moveFrom,:rt,vanish,txbx,AlternateContent,:sym,docPr,textpath,alt=,oMath,dataModel,fldChar".split(
    ","
)
SIMPLE = re.compile(r"<w:t(?:\s[^<>]*)?>([^<]+)|<(/?w:(?:p|tab|ptab|br|cr|noBreakHyphen|tc|tbl))[\s/>]")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARK = {
    "/w:p": "\n",
    "w:p": "\n",
    "/w:tc": "\n",
    "/w:tbl": "\n",
    "w:tbl": "\n",
    "w:tc": "\n",
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": " ",
    "w:cr": " ",
    "w:noBreakHyphen": " ",
}
Piece = tuple[bool, str]  # whether it stands apart, and its text


def plain(package: Package) -> str:
    """The text of all parts, a line for each paragraph."""
    types = decoded(package.content(TYPES) or b"")
    stated = [found[1].lstrip("/").casefold() for found in OVERRIDE.finditer(types) if WITH_TEXT.search(found[0])]
    usual = [name.casefold() for name in package.names if USUAL.fullmatch(name.casefold())]
    lines: list[str] = []
    for name in dict.fromkeys([*stated, *usual]):
        if not name.startswith(GLOSSARY):
            xml = decoded(package.content(name) or b"")
            lines += _simple(xml) if _is_simple(xml) else Count(xml).lines
    return "\n".join(lines)


def _is_simple(xml: str) -> bool:
    if xml.count(WORD) != 1 or f'xmlns:w="{WORD}"' not in xml:
        return False
    return not any(mark in xml for mark in INVOLVED)


def _simple(xml: str) -> list[str]:
    """The lines of a part in which all text is text, and no paragraph stands in another."""
    pieces = [text or MARK.get(mark, "") for text, mark in SIMPLE.findall(xml)]
    return [line for line in unescaped("".join(pieces)).split("\n") if line.strip()]


@dataclass(slots=True)
class _Alternative:
    """One of several forms of the same: what it added, and whether there was text in it."""

    lines: list[str]
    pieces: list[Piece]
    has_text: bool


@dataclass(slots=True)
class _Open:
    """A set of alternatives that is not closed yet; where the form that is being read began."""

    forms: list[_Alternative] = field(default_factory=list)
    line: int = 0
    piece: int = 0
    has_text: bool = False


class Count:
    """The lines of one part."""

    def __init__(self, xml: str) -> None:
        self.lines: list[str] = []
        self._paragraphs: list[list[Piece]] = [[]]
        self._carried: list[Piece] = []
        self._joining = False
        self._apart = 0
        self._vanished = False
        self._fields: list[bool] = []  # for each that is open, whether its instruction goes on
        self._alternatives: list[_Open] = []
        xml = without_comments(xml) if "<!" in xml else xml
        for token in _tokens(xml).finditer(xml):
            prefix, name, attributes, text, closed = token.groups()
            if closed:
                self._closed(closed)
            elif name in TEXTS:
                self._text("" if attributes[-1:] == "/" else text, prefix)
            else:
                self._opened(name, attributes)
        for pieces in [self._carried, *self._paragraphs]:
            self._emit(pieces)

    def _opened(self, name: str, attributes: str) -> None:
        empty = attributes.endswith("/")
        if name in SPACES:
            self._add(" ")
        elif name == "p":
            self._paragraph(empty)
        elif name == "r":
            self._vanished = False
        elif name == "vanish":
            self._vanished = not OFF.search(attributes)
        elif name in STRETCHES:
            self._stretch(empty)
        elif name == "fldChar":
            self._field(attributes)
        elif name in DESCRIBED:
            self.lines += [unescaped(found[1:-1]) for found in DESCRIBED[name].findall(attributes)]
        elif name == "sym":
            self._symbol(attributes)
        else:
            self._object(name)

    def _text(self, text: str, prefix: str | None) -> None:
        for opened in self._alternatives:
            opened.has_text = True
        self._add(f" {text} " if prefix == "m:" else text)

    def _add(self, text: str) -> None:
        self._paragraphs[-1].append((self._apart > 0 or self._vanished, text))

    def _paragraph(self, empty: bool) -> None:
        self._outside()
        self._paragraphs.append(self._carried)
        self._carried = []
        self._joining = False
        if empty:
            self._emit(self._paragraphs.pop())

    def _outside(self) -> None:
        """What stands before a paragraph or table, in none, is a line of its own."""
        if len(self._paragraphs) == 1:
            self._emit(self._paragraphs[0])
            self._paragraphs[0] = []

    def _stretch(self, empty: bool) -> None:
        if empty:
            # Not of words but of the mark at the end of the paragraph.
            self._joining = True
        else:
            self._apart += 1

    def _field(self, attributes: str) -> None:
        # What stands in the instruction of a field is not shown, and stands apart.
        if "begin" in attributes:
            self._fields.append(True)
            self._apart += 1
        elif self._fields and ("separate" in attributes or "end" in attributes):
            self._apart -= self._fields[-1]
            self._fields[-1] = False
            if "end" in attributes:
                self._fields.pop()

    def _symbol(self, attributes: str) -> None:
        code = SYMBOL.search(attributes)
        if code and "ingdings" not in attributes and "ymbol" not in attributes and "ebdings" not in attributes:
            self._add(f"&#x{code[1]};")

    def _object(self, name: str) -> None:
        if name in ENDS:
            self._release()
        elif name == "AlternateContent":
            self._alternatives.append(_Open())
        elif name in {"Choice", "Fallback"} and self._alternatives:
            opened = self._alternatives[-1]
            opened.line, opened.piece, opened.has_text = len(self.lines), len(self._paragraphs[-1]), False

    def _closed(self, name: str) -> None:
        if name == "p" and len(self._paragraphs) > 1:
            pieces = self._paragraphs.pop()
            if self._joining:
                self._carried = pieces
            else:
                self._emit(pieces)
            self._joining = False
        elif name == "r":
            self._vanished = False
        elif name in STRETCHES and self._apart:
            self._add(" ")
            self._apart -= 1
        elif name == "trPr":
            self._joining = False
        elif name in ENDS:
            self._release()
        elif name in {"Choice", "Fallback"} and self._alternatives:
            self._keep_form(self._alternatives[-1])
        elif name == "AlternateContent" and self._alternatives:
            self._choose(self._alternatives.pop())

    def _release(self) -> None:
        """There is no paragraph that the one with the deleted end could join."""
        self._outside()
        self._emit(self._carried)
        self._carried = []

    def _keep_form(self, opened: _Open) -> None:
        pieces = self._paragraphs[-1]
        opened.forms.append(_Alternative(self.lines[opened.line :], pieces[opened.piece :], opened.has_text))
        del self.lines[opened.line :], pieces[opened.piece :]

    def _choose(self, opened: _Open) -> None:
        form = next((form for form in opened.forms if form.has_text), opened.forms[0] if opened.forms else None)
        if form:
            self.lines += form.lines
            self._paragraphs[-1] += form.pieces

    def _emit(self, pieces: list[Piece]) -> None:
        text = "".join([text for apart, text in pieces if not apart])
        if text.strip():
            self.lines.append(unescaped(text))
        if all(not apart for apart, _ in pieces):
            return
        # Stretches that stand apart are apart from each other too.
        stretches = (list(group) for apart, group in groupby(pieces, key=itemgetter(0)) if apart)
        apart = " ".join("".join(text for _, text in group) for group in stretches)
        if apart.strip():
            self.lines.append(unescaped(apart))


def _tokens(xml: str) -> re.Pattern[str]:
    """What to look for in this text: the fewer, the faster."""
    opening, closing = list(ALWAYS), list(CLOSING)
    for feature, (opened, closed) in SOMETIMES.items():
        if re.search(feature, xml):
            opening += opened.split()
            closing += closed.split()
    return _pattern("|".join(opening), "|".join(closing))


@cache
def _pattern(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(rf"<([\w.-]+:)?({opening}){ATTRIBUTES}|</(?:[\w.-]+:)?({closing})\s*>")
