"""The words of a text as the account counts them, and its characters as a body may hold them."""

import re
import unicodedata
from functools import lru_cache

from qstd.model.outline import LINE_BREAK

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_WORD = re.compile(r"[^\W_]+|§")
# What neither YAML nor Markdown can carry; none of it is part of a word.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2029\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff]")
_BLANK = re.compile(rf"[^\S{LINE_BREAK}]+")
_TIGHT_BREAK = re.compile(rf" *{LINE_BREAK}[{LINE_BREAK} ]*")


def composed(text: str) -> str:
    """Return a text in Unicode's composed form, without characters that nobody sees."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def words(text: str) -> list[str]:
    """Return the words of a text in their order; a paragraph sign is one too."""
    return _WORD.findall(composed(text))


def tidy(text: str) -> str:
    """Return a text with plain single spaces and without what no file of ours can hold; LINE_BREAK stays."""
    return _TIGHT_BREAK.sub(LINE_BREAK, _BLANK.sub(" ", _UNFIT.sub(" ", composed(text))))


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """Return a text tidied, in one line and without white space around it."""
    return tidy(text).replace(LINE_BREAK, " ").strip()


def from_file(file: str) -> str:
    """Return the name of a file as a title."""
    stem = re.sub(r"\.\w{1,5}\Z", "", re.split(r"[/\\]", file)[-1])
    return one_line(stem.replace("_", " ")) or "Kvalitetsstandard"
