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
# Without any of these there is no problem; nor with links alone that lead to a plain address on the web, or tables alone
# whose rows all have as many cells.
_RISKY = ("<", "](", "`", "~", "\t", "|", "    ")
_HARMLESS = {"](", "|"}
_LINKS = re.compile(r"\]\((?!https?://[A-Za-z0-9./-]+\))")
# A link whose words are plain, to a plain address on the web: without a parser, it is its words.
_PLAIN_LINK = re.compile(r"(?<!!)\[([^\W\d_][\w ,.-]*+)\]\(https?://[A-Za-z0-9./-]+\)")
_INSIDE = re.compile(r"\w\w")
_LEAD = re.compile(r"^ ?(?:#{1,6} +|- )", re.MULTILINE)


def blocks(markdown: str) -> "Blocks":
    """Return the blocks of a body. Its own headings start at level 3, below the section's heading."""
    from qstd.prose.plain import plain_blocks

    found = plain_blocks(markdown)
    if found is not None:
        return found
    from qstd.prose import markdown as reader

    return reader.parse(markdown).blocks


@lru_cache(maxsize=256)  # several rules ask of the same body, one after the other
def problems(markdown: str) -> tuple[Problem, ...]:
    """Return what cannot be published as written."""
    found = [sign for sign in _RISKY if sign in markdown]
    if _HARMLESS.issuperset(found) and _has_plain_links(markdown) and ("|" not in found or _is_even(markdown)):
        return ()
    from qstd.prose import markdown as reader

    return reader.parse(markdown).problems


def _has_plain_links(markdown: str) -> bool:
    """Tell whether all links lead to plain addresses on the web, and there are no pictures."""
    return "](" not in markdown or ("![" not in markdown and not _LINKS.search(markdown))


def _is_even(markdown: str) -> bool:
    """Tell whether all rows of tables surely have as many cells as their heads."""
    rows = [each.strip(" ") for each in markdown.split("\n") if "|" in each]
    same = len({each.count("|") for each in rows}) == 1 and all(each[0] == each[-1] == "|" for each in rows)
    return same and "\\" not in markdown and "\r" not in markdown


def text(markdown: str) -> str:
    """Return the words of a body, one space apart, without list marks: the text in which a quote must stand."""
    words = _PLAIN_LINK.sub(r"\1", markdown) if "](" in markdown else markdown
    if _MARKUP.search(words):
        return normal(" ".join(block_texts(blocks(markdown))))
    return normal(_LEAD.sub("", words).replace("\\\n", "\n"))


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
        end = at + len(quote)
        before, after = text[max(at - 1, 0) : at] + quote[0], quote[-1] + text[end : end + 1]
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
