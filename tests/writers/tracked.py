"""What a Word file with tracked changes becomes when all are accepted or rejected, by what the format says of them; and
the outline of a Word file: its words with their place and form, without what only looks.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = {"w": W[1:-1]}
DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"

Piece: TypeAlias = tuple[str, bool, bool, str]  # words, bold, italic, where they lead
Outline: TypeAlias = list[Any]


def part(content: bytes, name: str = DOCUMENT) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


# ---------- Accepting and rejecting ----------


def accept_all(content: bytes) -> bytes:
    """The file as it is when every change is accepted."""
    return _resolved(content, keep="ins", drop="del")


def reject_all(content: bytes) -> bytes:
    """The file as it is when every change is rejected."""
    return _resolved(content, keep="del", drop="ins")


def _resolved(content: bytes, keep: str, drop: str) -> bytes:
    package = zipfile.ZipFile(io.BytesIO(content))
    files = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(files[DOCUMENT])
    _resolve_rows(root, drop)
    ends = {"keep": set(), "drop": set()}  # type: dict[str, set[Any]]
    for kind, what in (("keep", keep), ("drop", drop)):
        marks = root.xpath(f"//w:pPr/w:rPr/w:{what}", namespaces=NS)
        ends[kind] = {mark.getparent().getparent().getparent() for mark in marks}
        for mark in marks + root.xpath(f"//w:trPr/w:{what}", namespaces=NS):
            mark.getparent().remove(mark)
    _resolve_words(root, keep, drop)
    _join(root, ends["drop"])
    files[DOCUMENT] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _resolve_rows(root: Any, drop: str) -> None:
    for row in root.xpath(f"//w:tr[w:trPr/w:{drop}]", namespaces=NS):
        row.getparent().remove(row)
    for table in root.xpath("//w:tbl[not(w:tr)]", namespaces=NS):
        table.getparent().remove(table)


def _resolve_words(root: Any, keep: str, drop: str) -> None:
    for gone in list(root.iter(W + drop)):
        if gone.getparent() is not None:
            gone.getparent().remove(gone)
    for kept in list(root.iter(W + keep)):
        for child in list(kept):
            kept.addprevious(child)
        kept.getparent().remove(kept)
    for text in root.iter(W + "delText"):
        text.tag = W + "t"
    for link in root.xpath("//w:hyperlink[not(*)]", namespaces=NS):
        link.getparent().remove(link)


def _join(root: Any, without_end: set[Any]) -> None:
    """Let each paragraph that lost its end go on in the next one; where none follows, it can only go if it is empty."""
    for paragraph in list(root.iter(W + "p")):
        if paragraph not in without_end:
            continue
        after = paragraph.getnext()
        words = [child for child in paragraph if child.tag != W + "pPr"]
        if after is not None and after.tag == W + "p":
            at = int(len(after) > 0 and after[0].tag == W + "pPr")
            after[at:at] = words
            paragraph.getparent().remove(paragraph)
        elif not paragraph.xpath(".//w:r", namespaces=NS):
            paragraph.getparent().remove(paragraph)


# ---------- Outlines ----------


def outline(content: bytes) -> Outline:
    """The paragraphs with words and the tables of a file, in order, with what they are."""
    rels = part(content, "word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in rels}
    return list(_outlined(part(content).find(W + "body"), targets, _Lists(content)))


def _outlined(parent: Any, targets: dict[str, str], lists: "_Lists") -> Iterator[Any]:
    in_cell = parent.tag == W + "tc"  # how wide a column is, and so how lists hang in it, is a matter of looks
    for child in parent:
        if child.tag == W + "p":
            pieces = _pieces(child, targets)
            if pieces:
                style = "".join(child.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS))
                indents = () if in_cell else tuple(child.xpath("w:pPr/w:ind/@*", namespaces=NS))
                yield (style, lists.of(child), indents, pieces)
        elif child.tag == W + "tbl":
            yield [
                [(*_spans(cell), list(_outlined(cell, targets, lists))) for cell in row.iterchildren(W + "tc")]
                for row in child.iterchildren(W + "tr")
            ]


def _spans(cell: Any) -> tuple[Any, Any]:
    found = cell.xpath("w:tcPr/w:gridSpan/@w:val", namespaces=NS), cell.xpath("w:tcPr/w:vMerge/@w:val", namespaces=NS)
    return tuple(found[0]), tuple(found[1])


class _Lists:
    """The lists of a file: which one a paragraph is an entry of, in the order in which they begin."""

    def __init__(self, content: bytes) -> None:
        # LibreOffice writes no numbering for a text without lists
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
        self.numbering = part(content, NUMBERING) if NUMBERING in names else etree.Element("none")
        self.order: dict[str, int] = {}

    def of(self, paragraph: Any) -> tuple[Any, ...] | None:
        number = "".join(paragraph.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NS))
        if not number:
            return None
        level = paragraph.xpath("w:pPr/w:numPr/w:ilvl/@w:val", namespaces=NS)[0]
        abstract = self.numbering.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val", namespaces=NS)[0]
        path = f"w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={level}]"
        form, start = (
            self.numbering.xpath(f"{path}/w:{each}/@w:val", namespaces=NS)[0] for each in ("numFmt", "start")
        )
        return self.order.setdefault(number, len(self.order)), level, form, start


def _pieces(paragraph: Any, targets: dict[str, str]) -> list[Piece]:
    """The words of a paragraph, in stretches of one form."""
    pieces: list[Piece] = []
    for run in paragraph.iter(W + "r"):
        words = "".join(_characters(child) for child in run)
        link = next(run.iterancestors(W + "hyperlink"), None)
        leads = "" if link is None else targets.get(link.get(R + "id"), "") or "#" + link.get(W + "anchor", "")
        piece = (words, _is(run, "b"), _is(run, "i"), leads)
        if pieces and pieces[-1][1:] == piece[1:]:
            piece = (pieces.pop()[0] + words, *piece[1:])
        if piece[0]:
            pieces.append(piece)
    return pieces


def _characters(element: Any) -> str:
    if element.tag == W + "t":
        return element.text or ""
    if element.tag == W + "noBreakHyphen":
        return "\N{NON-BREAKING HYPHEN}"
    return "\n" if element.tag in (W + "tab", W + "br") else ""  # which of them parts a label from its text is looks


def _is(run: Any, form: str) -> bool:
    found = run.xpath(f"w:rPr/w:{form}", namespaces=NS)
    return bool(found) and found[0].get(W + "val") not in ("0", "false")


# ---------- Lines ----------


def lines(content: bytes) -> list[str]:
    """A file as people would type it: `## heading`, `- entry`, `1. entry`, `| cell | cell |`, `**bold**`,
    `*italic*`, `words <address>`. The same also after LibreOffice has saved it.
    """
    styles = part(content, "word/styles.xml").iter(W + "style")
    names = {each.get(W + "styleId"): each.find(W + "name").get(W + "val") for each in styles}
    return [line for each in outline(content) for line in _lines(each, names)]


def _lines(entry: Any, names: dict[str, str]) -> Iterator[str]:
    if isinstance(entry, list):
        for row in entry:
            cells = [" / ".join(line for each in cell[2] for line in _lines(each, names)) for cell in row]
            yield f"| {' | '.join(cells)} |"
        return
    style, listed, _, pieces = entry
    words = "".join(_typed(*piece) for piece in pieces)
    name = names.get(style, "").lower()
    if name == "title":
        yield f"# {words}"
    elif name.startswith("heading "):
        yield f"{'#' * (int(name[-1]) + 1)} {words}"
    elif listed:
        yield f"{'  ' * int(listed[1])}{'-' if listed[2] == 'bullet' else '1.'} {words}"
    else:
        yield words


def _typed(words: str, bold: bool, italic: bool, leads: str) -> str:
    form = "*" * (2 * bold + italic)
    return f"{form}{words}{form}" + (f" <{leads}>" if leads else "")
