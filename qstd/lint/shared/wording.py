"""Small things that rules about wording share: a quote cut short, and whether a text leaves the general to another one."""

import re

from qstd.lint.rule import Around
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.kept import kept
from qstd.lint.shared.modality import visible
from qstd.lint.shared.patterns import lazy
from qstd.model.standard import Standard

_GENERAL = lazy(
    r"\bgenerel(?:le)? (?:information|oplysning\w*|bestemmelse\w*|vilkår|retningslinje\w*|standard\w*|del)\b"
    r"|\bfælles (?:information|oplysning\w*|bestemmelse\w*|indledning|vilkår|del)\b"
    r"|\b(?:den|vores|kommunens) (?:generelle|overordnede|fælles) (?:kvalitetsstandard|standard|folder|pjece)\b",
    re.IGNORECASE,
    stems="generel fælles overordnede",
)


def short(words: str, most: int = 80) -> str:
    """Return words on one line, cut at a word where they are many."""
    line = visible(words)
    if len(line) <= most:
        return line
    cut = line[:most]
    return f"{cut.rpartition(' ')[0] or cut}…"


@kept
def leaves_to_general_text(standard: Standard, around: Around) -> bool:
    """Tell whether a standard refers to a text with what is common to all of the municipality's standards: what is not
    said here may be said there.
    """
    return any(_GENERAL.search(each.text) for each in with_headings(standard, around, _GENERAL))
