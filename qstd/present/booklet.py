"""The booklet: all standards of a municipality as one Document for paper, each as it stands on its own.

Headings go one level down, so that the standards are what the contents list and the bookmarks nest under. Anchors get the
name of their standard, and links from one standard to another become links inside the booklet.
"""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from qstd.language import translator
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from qstd.model.municipality import Municipality
from qstd.present.standard import brand
from qstd.present.typography import glue

_CONTACT = "kontakt-kommunen"
_DEEPEST = 6


def booklet_document(parts: Sequence[Document], municipality: Municipality, language: str = "da") -> Document:
    """Lay out a municipality's standards, in their order, as one document. What all of them end with, the municipality's
    own address, stands once.
    """
    _ = translator(language)
    title = glue(_("Kvalitetsstandarder i {name}").format(name=municipality.name))
    count = _("1 standard") if len(parts) == 1 else _("{count} standarder").format(count=len(parts))
    ending = _common_ending(parts)
    names = _names(parts)
    by_address = {part.identifier: name for part, name in zip(parts, names, strict=True) if part.identifier}
    slug = parts[0].identifier.partition("/")[0] if parts else ""
    languages = {part.language for part in parts}
    return Document(
        title=title,
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(glue(_("{count}, samlet til at læse og skrive ud.").format(count=count))),), "lead"),
            *(
                block
                for part, name in zip(parts, names, strict=True)
                for block in _part(part, name, by_address, ending)
            ),
            *ending,
        ),
        kind="booklet",
        short_title=_("Kvalitetsstandarder"),
        language=languages.pop() if len(languages) == 1 else "da-DK",
        around=language,
        author=municipality.name,
        subject=_("Kvalitetsstandarder"),
        description=title,
        date=max((part.date for part in parts), default=""),
        identifier=f"{slug}/samlet" if slug else "",
        brand=brand(municipality, slug),
    )


def _names(parts: Sequence[Document]) -> list[str]:
    """Return the anchor of each part; no two have the same."""
    names: list[str] = []
    for number, part in enumerate(parts, 1):
        name = part.identifier.rpartition("/")[2] or f"del-{number}"
        names.append(f"{name}-{number}" if name in (*names, _CONTACT) else name)
    return names


def _common_ending(parts: Sequence[Document]) -> Blocks:
    """Return the municipality's address, where every part ends with the same."""
    endings = {_ending(part) for part in parts}
    return endings.pop() if len(endings) == 1 else ()


def _ending(part: Document) -> Blocks:
    return tuple(dropwhile(lambda each: not (isinstance(each, Heading) and each.id == _CONTACT), part.blocks))


# ---------- One part ----------


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where a part stands in the booklet: its own address, its anchor, and the anchors of all by their addresses."""

    address: str
    name: str
    names: Mapping[str, str]
    shared: bool

    def anchor(self, name: str) -> str:
        """Return what an anchor of the part is called in the booklet. No name of ours holds two hyphens."""
        return name if not name or (self.shared and name == _CONTACT) else f"{self.name}--{name}"

    def href(self, href: str) -> str:
        """Return where a link of the part leads in the booklet."""
        if href.startswith("#"):
            return f"#{self.anchor(href[1:])}"
        if ":" in href.partition("/")[0] or not self.address:
            return href
        path, _, anchor = href.partition("#")
        target = posixpath.normpath(posixpath.join(self.address, path.removesuffix("index.html")))
        name = self.names.get(target)
        return href if name is None else f"#{name}--{anchor}" if anchor else f"#{name}"


def _part(part: Document, name: str, names: Mapping[str, str], ending: Blocks) -> Blocks:
    inside = _Inside(part.identifier, name, names, bool(ending))
    moved = _blocks(part.blocks[: len(part.blocks) - len(ending)], inside)
    if moved and isinstance(moved[0], Heading):
        return (replace(moved[0], id=name), *moved[1:])
    return (Heading(2, (Text(part.title),), id=name), *moved)


def _blocks(values: Blocks, inside: _Inside) -> Blocks:
    return tuple(_block(value, inside) for value in values)


def _block(value: Block, inside: _Inside) -> Block:
    match value:
        case Heading():
            return replace(
                value,
                level=min(value.level + 1, _DEEPEST),
                inlines=_inlines(value.inlines, inside),
                id=inside.anchor(value.id),
                # The way back from Word leads to one standard, never to a booklet.
                section="",
                tags=_inlines(value.tags, inside),
            )
        case Paragraph():
            return replace(value, inlines=_inlines(value.inlines, inside), id=inside.anchor(value.id))
        case Items():
            return replace(value, items=tuple(_item(each, inside) for each in value.items))
        case Table():
            head, body = (tuple(_row(each, inside) for each in rows) for rows in (value.head, value.body))
            return replace(value, head=head, body=body, caption=_inlines(value.caption, inside))
        case Note():
            return replace(value, blocks=_blocks(value.blocks, inside), title=_inlines(value.title, inside))


def _item(item: Item, inside: _Inside) -> Item:
    return Item(_blocks(item.blocks, inside), _inlines(item.label, inside))


def _row(row: Row, inside: _Inside) -> Row:
    return replace(row, cells=tuple(_cell(each, inside) for each in row.cells), id=inside.anchor(row.id))


def _cell(cell: Cell, inside: _Inside) -> Cell:
    return replace(cell, blocks=_blocks(cell.blocks, inside), id=inside.anchor(cell.id))


def _inlines(values: Inlines, inside: _Inside) -> Inlines:
    return tuple(_inline(value, inside) for value in values)


def _inline(value: Inline, inside: _Inside) -> Inline:
    if isinstance(value, Text | Break):
        return value
    inner = _inlines(value.inlines, inside)
    if isinstance(value, Link):
        return replace(value, inlines=inner, href=inside.href(value.href))
    if isinstance(value, Mark):
        return replace(value, inlines=inner, id=inside.anchor(value.id))
    return replace(value, inlines=inner)
