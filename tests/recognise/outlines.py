"""Outlines by hand and by chance, for the tests of recognition."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from qstd.model.outline import Block, Cell, Furniture, Outline, Para, Row, Run, Table, paragraphs


def para(text: str, **fields: Any) -> Para:
    """Return a paragraph of one run."""
    return Para((Run(text),), **fields)


def cell(*texts: str | Para) -> Cell:
    """Return a cell with a paragraph for each text."""
    return Cell(tuple(each if isinstance(each, Para) else para(each) for each in texts if each))


def table(*rows: Sequence[str | Cell]) -> Table:
    """Return a table of texts."""
    made = tuple(Row(tuple(each if isinstance(each, Cell) else cell(each) for each in row)) for row in rows)
    return Table(made, max(len(row) for row in rows))


def outline(
    *blocks: Block | str, furniture: Sequence[Furniture] = (), title: str = "", file: str = "fil.txt"
) -> Outline:
    """Return an outline whose plain text is that of its blocks and furniture, typed marks too."""
    made = tuple(para(each) if isinstance(each, str) else each for each in blocks)
    return Outline(file, "txt", made, tuple(furniture), plain(made, furniture), title)


def plain(blocks: Sequence[Block], furniture: Sequence[Furniture] = ()) -> str:
    """Return the words of blocks and furniture, paragraph by paragraph."""
    lines = [f"{'' if each.made else each.marker} {each.text}" for each in paragraphs(blocks)]
    return "\n".join([*lines, *(each.text for each in furniture)])


_PIECES = st.sampled_from(
    [
        *"* _ # < & | ~ ` \\ [ ] ( ) ! - – — + = > : ; . , ? § % / @ ^ \u00ad \u200b \u2028 \n \t \u00a0 \ue000".split(
            " "
        ),
        *"Formål Målgruppe Klage Lovgrundlag hjælp borgeren Kommune Kvalitetsstandard for Godkendt den af o og".split(),
        *"1. 2) 1.1 18 a) B3 2.500 kr. § 99 7 46 dage https://eksempel.dk <b> &amp; **fed** _kursiv_ [x](y) - • ###".split(),
        "Hvad koster ydelsen?",
        "Lovgrundlag: Serviceloven § 97.",
        "46 46 44 20",
        "5. oktober 2015",
        "Lejre Kommune",
        "Side 2 af 4",
        "Byrådet den 5. maj 2020",
        "Gældende fra 1.1.2021",
        "---",
        "| a | b |",
        "1. En. 2. To. 3. Tre.",
        "• En.• To.",
        "    indrykket",
        "```",
    ]
)
_TEXT = st.lists(st.one_of(_PIECES, st.text(max_size=4)), min_size=0, max_size=7).map(" ".join) | st.lists(
    _PIECES, max_size=5
).map("".join)
_RUNS = st.lists(
    st.builds(
        Run,
        _TEXT,
        strong=st.booleans(),
        emph=st.booleans(),
        underline=st.booleans(),
        href=st.sampled_from(["", "", "", "https://eksempel.dk/a(b)", "javascript:x", "a b"]),
        made=st.sampled_from([False] * 9 + [True]),
    ),
    min_size=0,
    max_size=3,
).map(tuple)
_REASONS = st.sampled_from([(), (), (), ("bold",), ("caps",), ("underline",), ("size", "bold"), ("summary",)])
PARAS = st.one_of(
    st.builds(
        Para,
        _RUNS,
        level=st.sampled_from([0, 0, 0, 1, 2, 3]),
        reasons=_REASONS,
        size=st.sampled_from([0.0, 11.0, 18.0]),
    ),
    st.builds(
        Para,
        _RUNS,
        depth=st.integers(0, 4),
        marker=st.sampled_from(["", "•", "–", "1.", "2.", "7)", "a)", "1.1", "iv."]),
        made=st.booleans(),
        quote=st.booleans(),
        origin=st.sampled_from(["body", "body", "footnote"]),
    ),
    st.sampled_from(["Formål", "Hvem kan få hjælp?", "2. Målgruppe", "Kvalitetsstandard for ledsagelse § 97"]).map(
        para
    ),
)
_ROWS = st.lists(
    st.lists(
        st.builds(Cell, st.lists(PARAS, max_size=3).map(tuple), colspan=st.integers(1, 3), rowspan=st.integers(1, 3)),
        min_size=1,
        max_size=4,
    ).map(lambda cells: Row(tuple(cells))),
    min_size=1,
    max_size=4,
).map(tuple)
TABLES = st.builds(Table, _ROWS, st.integers(1, 5), layout=st.booleans())
OUTLINES = st.builds(
    lambda blocks, furniture, title: outline(*blocks, furniture=furniture, title=title),
    st.lists(st.one_of(PARAS, PARAS, TABLES), max_size=8),
    st.lists(st.builds(Furniture, st.sampled_from(["header", "footer", "hidden"]), _TEXT), max_size=2),
    st.sampled_from(["", "En titel"]),
)
