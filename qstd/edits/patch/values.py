"""A value under a key: put in the place of another, put in as new, taken out."""

from collections.abc import Iterator, Mapping
from typing import Any

from qstd.edits.patch import written
from qstd.edits.patch.places import colon, column, line_end, line_start, list_offset, next_line
from qstd.model.edit import Put, UneditableError
from qstd.yaml_source.spans import Node, spans


def put(text: str, chain: list[Node], edit: Put) -> str:
    """Put a value at the end of a path; `chain` has what stands along it, the root first."""
    *_, last = edit.path
    if len(chain) != len(edit.path):
        raise UneditableError(f"nothing stands at {edit.path[:-1]}")
    home = chain[-1]
    old = home.at(last)
    in_flow = any(each.flow for each in chain)
    if old is not None:
        key = home.keys[home.names().index(str(last))] if home.kind == "map" else None
        return _replaced(text, home, key, old, edit.value, in_flow)
    if home.kind != "map":
        raise UneditableError(f"nothing stands at {edit.path}")
    return _new_in_flow(text, home, edit) if in_flow else _new(text, home, edit)


# ---------- In the place of another ----------


def _replaced(text: str, home: Node, key: Node | None, old: Node, value: Any, in_flow: bool) -> str:
    is_value = isinstance(value, (Mapping, list, tuple))
    if in_flow or old.flow:
        new = written.flowing(value) if is_value else written.scalar(value, _quotes(old), flow=in_flow)
        if not in_flow and written.is_block(value):
            return _as_block(text, home, key, old, value)
        return text[: old.start] + _spaced(text, key, old, new) + text[old.end :]
    if old.kind == "scalar" and not is_value:
        if written.is_block(value):
            return _as_block(text, home, key, old, value)
        if old.style == ">" and written.is_folded(value) and "\n" in text[old.start : old.end]:
            return _refolded(text, old, str(value))
        return _inline(text, key, old, written.scalar(value, _quotes(old)))
    if is_value and not value:
        return (
            _inline(text, key, old, written.flowing(value)) if old.kind == "scalar" else _emptied(text, key, old, value)
        )
    return _as_lines(text, home, key, old, value)


def _quotes(old: Node) -> str:
    return old.style if old.style in ("'", '"') else ""


def _spaced(text: str, key: Node | None, old: Node, new: str) -> str:
    """Set a value off from its colon, where nothing stood there."""
    return f" {new}" if key is not None and old.start == old.end and text[old.start - 1] != " " else new


def _inline(text: str, key: Node | None, old: Node, new: str) -> str:
    """Put a value that stands on one line in the place of a scalar."""
    if old.start == old.end and key is not None:  # nothing stood there, and where libyaml sees it is of no use
        at = colon(text, key)
        return f"{text[:at]} {new}{text[at:]}"
    if old.style not in ("|", ">"):
        return text[: old.start] + new + text[old.end :]
    head = text.find("\n", old.start, old.end)
    rest = text[old.start : head].split(" ", 1)[1:] if head >= 0 else []
    comment = f" {rest[0].lstrip()}" if rest and rest[0].strip().startswith("#") else ""
    return text[: old.start] + new + comment + text[old.end :]


def _as_block(text: str, home: Node, key: Node | None, old: Node, value: str) -> str:
    """Put a text as a literal block in the place of a value."""
    lines = _indent(text, home, key, old)
    opening = written.sign(value)
    body = written.block(value, lines)
    if old.style in ("|", ">"):
        head = text.find("\n", old.start, old.end)
        if head >= 0:
            _signs, _, comment = text[old.start : head].partition(" ")
            opening += f" {comment}" if comment else ""
            return f"{text[: old.start]}{opening}\n{body}{text[old.end :]}"
        end = line_end(text, old.end)
        return f"{text[: old.start]}{opening}{text[old.end : end]}\n{body}{text[end:]}"
    if old.start == old.end and key is not None:
        at = colon(text, key)
        end = line_end(text, at)
        return f"{text[:at]} {opening}{text[at:end]}\n{body}{text[end:]}"
    end = line_end(text, old.end)
    return f"{text[: old.start]}{opening}{text[old.end : end]}\n{body}{text[end:]}"


def _refolded(text: str, old: Node, value: str) -> str:
    """Put a paragraph in the place of one that is folded; its sign says that no line's end follows it."""
    head, *lines = text[old.start : old.end].split("\n")
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    folded = written.refolded(value, [each.strip(" ") for each in lines])
    opening = head if head.startswith(">-") else f">-{head.lstrip('>+')}"
    return text[: old.start] + "\n".join((opening, *(" " * indent + each for each in folded))) + text[old.end :]


def _indent(text: str, home: Node, key: Node | None, old: Node) -> int:
    """Return how far in the lines of a block stand: as they did, else two further than what they belong to."""
    if old.style in ("|", ">"):
        for line in text[old.start : old.end].split("\n")[1:]:
            if line.strip():
                return len(line) - len(line.lstrip(" "))
    base = column(text, key.start) if key is not None else column(text, home.start)
    return base + 2


def _emptied(text: str, key: Node | None, old: Node, value: Any) -> str:
    """Leave nothing of a collection but its brackets."""
    if key is None:
        return text[: old.start] + written.flowing(value) + text[line_end(text, old.end) :]
    at = colon(text, key)
    end = line_end(text, at)
    return f"{text[:at]} {written.flowing(value)}{text[at:end]}{text[line_end(text, old.end) :]}"


def _as_lines(text: str, home: Node, key: Node | None, old: Node, value: Any) -> str:
    """Put a collection, or a scalar in the place of one, key by key or as a whole."""
    offset = list_offset(text)
    if key is None:
        indent = column(text, old.start)
        new = written.mapping(value, indent, offset)[indent:] if isinstance(value, Mapping) else written.flowing(value)
        return text[: old.start] + new + text[line_end(text, old.end) :]
    indent = column(text, key.start)
    head, *lines = written.entry(key.text, value, indent, offset).split("\n")
    at = colon(text, key)
    behind = at if old.kind != "scalar" or old.start == old.end or old.style in ("|", ">") else old.end
    comment = text[behind : line_end(text, behind)] if "\n" in text[at : old.end] or old.kind == "scalar" else ""
    opening = head.strip().removeprefix(text[key.start : at])
    return text[:at] + opening + "\n".join((comment, *lines)) + text[line_end(text, max(old.end, at)) :]


def without_kept_ends(text: str) -> str:
    """Put blocks that keep the empty lines behind them (`|+`) in quotes, so that what follows them can be moved."""
    root = spans(text)
    found = (
        [each for each in _scalars(root) if each.style in ("|", ">") and "+" in text[each.start : each.start + 4]]
        if root
        else []
    )
    for old in reversed(found):
        text = text[: old.start] + written.scalar(old.text, '"') + text[old.end :]
    return text


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for each in node.items:
        yield from _scalars(each)


# ---------- New ----------


def _new(text: str, home: Node, edit: Put) -> str:
    name = str(edit.path[-1])
    offset = list_offset(text)
    names = home.names()
    place = max((names.index(each) for each in edit.after if each in names), default=-1)
    if not home.keys:
        raise UneditableError("there is nothing beside which it could stand")
    indent = column(text, home.keys[0].start)
    lines = written.entry(name, edit.value, indent, offset)
    if place < 0:
        first = home.keys[0].start
        return f"{text[:first]}{lines[indent:]}\n{' ' * indent}{text[first:]}"
    end = line_end(text, _end(text, home, place))
    return f"{text[:end]}\n{lines}{text[end:]}"


def _end(text: str, home: Node, place: int) -> int:
    """Return where the value of a key ends; that of an empty one behind its colon."""
    old = home.items[place]
    return colon(text, home.keys[place]) if old.start == old.end else old.end


def _new_in_flow(text: str, home: Node, edit: Put) -> str:
    if not home.flow:
        raise UneditableError("the brackets are not its own")
    names = home.names()
    place = max((names.index(each) for each in edit.after if each in names), default=-1)
    pair = written.flowing({str(edit.path[-1]): edit.value})[1:-1]
    if not names:
        return f"{text[: home.start]}{{{pair}}}{text[home.end :]}"
    if place < 0:
        at = home.keys[0].start
        return f"{text[:at]}{pair}, {text[at:]}"
    at = _end(text, home, place)
    return f"{text[:at]}, {pair}{text[at:]}"


# ---------- Taken out ----------


def dropped_key(text: str, chain: list[Node], name: str) -> str:
    """Take a key with its value out."""
    home = chain[-1]
    if home.kind != "map" or name not in home.names():
        raise UneditableError(f"there is no {name}")
    at = home.names().index(name)
    if len(home.keys) == 1:
        return _without_keys(text, chain)
    if home.flow:
        return _dropped_in_flow(text, home, at)
    key, end = home.keys[at], line_end(text, _end(text, home, at))
    if not text[line_start(text, key.start) : key.start].strip():
        return text[: line_start(text, key.start)] + text[next_line(text, end) :]
    following = home.keys[
        at + 1
    ].start  # the first key stands on the line of its dash, and the next one takes its place
    if text[end:following].strip():
        return text[: key.start].rstrip(" ") + text[end:]
    return text[: key.start] + text[following:]


def _without_keys(text: str, chain: list[Node]) -> str:
    """Leave an empty mapping where the last key of one goes."""
    if len(chain) == 1:
        raise UneditableError("nothing else stands there")
    above, home = chain[-2:]
    at = next(number for number, each in enumerate(above.items) if each is home)
    if home.flow:
        return f"{text[: home.start]}{{}}{text[home.end :]}"
    return _emptied(text, above.keys[at] if above.kind == "map" else None, home, {})


def _dropped_in_flow(text: str, home: Node, at: int) -> str:
    if at + 1 < len(home.keys):
        return text[: home.keys[at].start] + text[home.keys[at + 1].start :]
    return text[: _end(text, home, at - 1)] + text[_end(text, home, at) :]
