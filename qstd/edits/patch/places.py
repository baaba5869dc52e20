"""Lines and columns around the parts of a text."""

import re

from qstd.model.edit import UneditableError
from qstd.yaml_source.spans import Node

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


def colon(text: str, key: Node) -> int:
    """Return where the text behind the colon of a key begins."""
    found = text.index(":", key.end)
    return found + 1


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


def list_offset(text: str) -> int:
    """Return how far in lists stand under their keys in this text; 0 where it has none."""
    found = re.search(r"^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- ", text, re.MULTILINE)
    return max(0, len(found[2]) - len(found[1])) if found else 0
