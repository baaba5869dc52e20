"""Tracked changes of a Word file decided on, person by person: what remains is a text without changes.

What a person is not among the accepted ones has put in goes, and what such a person took out comes back. Where the end of
a paragraph goes, its words go on in the next one, which keeps its own look. A paragraph that has lost all its words goes.
"""

from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from qstd.readers.docx.names import W

PARAGRAPH, PROPERTIES, MARK = f"{W}p", f"{W}pPr", f"{W}rPr"
AFTER_GONE = "qstd_after_gone"
BOOKMARK = f"{W}bookmarkStart"
ROW_PROPERTIES = f"{W}trPr"
COMING = {f"{W}ins", f"{W}moveTo"}
GOING = {f"{W}del", f"{W}moveFrom"}
DELETED = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
SAYS_SOMETHING = tuple(f"{W}{name}" for name in "t tab br cr sym drawing pict object footnoteReference".split())


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who changed a file: how often something was put in and taken out."""

    name: str
    insertions: int = 0
    deletions: int = 0


def authors(root: etree._Element) -> tuple[Author, ...]:
    """Return who changed a text, in the order of their first change."""
    found: dict[str, list[int]] = {}
    for each in root.iter(*COMING, *GOING):
        counts = found.setdefault(_author(each), [0, 0])
        counts[each.tag in GOING] += 1
    return tuple(Author(name, *counts) for name, counts in found.items())


def decide(root: etree._Element, accepted: Collection[str] | None) -> None:
    """Accept the changes of some people, of all for None, and refuse those of the others."""
    desk = _Desk(accepted)
    for change in reversed(list(root.iter(*COMING, *GOING))):
        home = change.getparent()
        if home is not None:
            desk.settle(change, home)
    desk.close()


class _Desk:
    """Settles changes, and keeps in mind which paragraphs lost their ends or words."""

    def __init__(self, accepted: Collection[str] | None) -> None:
        self.accepted = accepted
        self.ends: dict[etree._Element, None] = {}
        self.thinned: dict[etree._Element, None] = {}

    def settle(self, change: etree._Element, home: etree._Element) -> None:
        """Settle one change, which stands in `home`."""
        agreed = self.accepted is None or _author(change) in self.accepted
        stays = (change.tag in COMING) == agreed  # what it is about is part of the text
        paragraph = next(change.iterancestors(PARAGRAPH), None)
        if home.tag == MARK:
            home.remove(change)
            if not stays and paragraph is not None:
                self.ends[paragraph] = None
        elif home.tag == ROW_PROPERTIES:
            home.remove(change)
            if not stays:
                _drop(home.getparent())
        elif stays:
            _unwrap(change, home)
        else:
            home[home.index(change) : home.index(change) + 1] = list(change.iter(BOOKMARK))  # its place is still there
            if paragraph is not None:
                self.thinned[paragraph] = None

    def close(self) -> None:
        """Put together what has no end between it, and take away what has no words left."""
        for paragraph in reversed(self.ends):
            _join(paragraph)
        for paragraph in self.thinned:
            if not _says_something(paragraph) and _may_go(paragraph):
                _tell(paragraph.getnext())
                _drop(paragraph)


def _author(change: etree._Element) -> str:
    return " ".join(change.get(f"{W}author", "").split())


def _unwrap(change: etree._Element, home: etree._Element) -> None:
    for each in change.iter(*DELETED):
        each.tag = DELETED[str(each.tag)]
    at = home.index(change)
    home[at : at + 1] = list(change)


def _drop(element: etree._Element | None) -> None:
    home = None if element is None else element.getparent()
    if element is not None and home is not None:
        home.remove(element)


def _join(paragraph: etree._Element) -> None:
    """Let the words of a paragraph go on in the next one."""
    following = paragraph.getnext()
    while following is not None and following.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        following = following.getnext()
    says = _says_something(paragraph)
    if following is None or following.tag != PARAGRAPH:
        if not says and _may_go(paragraph):
            _drop(paragraph)
        return
    if says:
        at = int(len(following) > 0 and following[0].tag == PROPERTIES)
        following[at:at] = [each for each in paragraph if each.tag != PROPERTIES]
    else:
        _tell(following)
    _drop(paragraph)


def _tell(paragraph: etree._Element | None) -> None:
    """Mark a paragraph before which one has gone: LibreOffice has given it the look of that one."""
    if paragraph is not None and paragraph.tag == PARAGRAPH:
        mark = etree.SubElement(paragraph, BOOKMARK)
        mark.set(f"{W}name", AFTER_GONE)


def _says_something(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(*SAYS_SOMETHING), None) is not None


def _may_go(paragraph: etree._Element) -> bool:
    """Whether there is another paragraph beside: a cell must have one."""
    home = paragraph.getparent()
    return home is not None and sum(each.tag == PARAGRAPH for each in home) > 1
