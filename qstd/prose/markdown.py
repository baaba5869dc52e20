"""Markdown to blocks; the only door to markdown-it-py.

A body is CommonMark with tables and without raw HTML. Nothing of it is lost unsaid: what our blocks cannot say (raw
HTML, an unsafe address, a picture) becomes its own characters, and a Problem says where it stood. The parser drops the
cells that a row has beyond its table's head; a Problem says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Emph,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    plain,
)
from qstd.prose.problem import Problem, ProblemKind

_SAFE = re.compile(
    r"(?!.*[\x00-\x1f\x7f])(?:https?://|mailto:|tel:|#|\.{0,2}/(?![/\\])|[^:/?#\\]+(?:[/?#]|\Z))",
    re.IGNORECASE | re.DOTALL,
)
_NESTING = 60
_NEWLINE = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as blocks. Its own headings start at level 3, below the section's heading."""

    blocks: Blocks
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=4096)
def parse(markdown: str) -> Prose:
    """Read a body."""
    tokens = list(_parser().parse(markdown))
    if any(each.level >= _NESTING - 1 for each in tokens):  # the parser drops what lies deeper
        return Prose((Paragraph(_lines(markdown)),))
    walk = _Walk(tokens, _NEWLINE.split(markdown))
    blocks = tuple(walk.blocks())
    return Prose(_levelled(blocks), tuple(walk.problems))


def safe(address: str) -> bool:
    """Tell whether a link may be published: web, mail, telephone, or a path of our own."""
    return bool(_SAFE.match(address))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING}).enable("table").disable("reference")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # we judge, and report, addresses ourselves
    return parser


def _levelled(blocks: Blocks) -> Blocks:
    """Shift the headings so that the highest one stands at level 3."""
    levels = [each.level for each in blocks if isinstance(each, Heading)]
    shift = 3 - min(levels, default=3)
    return tuple(
        replace(each, level=min(each.level + shift, 6)) if isinstance(each, Heading) else each for each in blocks
    )


@dataclass(slots=True)
class _Walk:
    """Walks the parser's flat list of tokens once, left to right."""

    tokens: list[Any]
    lines: list[str]
    at: int = 0
    line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def blocks(self, close: str = "") -> Iterator[Block]:
        """Yield blocks up to the token of type `close`."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == close:
                return
            if token.map:
                self.line = token.map[0] + 1
            yield from self._block(token)

    def _block(self, token: Any) -> Iterator[Block]:
        kind = token.type
        if kind == "paragraph_open":
            yield Paragraph(self._content("paragraph_close"))
        elif kind == "heading_open":
            yield Heading(int(token.tag[1]), self._content("heading_close"))
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield from self._list(token)
        elif kind == "blockquote_open":
            yield Note(tuple(self.blocks("blockquote_close")), kind="quote")
        elif kind == "table_open":
            yield self._table()
        elif kind in ("fence", "code_block"):
            words = f"{token.info.strip()}\n{token.content}".lstrip("\n")
            self._problem("code", words.strip())
            yield Paragraph(_lines(words))
        elif kind == "html_block":
            self._problem("html", token.content.strip())
            yield Paragraph(_lines(token.content))

    def _content(self, close: str) -> Inlines:
        inlines: Inlines = ()
        while self.tokens[self.at].type != close:
            inlines = tuple(_joined(_Inlines(self, list(self.tokens[self.at].children or ())).inlines()))
            self.at += 1
        self.at += 1
        return inlines

    def _list(self, token: Any) -> Iterator[Items]:
        """Yield a list; where the source leaves out a number, a new one begins, so that each entry keeps its own."""
        ordered = token.type == "ordered_list_open"
        close = token.type.replace("open", "close")
        start = int(token.attrs.get("start", 1)) if ordered else 1
        items: list[Item] = []
        while (entry := self.tokens[self.at]).type != close:
            self.at += 1
            if ordered and items and int(entry.info) > start + len(items):
                yield Items(tuple(items), "ordered", start)
                items, start = [], int(entry.info)
            items.append(Item(tuple(self.blocks("list_item_close"))))
        self.at += 1
        yield Items(tuple(items), "ordered" if ordered else "bullet", start)

    def _table(self) -> Table:
        rows: list[tuple[bool, Row]] = []
        cells: list[Cell] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.map:
                self.line = token.map[0] + 1
            if token.type in ("th_open", "td_open"):
                head = token.type == "th_open"
                content = self._content(token.type.replace("open", "close"))
                cells.append(Cell((Paragraph(content),), header="column" if head else ""))
            elif token.type == "tr_close":
                head = bool(cells and cells[0].header)
                if not head:
                    self._beyond(len(cells))
                rows.append((head, Row(tuple(cells))))
                cells = []
        self.at += 1
        return Table(tuple(r for head, r in rows if head), tuple(r for head, r in rows if not head))

    def _beyond(self, columns: int) -> None:
        """Report the cells of the row on this line that the table's head has no column for."""
        from markdown_it.rules_block.table import escapedSplit

        cells = escapedSplit(self.lines[self.line - 1].strip(" \t>"))
        lost = [each.strip() for each in cells[columns + (not cells[0]) :]]
        if any(lost):
            self._problem("cells", " ".join(filter(None, lost)))

    def _problem(self, kind: ProblemKind, detail: str, line: int | None = None) -> None:
        self.problems.append(Problem(kind, line or self.line, detail))


@dataclass(slots=True)
class _Inlines:
    """Walks the inline tokens of one paragraph, heading or cell."""

    walk: _Walk
    tokens: list[Any]
    at: int = 0
    line: int = 0

    def inlines(self, close: str = "") -> Iterator[Inline]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == close:
                return
            yield from self._inline(token)

    def _inline(self, token: Any) -> Iterator[Inline]:
        kind = token.type
        if kind in ("text", "text_special", "code_inline"):
            yield Text(token.content)
        elif kind == "softbreak":
            self.line += 1
            yield Text(" ")
        elif kind == "hardbreak":
            self.line += 1
            yield Break()
        elif kind == "strong_open":
            yield Strong(tuple(_joined(self.inlines("strong_close"))))
        elif kind == "em_open":
            yield Emph(tuple(_joined(self.inlines("em_close"))))
        elif kind == "link_open":
            yield from self._link(token)
        elif kind == "image":
            self._problem("image", token.content)
            yield Text(token.content)
        elif kind == "html_inline":
            self._problem("html", token.content)
            yield Text(token.content)
            self.line += token.content.count("\n")

    def _link(self, token: Any) -> Iterator[Inline]:
        address = str(token.attrs.get("href", ""))
        line = self.walk.line + self.line
        words = tuple(_joined(self.inlines("link_close")))
        if safe(address):
            yield Link(address, words, title=str(token.attrs.get("title", "")))
            return
        self.walk._problem("address", address, line)
        yield from words
        if plain(words) != address:
            yield Text(f" ({address})")

    def _problem(self, kind: ProblemKind, detail: str) -> None:
        self.walk._problem(kind, detail, self.walk.line + self.line)


def _joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Join neighbouring texts into one."""
    held = ""
    for each in inlines:
        if isinstance(each, Text):
            held += each.text
            continue
        if held:
            yield Text(held)
            held = ""
        yield each
    if held:
        yield Text(held)


def _lines(content: str) -> Inlines:
    """Return the lines of a literal text with breaks between them."""
    out: list[Inline] = []
    for line in content.rstrip("\n").split("\n"):
        out += [Text(line), Break()] if line else [Break()]
    return tuple(out[:-1]) if out else ()
