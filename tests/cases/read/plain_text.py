"""Text files as they come out of other programs: tabs, hard line ends, page numbers, labels run together with text."""

from collections.abc import Iterator, Sequence
from itertools import count

from tests.cases.read.case import Case, WantedSection
from tests.cases.read.flow import BREAK, Grid, Line, label, pieces, positions, typed


class Sheet:
    """Lays one case out as lines."""

    def __init__(self, case: Case) -> None:
        self.case, self.layout = case, case.layout
        self.width = int(case.layout.get("width", 0))
        (self.standard,) = case.standards

    def lines(self) -> list[str]:
        """All lines of the text."""
        shape = getattr(self, "as_" + self.layout["shape"])
        before = [line for each in self.layout.get("before", ()) for line in (each, "")]
        after = [line for each in self.layout.get("after", ()) for line in ("", each)]
        return [self.standard.title, "", *before, *self.contents(), *shape(self.standard.sections), *after]

    def contents(self) -> list[str]:
        """A list of the sections with their pages."""
        if "contents" not in self.layout:
            return []
        names = [label(each.number, each.heading) for each in self.standard.sections]
        pages = (1 + number // int(self.layout["contents"]) for number in count())
        return ["Indholdsfortegnelse", *(f"{name:.<60} {page}" for name, page in zip(names, pages, strict=False)), ""]

    def text(self, section: WantedSection, bullet: str = "-") -> Iterator[str]:
        """The lines of a section's text; an empty one after each paragraph that no entry follows."""
        found = pieces(section.text)
        for piece, following in zip(found, [*found[1:], None], strict=False):
            if isinstance(piece, Grid):
                yield from _grid(piece)
                yield ""
                continue
            for line in typed(piece, bullet).split(BREAK):
                yield from self.wrapped(line)
            entries = ("bullet", "number")
            if not (piece.kind in entries and following and getattr(following, "kind", "") in entries):
                yield ""

    def wrapped(self, text: str) -> Iterator[str]:
        """A text in lines of the width, its last words torn where they may be."""
        if not self.width:
            yield text
            return
        line, words = "", text.split(" ")
        while words:
            word = words.pop(0)
            if len(line) + 1 + len(word) <= self.width or not line:
                line = f"{line} {word}".strip()
                continue
            left, right = self.torn(word, self.width - len(line) - 1)
            yield f"{line} {left}".strip()
            line, words = "", [right, *words]
        yield line

    def torn(self, word: str, room: int) -> tuple[str, str]:
        """The part of a word that still fits on the line, with its hyphen, and the rest."""
        if self.layout.get("hyphens"):
            for at in reversed(positions(word)):
                if at + 1 <= room and word[at - 1].isalpha() and word[at].isalpha():
                    return word[:at] + "-", word[at:]
        return "", word

    # ---- shapes

    def as_wrapped(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """A heading on a line of its own, then its text."""
        for each in sections:
            yield from (label(each.number, each.heading), *self.text(each))

    as_outline = as_wrapped

    def as_capitals(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """As they are: the headings are capitals already."""
        yield from self.as_wrapped(sections)

    def as_run_together(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """Label and text without anything between them."""
        for each in sections:
            lines = [each.text for each in pieces(each.text) if isinstance(each, Line)]
            space = "" if self.layout.get("glue") else " "
            yield from (*self.wrapped(f"{each.heading}{space}{' '.join(lines)}"), "")

    def as_dense(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """Headings and paragraphs without empty lines."""
        for each in sections:
            yield from (label(each.number, each.heading), *filter(None, self.text(each, self.layout["bullet"])))

    def as_tabs(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """Label, tab, text; a second paragraph on an unlabelled row."""
        for each in sections:
            paragraphs = [line for line in self.text(each) if line] or [""]
            yield f"{label(each.number, each.heading)}\t{paragraphs[0]}"
            for more in paragraphs[1:]:
                yield from ("", f"\t{more}")

    def as_headings(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """Markdown."""
        for each in sections:
            yield from (f"## {label(each.number, each.heading)}", "", each.text.rstrip(), "")


def _grid(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        yield "\t".join(row)


def paged(lines: Sequence[str], layout: dict[str, str], size: int) -> Iterator[str]:
    """Put header and footer between the lines, as if each page held so many."""
    pages = [lines[start : start + size] for start in range(0, len(lines), size)]
    for number, page in enumerate(pages, 1):
        head, foot = (
            layout.get(name, "").replace("{page}", str(number)).replace("{pages}", str(len(pages)))
            for name in ("header", "footer")
        )
        yield from (head, "") if head else ()
        yield from page
        yield from ("", foot, "") if foot else ()


def make(case: Case) -> bytes:
    """Make the text file of a case."""
    sheet = Sheet(case)
    lines = sheet.lines()
    if case.layout["format"] == "md":
        lines[0] = f"# {lines[0]}"
    if "page_lines" in case.layout:
        lines = list(paged(lines, dict(case.layout), int(case.layout["page_lines"])))
    encoding = case.layout.get("encoding", "utf-8")
    end = "\r\n" if encoding != "utf-8" else "\n"
    return (end.join(lines).rstrip() + end).encode(encoding)
