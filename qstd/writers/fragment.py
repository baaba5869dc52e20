"""A standard as a piece of HTML that any page can hold: for content management systems.

Editors in such systems strip what they do not know. So there are only headings, paragraphs, lists, tables, links and
emphasis, in one `div`; whatever a page of ours folds, hides or copies is plain text here. Names of classes and anchors
begin with `qstd-`, so that two fragments and the page around them never meet.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from qstd.language import translator
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Del,
    Document,
    Emph,
    Heading,
    Inline,
    Inlines,
    Ins,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.model.theme import Theme
from qstd.writers.html import render
from qstd.writers.html_inlines import element, escape, is_safe

_DEEPEST = 6
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_RULE = re.compile(r"\.(qstd-[a-z-]+)\s*\{([^{}]*)\}")
_NAMES: dict[type[Inline], str] = {Strong: "strong", Emph: "em", Ins: "ins", Del: "del"}
_PARAGRAPHS = {"lead": "qstd-lead", "meta": "qstd-meta", "small": "qstd-small", "approval": "qstd-approval"}
_NOTES = {"contact": "qstd-contact", "quote": "qstd-quote", "empty": "qstd-empty"}


@dataclass(frozen=True, slots=True)
class Options:
    """How a fragment is to be. `level` is that of its first heading, `has_title` tells whether that is the standard's
    title (a page that shows the title itself does without). `page` is the whole address of the standard's page; without
    it relative addresses stay as they are. `links` are (label, address) of the page and its files. `has_style` writes
    `html/fragment.css` into the elements. `language` is that of the words around the standard's own.
    """

    level: int = 2
    has_title: bool = True
    page: str = ""
    links: tuple[tuple[str, str], ...] = ()
    has_style: bool = False
    language: str = "da"


def fragment(document: Document, theme: Theme, options: Options | None = None) -> bytes:
    """Write a document as a fragment."""
    chosen = options or Options()
    css = theme.assets["html/fragment.css"].decode() if chosen.has_style else ""
    writer = _Writer(chosen, _prefix(document), _styles(css), dict(_aliases(document.blocks)))
    shown = tuple(each for each in document.blocks if chosen.has_title or not _is_title(each))
    content = "\n".join(filter(None, (writer.blocks(shown), writer.links())))
    return render(
        theme,
        "html/fragment.html",
        document=document,
        content=content,
        relative=writer.is_relative,
        _=translator(chosen.language),
    ).encode()


def _prefix(document: Document) -> str:
    return "-".join(filter(None, ("qstd", *re.findall(r"[A-Za-z0-9-]+", document.identifier)))) + "-"


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _styles(css: str) -> dict[str, str]:
    return {name: " ".join(rule.split()).rstrip(";") for name, rule in _RULE.findall(css)}


def _aliases(values: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Yield, for each mark with an anchor, the anchor of the paragraph that it stands in: that is where a link can go."""
    for value in values:
        if isinstance(value, Paragraph):
            if marks := _marked(value.inlines):
                anchor = value.id or marks[0]
                yield from ((each, anchor) for each in marks)
        elif isinstance(value, Items):
            yield from _aliases(block for item in value.items for block in item.blocks)
        elif isinstance(value, Table):
            rows = (*value.head, *value.body)
            yield from _aliases(block for row in rows for cell in row.cells for block in cell.blocks)
        elif isinstance(value, Note):
            yield from _aliases(value.blocks)


def _anchor(paragraph: Paragraph) -> str:
    return paragraph.id or next(iter(_marked(paragraph.inlines)), "")


def _marked(inlines: Inlines) -> list[str]:
    """Return the anchors of marks, in order."""
    found: list[str] = []
    for each in inlines:
        if not isinstance(each, (Text, Break)):
            found += [each.id] if isinstance(each, Mark) and each.id else []
            found += _marked(each.inlines)
    return found


@dataclass
class _Writer:
    """Blocks as plain HTML. It remembers which levels of headings are open, so that none is left out on the way down."""

    options: Options
    prefix: str
    styles: Mapping[str, str]
    aliases: Mapping[str, str]
    is_relative: bool = False
    _open: list[int] = field(default_factory=list)

    def blocks(self, values: Blocks) -> str:
        return "\n".join(filter(None, map(self._block, values))) if values else ""

    def links(self) -> str:
        """Return the page and its files, each on a line of its own: a list would set them too close for a finger."""
        return "\n".join(element("p", self._link(href, escape(label))) for label, href in self.options.links)

    def _block(self, value: Block) -> str:
        if isinstance(value, Paragraph):
            return self._paragraph(value)
        if isinstance(value, Heading):
            return self._heading(value)
        if isinstance(value, Items):
            return self._items(value)
        return self._table(value) if isinstance(value, Table) else self._note(value)

    def _heading(self, value: Heading) -> str:
        number = f"{escape(dotted(value.number))} " if value.number else ""
        tags = f" ({self._inlines(value.tags)})" if value.tags else ""
        content = f"{number}{self._inlines(value.inlines)}{tags}"
        while self._open and self._open[-1] >= value.level:
            self._open.pop()
        self._open.append(value.level)
        level = self.options.level + len(self._open) - 1
        if level > _DEEPEST:
            return self._element("p", element("strong", content), anchor=value.id)
        return self._element(f"h{level}", content, anchor=value.id)

    def _paragraph(self, value: Paragraph, kind: str = "") -> str:
        return self._element("p", self._inlines(value.inlines), _PARAGRAPHS.get(value.kind, kind), _anchor(value))

    def _items(self, value: Items) -> str:
        kind = "qstd-fact" if value.kind == "facts" else ""
        entries = "\n".join(self._item(item, kind) for item in value.items)
        if value.kind == "ordered":
            start = "" if value.start == 1 else str(value.start)
            return element("ol", entries, start=start)
        return self._element("ul", entries, "qstd-facts" if value.kind == "facts" else "")

    def _item(self, item: Item, kind: str) -> str:
        first, rest = next(iter(item.blocks), None), item.blocks[1:]
        label = self._label(item.label)
        if not isinstance(first, Paragraph):
            return self._element("li", label + self.blocks(item.blocks), kind)
        opening = label + self._inlines(first.inlines)
        content = "\n".join(filter(None, (opening, self.blocks(rest)))) if rest else opening
        return self._element("li", content, kind, _anchor(first))

    def _label(self, inlines: Inlines) -> str:
        if not inlines:
            return ""
        ends = "" if plain(inlines).rstrip().endswith((":", "?", ".")) else ":"
        return element("strong", self._inlines(inlines) + ends) + " "

    def _note(self, note: Note) -> str:
        kind = _NOTES.get(note.kind, "qstd-note")
        title = self._element("p", element("strong", self._inlines(note.title)), kind) if note.title else ""
        shown = (
            self._paragraph(each, kind) if isinstance(each, Paragraph) else self._boxed(each) for each in note.blocks
        )
        return "\n".join(filter(None, (title, *shown)))

    def _boxed(self, block: Block) -> str:
        """Write a block of a box: a heading in it is a line of its own and no part of the outline."""
        if isinstance(block, Heading):
            return self._element("p", element("strong", self._inlines(block.inlines)), anchor=block.id)
        return self._block(block)

    def _table(self, value: Table) -> str:
        caption = element("caption", self._inlines(value.caption)) if value.caption else ""
        head = element("thead", "\n".join(map(self._row, value.head))) if value.head else ""
        body = element("tbody", "\n".join(map(self._row, value.body))) if value.body else ""
        return self._element("table", "\n".join(filter(None, (caption, head, body))), "qstd-table")

    def _row(self, row: Row) -> str:
        return element("tr", "".join(map(self._cell, row.cells)))

    def _cell(self, cell: Cell) -> str:
        only = cell.blocks[0] if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph) else None
        content = self._inlines(only.inlines) if only else "\n".join(map(self._boxed, cell.blocks))
        scope = {"column": "col", "row": "row", "group": "colgroup"}.get(cell.header, "")
        spans = {name: str(n) for name, n in (("colspan", cell.colspan), ("rowspan", cell.rowspan)) if n > 1}
        anchor = cell.id or (_anchor(only) if only else "")
        name = "th" if scope else "td"
        return self._element(name, content, "qstd-cell", anchor, scope=scope, **spans)

    # ---- Inlines

    def _inlines(self, values: Inlines) -> str:
        if len(values) == 1:  # as most are
            return self._inline(values[0])
        return "".join([self._inline(each) for each in values])

    def _inline(self, value: Inline) -> str:
        if isinstance(value, Text):
            return escape(value.text)
        if isinstance(value, Break):
            return "<br>"
        content = self._inlines(value.inlines)
        if isinstance(value, Link):
            heard = f"{plain(value.inlines)} {value.hint.strip()}" if value.hint else ""
            return self._link(value.href, content, title=value.title, aria_label=heard)
        return content if isinstance(value, Mark) else element(_NAMES[type(value)], content)

    def _link(self, href: str, content: str, **attributes: str) -> str:
        return element("a", content, href=self._address(href), **attributes) if is_safe(href) else content

    def _address(self, href: str) -> str:
        if href.startswith("#"):
            return f"#{self.prefix}{self.aliases.get(href[1:], href[1:])}"
        if _WHOLE.match(href):
            return href
        self.is_relative = self.is_relative or not self.options.page
        return urljoin(self.options.page, href)

    def _element(self, name: str, content: str, kind: str = "", anchor: str = "", **attributes: str) -> str:
        if not (kind or anchor or attributes):  # as most are
            return f"<{name}>{content}</{name}>"
        id_ = f"{self.prefix}{anchor}" if anchor else ""
        return element(name, content, class_=kind, id=id_, style=self.styles.get(kind, ""), **attributes)
