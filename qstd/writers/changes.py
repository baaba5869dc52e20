"""What writers need to know of changes, whatever they write: which entries count, which ends are marked, what reads now.

A paragraph, heading or row with a `change` whose words are not marked was moved: it stands elsewhere in the other version.
"""

from collections.abc import Sequence

from qstd.model.document import (
    Blocks,
    Break,
    Change,
    Del,
    Heading,
    Inline,
    Inlines,
    Ins,
    Items,
    Mark,
    Note,
    Paragraph,
    Table,
    Text,
    plain,
)


def stands(blocks: Blocks) -> bool:
    """Tell whether the new version has any of some blocks; of none at all it has all."""
    return not blocks or any(_stands(each) for each in blocks)


def _stands(block: Paragraph | Heading | Items | Table | Note) -> bool:
    match block:
        case Paragraph() | Heading():
            return block.change != "del"
        case Items():
            return any(stands(item.blocks) for item in block.items)
        case Table():
            return any(row.change != "del" for row in (*block.head, *block.body))
        case Note():
            return stands(block.blocks)


def numbers(items: Items) -> tuple[int, ...]:
    """Return the number of each entry of an ordered list; 0 for those that the new version does not have. A list that is
    gone as a whole keeps its numbers.
    """
    counted = [stands(item.blocks) for item in items.items]
    if not any(counted):
        counted = [True] * len(counted)
    found, at = [], items.start
    for each in counted:
        found.append(at if each else 0)
        at += each
    return tuple(found)


def has_marked_end(paragraph: Paragraph) -> bool:
    """Tell whether only the end of a paragraph is new or gone: its words were joined with, or split from, the next."""
    return bool(paragraph.change) and not all(_is_marked(each, paragraph.change) for each in paragraph.inlines)


def is_marked(heading: Heading) -> bool:
    """Tell whether a heading is new or gone, and marked so, as a whole."""
    return bool(heading.change) and all(_is_marked(each, heading.change) for each in heading.inlines)


def _is_marked(inline: Inline, change: Change) -> bool:
    moved = isinstance(inline, Mark) and inline.kind == "moved"
    return moved or isinstance(inline, Ins if change == "ins" else Del) or not plain((inline,))


def reads(inlines: Inlines) -> str:
    """Return what some words read in the new version; in the old one where nothing is left."""
    return "".join(_kept(inlines)) or plain(inlines)


def _kept(inlines: Inlines) -> list[str]:
    out = []
    for each in inlines:
        if isinstance(each, (Text, Break)):
            out.append(plain((each,)))
        elif not isinstance(each, Del):
            out += _kept(each.inlines)
    return out


Styled = tuple[str, str]


def outside(pieces: Sequence[Styled]) -> list[Styled]:
    """Move the spaces at both ends of marked words out of their marks, which are the first and the last piece: there they
    look like words. Each piece is a text and its style.
    """
    words = [text for text, _style in pieces[1:-1]]
    whole = "".join(words)
    if not whole.strip(" "):
        return list(pieces)
    before, after = len(whole) - len(whole.lstrip(" ")), len(whole) - len(whole.rstrip(" "))
    inner = [(text, style) for text, style in pieces[1:-1] if text]
    inner[0] = (inner[0][0].lstrip(" "), inner[0][1])
    inner[-1] = (inner[-1][0].rstrip(" "), inner[-1][1])
    return [(" " * before, ""), pieces[0], *inner, pieces[-1], (" " * after, "")]
