"""Word files (.docx) -> Outline: every text of the package, in reading order, or as furniture.

The XML is walked as it stands: content controls, tracked insertions, text boxes and notes are text; deletions, remarks,
headers and footers are furniture. `plain` finds the words a second time, without any of that.

Codes: I114 to I119, beside those of the package.
"""

from lxml import etree

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Block, FurnitureKind, Outline, Reading
from qstd.readers.archive import IS_IT_THE_FILE, SAVE_AGAIN, Package, open_package
from qstd.readers.docx.context import Context
from qstd.readers.docx.names import W, transitional
from qstd.readers.docx.numbering import Numbering
from qstd.readers.docx.parts import Part, main_part, part_of, related
from qstd.readers.docx.plain import plain
from qstd.readers.docx.sheet import Sheet, is_sure
from qstd.readers.docx.styles import Styles
from qstd.readers.docx.walk import Walk
from qstd.readers.office.remarkable import no_text, remarkable
from qstd.readers.office.sizes import with_sizes

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
NOTES = ("footnote", "endnote")
MARGINS: tuple[FurnitureKind, ...] = ("header", "footer")


def read(data: bytes, file: str) -> Reading:
    """Read a Word file."""
    package, findings = open_package(data, file)
    if package is None:
        return Reading(None, findings)
    main = main_part(package)
    if main is None or main.root.tag != f"{W}document":
        return Reading(None, (*package.findings, *no_document(package)))
    try:
        return reading(package, main)
    except RecursionError:
        what = message("Filen har for mange lag inden i hinanden og kan ikke læses.")
        return Reading(None, (*package.findings, Finding("I113", "error", what, Place(file), IS_IT_THE_FILE)))


def reading(package: Package, main: Part) -> Reading:
    """Read the text of an open package, and what belongs to it."""
    context = Context(Styles(_sheet(package, main)), Numbering(lambda: _root(package, main, "numbering")))
    blocks = _blocks(package, main, context)
    _margins(package, main, context)
    _remarks(package, main, context)
    _left_over(context)
    title, language = _properties(package)
    language = (language or context.styles.language).partition("-")[0].casefold()
    furniture, file = tuple(context.furniture), package.file
    outline = Outline(file, "docx", with_sizes(tuple(blocks)), furniture, plain(package), title, language)
    told = (*package.findings, *remarkable(context.tally, file))
    return Reading(outline, told) if blocks else Reading(None, (*told, no_text(context.tally, file)))


def no_document(package: Package) -> tuple[Finding, ...]:
    """Say that a package is no Word file, where nothing worse is said of it."""
    if any(finding.severity == "error" for finding in package.findings):
        return ()
    what = message("Filen er en zip-pakke, men ikke et Word-dokument: den har ingen tekstdel.")
    return (Finding("I108", "error", what, Place(package.file), SAVE_AGAIN),)


def _root(package: Package, main: Part, kind: str) -> etree._Element | None:
    found = related(package, main, kind)
    return found[0].root if found else None


def _sheet(package: Package, main: Part) -> Sheet:
    names = [relation.target for relation in main.relations.values() if relation.kind == "styles"]
    content = transitional(package.content(names[0]) or b"") if names else b""
    if not content or is_sure(content):
        return Sheet(content)
    return Sheet(content, package.tree(names[0], adapt=transitional))


def _blocks(package: Package, main: Part, context: Context) -> list[Block]:
    for kind in NOTES:
        for part in related(package, main, f"{kind}s"):
            _draw(package, part, context)
            walk = Walk(context, part)
            walk.origin = "footnote"
            for note in part.root.iterchildren(f"{W}{kind}"):
                context.notes[kind, note.get(f"{W}id", "")] = walk.read(note)
    _draw(package, main, context)
    body = main.root.find(f"{W}body")
    return Walk(context, main).read(main.root if body is None else body)


def _margins(package: Package, main: Part, context: Context) -> None:
    """Headers and footers, each part once however many sections show it."""
    for kind in MARGINS:
        for part in related(package, main, kind):
            _draw(package, part, context)
            context.put_blocks(kind, Walk(context, part).read(part.root))


def _remarks(package: Package, main: Part, context: Context) -> None:
    for part in related(package, main, "comments"):
        walk = Walk(context, part)
        for remark in part.root.iterchildren(f"{W}comment"):
            blocks = walk.read(remark)
            context.put_blocks("comment", blocks, context.remarked.get(remark.get(f"{W}id", ""), walk.spot))


def _left_over(context: Context) -> None:
    """Notes and drawings that nothing refers to."""
    for blocks in context.notes.values():
        context.put_blocks("hidden", blocks)
    for texts in context.drawn.values():
        for text in texts:
            context.put("hidden", text)


def _draw(package: Package, part: Part, context: Context) -> None:
    """The texts of the diagrams (SmartArt) of a part."""
    for relation in part.relations.values():
        if relation.kind == "diagramData" and relation.target not in context.drawn:
            found = part_of(package, relation.target)
            texts = () if found is None else found.root.iter(f"{A}p")
            context.drawn[relation.target] = ["".join(run.text or "" for run in text.iter(f"{A}t")) for text in texts]


def _properties(package: Package) -> tuple[str, str]:
    """The title and the language that the file gives itself."""
    root = package.tree("docProps/core.xml")
    found = [None if root is None else root.find(f"{DC}{name}") for name in ("title", "language")]
    title, language = ("" if element is None else (element.text or "").strip() for element in found)
    return " ".join(title.split()), language
