"""What a file says after an edit, on its plain values: that which the patched text is held against."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qstd.model.edit import Drop, Edit, Insert, Move, Path, Put, UneditableError


def as_asked(root: Any, edit: Edit) -> Any:
    """Return the values with an edit made; `root` stays as it is. Raises UneditableError where its path leads nowhere."""
    if not edit.path:
        raise UneditableError("nothing to edit")
    *way, last = edit.path
    if isinstance(edit, Insert):
        if not way or not isinstance(last, int):
            raise UneditableError(f"no place in a list: {edit.path}")
        value, home = _led(root, way[:-1])
        _insert(home, way[-1], last, edit)
        return value
    value, at = _led(root, way)
    try:
        if isinstance(edit, Put):
            _put(at, last, edit)
        elif isinstance(edit, Drop):
            del at[last]
        elif isinstance(edit, Move):
            at.insert(edit.to, at.pop(last))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise UneditableError(f"nothing stands at {edit.path}") from error
    return value


def _led(root: Any, way: Sequence[str | int]) -> tuple[Any, Any]:
    """Return a copy of the values, and what stands in it at the end of a path; only what lies on the way is copied."""
    value = at = _copied(root)
    for step in way:
        try:
            at[step] = _copied(at[step])
            at = at[step]
        except (KeyError, IndexError, TypeError) as error:
            raise UneditableError(f"nothing stands at {tuple(way)}") from error
    return value, at


def _copied(value: Any) -> Any:
    return value.copy() if isinstance(value, (dict, list)) else value


def _put(at: Any, last: str | int, edit: Put) -> None:
    if isinstance(at, list):
        at[int(last)] = plain(edit.value)
    elif last in at:
        at[last] = plain(edit.value)
    else:
        _placed(at, str(last), plain(edit.value), edit.after)


def _placed(at: dict[str, Any], key: str, value: Any, after: Sequence[str]) -> None:
    """Put a new key behind the last of some that is there, else before all."""
    keys = list(at)
    place = max((keys.index(each) + 1 for each in after if each in at), default=0)
    rest = {each: at.pop(each) for each in keys[place:]}
    at[key] = value
    at.update(rest)


def _insert(home: Any, key: str | int, at: int, edit: Insert) -> None:
    try:
        entries = home[key] if isinstance(home, list) and isinstance(key, int) else home.get(key)
    except (IndexError, TypeError, AttributeError) as error:
        raise UneditableError(f"nothing stands at {edit.path}") from error
    if entries is None and isinstance(home, dict) and key not in home:
        _placed(home, str(key), [plain(edit.value)], edit.after)
    elif entries is None:
        home[key] = [plain(edit.value)]
    elif isinstance(entries, list) and 0 <= at <= len(entries):
        home[key] = [*entries[:at], plain(edit.value), *entries[at:]]
    else:
        raise UneditableError(f"no list stands at {edit.path[:-1]}")


def plain(value: Any) -> Any:
    """Return a value as reading gives it: mappings as dicts, sequences as lists."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are written alike: `true` is not 1, and keys stand in one order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(map(same, one.values(), other.values()))
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def parts(path: Path, old: Any, new: Any) -> Iterator[Edit]:
    """Yield the edits that turn a value into another, so that what is alike within the two is left alone."""
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        keys = list(new)
        for number, key in enumerate(keys):
            if key not in old:
                yield Put((*path, key), new[key], tuple(keys[:number]))
            elif not same(old[key], new[key]):
                yield from parts((*path, key), old[key], new[key])
        yield from (Drop((*path, key)) for key in old if key not in new)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_entries(path, old, new)
    else:
        yield Put(path, new)


def _of_entries(path: Path, old: list[Any], new: list[Any]) -> Iterator[Edit]:
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if not same(old[at], new[at])), shorter)
    tail = next((at for at in range(shorter - head) if not same(old[-1 - at], new[-1 - at])), shorter - head)
    for at in range(head, shorter - tail):
        yield from parts((*path, at), old[at], new[at])
    for at in range(shorter - tail, len(new) - tail):
        yield Insert((*path, at), new[at])
    for at in reversed(range(shorter - tail, len(old) - tail)):
        yield Drop((*path, at))
