"""Inlines as WordprocessingML: runs, links, bookmarks; and the ledger of what a document's parts share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from qstd.model.document import Break, Change, Del, Document, Emph, Inline, Inlines, Ins, Link, Mark, Strong, Text
from qstd.writers import docx_names as names
from qstd.writers.docx_anchors import anchors
from qstd.writers.docx_changes import around

# How a run looks: one bit each, so that looks add up and their XML can be kept.
BOLD, ITALIC, INS, DEL, LINK, QUIET, SMALL, LIGHT, SHARED = (1 << bit for bit in range(9))
NEAR = 1 << 10
TRACKED = 1 << 9  # changes are Word's own, to accept or reject, and not a look
_CHANGES = INS | DEL | TRACKED

LONGEST_TIP = 250  # Word refuses a little above this
_MARKS = {"empty": QUIET | LIGHT, "absent": QUIET | LIGHT, "shared": SHARED, "near": SHARED | NEAR, "tag": BOLD}


@dataclass(slots=True)
class Ledger:
    """What one document gathers while it is written: link targets, lists, bookmarks. Lives as long as one `write`."""

    anchors: dict[str, str]  # id -> bookmark name
    language: str = "da"  # of the few words that are ours
    targets: dict[str, str] = field(default_factory=dict)  # address -> relationship id
    lists: list[tuple[str, int, int]] = field(default_factory=list)  # kind, level, start
    placed: set[str] = field(default_factory=set)  # names of the bookmarks that stand in the text
    pending: list[str] = field(default_factory=list)  # bookmarks that wait for the next paragraph
    tracked: bool = False  # whether changes are Word's own
    booklet: bool = False  # whether headings of level 2 begin a page
    ended: Change = ""  # what happened to the end of the latest paragraph
    row: Change = ""  # what happened to the row of a table that is being written

    @classmethod
    def of(cls, document: Document, tracked: bool = False) -> "Ledger":
        """Open the ledger of a document."""
        language = document.around or document.language.split("-")[0].lower()
        return cls(anchors(document), language, tracked=tracked, booklet=document.kind == "booklet")

    def target(self, href: str) -> str:
        """Return the id of the relationship to an outside address."""
        return self.targets.setdefault(href, f"rIdL{len(self.targets) + 1}")

    def enlist(self, kind: str, level: int, start: int) -> int:
        """Note one more list and return its number."""
        self.lists.append((kind, level, start))
        return len(self.lists)

    def bookmarked(self, xml: str, wanted: Iterable[str]) -> str:
        """Return `xml` between the ends of the bookmarks `wanted` that do not stand in the text yet."""
        for name in wanted:
            if name and name.lower() not in self.placed:
                self.placed.add(name.lower())
                number = len(self.placed)
                xml = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{number}"/>'
        return xml

    def take_pending(self) -> Sequence[str]:
        """Hand over the bookmarks that wait for a paragraph."""
        if not self.pending:
            return ()
        waiting, self.pending = self.pending, []
        return waiting


@cache
def look_xml(look: int) -> str:
    """Return the run properties of a look, in the order that the schema wants."""
    parts = [
        (look & LINK, '<w:rStyle w:val="Hyperlink"/>'),
        (look & LIGHT and not look & BOLD, '<w:b w:val="0"/><w:bCs w:val="0"/>'),
        (look & BOLD, "<w:b/><w:bCs/>"),
        (look & ITALIC, "<w:i/><w:iCs/>"),
        (look & DEL, "<w:strike/>"),
        (_colour(look), f'<w:color w:val="{_colour(look)}"/>'),
        (look & SMALL, '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
        (look & INS, '<w:u w:val="single"/>'),
        (look & SHARED and not look & INS, f'<w:u w:val="{"dash" if look & NEAR else "dotted"}"/>'),
        (look & INS, '<w:shd w:val="clear" w:color="auto" w:fill="E2F2E6"/>'),
        (look & DEL and not look & INS, '<w:shd w:val="clear" w:color="auto" w:fill="FBE8E5"/>'),
    ]
    xml = "".join(part for wanted, part in parts if wanted)
    return f"<w:rPr>{xml}</w:rPr>" if xml else ""


def _colour(look: int) -> str:
    if look & INS:
        return "0E4B26"
    if look & DEL:
        return "7C1C14"
    return "4A525A" if look & QUIET and not look & LINK else ""


def run(text: str, look: int = 0) -> str:
    """Return a run of plain characters."""
    if not text:
        return ""
    if look & TRACKED:
        return _changed(f'{look_xml(look & ~_CHANGES)}<w:t xml:space="preserve">{names.text(text)}</w:t>', look)
    return f'<w:r>{look_xml(look)}<w:t xml:space="preserve">{names.text(text)}</w:t></w:r>'


def _changed(content: str, look: int) -> str:
    """Return a run as what it is in Word's own tracking: new, gone, or both (and then in neither version)."""
    xml = f"<w:r>{content}</w:r>"
    xml = around(xml, "del") if look & DEL else xml
    return around(xml, "ins") if look & INS else xml


def runs(inlines: Inlines, ledger: Ledger, look: int = 0) -> str:
    """Return inlines as runs."""
    look |= TRACKED if ledger.tracked else 0
    return "".join([run(each.text, look) if type(each) is Text else _inline(each, ledger, look) for each in inlines])


def _inline(inline: Inline, ledger: Ledger, look: int) -> str:
    match inline:
        case Text():
            return run(inline.text, look)
        case Break():
            return _changed("<w:br/>", look) if look & TRACKED else "<w:r><w:br/></w:r>"
        case Strong():
            return runs(inline.inlines, ledger, look | BOLD)
        case Emph():
            return runs(inline.inlines, ledger, look | ITALIC)
        case Ins():
            return runs(inline.inlines, ledger, look | INS)
        case Del():
            return runs(inline.inlines, ledger, look | DEL)
        case Link():
            return _link(inline, ledger, look)
        case Mark():
            return _mark(inline, ledger, look)


def _link(link: Link, ledger: Ledger, look: int) -> str:
    """Return a link, or its words alone when it leads nowhere from here; Word has no link inside a link."""
    if look & LINK or not _leads(link.href, ledger):
        return runs(link.inlines, ledger, look)
    inner = runs(link.inlines, ledger, look | LINK | (SMALL if link.kind == "source" else 0))
    if not inner:
        return ""
    tip = names.attribute((link.title or link.hint)[:LONGEST_TIP].strip())
    shown = f' w:tooltip="{tip}"' if tip else ""
    return f'<w:hyperlink {_where(link.href, ledger)}{shown} w:history="1">{inner}</w:hyperlink>'


def _leads(href: str, ledger: Ledger) -> bool:
    return href[1:] in ledger.anchors if href.startswith("#") else bool(names.address(href))


def _where(href: str, ledger: Ledger) -> str:
    if href.startswith("#"):
        return f'w:anchor="{ledger.anchors[href[1:]]}"'
    return f'r:id="{ledger.target(names.address(href))}"'


def _mark(mark: Mark, ledger: Ledger, look: int) -> str:
    xml = runs(mark.inlines, ledger, look | _MARKS.get(mark.kind, 0))
    return ledger.bookmarked(xml, [ledger.anchors[mark.id]]) if mark.id in ledger.anchors else xml
