"""A Word file that comes back: its text with the changes decided on, who made them, the remarks in its margin, and what it
carries of the words as they were.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Outline
from qstd.readers import docx
from qstd.readers.archive import FETCH_AGAIN, IS_IT_THE_FILE, Package, open_package
from qstd.readers.docx.changes import Author, authors, decide
from qstd.readers.docx.names import W
from qstd.readers.docx.parts import Part, main_part, related

BASE = "{urn:qstd:base}base"
KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
OURS = "qstd_"
_LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark in the margin: by whom, on which day (ISO, may be empty), about which words, below which bookmark of ours."""

    author: str
    date: str
    text: str
    quote: str
    bookmark: str


@dataclass(frozen=True, slots=True)
class Edited:
    """What is in the file. `base` is the text of the part with the words as they were, `ref` the standard that the file's
    properties name; both may be empty. `objects` counts what is embedded and not read.
    """

    outline: Outline | None
    findings: tuple[Finding, ...]
    authors: tuple[Author, ...] = ()
    remarks: tuple[Remark, ...] = ()
    base: str = ""
    ref: str = ""
    objects: int = 0


def read(data: bytes, file: str, accepted: Collection[str] | None = None) -> Edited:
    """Read a Word file with the changes of `accepted` people (all for None) made, and those of others not."""
    package, findings = open_package(data, file)
    if package is None:
        return Edited(None, findings)
    main = main_part(package)
    if main is None or main.root.tag != f"{W}document":
        return Edited(None, (*package.findings, *docx.no_document(package)))
    try:
        return _read(package, main, accepted)
    except RecursionError:
        what = message("Filen har for mange lag inden i hinanden og kan ikke læses.")
        return Edited(None, (*package.findings, Finding("I113", "error", what, Place(file), IS_IT_THE_FILE)))


def _read(package: Package, main: Part, accepted: Collection[str] | None) -> Edited:
    people = authors(main.root)
    decide(main.root, accepted)
    remarks = tuple(_remarks(package, main))
    reading = docx.reading(package, main)
    base, found = _base(package)
    objects = sum(1 for each in main.root.iter(f"{W}object", f"{W}altChunk", f"{W}subDoc"))
    return Edited(reading.outline, (*reading.findings, *found), people, remarks, base, _ref(package), objects)


def _base(package: Package) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of our part. One that is there and cannot be read is told."""
    for name in package.names:
        if name.startswith("customXml/item") and not name.startswith("customXml/itemProps"):
            before = len(package.findings)
            root = package.tree(name)
            if root is not None and root.tag == BASE:
                return root.text or "", ()
            if root is None and b"urn:qstd:base" in (package.content(name) or b""):
                del package.findings[before:]
                what = message("Filens egen udgave af standarden, som den var, er beskadiget.")
                return "", (Finding("V003", "warning", what, Place(package.file), FETCH_AGAIN),)
    return "", ()


def _ref(package: Package) -> str:
    root = package.tree("docProps/core.xml")
    words = "" if root is None else root.findtext(KEYWORDS) or ""
    return next(
        (each.removeprefix("qstd:") for each in words.replace(",", " ").split() if each.startswith("qstd:")), ""
    )


# ---------- Remarks ----------


def _remarks(package: Package, main: Part) -> Iterator[Remark]:
    parts = related(package, main, "comments")
    if not parts:
        return
    places = _places(main.root)
    for part in parts:
        for each in part.root.iterchildren(f"{W}comment"):
            quote, bookmark = places.get(each.get(f"{W}id", ""), ("", ""))
            text = "\n".join(filter(None, (_words(paragraph) for paragraph in each.iter(f"{W}p"))))
            if text:
                author = " ".join(each.get(f"{W}author", "").split())
                yield Remark(author, each.get(f"{W}date", "")[:10], text, quote[:_LONGEST_QUOTE], bookmark)


def _places(root: etree._Element) -> dict[str, tuple[str, str]]:
    """Return the words that each remark is about, and the bookmark of ours that they stand below."""
    below = ""
    opened: dict[str, tuple[list[str], str]] = {}
    found: dict[str, tuple[str, str]] = {}
    for each in root.iter(*_PLACED):
        key = each.get(f"{W}id", "")
        if each.tag == f"{W}commentRangeStart":
            opened[key] = [], below
        elif each.tag == f"{W}commentRangeEnd":
            said, place = opened.pop(key, ([], below))
            found[key] = (" ".join("".join(said).split()), place)
        elif each.tag == f"{W}commentReference":
            found.setdefault(key, ("", below))
        else:
            below = _bookmark(each) or below
            for said, _ in opened.values():
                said.append((each.text or "") if each.tag == f"{W}t" else " ")
    return found


_PLACED = tuple(f"{W}{name}" for name in "p t bookmarkStart commentRangeStart commentRangeEnd commentReference".split())


def _bookmark(element: etree._Element) -> str:
    """Return the bookmark of ours that an element is or that a paragraph has."""
    marks = element.iterchildren(f"{W}bookmarkStart") if element.tag == f"{W}p" else (element,)
    names = (each.get(f"{W}name", "") for each in marks)
    return next((each for each in names if each.startswith(OURS)), "")


def _words(paragraph: etree._Element) -> str:
    return " ".join("".join(each.text or "" for each in paragraph.iter(f"{W}t")).split())
