"""All words of a Markdown file, by taking out its marks: another way than the reader's own, to count by."""

import re

from qstd import prose
from qstd.readers import residue

_LINK = re.compile(r"\]\(\s*<?([^()<>\s]*)>?(?:\s+[\"']([^\"'\n]*)[\"'])?\s*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_STRESS = re.compile(r"(?<!\\)\*{2,3}|(?<![\\*])\*(?=\w+\*)|(?<=\w)(?<!\\)\*(?=\w)")


def plain(text: str) -> str:
    """The words of a file: without the addresses of its links, its tags and its stars."""
    words = _LINK.sub(_without_address, text)
    return _ESCAPED.sub(r"\1", _STRESS.sub("", residue.stripped(words)))


def _without_address(link: re.Match[str]) -> str:
    title = f" {link[2]}" if link[2] else ""
    kept = "" if not link[1] or prose.safe(link[1]) else f" {link[1]} "
    return f"]{kept}{title} "
