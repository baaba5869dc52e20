"""The PDF library: opens a file and gives its pages as plain data. Nothing outside of this folder knows the library.

The library reads each page by itself; what it cannot read becomes a page number in a finding, never an error.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from qstd.readers.pdf import characters, drawing, notes, tags
from qstd.readers.pdf.shapes import Box, Page, Rule, Strip, Word
from qstd.readers.pdf.words import Read, words

PAGES = 1_000
"""How many pages are read; a longer file is no standard."""
CHARACTERS = 200_000
"""How many characters of one page are read."""
ALL_CHARACTERS = 3_000_000
COVERS = 0.5
"""A picture that covers this share of a page makes it a scanned page."""


@dataclass(slots=True)
class Source:
    """A file as the library sees it. `trouble` is empty, or why it could not be opened: "password" or "damaged".
    `unread` are the numbers of pages that could not be read, `cut` of those with too many characters.
    """

    trouble: str = ""
    pages: list[Page] = field(default_factory=list)
    count: int = 0
    unread: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    title: str = ""
    language: str = ""


def source(data: bytes) -> Source:
    """Open a file and read all its pages."""
    found = Source()
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        found.trouble = "password" if "password" in str(error).lower() else "damaged"
        return found
    try:
        _fill(found, pdf)
    finally:
        pdf.close()
    return found


def _fill(found: Source, pdf: pypdfium2.PdfDocument) -> None:
    found.count = len(pdf)
    found.language = tags.language(pdf)
    found.title = pdf.get_metadata_value("Title").strip()
    if pdf.get_formtype() in (raw.FORMTYPE_ACRO_FORM, raw.FORMTYPE_XFA_FOREGROUND, raw.FORMTYPE_XFA_FULL):
        pdf.init_forms()
    budget = ALL_CHARACTERS
    for index in range(min(found.count, PAGES)):
        page = _page(pdf, index, found, budget)
        found.pages.append(page)
        budget = max(0, budget - len(page.plain))


def _page(pdf: pypdfium2.PdfDocument, index: int, found: Source, budget: int) -> Page:
    try:
        page = pdf[index]
    except pypdfium2.PdfiumError:
        found.unread.append(index + 1)
        return Page(index + 1)
    try:
        return _read(pdf, page, index + 1, found, budget)
    except pypdfium2.PdfiumError:
        found.unread.append(index + 1)
        return Page(index + 1)
    finally:
        page.close()


def _read(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int, found: Source, budget: int) -> Page:
    """Read one page: its text twice over (character by character, and as the library puts it together), and the rest."""
    text_page = page.get_textpage()
    tagged = tags.tags(page)
    count = text_page.count_chars()
    allowed = min(count, CHARACTERS, budget)
    if allowed < count:
        found.cut.append(number)
    strips, turn = characters.strips(text_page, allowed, characters.Faces(tagged.levels))
    frame = Frame(page.get_bbox(), turn)
    drawn = drawing.drawn(page)
    extra = notes.notes(pdf, page)
    scan = any(frame.covers(box) for box in drawn.pictures)
    shown, hidden = _sorted_out([frame.strip(strip) for strip in strips], frame, scan)
    read, unseen = words(shown), words(hidden)
    placed = [each._replace(box=frame.box(each.box)) for each in extra.placed]
    return Page(
        number,
        frame.width,
        frame.height,
        (*read.words, *(word for each in placed for word in notes.words(each))),
        tuple(frame.rules(drawn.edges)),
        tuple(frame.box(box) for box in drawn.dots),
        (*_texts(unseen.words), *tagged.alternatives),
        tuple(extra.remarks),
        tuple((frame.box(box), href) for box, href in extra.links),
        "\n".join(
            [
                _plain(text_page, allowed, (read, unseen)),
                *(each.text for each in placed),
                *extra.remarks,
                *tagged.alternatives,
            ]
        ),
        len(drawn.pictures),
        scan,
    )


def _plain(text_page: pypdfium2.PdfTextPage, count: int, reads: tuple[Read, ...]) -> str:
    """Give the text of a page as the library puts it together; but where words stand apart on the page and it runs them
    together, with a space, and without the spaces that are not seen.
    """
    cuts = {index: (" ", index) for read in reads for index in read.breaks}
    cuts |= {index: ("", index + 1) for read in reads for index in read.ghosts}
    parts: list[str] = []
    start = 0
    for index in sorted(each for each in cuts if 0 <= each < count):
        if index > start:
            parts.append(text_page.get_text_range(start, index - start))
        between, start = cuts[index]
        parts.append(between)
    if count > start:
        parts.append(text_page.get_text_range(start, count - start))
    return unicodedata.normalize("NFC", "".join(parts).translate(characters.DECOMPOSED))


def _sorted_out(strips: list[Strip], frame: "Frame", scan: bool) -> tuple[list[Strip], list[Strip]]:
    """Part what stands in the page's reading from what does not. On a scanned page the invisible text is the reading of
    a machine: the text itself.
    """
    shown: list[Strip] = []
    hidden: list[Strip] = []
    for strip in strips:
        seen = (scan or not strip.face.hidden) and strip.turn == 0 and frame.holds(strip)
        (shown if seen else hidden).append(strip)
    return shown, hidden


def _texts(hidden: list[Word]) -> Iterator[str]:
    """Give hidden words as texts, those that belong together in one."""
    group: list[Word] = []
    for word in hidden:
        if group and abs(word.base - group[-1].base) > word.size:
            yield " ".join(each.text for each in group)
            group = []
        group.append(word)
    if group:
        yield " ".join(each.text for each in group)


class Frame:
    """A page, turned so that its text stands upright, measured from its upper left corner."""

    def __init__(self, box: Box, turn: int) -> None:
        self._left, self._bottom, self._right, self._top = box
        self._turn = turn
        across, down = self._right - self._left, self._top - self._bottom
        self.width, self.height = (across, down) if turn in (0, 180) else (down, across)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point of the page's own."""
        if self._turn == 0:
            return (x - self._left, self._top - y)
        if self._turn == 90:
            return (y - self._bottom, x - self._left)
        if self._turn == 180:
            return (self._right - x, y - self._bottom)
        return (self._top - y, self._right - x)

    def box(self, box: Box) -> Box:
        """Turn a box (left, bottom, right, top) of the page's own."""
        ax, ay = self.point(box[0], box[1])
        bx, by = self.point(box[2], box[3])
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def strip(self, strip: Strip) -> Strip:
        """Move a strip, already turned, to the corner."""
        aside = {0: -self._left, 90: -self._bottom, 180: self._right, 270: self._top}[self._turn]
        down = {0: self._top, 90: -self._left, 180: -self._bottom, 270: self._right}[self._turn]
        lefts, rights = [x + aside for x in strip.lefts], [x + aside for x in strip.rights]
        return strip._replace(lefts=lefts, rights=rights, base=strip.base + down)

    def holds(self, strip: Strip) -> bool:
        """Whether any of it stands on the page."""
        aside = strip.rights[-1] > 0 and strip.lefts[0] < self.width
        return aside and strip.base > 0 and strip.base - strip.size < self.height

    def covers(self, box: Box) -> bool:
        """Whether a picture covers much of the page."""
        left, top, right, bottom = self.box(box)
        across, down = min(right, self.width) - max(left, 0), min(bottom, self.height) - max(top, 0)
        return across > 0 and down > 0 and across * down >= COVERS * self.width * self.height

    def rules(self, edges: list[drawing.Edge]) -> Iterator[Rule]:
        """Turn the drawn lines that go straight across or down."""
        for x0, y0, x1, y1 in edges:
            left, top, right, bottom = self.box((x0, y0, x1, y1))
            if bottom - top <= right - left:
                yield Rule(True, (top + bottom) / 2, left, right)
            else:
                yield Rule(False, (left + right) / 2, top, bottom)
