"""Lines and columns around the parts of a text."""

import re

from qstd.model.edit import UneditableError
from qstd.yaml_source.spans import Node

_COLON = re.compile(r"[ \t]*:")
_REST = re.compile(r"[ \t\r]*(?:(?<=[ \t])#[^\n]*)?(?=\n|\Z)")


def line_start(text: str, at: int) -> int:
    """Return where the line of a character begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the rest of a line ends, a comment with it; before its line's end. What else stands there is in the way."""
    found = _REST.match(text, at)
    if not found:
        raise UneditableError("something else stands on the line")
    return found.end()


def next_line(text: str, at: int) -> int:
    """Return where the line after the one of a character begins; the end of the text where there is none."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def column(text: str, at: int) -> int:
    """Return how far in a character stands."""
    return at - line_start(text, at)


def has_colon(text: str, key: Node) -> bool:
    """Tell whether a colon stands behind a key; in brackets it need not."""
    return bool(_COLON.match(text, key.end))


def colon(text: str, key: Node) -> int:
    """Return where the text behind the colon of a key begins. A key that has a line of its own (`? key`) is in the way."""
    found = _COLON.match(text, key.end)
    if not found:
        raise UneditableError("the key has no colon on its line")
    return found.end()


def dash(text: str, item: Node) -> int:
    """Return where the dash of an entry of a block list stands."""
    at = item.start
    while at > 0:
        begin = line_start(text, at)
        before = text[begin:at]
        if before.strip():
            found = (
                re.search(r"-[ \t]*(?:#[^\n]*)?$", before)
                if at == item.start or "#" in before or before.rstrip().endswith("-")
                else None
            )
            if found and not before[: found.start()].strip():
                return begin + found.start()
            if not before.lstrip().startswith("#"):
                raise UneditableError("the dash shares its line")
        at = begin - 1
    raise UneditableError("there is no dash")


def list_offset(text: str, root: Node) -> int:
    """Return how far in lists stand under their keys in a text, as the first of them does; 0 where it has none."""
    waiting = [root]
    for node in waiting:
        for key, each in zip(node.keys, node.items, strict=False):
            if each.kind == "seq" and each.items and not each.flow:
                return max(0, column(text, dash(text, each.items[0])) - column(text, key.start))
        waiting += [each for each in node.items if each.kind != "scalar" and not each.flow]
    return 0
