"""Entries of a list: put in, taken out, moved, each with the comments before it."""

from itertools import pairwise
from typing import Any

from qstd.edits.patch import written
from qstd.edits.patch.places import colon, column, dash, line_end, line_start, list_offset, next_line
from qstd.edits.patch.values import put
from qstd.model.edit import Insert, Put, UneditableError
from qstd.yaml_source.spans import Node


def inserted(text: str, chain: list[Node], edit: Insert) -> str:
    """Put a new entry into a list, which need not be there yet."""
    *way, at = edit.path
    home = chain[len(way) - 1] if len(chain) >= len(way) else None
    old = home.at(way[-1]) if home is not None else None
    if home is None or not isinstance(at, int):
        raise UneditableError(f"nothing stands at {edit.path[:-2]}")
    if old is None:
        return put(text, chain[: len(way)], Put(tuple(way), [edit.value], edit.after))
    if old.kind == "seq" and old.flow and old.items:
        return _into_flow(text, old, at, edit.value)
    if old.kind == "seq" and old.items:
        return _into_lines(text, old, at, edit.value)
    if (
        (old.kind == "seq" or old.start == old.end or old.text in ("null", "~"))
        and home.kind == "map"
        and not home.flow
    ):
        return _first(text, home, str(way[-1]), old, edit.value)
    raise UneditableError(f"no list stands at {edit.path[:-1]}")


def _first(text: str, home: Node, name: str, old: Node, value: Any) -> str:
    """Put the first entry under a key that has none."""
    key = home.keys[home.names().index(name)]
    at = colon(text, key)
    end = line_end(text, old.end if old.end > old.start else at)
    indent, offset = column(text, key.start), list_offset(text)
    comment = text[old.end if old.end > old.start else at : end]
    return f"{text[:at]}{comment}\n{written.dashed(value, indent + offset, offset)}{text[end:]}"


def _into_flow(text: str, home: Node, at: int, value: Any) -> str:
    new = written.flowing(value)
    if at < len(home.items):
        start = home.items[at].start
        return f"{text[:start]}{new}, {text[start:]}"
    end = home.items[-1].end
    return f"{text[:end]}, {new}{text[end:]}"


def _into_lines(text: str, home: Node, at: int, value: Any) -> str:
    blocks = _blocks(text, home)
    indent = column(text, dash(text, home.items[0]))
    new = written.dashed(value, indent, list_offset(text))
    between = next((text[one[1] : other[0]] for one, other in pairwise(blocks)), "\n")
    space = between if not between.strip() else "\n"
    if at < len(blocks):
        start = blocks[at][0]
        return f"{text[:start]}{new}{space}{text[start:]}"
    end = blocks[-1][1]
    return f"{text[:end]}{space}{new}{text[end:]}"


def dropped_entry(text: str, chain: list[Node], at: int) -> str:
    """Take an entry out, with the comments before it and the empty lines that set it off."""
    home = chain[-1]
    if home.kind != "seq" or not 0 <= at < len(home.items):
        raise UneditableError("there is no such entry")
    if home.flow:
        return _out_of_flow(text, home, at)
    blocks = _blocks(text, home)
    start, end = blocks[at]
    if len(blocks) == 1:
        return _last_one(text, chain[-2], home, start, end)
    if at + 1 < len(blocks):
        following = blocks[at + 1][0]
        return text[:start] + (text[following:] if not text[end:following].strip() else text[next_line(text, end) :])
    before = blocks[at - 1][1]
    kept = before if not text[before:start].strip() else start - 1
    return text[:kept] + text[end:]


def _last_one(text: str, above: Node, home: Node, start: int, end: int) -> str:
    """Leave an empty list on the line of the key."""
    if above.kind != "map":
        raise UneditableError("the list has no key")
    key = above.keys[next(at for at, each in enumerate(above.items) if each is home)]
    at = colon(text, key)
    between = text[at:start].rstrip(" \n") if not text[at:start].strip() else text[at:start].removesuffix("\n")
    return f"{text[:at]} []{between}{text[end:]}"


def _out_of_flow(text: str, home: Node, at: int) -> str:
    if len(home.items) == 1:
        return f"{text[: home.start]}[]{text[home.end :]}"
    if at + 1 < len(home.items):
        return text[: home.items[at].start] + text[home.items[at + 1].start :]
    return text[: home.items[at - 1].end] + text[home.items[at].end :]


def moved(text: str, home: Node, at: int, to: int) -> str:
    """Move an entry with the comments before it; what stands between entries stays where it is."""
    if home.kind != "seq" or not (0 <= at < len(home.items) and 0 <= to < len(home.items)):
        raise UneditableError("there is no such entry")
    pieces = [(each.start, each.end) for each in home.items] if home.flow else _blocks(text, home)
    order = list(range(len(pieces)))
    order.insert(to, order.pop(at))
    out = [text[: pieces[0][0]]]
    for number, each in enumerate(order):
        out.append(text[pieces[each][0] : pieces[each][1]])
        following = pieces[number + 1][0] if number + 1 < len(pieces) else len(text)
        out.append(text[pieces[number][1] : following])
    return "".join(out)


def _blocks(text: str, home: Node) -> list[tuple[int, int]]:
    """Return for each entry of a block list where it begins, the comments directly before it with it, and where its last
    line ends, before the line's end.
    """
    found: list[tuple[int, int]] = []
    least = 0
    for item in home.items:
        at = dash(text, item)
        start = line_start(text, at)
        if text[start:at].strip():
            raise UneditableError("the dash shares its line")
        end = line_end(text, item.end if item.end > item.start else at + 1)
        found.append((_with_comments(text, start, at - start, least), end))
        least = next_line(text, end)
    return found


def _with_comments(text: str, start: int, indent: int, least: int) -> int:
    """Return where the comments begin that stand directly before a line and as far in as it."""
    while start > least:
        above = line_start(text, start - 1)
        line = text[above : start - 1]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != indent or above < least:
            break
        start = above
    return start
