"""Pasting: what a word processor or a browser leaves on the clipboard, as the Markdown of a body.

Lists, tables, bold words, links and inner headings are kept; everything else of its looks is left out.
"""

from dataclasses import dataclass

from qstd.model.finding import Message, message
from qstd.readers import html
from qstd.recognise.entries import listed
from qstd.recognise.lines import joined
from qstd.recognise.markdown import body

MOST, MOST_TAGS = 1_000_000, 40_000
"""Bytes of HTML, and its tags, that are looked at; beyond, the plain text is pasted. It takes a second or two."""
_PICTURES = "I157"


@dataclass(frozen=True, slots=True)
class Pasted:
    """The Markdown, empty where there is nothing to paste, and what somebody should know about it."""

    markdown: str
    notes: tuple[Message, ...]


def pasted(source: str) -> Pasted:
    """Return HTML from the clipboard as Markdown."""
    data = source.encode("utf-8", "replace")
    if len(data) > MOST or source.count("<") > MOST_TAGS:
        return Pasted(
            "", (message("Det er for meget at sætte ind med lister og tabeller. Sæt det ind i mindre bidder."),)
        )
    reading = html.read(b"\xef\xbb\xbf" + data, "indsat")  # whatever the HTML says of its encoding, it came as text
    if reading.outline is None:
        return Pasted("", ())
    made = body(listed(joined(reading.outline.blocks, None).blocks)).rstrip("\n")
    pictures = any(each.code == _PICTURES for each in reading.findings)
    return Pasted(made, (message("Billeder sættes ikke ind."),) if pictures else ())
