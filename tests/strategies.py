"""Hypothesis strategies for Documents, and the stretches of text that a Document has, in reading order."""

from collections.abc import Iterator
from typing import TypeVar

from hypothesis import strategies as st

from qstd.model.document import (
    Block,
    Blocks,
    Brand,
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
