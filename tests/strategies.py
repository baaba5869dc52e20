"""Hypothesis strategies for Documents, and the stretches of text that a Document has, in reading order."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from hypothesis import strategies as st

from qstd.model.document import (
    Block,
    Blocks,
    Brand,
    Break,
    Cell,
    Change,
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
    plain,
)

T = TypeVar("T")

# Danish letters, spaces of all kinds and markup turn up more often than chance would have it.
TEXT = st.text(max_size=20) | st.text("aåÅ§ \xa0\u00ad\u2011\t\n\x0b\x1f<&>\"'1.–😀\ufffe", max_size=12)
NAMES = st.sampled_from(("", "", "a1", "a1-1", "A1", "kort", "need", "need_2", "need-2", "æøå", "x" * 60, "5"))
ADDRESSES = TEXT | st.sampled_from(
    (
        "https://www.retsinformation.dk/eli/lta/2025/1129#P99",
        "http://[::1]/",
        "https://blåbær.dk/æ ø?å=%zz",
        "https://a..b/",
        "mailto:post@example.org?subject=hej med dig",
        "tel:+45 12 34 56 78",
        "../anden.html",
        "#a1",
        "#intet",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
    )
)


def _inlines(inner: st.SearchStrategy[Inlines]) -> st.SearchStrategy[Inlines]:
    nested: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Strong, inner),
        st.builds(Emph, inner),
        st.builds(Ins, inner),
        st.builds(Del, inner),
        st.builds(Link, ADDRESSES, inner, TEXT, TEXT, st.sampled_from(("", "law", "source"))),
        st.builds(Mark, inner, st.sampled_from(("evidence", "stated", "none", "empty", "absent", "shared")), id=NAMES),
    )
    return _few(st.one_of(_LEAVES, nested))


def _few(strategy: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_LEAVES: st.SearchStrategy[Inline] = st.builds(Text, TEXT) | st.just(Break())
INLINES: st.SearchStrategy[Inlines] = st.recursive(_few(_LEAVES), _inlines, max_leaves=4)

PARAGRAPHS = st.builds(
    Paragraph, INLINES, st.sampled_from(("", "lead", "meta", "small", "value", "approval")), id=NAMES
)
HEADINGS = st.builds(
    Heading,
    st.integers(1, 6),
    INLINES,
    id=NAMES,
    number=st.sampled_from(("", "1", "12", "3.1", "4 a")),
    section=NAMES,
    kind=st.sampled_from(("", "facts")),
)


def _lists(inner: st.SearchStrategy[Blocks]) -> st.SearchStrategy[Items]:
    kinds = st.sampled_from(("bullet", "ordered", "facts", "links"))
    return st.builds(Items, _few(st.builds(Item, inner, INLINES)), kinds, st.integers(-1, 40000))


def _tables(inner: st.SearchStrategy[Blocks]) -> st.SearchStrategy[Table]:
    cells = st.builds(
        Cell,
        inner,
        st.sampled_from(("", "row", "column", "group")),
        st.integers(1, 3),
        st.integers(1, 3),
        _few(st.sampled_from(("law", "stated", "none", "empty", "absent", "text")), 2),
        NAMES,
        TEXT,
    )
    rows = _few(st.builds(Row, _few(cells), NAMES, st.sampled_from(("", "group", "same"))))
    return st.builds(Table, rows, rows, INLINES, st.sampled_from(("", "comparison", "texts")))


def _blocks(inner: st.SearchStrategy[Blocks]) -> st.SearchStrategy[Blocks]:
    notes = st.builds(Note, inner, st.sampled_from(("empty", "contact", "flag", "quote", "info")), INLINES)
    return _few(st.one_of(PARAGRAPHS, HEADINGS, _lists(inner), _tables(inner), notes))


BLOCKS: st.SearchStrategy[Blocks] = st.recursive(_few(st.one_of(PARAGRAPHS, HEADINGS)), _blocks, max_leaves=6)

DOCUMENTS: st.SearchStrategy[Document] = st.builds(
    Document,
    TEXT,
    BLOCKS,
    st.sampled_from(("standard", "comparison", "front")),
    short_title=TEXT,
    language=st.sampled_from(("da-DK", "da", "en", 'x"y')),
    author=TEXT,
    subject=TEXT,
    description=TEXT,
    date=st.sampled_from(("", "2015-10-05", "i går")),
    identifier=TEXT,
    brand=st.builds(Brand, TEXT, st.just("x"), st.sampled_from(("", "#2e6b4f", "grøn"))),
)


# ---------- Documents with changes ----------

_WORDS = st.text("aåÅ§ \xa0<&1.–😀", max_size=8) | st.sampled_from(("18", "21", "hjælp", " og ", "§ 83, stk. 2"))
_WHERE = st.sampled_from(("https://example.org/a", "https://example.org/b", "../ingen.html"))
_CHANGES: st.SearchStrategy[Change] = st.sampled_from(("", "", "ins", "del"))


@st.composite
def _some_words(draw: st.DrawFn, changes: bool, depth: int = 2) -> Inlines:
    """Draw a few inlines; with changes, but none inside another."""
    made: list[Inline] = []
    for _ in range(draw(st.integers(0, 4 if depth == 2 else 2))):
        form = draw(st.integers(0, 9 if depth else 4))
        inner = (lambda less: draw(_some_words(changes and less, depth - 1))) if form > 4 else None
        if inner is None:
            made.append(Break() if form == 4 else Text(draw(_WORDS)))
        elif form > 7:
            made.append(_forms(draw, inner(True)))
        elif changes:
            made.append((Ins if form == 7 else Del)(inner(False)))
    return tuple(made)


# Short, because the longest label of a list sets its column, also where one version alone has it. First without changes.
_LABELS: st.SearchStrategy[tuple[Inlines, ...]] = st.sampled_from(
    (
        (),
        (),
        ((Text("Pris"),), (Text("Pris"),)),
        ((Strong((Text("Svar"),)),), (Ins((Text("Pris"),)),)),
        ((), (Del((Text("Svar"),)),)),
        ((), (Del((Text("Svar"),)), Ins((Text("Frist"),)))),
    )
)
_LISTS: st.SearchStrategy[Literal["bullet", "ordered", "facts"]] = st.sampled_from(
    ("bullet", "bullet", "ordered", "facts")
)
_NOTES: st.SearchStrategy[Literal["quote", "info", "contact"]] = st.sampled_from(("quote", "info", "contact"))


def _forms(draw: st.DrawFn, inner: Inlines) -> Inline:
    form = draw(st.integers(0, 3))
    if form == 0:
        return Link(draw(_WHERE), inner)
    return Mark(inner, "evidence", id=draw(NAMES)) if form == 1 else (Strong if form == 2 else Emph)(inner)


def changed(block: Block, side: Literal["ins", "del"]) -> Block:
    """Return a block as one that is wholly new or gone."""
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=_changed_words(block.inlines, side), change=side)
        case Items():
            items = (Item(_changed_blocks(each.blocks, side), _changed_words(each.label, side)) for each in block.items)
            return replace(block, items=tuple(items))
        case Note():
            blocks = _changed_blocks(block.blocks, side)
            return replace(block, blocks=blocks, title=_changed_words(block.title, side))
        case Table():
            head, body = (tuple(changed_row(row, side) for row in rows) for rows in (block.head, block.body))
            return replace(block, head=head, body=body, caption=_changed_words(block.caption, side))


def changed_row(row: Row, side: Literal["ins", "del"]) -> Row:
    """Return a row as one that is wholly new or gone."""
    cells = tuple(replace(cell, blocks=_changed_blocks(cell.blocks, side)) for cell in row.cells)
    return replace(row, cells=cells, change=side)


def _changed_words(inlines: Inlines, side: Literal["ins", "del"]) -> Inlines:
    return ((Ins if side == "ins" else Del)(inlines),) if inlines else ()


def _changed_blocks(blocks: Blocks, side: Literal["ins", "del"]) -> Blocks:
    return tuple(changed(block, side) for block in blocks)


@st.composite
def _some_blocks(draw: st.DrawFn, changes: bool, depth: int = 3) -> Blocks:
    """Draw a few blocks; with changes, as wholes and in their words, ends and rows."""
    made: list[Block] = []
    for _ in range(draw(st.integers(0, 3))):
        as_whole = draw(_CHANGES) if changes else ""
        block = _some_block(draw, changes and not as_whole, depth)
        made.append(changed(block, as_whole) if as_whole else block)
    return tuple(made)


def _some_block(draw: st.DrawFn, changes: bool, depth: int) -> Block:
    form = draw(st.integers(0, 7 if depth else 3))
    words = draw(_some_words(changes))
    change = draw(_CHANGES) if changes else ""
    if form < 3:
        return Paragraph(words, draw(st.sampled_from(("", "", "small", "lead"))), draw(NAMES), change)
    if form == 3:
        number = draw(st.sampled_from(("", "", "3")))
        return Heading(draw(st.integers(1, 4)), words, draw(NAMES), number, draw(NAMES), change=change)
    if form == 4:
        rows = tuple(_some_row(draw, changes, depth) for _ in range(draw(st.integers(0, 4))))
        head = draw(st.integers(0, 1))
        return Table(rows[:head], rows[head:], words if draw(st.booleans()) else ())
    if form == 5:
        return Note(draw(_some_blocks(changes, depth - 1)), draw(_NOTES), words if draw(st.booleans()) else ())
    items = tuple(_some_item(draw, changes, depth) for _ in range(draw(st.integers(1, 3))))
    return Items(items, draw(_LISTS), draw(st.integers(1, 3)))


def _some_item(draw: st.DrawFn, changes: bool, depth: int) -> Item:
    blocks, label = draw(_some_blocks(changes, depth - 1)), draw(_LABELS)
    words = label[changes] if label else ()
    return Item(blocks, words if words or blocks else (Text("Pris"),))


def _some_row(draw: st.DrawFn, changes: bool, depth: int) -> Row:
    as_whole = draw(_CHANGES) if changes else ""
    spans = st.sampled_from((1, 1, 1, 1, 1, 1, 1, 1, 2))
    cells = [
        Cell(draw(_some_blocks(changes and not as_whole, depth - 1)), colspan=draw(spans), rowspan=draw(spans))
        for _ in range(draw(st.sampled_from((1, 2, 2, 2, 2, 3))))
    ]
    # LibreOffice takes no row away in which there is no word.
    cells[0] = replace(cells[0], blocks=(Paragraph((Text("række"),)), *cells[0].blocks))
    row = Row(tuple(cells))
    return changed_row(row, as_whole) if as_whole else row


CHANGED_DOCUMENTS: st.SearchStrategy[Document] = st.builds(
    Document,
    st.just("Ændret"),
    _some_blocks(True),
    st.just("revision"),
    date=st.sampled_from(("", "2025-03-01")),
    author=st.sampled_from(("", "Prøvekommune", 'A & "B"')),
)
"""Merged views of two versions: words, ends of paragraphs, rows and whole blocks are new or gone."""


def stretches(blocks: Blocks) -> Iterator[str]:
    """Return each stretch of text of some blocks in reading order: what stands in two of them is never one word."""
    for block in blocks:
        yield from _stretches(block)


def _stretches(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            # A bare figure gets a full stop when it is shown before a heading.
            yield block.number + "." * block.number.isdigit()
            yield plain(block.inlines)
        case Paragraph():
            yield plain(block.inlines)
        case Items():
            for item in block.items:
                yield plain(item.label)
                yield from stretches(item.blocks)
        case Note():
            yield plain(block.title)
            yield from stretches(block.blocks)
        case Table():
            yield plain(block.caption)
            for row in block.head + block.body:
                for cell in row.cells:
                    yield from stretches(cell.blocks)
