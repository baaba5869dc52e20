"""Document -> Word file: accessible, in our own look, the same bytes for the same document.

The package is small and regular, so it is written as XML text: opening a library's template and walking its objects
would cost many times the writing itself. Styles are Word's own wherever Word has one (headings, title, lists, quotes),
so that navigation, tables of contents and screen readers find their way. A bookmark in each heading names its section, and
where the file may come back edited, a part of its own carries the words as they were.
"""

from qstd.model.document import Document
from qstd.model.theme import Theme, ThemeError
from qstd.writers import docx_parts as parts
from qstd.writers.docx_blocks import write_blocks
from qstd.writers.docx_contents import contents, opening
from qstd.writers.docx_inlines import Ledger
from qstd.writers.docx_joins import settled
from qstd.writers.docx_package import package
from qstd.writers.docx_paragraphs import Place, spacer
from qstd.writers.docx_stamps import stamped
from qstd.writers.docx_styles import styles

STYLES = "docx/styles.xml"  # a municipality's own, if it has one
A4 = (11906, 16838)
MARGIN, WIDE_MARGIN = 1361, 964
MEASURE = 9600  # a line of prose should not be longer, also on a page that lies down


def write(document: Document, theme: Theme, tracked: bool = False) -> bytes:
    """Return the Word file of a document. `tracked`: what changed in it is there for the reader to accept or reject,
    and Word goes on noting changes; otherwise it is shown by colours and lines.
    """
    if tracked:
        document = settled(document)
    ledger = Ledger.of(document, tracked)
    lying = document.kind in ("comparison", "review")
    width = A4[1] - 2 * WIDE_MARGIN if lying else A4[0] - 2 * MARGIN
    body = _body(document, ledger, Place(width, right=max(0, width - MEASURE) if lying else 0))
    if tracked:
        editor, mover = parts.editors(document, ledger.language)
        body = stamped(body + spacer(ledger), editor, mover, parts.day(document.date), len(ledger.placed))
    language = parts.language_of(document)
    footer = parts.footer(ledger.language)
    base = {} if document.base is None else parts.base(document.base.text)
    return package(
        {
            "[Content_Types].xml": parts.content_types(bool(base)),
            "_rels/.rels": parts.package_relations(),
            "docProps/core.xml": parts.core(document),
            "word/document.xml": _text(body or "<w:p/>", lying),
            "word/_rels/document.xml.rels": parts.relations(ledger.targets, bool(base)),
            "word/styles.xml": _own_styles(theme) or styles(language),
            "word/settings.xml": parts.settings(language, lying, tracked),
            "word/numbering.xml": parts.numbering(ledger.lists),
            "word/fontTable.xml": parts.fonts(),
            "word/header1.xml": parts.header(document, width),
            "word/header2.xml": parts.first_header(document),
            "word/footer1.xml": footer,
            "word/footer2.xml": footer,
            **base,
        }
    )


def _own_styles(theme: Theme) -> bytes:
    """Return the styles of somebody who has replaced ours. Raises ThemeError where they are no XML: Word would open nothing."""
    own = theme.assets.get(STYLES, b"")
    if not own:
        return own
    from xml.etree import ElementTree

    try:
        ElementTree.fromstring(own)
    except ElementTree.ParseError as error:
        raise theme.located(ThemeError(f"templates/{STYLES}:{error.position[0]}", str(error))) from error
    return own


def _body(document: Document, ledger: Ledger, place: Place) -> str:
    if not ledger.booklet:
        return "".join(write_blocks(document.blocks, ledger, place))
    head = opening(document.blocks)
    rest = document.blocks[len(head) :]
    parts_of_it = (*write_blocks(head, ledger, place), contents(rest, ledger, place.width))
    return "".join((*parts_of_it, *write_blocks(rest, ledger, place)))


def _text(body: str, lying: bool) -> bytes:
    """Return `word/document.xml`: the body and the page that it stands on."""
    width, height = reversed(A4) if lying else A4
    margin = WIDE_MARGIN if lying else MARGIN
    orient = ' w:orient="landscape"' if lying else ""
    section = (
        '<w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="1531" w:right="{margin}" w:bottom="1361" w:left="{margin}"'
        ' w:header="794" w:footer="680" w:gutter="0"/>'
        "<w:titlePg/>"
    )
    return (
        f'{parts.XML}<w:document {parts.WORD} xmlns:r="{parts.OFFICE}"><w:body>{body}'
        f"<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    ).encode()
