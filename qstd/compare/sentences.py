"""The sentences of bodies, each with its text block and its words."""

import re
from functools import lru_cache
from typing import NamedTuple

from qstd import prose
from qstd.compare.alphabet import words
from qstd.prose.sentences import spans

# Lines that no mark-up is hidden in: paragraphs, entries of a plain list, headings.
_MARKS = r"*_`\[\]<>&|~\\#=+\n"
_PLAIN_LINE = re.compile(
    rf"(?:(?P<mark>\#{{1,6}}|-)[ ])?(?P<text>(?:[^\W\d_]|[§»(])(?:[^{_MARKS}\S]*[^{_MARKS}\s])*)", re.VERBOSE
)
_ODD_SPACE = re.compile(r"[^\S \n]|\0")


class Said(NamedTuple):
    """A sentence: the characters from `start` up to `end` of text block number `leaf`, and its words. `key` is equal
    where two sentences are alike word for word.
    """

    leaf: int
    start: int
    end: int
    words: tuple[str, ...]
    key: str


@lru_cache(maxsize=4096)
def leaves(body: str) -> tuple[str, ...]:
    """Return the text blocks of a body, as `prose.block_texts` gives them; plain bodies need no parser."""
    plain = None if _ODD_SPACE.search(body) else _plain_leaves(body)
    return tuple(prose.block_texts(prose.blocks(body))) if plain is None else plain


def _plain_leaves(body: str) -> tuple[str, ...] | None:
    found: list[list[str]] = []
    ended = True
    for line in body.split("\n"):
        match = _PLAIN_LINE.fullmatch(line)
        if not line:
            ended = True
        elif match is None:
            return None
        elif ended or match["mark"]:
            found.append([match["text"]])
            ended = (match["mark"] or "-") != "-"
        else:
            found[-1].append(match["text"])
    return tuple(" ".join(each) for each in found)


@lru_cache(maxsize=4096)
def sentences(body: str) -> tuple[Said, ...]:
    """Return all sentences of a body, in order."""
    return tuple(_said(leaf, text, start, end) for leaf, text in enumerate(leaves(body)) for start, end in spans(text))


def _said(leaf: int, text: str, start: int, end: int) -> Said:
    own = text[start:end]
    folded = " ".join(own.split()).casefold()
    return Said(leaf, start, end, words(own), folded.rstrip(" .!?:;,…") or folded)
