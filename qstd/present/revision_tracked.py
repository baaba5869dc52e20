"""The text of a standard with tracked changes, and nothing of ours in it: accepting all of them gives the new version,
refusing all of them the old one.
"""

from qstd.model.document import Block, Del, Document, Heading, Inlines, Ins, Paragraph, Text, dotted
from qstd.model.revision import Leaf, Revision
from qstd.present.revision_blocks import blocks, plain_row
from qstd.present.revision_pieces import tracked
from qstd.present.revision_text import Piece, merged


def tracked_document(revision: Revision, language: str = "da") -> Document:
    """Lay the text of both versions out as one with tracked changes. `language` is that of words around it."""
    keys = _keys(revision)
    new = revision.new
    return Document(
        title=new.title,
        blocks=blocks(merged(revision, tracked, moves=False), lambda piece: _block(piece, keys), plain_row),
        kind="revision",
        around=language,
        author=new.municipality,
        date=new.approval.date.isoformat() if new.approval and new.approval.date else "",
        identifier=new.ref,
    )


Keys = dict[int, str]


def _keys(revision: Revision) -> Keys:
    """Return the names of the new version's sections, each for the first section that has it."""
    keys = revision.new.keys
    return {at: key for at, key in enumerate(keys) if key and key not in keys[:at]}


def _block(piece: Piece, keys: Keys) -> Block:
    words, leaf = piece.cells[0], piece.leaf
    if leaf.kind == "title":
        return Heading(1, words, change=piece.change)
    if leaf.kind == "heading":
        return Heading(leaf.level, words, change=piece.change)
    if leaf.kind == "section":
        name = keys.get(piece.new.section, "") if piece.new else ""
        number, before = numbers(piece)
        return Heading(2, (*before, *words), number=number, section=name, change=piece.change)
    return Paragraph(words, "approval" if leaf.kind == "approval" else "", change=piece.change)


def numbers(piece: Piece) -> tuple[str, Inlines]:
    """Return the number of a section where it has one throughout; else what it was and what it is, as words."""
    old, new = _number(piece.old), _number(piece.new)
    if piece.old is None or piece.new is None or old == new:
        return new or old, ()
    gone: Inlines = (Del((Text(f"{dotted(old)} "),)),) if old else ()
    come: Inlines = (Ins((Text(f"{dotted(new)} "),)),) if new else ()
    return "", (*gone, *come)


def _number(leaf: Leaf | None) -> str:
    return leaf.number if leaf else ""
