"""Small PDF files for tests, written by hand: text in a font whose letters are all 0.6 wide, rules, and what else a page
can hold; and the count of words that every file must pass.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import wrap

from qstd.model.finding import Finding
from qstd.model.outline import Block, Outline, Para, Table, paragraphs
from qstd.readers.pdf import read

WIDTH, HEIGHT = 420.0, 595.0
SIZE = 8.0
LETTER = 0.6
"""How wide a letter of Courier is, in sizes."""
LEADING = 10.0
LEFT = 40.0


class Page:
    """A page, drawn from its upper left corner."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.notes: list[str] = []
        self.extra = ""

    def text(self, x: float, y: float, words: str, size: float = SIZE, bold: bool = False, mode: int = 0) -> "Page":
        """Write words on a base line."""
        self.drawn.append(
            f"BT /{'F2' if bold else 'F1'} {size} Tf {mode} Tr {x} {HEIGHT - y} Td {_string(words)} Tj ET"
        )
        return self

    def turned(self, x: float, y: float, words: str) -> "Page":
        """Write words upwards."""
        self.drawn.append(f"BT /F1 {SIZE} Tf 0 1 -1 0 {x} {HEIGHT - y} Tm {_string(words)} Tj ET")
        return self

    def block(self, x: float, y: float, words: str, width: int, size: float = SIZE, bold: bool = False) -> float:
        """Write words in lines of at most `width` letters; give the base line after the last."""
        for line in wrap(words, width, break_on_hyphens=False):
            self.text(x, y, line, size, bold)
            y += LEADING
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draw a line."""
        self.drawn.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> "Page":
        """Draw a table of rules."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def note(self, entries: str) -> "Page":
        """Lay something over the page."""
        self.notes.append(f"<< /Type /Annot {entries} >>")
        return self


def _string(words: str) -> str:
    return "<" + words.encode("cp1252").hex() + ">"


PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)


def pdf(*pages: Page, catalog: str = "", title: str = "") -> bytes:
    """Make a file of pages."""
    fonts = (b"/F1 3 0 R /F2 4 0 R", b"/Im 5 0 R")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog.encode() + b" >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
        PICTURE + b"\nstream\n\x80\nendstream",
        b"<< /Title (" + title.encode() + b") >>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(page.drawn).encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R " % (WIDTH, HEIGHT, 8 + 2 * number)
            + b"/Resources << /Font << %s >> /XObject << %s >> >> /Annots [%s] "
            % (*fonts, " ".join(page.notes).encode())
            + page.extra.encode()
            + b" >>"
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    return _file(objects)


def _file(objects: Iterable[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    end = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def outline(data: bytes) -> Outline:
    """Read a file that can be read, and count its words."""
    found = read(data, "fil.pdf")
    assert found.outline is not None, found.findings
    missing, extra = unbalanced(found.outline)
    assert not missing, missing
    assert not extra, extra
    return found.outline


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def texts(blocks: Iterable[Block]) -> list[str]:
    """Give the text of each paragraph outside of tables."""
    return [block.text for block in blocks if isinstance(block, Para)]


def tables(blocks: Iterable[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """Give the text of each cell, its paragraphs parted by " / "."""
    return [[" / ".join(para.text for para in paragraphs(cell.blocks)) for cell in row.cells] for row in table.rows]


def counted(text: str) -> Counter[str]:
    """Count words and signs of paragraphs."""
    plain = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    return Counter(re.findall(r"[^\W_]+|§", plain))


def unbalanced(found: Outline) -> tuple[Counter[str], Counter[str]]:
    """Give the words that only the library's own text has, and those that only the outline has."""
    placed = Counter[str]()
    for para in paragraphs(found.blocks):
        placed += counted(para.text)
    for each in found.furniture:
        placed += counted(each.text)
    plain = counted(found.plain or "")
    return plain - placed, placed - plain
