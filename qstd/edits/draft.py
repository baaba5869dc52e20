"""An imported standard as YAML: everything that was recognised, with a comment where a person should look."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any

from qstd.edits.layout import dump
from qstd.model.draft import Account
from qstd.model.field import Record
from qstd.model.standard import Section, StandardFile

Comments = Mapping[tuple[str | int, ...], Sequence[str]]
"""What to say at a path of keys and indexes, each text on lines of its own."""

_MARK = "gennemse: "
_MOST_UNPLACED = 12  # words named in the head of a file
_HEAD = "# yaml-language-server: $schema=../../schemas/standard.schema.json\n"
_LAST = ("proposed", "evidence")  # a fact says first what it is
_FLOW = ("groups", "professions", "who", "to", "subject", "offsets")


def imported(standard: StandardFile, comments: Comments, head: Sequence[str] = ()) -> str:
    """Return the text of an imported standard. `head` are lines for the comment at its top."""
    root = _record(standard, (), comments)
    return _HEAD + "".join(f"# {line}".rstrip() + "\n" for line in head) + _spaced(dump(root))


def head(file: str, account: Account) -> list[str]:
    """Return what the head of an imported file says: the source `file` that it is from, and what of it is not here."""
    lines = [f"Importeret fra {_one_line(file)}. Se det efter, der står »gennemse:« ved."]
    missing = [each for each in account.unplaced if not each.extra]
    if missing:
        named = ", ".join(_one_line(each.word) for each in missing[:_MOST_UNPLACED])
        more = " ..." if len(missing) > _MOST_UNPLACED else ""
        lines.append(f"gennemse: {account.words.unplaced} ord fra kilden står ikke her: {named}{more}")
    if account.status == "NOT_CHECKED":
        lines.append("gennemse: Det er ikke talt efter, om alle ord fra kilden er med.")
    return lines


def _one_line(text: str) -> str:
    return "".join(each if each.isprintable() else " " for each in text)


def _record(record: Record, path: tuple[str | int, ...], comments: Comments) -> Any:
    """Return a record as a mapping in the order of its fields, without what is as it would be anyway."""
    from ruamel.yaml.comments import CommentedMap

    out = CommentedMap()
    written = fields(record)  # type: ignore[arg-type]  # every record is a dataclass; the base is none
    for each in sorted(written, key=lambda own: _LAST.index(own.name) if own.name in _LAST else -1):
        value = getattr(record, each.name)
        if value == each.default and each.default is not MISSING and not _wanted(record, each.name):
            continue
        name = "prose" if isinstance(record, Section) and each.name == "body" else each.name
        out[each.name] = _value(name, value, (*path, each.name), comments)
        said = comments.get((*path, each.name), ())
        if said and not (len(out) == 1 and path and isinstance(path[-1], int)):
            out.yaml_set_comment_before_after_key(each.name, before=_said(said), indent=2 * ((len(path) + 1) // 2))
    return out


def _wanted(record: Record, name: str) -> bool:
    """Tell whether a field is written even where it says no more than its absence would: a reader looks for it."""
    if isinstance(record, Section):
        return name in ("topic", "heading", "body")
    return isinstance(record, StandardFile) and name == "language"


def _value(name: str, value: Any, path: tuple[str | int, ...], comments: Comments) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    if isinstance(value, Record):
        return _record(value, path, comments)
    if isinstance(value, tuple):
        rows = CommentedSeq()
        for at, each in enumerate(value):
            row = _value("", each, (*path, at), comments)
            rows.append(row)
            # What is said of an entry's first field stands before its dash.
            first = (*path, at, next(iter(row))) if isinstance(each, Record) else ()
            said = (*comments.get((*path, at), ()), *comments.get(first, ()))
            if said:
                rows.yaml_set_comment_before_after_key(at, before=_said(said), indent=0)
        if name in _FLOW:
            rows.fa.set_flow_style()
        return rows
    return _scalar(name, value)


def _scalar(name: str, value: Any) -> Any:
    from ruamel.yaml.scalarfloat import ScalarFloat
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, Decimal):
        text = format(value, "f")
        return int(text) if "." not in text else ScalarFloat(text, prec=text.index("."), width=len(text))
    if isinstance(value, str):
        if name == "prose" and value and _is_plain_block(value):
            return LiteralScalarString(value if value.endswith("\n") else f"{value}\n")
        if not value or name in ("number", "paragraph", "stk", "nr", "phone") or not _is_simple(value):
            return DoubleQuotedScalarString(value)
    return value if isinstance(value, (str, bool, int, dt.date)) or value is None else str(value)


def _is_plain_block(text: str) -> bool:
    """Tell whether a text can stand as a literal block and come back as it was."""
    lines = text.split("\n")
    return (
        not text.startswith((" ", "\n"))
        and all(each.isprintable() or each == "" for each in lines)
        and not any(each != each.rstrip() for each in lines)
        and not text.endswith("\n\n")
    )


def _is_simple(text: str) -> bool:
    """Tell whether a text can be written without quotes that show its odd characters."""
    return text.isprintable() and text == text.strip()


def _said(said: Sequence[str]) -> str:
    return "\n".join(f"{_MARK}{each}" for each in said)


def _spaced(text: str) -> str:
    """Put an empty line before the lists and before each section, as people write them."""
    out: list[str] = []
    block = ""
    for line in text.split("\n"):
        if line[:1].isalpha():
            block = line.split(":")[0]
        opens = line.startswith(("sections:", "facts:", "waive:")) or (block == "sections" and line.startswith("- "))
        if opens and out:
            at = len(out)
            while at and out[at - 1].startswith("#"):
                at -= 1
            if at and out[at - 1] not in ("", "sections:"):
                out.insert(at, "")
        out.append(line)
    return "\n".join(out)
