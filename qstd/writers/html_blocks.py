"""Blocks as HTML: headings, paragraphs, lists and notes."""

from collections.abc import Iterable
from dataclasses import replace

from qstd.model.document import (
    Block,
    Blocks,
    Change,
    Del,
    Heading,
    Inlines,
    Ins,
    Item,
    Items,
    Note,
    Paragraph,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.writers.changes import has_marked_end, is_marked, numbers
from qstd.writers.html_inlines import Medium, changed, element, escape, hidden, inlines
from qstd.writers.html_tables import table


def blocks(values: Blocks, medium: Medium, label: str = "") -> str:
    """Return blocks as HTML; `label` is the id of the heading that names a table among them."""
    return "\n".join([_block(value, medium, label) for value in values])


def _block(value: Block, medium: Medium, label: str) -> str:
    if isinstance(value, Paragraph):
        words = _words(value, medium)
        plainly = not value.kind and not value.id  # as most are
        return f"<p>{words}</p>" if plainly else element("p", words, class_=_PARAGRAPHS[value.kind], id=value.id)
    if isinstance(value, Heading):
        return heading(value, medium, value.id)
    if isinstance(value, Items):
        return _items(value, medium)
    if isinstance(value, Table):
        return table(value, medium, label, blocks)
    return _note(value, medium)


def heading(value: Heading, medium: Medium, anchor: str) -> str:
    """Return a heading with the source's own number before it and the id `anchor`."""
    words = value.inlines
    number = dotted(value.number) if value.number else ""
    if number and is_marked(value):
        words, number = _numbered(value, number), ""
    content = inlines(words, medium)
    if number:
        # Only a short number has room in the margin.
        content = f"{element('span', escape(number), class_='n' if len(number) <= 3 else 'n long')} {content}"
    if medium.boxed:
        return element("p", content, class_="hd", id=anchor)
    return element(f"h{min(max(value.level, 1), 6)}", content, id=anchor)


def _numbered(value: Heading, number: str) -> Inlines:
    """Return the words of a heading that is new or gone, with its number among them: that is new or gone too."""
    wrap = Ins if value.change == "ins" else Del
    return (wrap((Text(f"{number} "), *(word for each in value.inlines for word in getattr(each, "inlines", ())))),)


_PARAGRAPHS = {
    "": "",
    "lead": "lead",
    "meta": "meta",
    "small": "small muted",
    "value": "val",
    "approval": "approved",
    "pointer": "else",
}


def _words(value: Paragraph, medium: Medium) -> str:
    """Return the words of a paragraph; where its end alone is new or gone, with a sign for that."""
    words = inlines(value.inlines, medium)
    if not value.change or medium.moved or not has_marked_end(value):
        return words
    return words + changed(value.change, _end(value.change, medium), medium, class_="end")


def _end(change: Change, medium: Medium) -> str:
    """Return what a sign for the end of a paragraph says to those who do not see it."""
    return (
        ""
        if medium.paper
        else hidden(
            medium.translate("nyt tekstafsnit") if change == "ins" else medium.translate("tekstafsnittets slutning")
        )
    )


def _items(value: Items, medium: Medium) -> str:
    if value.kind == "facts":
        return _list("ul", (_fact(item, medium) for item in value.items), class_="facts")
    if value.kind == "links":
        return _list("ul", (blocks(item.blocks, medium) for item in value.items), class_="hits")
    if value.kind == "index":
        return _list("ul", (blocks(item.blocks, medium) for item in value.items), class_="index")
    if value.kind == "changes":
        return _list("ul", (_fact(item, medium) for item in value.items), class_="chg")
    if value.kind == "ordered":
        return _ordered(value, medium)
    return _list("ul", (_item(item, medium) for item in value.items))


def _list(name: str, entries: Iterable[str], **attributes: str) -> str:
    return element(name, "\n".join([f"<li>{entry}</li>" for entry in entries]), **attributes)


def _ordered(value: Items, medium: Medium) -> str:
    """An entry that is gone has no number, and the one after it says its own: a browser would count both."""
    entries, after_gone = [], False
    for item, number in zip(value.items, numbers(value), strict=True):
        shown = str(number) if number and after_gone else ""
        entries.append(element("li", _item(item, medium), class_="" if number else "gone", value=shown))
        after_gone = not number
    return element("ol", "\n".join(entries), start="" if value.start == 1 else str(value.start))


def _fact(item: Item, medium: Medium) -> str:
    name, said = inlines(item.label, medium), blocks(item.blocks, medium)
    return f'<div class="k">{name}</div> <div class="v">{said}</div>'


def _item(item: Item, medium: Medium) -> str:
    label = element("strong", inlines(item.label, medium)) + " " if item.label else ""
    first, rest = next(iter(item.blocks), None), item.blocks[1:]
    # One paragraph, maybe with a list under it, is what people mean by a bullet: no paragraph inside.
    if isinstance(first, Paragraph) and not (first.kind or first.id) and all(isinstance(each, Items) for each in rest):
        words = label + _words(first, medium)
        return "\n".join(filter(None, (words, blocks(rest, medium)))) if rest else words
    return label + blocks(item.blocks, medium)


def _note(note: Note, medium: Medium) -> str:
    if note.kind == "quote":
        return _quote(note, medium)
    if note.kind == "same":
        return _same(note, medium)
    if note.kind == "moved":
        title = element("p", inlines(note.title, medium), class_="where") if note.title else ""
        return element("div", title + blocks(note.blocks, replace(medium, moved=True)), class_="moved")
    if note.kind == "contact":
        # An address may hold no headings: they become lines.
        return element("address", _titled(note, replace(medium, boxed=True)), class_="card")
    if note.kind == "info":
        return element("div", _titled(note, medium), class_="note", role="" if medium.paper else "note")
    return element("div", _titled(note, medium), class_="blank" if note.kind == "empty" else "flag")


def _titled(note: Note, medium: Medium) -> str:
    title = element("p", element("strong", inlines(note.title, medium))) if note.title else ""
    return "\n".join(filter(None, (title, blocks(note.blocks, medium))))


def _quote(note: Note, medium: Medium) -> str:
    """A quotation without a title is the municipality's own text; with one it is what a value rests on, and folded."""
    if not plain(note.title):
        return element("blockquote", blocks(note.blocks, medium), class_="citat")
    title = inlines(note.title, medium)
    words = element("blockquote", blocks(note.blocks, medium))
    if medium.paper:
        return element("div", element("p", title, class_="q-title") + words, class_="q")
    return element("details", element("summary", title) + words, class_="q")


def _same(note: Note, medium: Medium) -> str:
    """Text that few will want to read: folded where there is something to fold it with."""
    title, content = inlines(note.title, medium), blocks(note.blocks, medium)
    if medium.paper:
        return element("div", "\n".join((element("p", title, class_="q-title"), content)), class_="same")
    return element("details", element("summary", title) + content, class_="same")
