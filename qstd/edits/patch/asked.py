"""What a file says after an edit, on its plain values: that which the patched text is held against."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from qstd.model.edit import Drop, Edit, Insert, Move, Put, UneditableError


def as_asked(root: Any, edit: Edit) -> Any:
    """Return the values with an edit made. Raises UneditableError where its path leads nowhere."""
    value = deepcopy(root)
    at = value
    *way, last = edit.path
    if isinstance(edit, Insert):
        at = _led(value, way[:-1])
        return _inserted(value, at, way[-1], int(last), edit)
    at = _led(value, way)
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


def _led(value: Any, way: Sequence[str | int]) -> Any:
    for step in way:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError) as error:
            raise UneditableError(f"nothing stands at {way}") from error
    return value


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


def _inserted(root: Any, home: Any, key: str | int, at: int, edit: Insert) -> Any:
    try:
        entries = home[key] if isinstance(home, list) and isinstance(key, int) else home.get(key)
    except (IndexError, TypeError, AttributeError) as error:
        raise UneditableError(f"nothing stands at {edit.path}") from error
    if entries is None and isinstance(home, dict) and key not in home:
        _placed(home, str(key), [plain(edit.value)], edit.after)
    elif entries is None:
        home[key] = [plain(edit.value)]
    elif isinstance(entries, list) and 0 <= at <= len(entries):
        entries.insert(at, plain(edit.value))
    else:
        raise UneditableError(f"no list stands at {edit.path[:-1]}")
    return root


def plain(value: Any) -> Any:
    """Return a value as reading gives it: mappings as dicts, sequences as lists."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value
