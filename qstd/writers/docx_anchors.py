"""The bookmarks of a document: which places get one, and what it is called."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qstd.model.document import (
    Block,
    Break,
    Document,
    Heading,
    Inline,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from qstd.writers import docx_names as names


@dataclass(slots=True)
class _Places:
    """What a walk through the document finds."""

    sections: dict[str, None] = field(default_factory=dict)  # in order; a dict keeps each once
    headed: dict[str, str] = field(default_factory=dict)  # id of a heading -> its section
    ids: dict[str, bool] = field(default_factory=dict)  # id -> whether it gets a bookmark even when nothing links there
    linked: set[str] = field(default_factory=set)


def anchors(document: Document) -> dict[str, str]:
    """Return the bookmark name of every id that gets one, and of every section under `section_key`."""
    places = _Places()
    for block in document.blocks:
        _block(block, places)
        if document.kind == "booklet" and isinstance(block, Heading) and block.level == 2:
            _named(block.id, places, always=True)  # its contents lead there
    own = _own(document)
    taken: set[str] = set()
    made = section_names(places.sections, document.base.prefix if document.base else names.SECTION_PREFIX, taken)
    found = {section_key(section): name for section, name in made.items()}
    for name, always in places.ids.items():
        if name in places.headed:
            found[name] = found[section_key(places.headed[name])]
        elif name in own:
            found[name] = _unique(name, names.OWN_PREFIX, taken)
        elif always or name in places.linked:
            found[name] = _unique(name, names.ANCHOR_PREFIX, taken)
    return found


def section_names(sections: Iterable[str], prefix: str, taken: set[str] | None = None) -> dict[str, str]:
    """Return the bookmark names of sections, none of them `taken`."""
    used = set() if taken is None else taken
    return {section: _unique(section, prefix, used) for section in sections}


def _own(document: Document) -> set[str]:
    """Return the ids of what is ours in a document that may come back: it must be told from what was written there."""
    if document.base is None:
        return set()
    return {
        each.id
        for each in document.blocks
        if isinstance(each, Heading | Paragraph) and each.id and not (isinstance(each, Heading) and each.section)
    }


def section_key(section: str) -> str:
    """Return the key of a section among the anchors; no id of a page has a line feed in it."""
    return "\nsection " + section


def _unique(name: str, prefix: str, taken: set[str]) -> str:
    """Return a bookmark name that is not taken; Word does not tell upper from lower case."""
    made = names.bookmark(name, prefix)
    if made.lower() in taken:
        made = names.hashed(made, name)
    taken.add(made.lower())
    return made


def _block(block: Block, places: _Places) -> None:
    match block:
        case Heading():
            _heading(block, places)
        case Paragraph():
            _named(block.id, places)
            _inlines(block.inlines, places)
        case Items():
            for item in block.items:
                _inlines(item.label, places)
                for inner in item.blocks:
                    _block(inner, places)
        case Table():
            _inlines(block.caption, places)
            for row in block.head + block.body:
                _row(row, places)
        case Note():
            _inlines(block.title, places)
            for inner in block.blocks:
                _block(inner, places)


def _heading(heading: Heading, places: _Places) -> None:
    if heading.section:
        # The first heading of a section is the section; a second one is only an anchor.
        if heading.id and heading.section not in places.sections and heading.id not in places.ids:
            places.headed[heading.id] = heading.section
        places.sections.setdefault(heading.section)
    _named(heading.id, places)
    _inlines(heading.inlines, places)


def _row(row: Row, places: _Places) -> None:
    _named(row.id, places)
    for cell in row.cells:
        _named(cell.id, places)
        for block in cell.blocks:
            _block(block, places)


def _named(name: str, places: _Places, always: bool = False) -> None:
    if name:
        places.ids[name] = places.ids.get(name, False) or always


def _inlines(inlines: tuple[Inline, ...], places: _Places) -> None:
    for inline in inlines:
        if isinstance(inline, (Text, Break)):
            continue
        if isinstance(inline, Link) and inline.href.startswith("#"):
            places.linked.add(inline.href[1:])
        elif isinstance(inline, Mark):
            _named(inline.id, places, always=inline.kind == "evidence")
        _inlines(inline.inlines, places)
