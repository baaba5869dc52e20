"""The prose of sections: Markdown as blocks, and its plain words.

Parsing is in `markdown`, which is loaded when a body needs it: most bodies are paragraphs, plain lists and headings,
whose words can be told without a parser, and checking a standard needs only words.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from qstd.prose.answers import bare_none
from qstd.prose.problem import Problem, ProblemKind

if TYPE_CHECKING:
    from qstd.model.document import Blocks

__all__ = [
    "Problem",
    "ProblemKind",
    "block_texts",
    "blocks",
    "none_answer",
    "normal",
    "problems",
    "safe",
    "stands",
    "text",
]

# Bodies without any of this need no parser: paragraphs, "- " lists and "# " headings only.
_MARKUP = re.compile(
    r"[*_`\[\]<>&|~\t\0\r\f\v\u0085\u2028\u2029]|\\(?!\n ?\w)|^ ?#.*\\|^ {2,}\S|^ ?\d{1,9}[.)](?:\s|$)"
    r"|^ ?[-+=](?:\s*$|\s+[-+*#>\d])"
    r"|^ ?(?:[-=]\s*){2,}$|^ ?\+ |#\s*$|^ ?- {2,}|[^\S\n ]",
    re.MULTILINE,
)
_RISKY = re.compile(r"[<\[`~\t|]| {4}")
_INSIDE = re.compile(r"\w\w")
_LEAD = re.compile(r"^ ?(?:#{1,6} +|- )", re.MULTILINE)


def blocks(markdown: str) -> "Blocks":
    """Return the blocks of a body. Its own headings start at level 3, below the section's heading."""
    from qstd.prose import markdown as reader

    return reader.parse(markdown).blocks


@lru_cache(maxsize=256)  # several rules ask of the same body, one after the other
def problems(markdown: str) -> tuple[Problem, ...]:
    """Return what cannot be published as written."""
    if not _RISKY.search(markdown):
        return ()
    from qstd.prose import markdown as reader

    return reader.parse(markdown).problems


def text(markdown: str) -> str:
    """Return the words of a body, one space apart, without list marks: the text in which a quote must stand."""
    if _MARKUP.search(markdown):
        return normal(" ".join(block_texts(blocks(markdown))))
    return normal(_LEAD.sub("", markdown).replace("\\\n", "\n"))


def none_answer(markdown: str) -> str:
    """Return the words of a body that says no more than that there is none ("ingen", "-"); of any other, nothing."""
    words = text(markdown) or normal(markdown)  # a lone "-" is a list without entries
    return words if bare_none(words) else ""


def normal(quote: str) -> str:
    """Return a quote as it would stand in `text`: white space folded."""
    return " ".join(quote.split())


def stands(quote: str, text: str) -> bool:
    """Tell whether a quote stands in a text, both with white space folded; "7 dage" does not stand in "17 dage"."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        before, after = text[max(at - 1, 0) : at] + quote[0], quote[-1] + text[at + len(quote) :][:1]
        if not (_INSIDE.fullmatch(before) or _INSIDE.fullmatch(after)):
            return True
        at = text.find(quote, at + 1)
    return False


def safe(address: str) -> bool:
    """Tell whether a link may be published: web, mail, telephone, or a path of our own."""
    from qstd.prose import markdown as reader

    return reader.safe(address)


def block_texts(blocks: "Blocks") -> Iterator[str]:
    """Yield the characters of each paragraph, heading and cell, in reading order."""
    from qstd.model.document import Heading, Items, Paragraph, Table, plain

    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield plain(block.inlines)
        elif isinstance(block, Items):
            for item in block.items:
                yield from block_texts(item.blocks)
        elif isinstance(block, Table):
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    yield from block_texts(cell.blocks)
        else:
            yield from block_texts(block.blocks)
