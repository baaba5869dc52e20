"""Inlines as HTML, and the small change that every part of the HTML writer needs: escaping, elements, safe links."""

import html
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from qstd.language import Translate
from qstd.model.document import Break, Change, Del, Emph, Inline, Inlines, Ins, Link, Mark, Strong, Text

# HTML allows tab, line feed and carriage return; every other control character makes a page invalid.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SIGNS = re.compile(f"[&<>\"'{_CONTROLS.pattern[1:]}")  # a page escapes hundreds of texts, and hardly any holds one
# A word with hyphens in it, which a sheet of paper could break in two; a very long one has to be broken somewhere.
# "social- og" stays together too: programs that read a PDF take a hyphen at the end of a line for a broken word.
_COMPOUND = re.compile(r"(?<![\w-])(?:[^\W\d_]+-)+(?: ?[^\W\d_]+)(?![\w-])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Medium:
    """What the HTML is read on. `paper` has nothing to fold, copy or click; inside a box (a cell, an address) a heading
    is a line of its own and no part of the outline; a table that `cuts` shows the first lines of texts. Where text was
    `moved`, the end of a paragraph says nothing.
    """

    translate: Translate
    paper: bool = False
    boxed: bool = False
    cuts: bool = False
    moved: bool = False


@lru_cache(maxsize=4096)  # a page and its fragment say the same, and standards share headings and labels
def escape(text: str) -> str:
    """Return text as it stands in HTML, between tags or in quotes."""
    return html.escape(_CONTROLS.sub("", text)) if _SIGNS.search(text) else text


def element(name: str, content: str, **attributes: str) -> str:
    """Return an element. An empty attribute is left out; `class_` is written `class`, `aria_label` is `aria-label`."""
    written = ""
    for key, value in attributes.items():
        if value:
            written += f' {_ATTRIBUTES[key]}="{escape(value)}"'
    return f"<{name}{written}>{content}</{name}>"


class _Attributes(dict[str, str]):
    """Names of attributes by the words that our code has for them; there are few, and a page asks for hundreds."""

    def __missing__(self, key: str) -> str:
        name = self[key] = key.strip("_").replace("_", "-")
        return name


_ATTRIBUTES = _Attributes()


def hidden(text: str) -> str:
    """Return words for those who hear the page and do not see it."""
    return f'<span class="vh">{escape(text)}</span>'


def is_safe(href: str) -> bool:
    """Tell whether an address may become a link: http, https, mailto, tel, `#id` or a path relative to the page.

    Documents are checked when they are read; this is the second lock, since a browser runs `javascript:`.
    """
    if not href or href.startswith("//") or _UNSAFE.search(href):
        return False
    scheme = _SCHEME.match(href)
    return scheme is None or scheme.group().lower() in _SAFE_SCHEMES


def copy_link(anchor: str, name: str, medium: Medium) -> str:
    """Return the `#` that copies the address of a section or a row. Its words are attributes, so that they never
    stand among the words of the text.
    """
    if medium.paper or not anchor:
        return ""
    label = medium.translate("Kopiér link til {name}").format(name=name)
    copied = medium.translate("Kopieret")
    said = f'aria-label="{escape(label)}" data-copied="{escape(copied)}"'
    return f' <a class="perma" href="#{escape(anchor)}" {said}></a>'


def inlines(values: Inlines, medium: Medium) -> str:
    """Return a run of inlines as HTML."""
    if len(values) == 1:  # as most are
        return _inline(values[0], medium)
    return "".join([_inline(value, medium) for value in values])


def _inline(value: Inline, medium: Medium) -> str:
    if isinstance(value, Text):
        return _COMPOUND.sub(_unbroken, escape(value.text)) if medium.paper else escape(value.text)
    if isinstance(value, Break):
        return "<br>"
    if isinstance(value, Link):
        return _link(value, medium)
    if isinstance(value, Mark):
        return _mark(value, medium)
    if isinstance(value, Ins | Del):
        return changed("ins" if isinstance(value, Ins) else "del", inlines(value.inlines, medium), medium)
    return element(_NAMES[type(value)], inlines(value.inlines, medium))


def _unbroken(word: re.Match[str]) -> str:
    """Keep a compound on one line, so that whoever copies or searches the text of a PDF finds the word whole."""
    return word[0] if len(word[0]) > 40 else element("span", word[0], class_="nb")


_NAMES: dict[type[Inline], str] = {Strong: "strong", Emph: "em"}


def changed(change: Change, content: str, medium: Medium, class_: str = "") -> str:
    """Return words that only one version has. Spaces around them stay outside, where they do not look like words; the
    brackets, which the style sheet adds, are neither underlined nor struck.
    """
    inner = content.strip(" ") or content
    before, after = content.split(inner, 1) if inner else ("", "")
    inner = element("span", inner, class_="w") if inner and not class_ else inner
    if not medium.paper:
        said = medium.translate("indsat") if change == "ins" else medium.translate("slettet")
        inner = hidden(f" [{said}: ") + inner + hidden("] ")
    return before + element(change, inner, class_=class_) + after


def _link(link: Link, medium: Medium) -> str:
    content = inlines(link.inlines, medium)
    if not is_safe(link.href):
        return content
    if medium.paper:
        # Nobody hears a sheet of paper, and a PDF reads the words of the link itself. A span inside a link would be an
        # element of its own in the PDF, outside the link.
        content = inlines(link.inlines, replace(medium, paper=False))
        return element("a", content, class_=link.kind, href=link.href)
    if link.hint:
        content += hidden(f" {link.hint.strip()}")
    return element("a", content, class_=link.kind, href=link.href, title=link.title)


def _mark(mark: Mark, medium: Medium) -> str:
    content = inlines(mark.inlines, medium)
    if mark.kind in ("shared", "near") and mark.title and not medium.paper:
        # Who else has a sentence is heard after it; a title is for those who point at it.
        content += hidden(f" [{mark.title[:1].lower()}{mark.title[1:]}]")
    title = "" if medium.paper else mark.title
    return element("span", content, class_=_MARKS[mark.kind], id=mark.id, title=title)


_MARKS = {
    "evidence": "ev",
    "shared": "sh",
    "near": "sh near",
    "stated": "st st-stated",
    "none": "st st-none",
    "empty": "st st-empty",
    "absent": "st st-absent",
    "more": "dir dir-more",
    "less": "dir dir-less",
    "neutral": "dir dir-neutral",
    "unknown": "dir dir-unknown",
    "tag": "tag",
    "moved": "mv",
    "confidence-4": "conf conf-4",
    "confidence-3": "conf conf-3",
    "confidence-2": "conf conf-2",
    "confidence-1": "conf conf-1",
}
