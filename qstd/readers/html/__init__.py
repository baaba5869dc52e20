"""Web pages: HTML as a browser saves it, as Word and Google Docs write it, or as somebody wrote it by hand.

`encoding` makes characters of the bytes, `tree` a tree of the characters, `survey` looks over the tree (where is the main
content, what opens what), `walk` goes through it, and `finish` says what only the whole page shows. `plain` reads the same
characters without any tree: what the account is balanced against.
"""

import re

from qstd.model.finding import Finding
from qstd.model.outline import Outline, Reading
from qstd.readers.html import tree, troubles
from qstd.readers.html.encoding import decode
from qstd.readers.html.finish import finished
from qstd.readers.html.plain import plain
from qstd.readers.html.style import Sheet, sheet
from qstd.readers.html.survey import Element, survey
from qstd.readers.html.walk import Walk, Walked

_MIME = re.compile(rb"\A\s*(?:from|mime-version|date|subject|snapshot-content-location):", re.IGNORECASE)
_PARTS = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_MUCH_HIDDEN = 200


def read(data: bytes, file: str) -> Reading:
    """Read a web page."""
    if len(data) > tree.BYTES:
        return Reading(None, (troubles.too_large(file, tree.BYTES // 1_000_000),))
    if _MIME.match(data) and _PARTS.search(data[:8192]):
        return Reading(None, (troubles.archive(file),))
    decoded = decode(data)
    source = tree.clean(decoded.text)
    if tree.crowded(source):
        return Reading(None, (troubles.too_deep(file),))
    text, attributes = plain(source)
    if not text.strip():
        return Reading(None, (troubles.empty(file),))
    try:
        root, unformatted = tree.parse(source, attributes)
    except tree.RefusedError:
        return Reading(None, (troubles.too_deep(file),))
    walked = Walk(survey(root), _rules(root), _base(root)).run()
    outline = Outline(
        file,
        "html",
        finished(walked.blocks),
        tuple(walked.furniture),
        text,
        _title(root),
        _language(root),
    )
    findings = [*troubles.notes(file, decoded), *_left_out(file, walked)]
    if unformatted:
        findings.append(troubles.formatting_dropped(file))
    return Reading(outline, tuple(findings))


def _left_out(file: str, walked: Walked) -> list[Finding]:
    """Say what a person should look at because it is not in the text."""
    found: list[Finding] = []
    if walked.pictures:
        found.append(troubles.pictures(file, walked.pictures))
    if walked.frames:
        found.append(troubles.frames(file, walked.frames))
    if walked.hidden >= _MUCH_HIDDEN:
        found.append(troubles.hidden(file, walked.hidden))
    if not walked.blocks:
        found.append(troubles.empty(file))
    return found


def _rules(root: Element) -> Sheet:
    return sheet("\n".join(element.text or "" for element in root.iter("style")))


def _base(root: Element) -> str:
    element = next(root.iter("base"), None)
    return element.get("href", "") if element is not None else ""


def _title(root: Element) -> str:
    for title in root.iter("title"):
        around = title.getparent()
        if around is not None and around.tag != "svg":
            return " ".join("".join(str(text) for text in title.itertext()).split())
    return ""


def _language(root: Element) -> str:
    """Give the language that the page names first."""
    html = next(root.iter("html"), root)
    found = _LANGUAGE.match((html.get("lang") or html.get("xml:lang") or "").strip())
    return found.group().lower() if found else ""
