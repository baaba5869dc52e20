"""Markdown files: headings, lists, tables, links, the lines in front that only programmes read, and rests of HTML.

The lines are read here, so that every paragraph knows its line and a table torn in two is one again; what stands inside
a paragraph is read by `prose`, as in a body.
"""

import re

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Furniture, Outline, Reading, Spot
from qstd.readers import residue
from qstd.readers.characters import decode
from qstd.readers.markdown_file.blocks import Found, read_lines
from qstd.readers.markdown_file.plain import plain
from qstd.readers.text.lines import lines

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"[\w-]+:(?:\s|\Z)")
_VALUE = re.compile(r"^(title|titel|lang|language):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read(data: bytes, file: str) -> Reading:
    """Read a Markdown file."""
    decoded = decode(data, file)
    if decoded.text is None:
        return Reading(None, decoded.findings)
    text = decoded.text.replace("\f", "\n")
    front = _front_matter(text)
    found = Found()
    if front:
        found.furniture.append(Furniture("hidden", plain(front[1]).strip(), Spot(line=1)))
    skipped = text[: front.end()].count("\n") if front else 0
    read_lines(lines(_without_comments(text, found))[skipped:], found)
    values = {key.lower()[:4]: value for key, value in _VALUE.findall(front[1])} if front else {}
    outline = Outline(
        file,
        "md",
        tuple(found.blocks),
        tuple(found.furniture),
        plain(text),
        values.get("titl", "") or values.get("tite", ""),
        values.get("lang", "")[:2],
    )
    return Reading(outline, (*decoded.findings, *_findings(text, found, file)))


def _without_comments(text: str, found: Found) -> str:
    """The text with its remarks ("<!-- ... -->") taken out and its line ends kept."""
    pieces, start, line = [], 0, 1
    while (begin := text.find("<!--", start)) >= 0 and (end := text.find("-->", begin + 4)) >= 0:
        remark = text[begin + 4 : end]
        line += text.count("\n", start, begin)
        if remark.strip():
            found.furniture.append(Furniture("hidden", plain(remark).strip(), Spot(line=line)))
        line += remark.count("\n")
        pieces += [text[start:begin], " " + "\n" * remark.count("\n")]
        start = end + 3
    return "".join([*pieces, text[start:]])


def _front_matter(text: str) -> re.Match[str] | None:
    """The lines between "---" at the start, where they look like keys and values."""
    front = _FRONT.match(text)
    return front if front and front[1] and _KEY.match(front[1].lstrip()) else None


def _findings(text: str, found: Found, file: str) -> list[Finding]:
    findings = []
    if residue.has_tags(text):
        findings.append(Finding("I178", "info", _RESIDUE, Place(file)))
    if found.pictures:
        what = message("{count} billede(r) er ikke taget med; kun teksten, der beskriver dem", count=found.pictures)
        findings.append(Finding("I179", "info", what, Place(file)))
    return findings


_RESIDUE = message("Der er HTML-koder i teksten; de er læst som afsnit, lister og understregning, ikke som ord")
