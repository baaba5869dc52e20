"""OpenDocument texts (.odt) -> Outline: every text of the file, in reading order, or as furniture.

The XML is walked as it stands: insertions, text boxes and notes are text; deletions, remarks, headers and footers are
furniture. `plain` finds the words a second time, without any of that.

Codes: those of Word files.
"""

from lxml import etree

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Block, Furniture, FurnitureKind, Outline, Reading
from qstd.readers.archive import IS_IT_THE_FILE, LOCKED, REMOVE_PASSWORD, SAVE_AGAIN, Package, open_package
from qstd.readers.odt.names import full, name
from qstd.readers.odt.plain import plain
from qstd.readers.odt.styles import Styles
from qstd.readers.odt.walk import Walk
from qstd.readers.office.remarkable import Tally, no_text, remarkable
from qstd.readers.office.sizes import with_sizes


def read(data: bytes, file: str) -> Reading:
    """Read an OpenDocument text."""
    package, findings = open_package(data, file)
    if package is None:
        return Reading(None, findings)
    if b"encryption-data" in (package.content("META-INF/manifest.xml") or b""):
        return Reading(None, (Finding("I102", "error", LOCKED, Place(file), REMOVE_PASSWORD),))
    content = package.tree("content.xml", "error")
    text = None if content is None else content.find(f"{full('office:body')}/{full('office:text')}")
    if content is None or text is None:
        return Reading(None, (*package.findings, *_no_document(package)))
    try:
        return _read(package, content, text)
    except RecursionError:
        what = message("Filen har for mange lag inden i hinanden og kan ikke læses.")
        return Reading(None, (*package.findings, Finding("I113", "error", what, Place(file), IS_IT_THE_FILE)))


def _read(package: Package, content: etree._Element, text: etree._Element) -> Reading:
    common = package.tree("styles.xml")
    shared = None if common is None else common.find(full("office:styles"))
    styles = Styles(shared, content.find(full("office:automatic-styles")))
    furniture: list[Furniture] = []
    tally = Tally()
    blocks: list[Block] = Walk(styles, furniture, tally).read([text])
    if common is not None:
        _margins(common, Styles(shared, common.find(full("office:automatic-styles"))), furniture, tally)
    title, language = _properties(package)
    outline = Outline(
        package.file,
        "odt",
        with_sizes(tuple(blocks)),
        tuple(furniture),
        plain(package.content("content.xml"), package.content("styles.xml")),
        title,
        (language or styles.language).partition("-")[0].casefold(),
    )
    told = (*package.findings, *remarkable(tally, package.file))
    return Reading(outline, told) if blocks else Reading(None, (*told, no_text(tally, package.file)))


def _no_document(package: Package) -> tuple[Finding, ...]:
    if any(finding.severity == "error" for finding in package.findings):
        return ()
    what = message("Filen er en zip-pakke, men ikke et tekstdokument fra LibreOffice: den har ingen tekstdel.")
    return (Finding("I108", "error", what, Place(package.file), SAVE_AGAIN),)


def _margins(common: etree._Element, styles: Styles, furniture: list[Furniture], tally: Tally) -> None:
    """Headers and footers of all kinds of pages."""
    for page in common.iterfind(f"{full('office:master-styles')}/*"):
        for margin in page:
            kind: FurnitureKind = "footer" if name(str(margin.tag)).startswith("style:footer") else "header"
            walk = Walk(styles, furniture, tally)
            walk.put_blocks(kind, walk.read(margin))


def _properties(package: Package) -> tuple[str, str]:
    """The title and the language that the file gives itself."""
    root = package.tree("meta.xml")
    found = [None if root is None else next(root.iter(full(f"dc:{name}")), None) for name in ("title", "language")]
    title, language = ("" if element is None else (element.text or "").strip() for element in found)
    return " ".join(title.split()), language
