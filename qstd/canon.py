"""The canonical form of what a standard says, and its digest: what an approval is bound to.

The form is a promise: what was approved years ago must have the same digest then as now. So it rests on nothing that may
change with a library, and it has a number of its own (`FORM`); a change of it is a new number beside the old one.

It holds what readers are told: title, service and language; the sections in their order, each with topic, name, number,
heading, audience and text, with shared texts in place; and the facts that a person has said are right. It does not hold
how the file is written: comments, order of keys, kinds of quotes, order of facts, where lines of a paragraph end; nor what is
about the document and not in it: status, approval, waivers, where words were taken from.

As JSON: keys sorted, no spaces, characters as they are (UTF-8), what is not given left out. Text is in Unicode's form NFC;
spaces at the ends of lines are no part of it, save the two or more that break a line; empty lines count as one; a line's
end within a paragraph is a space.

`state` lays what a standard says now beside what was approved.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from qstd.model.plain import plain
from qstd.model.standard import ApprovedContent, Section, Standard

FORM = 1
# A line that opens something of its own: an entry of a list, a heading, a quote, a row of a table, code, a rule.
_OPENS = re.compile(
    r"\s*(?:[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|[>|]|```|~~~|(?:=+|-{2,}|[*_](?:\s*[*_]){2,})\s*$)|\s{4,}"
)


@dataclass(frozen=True, slots=True)
class Digests:
    """The digest of a whole standard, and that of each of its sections by the section's key."""

    whole: str
    sections: Mapping[str, str]


def digests(standard: Standard) -> Digests:
    """Return the digests of a standard as readers see it (`fragments.effective`)."""
    sections = {each.key: _digest(_section(each)) for each in standard.sections if each.key}
    return Digests(_digest(form(standard)), sections)


@dataclass(frozen=True, slots=True)
class ApprovalState:
    """Whether a standard still says what was approved. `unbound`: it is approved, and nobody kept what it said then; `newer`:
    that was kept in a form that this program does not know.

    Where it has changed: the keys of the sections that say something else, are new, or are gone; whether the others have
    another order; and, where none of that is so, that it is the title, the service, the language or the facts (`beside`).
    """

    kind: Literal["none", "unbound", "newer", "as_approved", "changed"]
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: bool = False
    beside: bool = False


def state(standard: Standard) -> ApprovalState:
    """Return whether a standard, as readers see it (`fragments.effective`), is what was approved."""
    approval = standard.approval
    if approval is None or not (approval.date or approval.body or approval.text):
        return ApprovalState("none")
    if approval.content is None:
        return ApprovalState("unbound")
    if approval.content.form != FORM:
        return ApprovalState("newer")
    now = digests(standard)
    return ApprovalState("as_approved") if now.whole == approval.content.whole else _changed(now, approval.content)


def _changed(now: Digests, then: ApprovedContent) -> ApprovalState:
    """Tell what is another; the order of sections is the one in which their digests were written."""
    added = tuple(key for key in now.sections if key not in then.sections)
    removed = tuple(key for key in then.sections if key not in now.sections)
    common = [key for key in then.sections if key in now.sections]
    changed = tuple(key for key in now.sections if key in common and now.sections[key] != then.sections[key])
    moved = common != [key for key in now.sections if key in common]
    return ApprovalState("changed", changed, added, removed, moved, not (changed or added or removed or moved))


def form(standard: Standard) -> dict[str, Any]:
    """Return the canonical form of a standard as plain values."""
    facts = sorted((plain(each) for each in standard.facts if not each.proposed), key=_json)
    return {
        "form": FORM,
        "title": _line(standard.title),
        "service": standard.service,
        "language": standard.language,
        "sections": [_section(each) for each in standard.sections],
        "facts": [_texts(each) for each in facts],
    }


def _section(section: Section) -> dict[str, Any]:
    given = {
        "topic": section.topic,
        "id": section.id,
        "number": section.number,
        "heading": _line(section.heading),
        "audience": section.audience if section.audience != "everyone" else None,
        "body": text(section.body),
    }
    return {key: value for key, value in given.items() if value}


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, Mapping):
        return {key: _texts(each) for key, each in value.items() if key != "proposed"}
    return [_texts(each) for each in value] if isinstance(value, list) else value


def text(body: str) -> str:
    """Return a text in its canonical form."""
    out: list[str] = []
    for line in unicodedata.normalize("NFC", body).replace("\r\n", "\n").split("\n"):
        said = line.rstrip()
        breaks = line.endswith("  ") and said != ""
        if not said:
            out.append("")
        elif out and out[-1] and not out[-1].endswith(("  ", "\\")) and not _OPENS.match(line):
            out[-1] += f" {said.lstrip()}"
        else:
            out.append(said)
        if breaks:
            out[-1] += "  "
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n").rstrip(" ")


def _line(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).split())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(value: Any) -> str:
    return sha256(_json(value).encode("utf-8", "surrogatepass")).hexdigest()
