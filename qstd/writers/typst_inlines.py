"""Inlines as data for Typst: words as strings, everything else as a dictionary with its kind and what is inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qstd.model.document import Break, Del, Emph, Inline, Inlines, Ins, Link, Mark, Strong, Text
from qstd.writers.html_inlines import is_safe

Data = dict[str, Any]
# As in the HTML for paper: what reads a PDF takes a hyphen at the end of a line for a broken word.
_COMPOUND = re.compile(r"(?<![\w-])((?:[^\W\d_]+-)+(?: ?[^\W\d_]+))(?![\w-])")
_LONGEST = 40
# Words that may be too long for a line: they may be hyphenated, and where no rule finds a place, broken anywhere.
_LONG = re.compile(r"(\S{25,})")
_ENDLESS = re.compile(r"[^\W_]{50}(?=[^\W_])")
MAY_BREAK = "\u200b"
_NAMES: dict[type[Inline], str] = {Strong: "strong", Emph: "emph"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a document stand in. `anchors` are those that it has; `boxed` and `moved` as in a `Medium`: inside a
    box a heading is a line of its own, and where text was moved the end of a paragraph says nothing. Where a note says what
    is `empty`, the words that say so are its title. What `repeats` on each page of a table leads nowhere: on all but the first
    it is no part of the document, and PDF/UA has no links there.
    """

    anchors: frozenset[str]
    boxed: bool = False
    moved: bool = False
    empty: bool = False
    booklet: bool = False
    repeats: bool = False


def inlines(values: Inlines, setting: Setting) -> list[str | Data]:
    """Return a run of inlines as data."""
    found = [each for value in values for each in _inline(value, setting)]
    # A space at the start of a line is none.
    return [
        each.lstrip(" ") if isinstance(each, str) and at and found[at - 1] == {"k": "break"} else each
        for at, each in enumerate(found)
    ]


def _inline(value: Inline, setting: Setting) -> Iterator[str | Data]:
    if isinstance(value, Text):
        yield from _words(value.text)
    elif isinstance(value, Break):
        yield {"k": "break"}
    elif isinstance(value, Link):
        yield from _link(value, setting)
    elif isinstance(value, Mark):
        yield from _mark(value, setting)
    elif isinstance(value, (Ins, Del)):
        yield from changed("ins" if isinstance(value, Ins) else "del", inlines(value.inlines, setting))
    else:
        yield {"k": _NAMES[type(value)], "c": inlines(value.inlines, setting)}


def _words(text: str) -> Iterator[str | Data]:
    """A compound stays on one line, unless it is so long that it has to be broken somewhere."""
    if "-" not in text:  # as in most
        yield from _breakable(text)
        return
    for at, piece in enumerate(_COMPOUND.split(text)):
        if at % 2 and len(piece) <= _LONGEST:
            yield {"k": "word", "c": piece}
        elif piece:
            yield from _breakable(piece)


def _breakable(text: str) -> Iterator[str | Data]:
    for at, piece in enumerate(_LONG.split(text)):
        if piece:
            yield {"k": "long", "c": _ENDLESS.sub(rf"\g<0>{MAY_BREAK}", piece)} if at % 2 else piece


def _link(link: Link, setting: Setting) -> Iterator[str | Data]:
    content = inlines(link.inlines, setting)
    known = link.href[1:] in setting.anchors if link.href.startswith("#") else is_safe(link.href)
    # A path leads nowhere from a file on somebody's disk.
    if known and content and not setting.repeats and re.match(r"#|https?:|mailto:|tel:", link.href):
        yield {"k": "link", "to": link.href, "r": link.kind, "c": content}
    else:
        yield from content


def _mark(mark: Mark, setting: Setting) -> Iterator[str | Data]:
    if mark.id:
        yield anchor(mark.id)
    content = inlines(mark.inlines, setting)
    if mark.kind == "evidence":
        yield from content
    elif setting.empty and mark.kind == "empty":
        yield from ({"k": "strong", "c": [{"k": "empty", "c": content}]}, {"k": "break"})
    else:
        yield {"k": mark.kind, "c": content}


def anchor(name: str) -> Data:
    """Return a place that links lead to."""
    return {"k": "anchor", "id": name}


def changed(kind: str, content: list[str | Data]) -> Iterator[str | Data]:
    """Words that only one version has; spaces at both ends stay outside, where they do not look like words."""
    before = after = ""
    if content and isinstance(content[0], str):
        stripped = content[0].lstrip(" ")
        before, content = content[0][: len(content[0]) - len(stripped)], [stripped, *content[1:]]
    if content and isinstance(content[-1], str):
        stripped = content[-1].rstrip(" ")
        after, content = content[-1][len(stripped) :], [*content[:-1], stripped]
    yield from filter(None, (before, {"k": kind, "c": content}, after))
