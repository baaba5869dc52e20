"""Bodies of plain paragraphs, lists and headings, read without a parser, which would take longer than all the rest.

What has the least to do with Markdown beyond that is left to the parser; a property test holds the two together.
"""

import re
from collections.abc import Sequence

from qstd.model.document import Block, Blocks, Heading, Item, Items, Paragraph, Text

_LINE = r"(?:- |#{1,6} )?(?=[^\W\d_])[^\s*_`\[\]<>&|~\\\0#]++(?: [^\s*_`\[\]<>&|~\\\0#]++)*+"
_PLAIN = re.compile(rf"\n*+(?:{_LINE}\n++)*+(?:{_LINE})?+")
_BLANK = re.compile(r"\n\n+")


def plain_blocks(body: str) -> Blocks | None:
    """Return the blocks of a body; None where only the parser can tell."""
    if not _PLAIN.fullmatch(body):
        return None
    out: list[Block] = []
    for part in filter(None, _BLANK.split(body.strip("\n"))):
        if part[0] not in "-#" and "\n-" not in part and "\n#" not in part:  # a paragraph, as most are
            out.append(Paragraph((Text(part.replace("\n", " ")),)))
            continue
        lines = part.split("\n")
        marks = [line.partition(" ")[0] if line[0] in "-#" else "" for line in lines]
        twice = marks[0] == "-" and out and isinstance(out[-1], Items)
        if marks != marks[:1] * len(marks) or twice or (marks[0][:1] == "#" and len(lines) > 1):
            return None
        out.append(_block(marks[0], lines))
    levels = {each.level for each in out if isinstance(each, Heading)}
    return tuple(out) if out and levels <= {3} else None


def _block(mark: str, lines: Sequence[str]) -> Block:
    own = [Text(each.removeprefix(f"{mark} ")) for each in lines]
    return Items(tuple(Item((Paragraph((each,)),)) for each in own)) if mark == "-" else Heading(len(mark), (own[0],))
