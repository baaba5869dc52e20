"""The contents of a booklet as Word has them: a field that can be brought up to date, and shows its entries before that.

Word counts pages when it lays them out and not before. The figures in the file are an estimate; each is a field too.
"""

from collections.abc import Iterator
from itertools import takewhile
from math import ceil

from qstd.language import translator
from qstd.model.document import Block, Blocks, Heading, Item, Items, Note, Paragraph, Row, Table, plain
from qstd.writers import docx_names as names
from qstd.writers.docx_inlines import Ledger

# In points: what a page holds, a line of the text and of a table takes, and how many characters stand on the former.
_PAGE, _LINE, _TABLE_LINE, _CHARACTERS = 697, 15.1, 12.5, 84


def opening(blocks: Blocks) -> Blocks:
    """Return what stands before the contents: all up to the first heading of level 2."""
    return tuple(takewhile(lambda block: not _begins_page(block), blocks))


def contents(blocks: Blocks, ledger: Ledger, width: int) -> str:
    """Return the contents: a title, and a line for each heading that begins a page."""
    _ = translator(ledger.language)
    title = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{_run(_("Indhold"))}</w:p>'
    lines = [
        _entry(heading, page, ledger, width, first=at == 0) for at, (heading, page) in enumerate(_pages(blocks, ledger))
    ]
    if not lines:
        return ""
    advice = _("Passer sidetallene ikke? Højreklik på listen, og vælg »Opdater felt«.")
    closing = f'<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>{_field_end()}{_run(advice)}</w:p>'
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{title}{''.join(lines)}{closing}</w:sdtContent></w:sdt>"
    )


def _entry(heading: Heading, page: int, ledger: Ledger, width: int, first: bool) -> str:
    mark = ledger.anchors[heading.id]
    field = _field('TOC \\o "1-1" \\h \\z \\u') if first else ""
    number = _field(f"PAGEREF {mark} \\h") + _run(str(page)) + _field_end()
    return (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/>'
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs></w:pPr>{field}'
        f'<w:hyperlink w:anchor="{mark}" w:history="1">'
        f"{_run(plain(heading.inlines))}<w:r><w:tab/></w:r>{number}</w:hyperlink></w:p>"
    )


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field_end() -> str:
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{names.text(" ".join(text.split()))}</w:t></w:r>'


# ---------- Which page ----------


def _begins_page(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2


def _pages(blocks: Blocks, ledger: Ledger) -> Iterator[tuple[Heading, int]]:
    """Yield each heading that begins a page, and about which page that is."""
    entries = sum(_begins_page(block) for block in blocks)
    height, page = 40 + 20.0 * entries, 1
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            page, height = page + max(1, ceil(height / _PAGE)), 0
            if block.id in ledger.anchors:
                yield block, page
        height += _height(block)


def _height(block: Block) -> float:
    """Return about how high a block is, in points."""
    match block:
        case Heading():
            return 20 if block.level > 3 else 33
        case Paragraph():
            return _text(plain(block.inlines)) + 7
        case Items():
            return 8 + sum(_item(item, block.kind) for item in block.items)
        case Note():
            return 26 + sum(map(_height, block.blocks))
        case Table():
            return 25 + sum(_row(row) for row in (*block.head, *block.body))


def _text(text: str, characters: int = _CHARACTERS, line: float = _LINE) -> float:
    return line * sum(max(1, ceil(len(each) / characters)) for each in text.split("\n"))


def _item(item: Item, kind: str) -> float:
    beside = 60 if kind == "facts" else 78
    return 3 + sum(
        _text(plain(block.inlines), beside) if isinstance(block, Paragraph) else _height(block) for block in item.blocks
    )


def _row(row: Row) -> float:
    room = max(8, int(100 / max(1, len(row.cells))))
    return 7 + max((sum(_in_cell(block, room) for block in cell.blocks) for cell in row.cells), default=0)


def _in_cell(block: Block, room: int) -> float:
    return _text(plain(block.inlines), room, _TABLE_LINE) + 3 if isinstance(block, Paragraph) else _height(block)
