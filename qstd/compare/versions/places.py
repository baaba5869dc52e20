"""What the place of a leaf says: an entry under "Hjælpen omfatter ikke:" is help under "Hjælpen omfatter:"."""

from qstd.compare.versions.texts import Text
from qstd.model.revision import ChangeClass, Leaf


def says_the_same(old: Leaf, new: Leaf) -> bool:
    """Tell whether a leaf that took another form in its place says what it said: a paragraph became a plain entry, or
    the other way. Entries of entries belong to another, numbers are referred to, and a cell stands in a column.
    """
    return all(_is_plain(each) for each in (old, new))


def _is_plain(leaf: Leaf) -> bool:
    return len(leaf.frames) <= 1 and all(each.kind == "bullet" for each in leaf.frames)


def worst_of_move(old: Text, new: Text, a: int, b: int, change: ChangeClass) -> ChangeClass:
    """Return the class of a move: what it goes under now may turn its meaning round."""
    listed = bool(old.leaves[a].frames or new.leaves[b].frames)
    same_section = _section(old, a) == _section(new, b)
    return "substantive" if (listed or same_section) and _lead(old, a) != _lead(new, b) else change


def _section(text: Text, leaf: int) -> str:
    heading = max((each for each in text.heads if each <= leaf), default=-1)
    return text.lines[heading] if heading >= 0 else ""


def _lead(text: Text, leaf: int) -> str:
    """Return the words that lead in to a leaf: for an entry of a list what stands before the list, or before the entry
    that it belongs to; for any other the heading that it stands under.
    """
    own = text.leaves[leaf]
    for at in range(leaf - 1, -1, -1):
        each = text.leaves[at]
        if each.kind == "section":
            return ""
        if each.kind == "heading" or (own.frames and len(each.frames) < len(own.frames)):
            return each.text.casefold()
    return ""
