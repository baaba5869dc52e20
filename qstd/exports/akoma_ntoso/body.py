"""The sections of a standard as the hierarchy of Akoma Ntoso: own headings nest, legal references lead to the law."""

import re
from collections.abc import Iterator, Sequence

from qstd import catalogue, prose
from qstd.citations import references
from qstd.exports.akoma_ntoso.meta import topic_id
from qstd.exports.akoma_ntoso.xml import Element
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Emph,
    Heading,
    Inline,
    Inlines,
    Items,
    Link,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    plain,
)
from qstd.model.standard import Section, Standard

_ADDRESS = re.compile(r"https?://(?:[^/?#@]*@)?(?:\[[0-9a-fA-F:.]+\]|[^\[\]:/?#]*)(?::\d{0,5})?(?:[/?#]|$)")
_LEVEL = 3  # of the first headings inside a section


def main_body(standard: Standard) -> Element:
    """Return the sections in their order. What a section is about is told by reference; its place is its name."""
    out = Element("mainBody")
    known = catalogue.service(standard.service)
    writer = _Writer(known.provisions[0][0] if known and known.provisions else "")
    for at, each in enumerate(standard.sections, 1):
        out.append(writer.section(each, f"sec_{at}"))
    if not standard.sections:
        out.add("p")
    return out


class _Writer:
    """Writes the bodies of one standard. `own_act` is what a bare "§ 85" is of."""

    def __init__(self, own_act: str) -> None:
        self.own_act = own_act

    def section(self, section: Section, name: str) -> Element:
        topic = f"#{topic_id(section.topic)}" if section.topic else ""
        out = _container("section", name, topic)
        if section.audience == "professional":
            out.attributes["class"] = "professional"
        if section.number:
            out.add("num", section.number)
        if section.heading:
            out.add("heading", section.heading)
        self._fill(out, prose.blocks(section.body), name, _LEVEL)
        return out

    def _fill(self, out: Element, blocks: Blocks, name: str, level: int) -> None:
        """Put blocks in: before the first heading they are the intro, each heading opens a part of its own."""
        starts = [at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.level <= level]
        if not starts and any(isinstance(each, Heading) for each in blocks):
            self._fill(out, blocks, name, level + 1)
            return
        if not starts:
            out.append(self._blocks("content", blocks, f"{name}__content"))
            return
        if starts[0]:
            self._intro(out, blocks[: starts[0]], name, level)
        for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(blocks)], strict=True), 1):
            heading = blocks[start]
            inner = f"{name}__subsec_{at}"
            part = _container("subsection", inner)
            if isinstance(heading, Heading):
                part.add("heading").append(*self._inlines(heading.inlines))
            self._fill(part, blocks[start + 1 : end], inner, level + 1)
            out.append(part)

    def _intro(self, out: Element, blocks: Blocks, name: str, level: int) -> None:
        """What stands before the first heading, with deeper headings in it, is a part without a heading."""
        if any(isinstance(each, Heading) for each in blocks):
            part = _container("subsection", f"{name}__subsec_0")
            self._fill(part, blocks, f"{name}__subsec_0", level + 1)
            out.append(part)
        else:
            out.append(self._blocks("intro", blocks, f"{name}__intro"))

    def _blocks(self, kind: str, blocks: Blocks, name: str) -> Element:
        out = _container(kind, name)
        out.append(*self._written(blocks, name))
        if not out.content:
            out.add("p")
        return out

    def _written(self, blocks: Sequence[Block], name: str) -> Iterator[Element]:
        for at, each in enumerate(blocks, 1):
            if isinstance(each, Paragraph):
                yield self._paragraph(each.inlines)
            elif isinstance(each, Heading):  # inside a list or a quotation, where no part can open
                yield self._paragraph((Strong(each.inlines),))
            elif isinstance(each, Items):
                yield self._list(each, f"{name}__list_{at}")
            elif isinstance(each, Table):
                yield self._table(each, f"{name}__table_{at}")
            else:
                quotation = self._blocks("blockContainer", each.blocks, f"{name}__blockContainer_{at}")
                quotation.attributes["class"] = each.kind
                yield quotation

    def _paragraph(self, inlines: Inlines) -> Element:
        out = Element("p")
        out.append(*self._inlines(inlines))
        return out

    def _list(self, items: Items, name: str) -> Element:
        out = _container("blockList", name)
        for at, item in enumerate(items.items, 1):
            inner = self._blocks("item", item.blocks, f"{name}__item_{at}")
            if items.kind == "ordered":
                number = Element("num")
                number.append(f"{items.start + at - 1}.")
                inner.content.insert(0, number)
            out.append(inner)
        return out

    def _table(self, table: Table, name: str) -> Element:
        out = _container("table", name)
        if table.caption:
            out.add("caption").append(*self._inlines(table.caption))
        for at, row in enumerate((*table.head, *table.body), 1):
            out.append(self._row(row, f"{name}__tr_{at}"))
        return out

    def _row(self, row: Row, name: str) -> Element:
        out = Element("tr")
        out.append(*(self._cell(each, f"{name}__td_{at}") for at, each in enumerate(row.cells, 1)))
        return out

    def _cell(self, cell: Cell, name: str) -> Element:
        out = Element("th" if cell.header else "td")
        spans = {"colspan": cell.colspan, "rowspan": cell.rowspan}
        out.attributes |= {key: str(value) for key, value in spans.items() if value > 1}
        out.append(*self._written(cell.blocks, name))
        if not out.content:
            out.add("p")
        return out

    def _inlines(self, inlines: Inlines, context: str = "") -> Iterator[Element | str]:
        around = context or plain(inlines)
        for each in inlines:
            yield from self._inline(each, around)

    def _inline(self, inline: Inline, around: str) -> Iterator[Element | str]:
        if isinstance(inline, Text):
            yield from self._text(inline.text, around)
            return
        if isinstance(inline, Break):
            yield Element("br")
            return
        if isinstance(inline, Link):
            out = _link(inline.href)
            out.append(plain(inline.inlines))
        else:
            out = Element({Strong: "b", Emph: "i"}.get(type(inline), "span"))
            out.append(*self._inlines(inline.inlines, around))
        yield out

    def _text(self, text: str, around: str) -> Iterator[Element | str]:
        at = 0
        for found in references(text, self.own_act, around):
            if found.act.eli:
                yield text[at : found.start]
                link = Element("ref", {"href": found.act.eli})
                link.append(text[found.start : found.end])
                yield link
                at = found.end
        yield text[at:]


def _link(address: str) -> Element:
    """Return a link, or what looks like one: the schema takes no address whose host or port cannot be one."""
    if address.startswith("http") and not _ADDRESS.match(address):
        return Element("span", {"title": address})
    return Element("a", {"href": address})


def _container(kind: str, name: str, topic: str = "") -> Element:
    return Element(kind, {"eId": name, **({"refersTo": topic} if topic else {})})
