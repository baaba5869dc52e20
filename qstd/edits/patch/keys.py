"""A key of a mapping with its value: put in as new, taken out."""

from qstd.edits.patch import written
from qstd.edits.patch.places import colon, column, has_colon, line_end, line_start, list_offset, next_line
from qstd.edits.patch.values import replaced
from qstd.model.edit import Put, UneditableError
from qstd.yaml_source.spans import Node


def new_key(text: str, chain: list[Node], edit: Put) -> str:
    """Put a key that is not there yet behind the last of some that are."""
    home, name = chain[-1], str(edit.path[-1])
    names = home.names()
    place = max((names.index(each) for each in edit.after if each in names), default=-1)
    if any(each.flow for each in chain):
        return _new_in_brackets(text, home, {name: edit.value}, place)
    indent = column(text, home.keys[0].start)
    lines = written.entry(name, edit.value, indent, list_offset(text, chain[0]))
    if place < 0:
        first = home.keys[0].start
        return f"{text[:first]}{lines[indent:]}\n{' ' * indent}{text[first:]}"
    end = line_end(text, _end(text, home, place))
    return f"{text[:end]}\n{lines}{text[end:]}"


def _end(text: str, home: Node, place: int) -> int:
    """Return where the value of a key ends; that of one that is not written behind its colon."""
    key, old = home.keys[place], home.items[place]
    if old.start < old.end:
        return old.end
    return colon(text, key) if has_colon(text, key) or not home.flow else key.end


def _new_in_brackets(text: str, home: Node, entry: dict[str, object], place: int) -> str:
    if not home.flow:
        raise UneditableError("the brackets are not its own")
    pair = written.flowing(entry)[1:-1]
    if not home.keys:
        return f"{text[: home.start]}{{{pair}}}{text[home.end :]}"
    if place < 0:
        at = home.keys[0].start
        return f"{text[:at]}{pair}, {text[at:]}"
    at = _end(text, home, place)
    return f"{text[:at]}, {pair}{text[at:]}"


def dropped_key(text: str, chain: list[Node], name: str) -> str:
    """Take a key with its value out."""
    home = chain[-1]
    if home.kind != "map" or name not in home.names():
        raise UneditableError(f"there is no {name}")
    at = home.names().index(name)
    if len(home.keys) == 1:
        return _without_keys(text, chain)
    if home.flow:
        return _dropped_in_brackets(text, home, at)
    key, end = home.keys[at], line_end(text, _end(text, home, at))
    start = line_start(text, key.start)
    if not text[start : key.start].strip():
        return text[:start] + text[next_line(text, end) :] if end < len(text) else text[:start]
    # The key stands on the line of a dash, and the next one takes its place.
    following = home.keys[at + 1].start
    if text[end:following].strip():
        return text[: key.start].rstrip(" ") + text[end:]
    return text[: key.start] + text[following:]


def _without_keys(text: str, chain: list[Node]) -> str:
    """Leave an empty mapping where the last key of one goes."""
    if len(chain) == 1:
        raise UneditableError("nothing else stands there")
    above, home = chain[-2:]
    at = next(number for number, each in enumerate(above.items) if each is home)
    return next(replaced(text, chain[:-1], above.keys[at] if above.kind == "map" else None, home, {}))


def _dropped_in_brackets(text: str, home: Node, at: int) -> str:
    if at + 1 < len(home.keys):
        return text[: home.keys[at].start] + text[home.keys[at + 1].start :]
    return text[: _end(text, home, at - 1)] + text[_end(text, home, at) :]
