"""PDF: characters and rules of each page become words, lines, tables and paragraphs in reading order.

The steps, one module each: `library` opens the file (`characters`, `words`, `drawing`, `notes` and `tags` read a page),
`sheets` deals words out to ruled tables (`grid`) and takes furniture away (`furniture`, `contents`), `pieces` puts the
rest in reading order (`bands`, `paragraphs`), `joins` mends what the end of a page tore, `convert` makes the outline.
"""

from collections.abc import Iterator

from qstd.model.finding import Finding
from qstd.model.outline import Furniture, Outline, Reading, Spot
from qstd.readers.pdf import faults, library
from qstd.readers.pdf.convert import Converter, body_size
from qstd.readers.pdf.joins import joined, with_footnotes
from qstd.readers.pdf.layout import Piece, TablePart
from qstd.readers.pdf.pieces import pieces, spacing
from qstd.readers.pdf.sheets import Sheet, sheets


def read(data: bytes, file: str) -> Reading:
    """Read a PDF file; `file` is its name in findings."""
    source = library.source(data)
    if source.trouble:
        return Reading(None, (faults.locked(file) if source.trouble == "password" else faults.damaged(file),))
    found = tuple(_findings(source, file))
    if not any(page.plain.strip() for page in source.pages):
        return Reading(None, found)
    looked = sheets(source.pages)
    usual = spacing(looked)
    found_pieces = list(pieces(looked, usual))
    whole = joined(with_footnotes(found_pieces, body_size(found_pieces)))
    outline = Outline(
        file,
        "pdf",
        Converter(whole).all_blocks(),
        (*_furniture(looked), *_repeated(whole)),
        "\n".join(page.plain for page in source.pages),
        source.title,
        source.language,
    )
    return Reading(outline, found)


def _findings(source: library.Source, file: str) -> Iterator[Finding]:
    """Say what was wrong with the file, or was left out."""
    blank = [page.number for page in source.pages if not page.plain.strip()]
    images = [page.number for page in source.pages if page.number in blank and page.pictures]
    if source.unread:
        yield faults.unread(file, source.unread)
    if len(blank) == len(source.pages):
        if not source.unread:
            yield faults.no_text(file, source.count) if images else faults.empty(file)
        return
    if images:
        yield faults.some_pages_without_text(file, images)
    if source.count > len(source.pages):
        yield faults.too_many_pages(file, source.count, len(source.pages))
    if source.cut:
        yield faults.too_much_text(file, source.cut)
    count = sum(page.pictures for page in source.pages if not page.scan)
    if count:
        yield faults.pictures(file, count)


def _furniture(looked: list[Sheet]) -> Iterator[Furniture]:
    """Give what is no text of the standard, page by page."""
    for sheet in looked:
        number = sheet.page.number
        for kind, line in sheet.furniture:
            box = (round(line.x0, 1), round(line.top, 1), round(line.x1, 1), round(line.bottom, 1))
            yield Furniture(kind, line.text, Spot(page=number, box=box))
        for text in sheet.page.hidden:
            yield Furniture("hidden", text, Spot(page=number))
        for text in sheet.page.notes:
            yield Furniture("comment", text, Spot(page=number))


def _repeated(whole: list[Piece]) -> Iterator[Furniture]:
    """Give the headers of tables that were printed again."""
    for piece in whole:
        if isinstance(piece, TablePart):
            for row in piece.repeated:
                yield Furniture("repeated", " ".join(row.words).strip(), Spot(page=row.page))
