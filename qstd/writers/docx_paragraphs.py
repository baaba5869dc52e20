"""Paragraphs and headings as WordprocessingML, wherever they stand: on the page, in a list, a note or a cell."""

from typing import NamedTuple

from qstd.model.document import Change, Heading, Paragraph, dotted
from qstd.writers.docx_anchors import section_key
from qstd.writers.docx_changes import around, gone
from qstd.writers.docx_inlines import LIGHT, QUIET, SMALL, Ledger, run, runs
from qstd.writers.docx_styles import PARAGRAPH_STYLES


class Place(NamedTuple):
    """Where a block stands: the style of plain paragraphs there, the left edge of their text, the room from there to
    the right (both in twips), the depth of lists, and what goes round or before the next block.
    """

    width: int
    style: str = ""
    indent: int = 0
    right: int = 0
    level: int = 0
    frame: str = ""  # borders and shading that the style does not bring by itself
    keep: bool = False  # on the same page as what follows
    table: bool = False
    label: bool = False  # beside the text that it heads, and not above it

    def inside(self, step: int) -> "Place":
        """Return the place `step` twips further in."""
        return self._replace(indent=self.indent + step, width=self.width - step)


class Opening(NamedTuple):
    """What is special in the first paragraph of a list item or a fact, and in a heading: number, label, layout."""

    number: str = ""
    runs: str = ""
    style: str = ""
    border: str = ""
    tabs: str = ""
    spacing: str = ""
    indents: str = ""
    loose: str = ""
    apart: bool = False  # not held on one page with what follows, though its style would


def indents(place: Place, hanging: int = 0) -> str:
    """Return the indents of a paragraph, or nothing when the style's own will do."""
    if not (place.indent or place.right or hanging):
        return ""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{place.indent}" w:right="{place.right}"{hang}/>'


def p(
    place: Place,
    ledger: Ledger,
    xml: str,
    style: str = "",
    opening: Opening | None = None,
    keep: bool = False,
    change: Change = "",
) -> str:
    """Return a paragraph; bookmarks that wait for one begin and end round its text. `change` is that of its end; in a
    row that comes or goes, all that stands in it does.
    """
    start = opening or Opening(indents=indents(place))
    change = (change or ledger.row) if ledger.tracked else ""
    ledger.ended = change
    style = start.style or style or place.style
    inner = ledger.bookmarked(start.runs + xml, ledger.take_pending())
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ('<w:keepNext w:val="0"/>' if start.apart else "<w:keepNext/>" if keep or place.keep else "")
        + start.number
        + (start.border or place.frame)
        + start.tabs
        + start.spacing
        + start.indents
        + start.loose
        + (f"<w:rPr><w:{change}/></w:rPr>" if change else "")
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def spacer(ledger: Ledger) -> str:
    """Return a paragraph that takes no room, for the text to end in where a paragraph that may go could not: one can
    only go into the next.
    """
    if ledger.row or not ledger.ended:
        return ""
    ledger.ended = ""
    return _SPACER


_SPACER = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)


def write_paragraph(paragraph: Paragraph, ledger: Ledger, place: Place, opening: Opening | None = None) -> str:
    """Return a paragraph with its words."""
    if paragraph.id in ledger.anchors:
        ledger.pending.append(ledger.anchors[paragraph.id])
    style = PARAGRAPH_STYLES[paragraph.kind]
    if place.table and paragraph.kind in ("lead", "meta", "approval"):
        style = place.style
    return p(place, ledger, runs(paragraph.inlines, ledger), style, opening, change=paragraph.change)


def write_heading(heading: Heading, ledger: Ledger, place: Place) -> str:
    """Return a heading. Its own number is text, so that gaps and letters stay, and hangs in the margin."""
    level = max(1, min(heading.level, 6))
    style = "Title" if level == 1 else f"Heading{level - 1}"
    look = SMALL if place.table else 0
    opening = Opening(indents=indents(place))
    if heading.number:
        opening = _numbered(heading, level, place, gone(heading) if ledger.tracked else "")
    if place.table:
        opening = opening._replace(spacing='<w:spacing w:before="60" w:after="40"/>', apart=place.label)
    if ledger.booklet and heading.level == 2:
        opening = opening._replace(number="<w:pageBreakBefore/>")
    section = ledger.anchors[section_key(heading.section)] if heading.section else ""
    marks = dict.fromkeys((ledger.anchors.get(heading.id, ""), section))
    ledger.pending += [mark for mark in marks if mark]
    return p(place, ledger, runs(heading.inlines, ledger, look), style, opening, change=heading.change)


def _numbered(heading: Heading, level: int, place: Place, change: Change) -> Opening:
    """Return the hanging number of a heading: in the margin where there is one, else at the left edge."""
    number = dotted(heading.number)
    em = 180 if place.table else 280 if level < 3 else 225
    width = sum(0.6 if each.isalnum() else 0.28 for each in number) * em
    hanging = min(int(width + 0.6 * em), 1100)
    left = place.indent + hanging if place.table or place.indent else 0
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    hang = f'<w:ind w:left="{left}" w:right="{place.right}" w:hanging="{hanging}"/>'
    xml = run(number, QUIET | LIGHT | (SMALL if place.table else 0))
    return Opening(runs=around(f"{xml}<w:r><w:tab/></w:r>", change), tabs=tab, indents=hang)
