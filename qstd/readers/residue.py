"""What is left of HTML in a text: tags and entities inside a line or a cell, to paragraphs; shared by the readers of text
and of Markdown.

Only the names of HTML are tags. "<5 år" and "<navn>" are the municipality's own characters.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import groupby

from qstd.model.outline import LINE_BREAK, NOWHERE, Para, Reason, Run, Spot

_BLOCK = (
    "p div ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th dl dt dd hr blockquote section article center "
    "header footer main details summary pre"
)
_INLINE = "b strong i em u a span font small big sup sub br s del ins mark code abbr o:p wbr img tt strike label q cite"
_NAMES = "|".join(sorted(f"{_BLOCK} {_INLINE}".split(), key=len, reverse=True))
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_NAMES})(?:\s(?P<rest>[^<>]*)|/)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|mailto:|tel:|/|#|\w[\w.-]*(?:/|\Z)", re.IGNORECASE)
_BREAKS = frozenset(_BLOCK.split())
_STRONG, _EMPH = {"b", "strong"}, {"i", "em"}


def has_tags(text: str) -> bool:
    """Whether there is any HTML in a text."""
    return "<" in text and _TAG.search(text) is not None


def stripped(text: str) -> str:
    """A text with its tags gone: those that begin a new line on a page leave a space. Another way than `paragraphs`,
    to count words by.
    """
    without = _TAG.sub(lambda tag: " " if tag["name"].lower() in _BREAKS or tag["name"].lower() == "br" else "", text)
    return entities(without)


def entities(text: str) -> str:
    """A text with the characters that entities stand for."""
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def paragraphs(text: str, spot: Spot = NOWHERE) -> tuple[Para, ...]:
    """The paragraphs of a text with HTML in it; without, it is one paragraph, and none where nothing stands in it."""
    if not has_tags(text):
        words = entities(text).strip()
        return (Para((Run(words),), spot),) if words else ()
    walk = Walk(spot)
    start = 0
    for tag in _TAG.finditer(text):
        walk.characters(entities(text[start : tag.start()]))
        walk.tag(tag[0])
        start = tag.end()
    walk.characters(entities(text[start:]))
    return walk.end()


def without_tags(text: str, instead: Callable[[str], str]) -> str:
    """A text with something else in the place of each tag."""
    return _TAG.sub(lambda tag: instead(tag[0]), text)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs with those put together that look alike."""
    alike = groupby((run for run in runs if run.text), key=lambda run: replace(run, text=""))
    return tuple(replace(look, text="".join(run.text for run in group)) for look, group in alike)


@dataclass
class Walk:
    """A walk through the characters and tags of one text, and the paragraphs that it made on its way."""

    spot: Spot
    done: list[Para] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    strong: int = 0
    emph: int = 0
    underline: int = 0
    href: str = ""
    level: int = 0
    lists: list[int] = field(default_factory=list)  # for each open list the next number, 0 where it has bullets
    marker: str = ""
    in_entry: bool = False

    def characters(self, text: str, strong: bool = False, emph: bool = False, href: str = "") -> None:
        """Take characters, with what is said of them in another way than by tags."""
        if text:
            look = (strong or self.strong > 0, emph or self.emph > 0, self.underline > 0, href or self.href)
            self.runs.append(Run(text, *look))

    def tag(self, text: str) -> None:
        """Take a tag."""
        found = _TAG.match(text)
        if found is None:
            return
        name, close = found["name"].lower(), bool(found["close"])
        if name in _BREAKS:
            self._end_paragraph()
            self._block(name, close)
        elif name == "br":
            self.runs.append(Run(LINE_BREAK))
        elif name == "a":
            address = _HREF.search(found["rest"] or "")
            self.href = address[1] if address and not close and _ADDRESS.match(address[1]) else ""
        else:
            step = -1 if close else 1
            self.strong = max(0, self.strong + step * (name in _STRONG))
            self.emph = max(0, self.emph + step * (name in _EMPH))
            self.underline = max(0, self.underline + step * (name == "u"))

    def end(self) -> tuple[Para, ...]:
        """The paragraphs."""
        self._end_paragraph()
        return tuple(self.done)

    def _block(self, name: str, close: bool) -> None:
        if name in {"ul", "ol"}:
            if not close:
                self.lists.append(int(name == "ol"))
            elif self.lists:
                self.lists.pop()
        elif name == "li":
            self.in_entry = not close
            self.marker = "" if close else self._next_marker()
        elif name[0] == "h" and name[1:].isdigit():
            self.level = 0 if close else int(name[1:])

    def _next_marker(self) -> str:
        if not self.lists or not self.lists[-1]:
            return "•"
        self.lists[-1] += 1
        return f"{self.lists[-1] - 1}."

    def _end_paragraph(self) -> None:
        runs = merged(_trimmed(self.runs))
        self.runs = []
        if not any(run.text.strip() for run in runs):
            return
        reasons = tuple(_reasons(runs, self.level))
        depth = (len(self.lists) or 1) if self.in_entry else 0
        made = bool(self.marker)
        self.done.append(Para(runs, self.spot, self.level, reasons, self.marker, made, depth))
        self.marker = ""


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Runs without blanks at either end of the paragraph."""
    texts = [run for run in runs if run.text]
    while texts and not texts[0].text.strip():
        texts.pop(0)
    while texts and not texts[-1].text.strip():
        texts.pop()
    for index, run in enumerate(texts):
        text = run.text.lstrip() if index == 0 else run.text
        yield replace(run, text=text.rstrip() if index == len(texts) - 1 else text)


def _reasons(runs: tuple[Run, ...], level: int) -> Iterator[Reason]:
    shown = [run for run in runs if run.text.strip()]
    if level:
        yield "style"
    if all(run.strong for run in shown):
        yield "bold"
    if all(run.underline for run in shown):
        yield "underline"
