"""The filters of Pagefind's index in a fixed order: Pagefind writes them in another one each time.

Its files are gzip of a signature and a value in CBOR, of which whole numbers, texts and lists are used. The list of
files (`pf_meta`) names the files of filters, which are called by their content, and is itself called by its own.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any, NoReturn

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # where the list of files has its filters: pairs of name and file
_NUMBER, _TEXT, _LIST = 0, 3, 4


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index, the filters and their values sorted. Raises ValueError where they read otherwise
    than is said here.
    """
    made = dict(files)
    entry = json.loads(made.pop("pagefind-entry.json"))
    for language, about in entry["languages"].items():
        listed = _read(made.pop(f"pagefind.{about['hash']}.pf_meta"))
        listed[_FILTERS] = sorted([name, _sorted_filter(made, language, old)] for name, old in listed[_FILTERS])
        data = _write(listed)
        about["hash"] = f"{language}_{_name(data)}"
        made[f"pagefind.{about['hash']}.pf_meta"] = data
    made["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return made


def _sorted_filter(made: dict[str, bytes], language: str, old: str) -> str:
    """Sort the values of a filter, and return what its file is called then."""
    name, values = _read(made.pop(f"filter/{old}.pf_filter"))
    data = _write([name, sorted(values)])
    new = f"{language}_{_name(data)}"
    made[f"filter/{new}.pf_filter"] = data
    return new


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def _read(data: bytes) -> Any:
    plain = gzip.decompress(data)
    value, end = _value(plain, len(_SIGNATURE))
    if not plain.startswith(_SIGNATURE) or end != len(plain) or _coded(value) != plain[len(_SIGNATURE) :]:
        _unknown()
    return value


def _write(value: Any) -> bytes:
    return gzip.compress(_SIGNATURE + _coded(value), mtime=0)


def _value(data: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at a place, and where it ends."""
    kind, number, at = data[at] >> 5, data[at] & 31, at + 1
    if 24 <= number <= 27:
        end = at + (1 << number - 24)
        number, at = int.from_bytes(data[at:end]), end
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _LIST or number > len(data):
        _unknown()
    values = []
    for _ in range(number):
        value, at = _value(data, at)
        values.append(value)
    return values, at


def _coded(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(_coded, value))


def _head(kind: int, number: int) -> bytes:
    """Return the first bytes of a value: its kind, and a number in as few bytes as hold it."""
    if number < 24:
        return bytes([kind << 5 | number])
    power = next(each for each in range(4) if number < 1 << (8 << each))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power)


def _unknown() -> NoReturn:
    raise ValueError("the index is not written as expected; is this another version of Pagefind?")
