"""What a standard's file says: its words, whatever it was written with, and the record of it, whole or good enough to edit."""

from dataclasses import fields, replace
from typing import Any

from qstd.model.source import Source
from qstd.model.standard import Standard, StandardFile
from qstd.readers import yaml_file
from qstd.yaml_source import parse

_LISTS = ("sections", "facts", "waive")


def said(text: str) -> StandardFile | None:
    """Return what a text says; None where it cannot be read whole."""
    return file_of(yaml_file.read_standard(text.encode(), "", ""))


def editable(text: str) -> tuple[StandardFile | None, bool]:
    """Return what a text says, and whether that is all. While somebody types, a title may be empty or a date half written:
    then the rest is given, if every entry of its lists is there, so that their numbers are those of the text.
    """
    source = yaml_file.read_standard(text.encode(), "", "")
    whole = file_of(source)
    if whole is not None or source.record is None:
        return whole, whole is not None
    value = parse(text.encode()).value
    record = _plain(source.record)
    if not isinstance(value, dict) or not all(_all_there(value.get(each), getattr(record, each)) for each in _LISTS):
        return None, False
    # Where a field could not be read, `readers.salvage` has put a sign that is for rules, not for people.
    return replace(record, title=_words(value.get("title")), service=_words(value.get("service"))), False


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _all_there(written: Any, read: Any) -> bool:
    if any(str(getattr(each, "id", "")).startswith("unread_") for each in read):
        return False
    return len(written) == len(read) if isinstance(written, list) else written is None and not read


def file_of(source: Source[Standard]) -> StandardFile | None:
    """Return what a file says, without whose it is; None where not all of it could be read."""
    return _plain(source.record) if source.record is not None and source.whole else None


def _plain(record: Standard) -> StandardFile:
    return StandardFile(**{each.name: getattr(record, each.name) for each in fields(StandardFile)})


def decoded(data: bytes) -> str:
    """Return the text of a file. One that is not UTF-8 is read as other programs may have written it, so that it can be
    put right without a word lost.
    """
    for encoding in ("utf-8", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
