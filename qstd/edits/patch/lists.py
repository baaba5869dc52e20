"""Entries of a list: put in, taken out, moved, each with the comments before it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from qstd.edits.patch import written
from qstd.edits.patch.keys import new_key
from qstd.edits.patch.places import colon, column, dash, line_end, line_start, list_offset, next_line
from qstd.edits.patch.values import replaced
from qstd.model.edit import Insert, Put, UneditableError
from qstd.yaml_source.spans import Node


def inserted(text: str, chain: list[Node], edit: Insert) -> Iterator[str]:
    """Yield the text with a new entry in a list, which need not be there yet."""
    *way, at = edit.path
    if len(chain) < len(way) or not isinstance(at, int):
        raise UneditableError(f"nothing stands at {edit.path[:-2]}")
    chain = chain[: len(way)]
    home = chain[-1]
    old = home.at(way[-1])
    offset = list_offset(text, chain[0])
    if old is None:
        yield new_key(text, chain, Put(tuple(way), [edit.value], edit.after))
    elif old.flow and old.items:
        yield _into_flow(text, old, at, edit.value)
    elif old.items:
        yield from _into_lines(text, old, at, edit.value, offset)
    elif home.kind == "map" and not any(each.flow for each in chain):
        yield _first(text, home, str(way[-1]), old, edit.value, offset)
    else:
        key = home.keys[home.names().index(str(way[-1]))] if home.kind == "map" else None
        yield from replaced(text, chain, key, old, [edit.value])


def _first(text: str, home: Node, name: str, old: Node, value: Any, offset: int) -> str:
    """Put the first entry under a key that has none."""
    key = home.keys[home.names().index(name)]
    at = colon(text, key)
    behind = max(old.end, at) if old.start < old.end else at
    end = line_end(text, behind)
    return (
        f"{text[:at]}{text[behind:end]}\n{written.dashed(value, column(text, key.start) + offset, offset)}{text[end:]}"
    )


def _into_flow(text: str, home: Node, at: int, value: Any) -> str:
    new = written.flowing(value)
    if at < len(home.items):
        start = home.items[at].start
        return f"{text[:start]}{new}, {text[start:]}"
    end = home.items[-1].end
    return f"{text[:end]}, {new}{text[end:]}"


def _into_lines(text: str, home: Node, at: int, value: Any, offset: int) -> Iterator[str]:
    blocks = _blocks(text, home)
    indent = column(text, dash(text, home.items[0]))
    new = written.dashed(value, indent, offset)
    between = [text[one[1] : other[0]] for one, other in pairwise(blocks)] or ["\n"]
    nearest = between[min(max(at - 1, 0), len(between) - 1)]
    for space in ("\n" if nearest.strip() else nearest, "\n"):  # a block may keep the empty lines behind it
        if at < len(blocks):
            start = blocks[at][0]
            yield f"{text[:start]}{new}{space}{text[start:]}"
        else:
            end = blocks[-1][1]
            yield f"{text[:end]}{space}{new}{text[end:]}"


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
    """Return where the comments begin that stand directly before a line and no further in than it."""
    while start > least:
        above = line_start(text, start - 1)
        line = text[above : start - 1]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) > indent or above < least:
            break
        start = above
    return start
