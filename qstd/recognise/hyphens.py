"""Danish hyphens: what the end of a line was. A space, nothing at all, or a hyphen that belongs to the word.

"hen-" and "blik" are one word; "e-mail-" and "adresse" are one word with a hyphen; "børne-" and "og ungeområdet" are two.
The letters alone do not tell. What tells is how the word stands elsewhere: whole inside a line of the same document, in
the other standards of the workspace, in a short list of common words, and the grammar of the hyphen that lets one word
borrow the end of another. Where nothing tells, the parts are joined and the joint is called doubtful.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qstd.model.draft import Joint, JointKind
from qstd.model.outline import LINE_BREAK, SOFT_HYPHEN
from qstd.recognise.hyphen_evidence import Evidence, common, vocabulary

__all__ = ["Edit", "Evidence", "Mended", "apply", "apply_to_parts", "mend", "vocabulary"]

_BLANKS = " \t\u00a0"
_SOFT = f"{SOFT_HYPHEN}¬"  # the second is what text recognition makes of the first
_HYPHENS = f"-‐‑{_SOFT}"
_MARK = re.compile(rf"{SOFT_HYPHEN}(?![{_BLANKS}]*\n)|\n[^\S{LINE_BREAK}]*")
_REACH = 80  # no word is longer
_LAST_TOKEN = re.compile(r"\S*\Z")
_FIRST_TOKEN = re.compile(r"\S*")
_LAST_WORD = re.compile(r"(?:[^\W_]+[-‐‑])*[^\W_]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_HYPHEN = re.compile("[‐‑]")
_AGAIN = re.compile(rf"(?<=[^\W_])[{_HYPHENS}][{_BLANKS}]*\n\s*(?!(?:og|eller|samt)\b)(?=[a-zæøå])")
_CONJUNCTIONS = frozenset("og eller samt respektive henholdsvis kontra versus".split())
_BETWEEN = frozenset("og i på det to in and".split())  # in the middle of "her-og-nu", "face-to-face"
_ABBREVIATIONS = frozenset("e it tv pc cpr cvr sms mms id hiv aids adhd gps cd dvd wifi ikke non".split())
_HOST = re.compile(r"[\w.-]+\.(?:dk|com|org|net|eu|nu)\b")
_ABBREVIATION = 4  # letters of an abbreviation where everything is in capitals


class Edit(NamedTuple):
    """The characters from `start` to before `end` of a text, and what stands in their place."""

    start: int
    end: int
    text: str


class Mended(NamedTuple):
    """A text without line ends, the hyphens that were decided, and the edits that lead from the old text to this."""

    text: str
    joints: tuple[Joint, ...]
    edits: tuple[Edit, ...]


class _Torn(NamedTuple):
    """A word at the end of a line: the parts without the hyphen, the second part with what stands below where it is torn
    again (`whole`), and the characters around them up to a space.
    """

    left: str
    right: str
    whole: str
    before: str
    after: str
    soft: bool

    @property
    def joined(self) -> str:
        return (self.left + self.whole).casefold()

    @property
    def hyphenated(self) -> str:
        return f"{self.left}-{self.whole}".casefold()

    @property
    def inner(self) -> "_Torn":
        """The same between the hyphens next to the end of the line: "e-mail-" and "adresse-bog" give "mail", "adresse"."""
        return self._replace(left=self.left.rpartition("-")[2], whole=self.whole.partition("-")[0])


def mend(text: str, evidence: Evidence, known: Evidence | None = None) -> Mended:
    """Put the lines of a paragraph together. `evidence` is the vocabulary of the document, `known` that of other ones."""
    sources = (evidence, known, common()) if known else (evidence, common())
    edits, joints = [], []
    line, above = 0, None
    for mark in _MARK.finditer(text):
        edit, joint = _line_end(text, line, mark, above, sources)
        edits.append(edit)
        if joint:
            joints.append(joint)
        if mark[0] != SOFT_HYPHEN:
            line, above = mark.end(), joint
    return Mended(apply(text, edits), tuple(joints), tuple(edits))


def apply(text: str, edits: Sequence[Edit]) -> str:
    """A text with the edits made."""
    return apply_to_parts((text,), edits)[0]


def apply_to_parts(parts: Sequence[str], edits: Sequence[Edit]) -> tuple[str, ...]:
    """The parts of a text (its runs) with the edits made that were found in the whole of it. What an edit puts in goes
    to the part in which the edit begins.
    """
    result, start, waiting = [], 0, list(reversed(edits))
    skip = 0  # characters up to here are gone
    for part in parts:
        end, at, pieces = start + len(part), max(start, skip), []
        while waiting and waiting[-1].start < end:
            edit = waiting.pop()
            pieces += [part[at - start : edit.start - start], edit.text]
            at = skip = edit.end
        pieces.append(part[min(at, end) - start :])
        result.append("".join(pieces))
        start = end
    return tuple(result)


def _line_end(
    text: str, line: int, mark: re.Match[str], above: Joint | None, sources: Sequence[Evidence]
) -> tuple[Edit, Joint | None]:
    """What is done at a mark. `line` is where its line begins, `above` the hyphen that the line above ends with."""
    start, end = mark.span()
    if mark[0] == SOFT_HYPHEN:
        return Edit(start, end, ""), None
    while start > line and text[start - 1] in _BLANKS:
        start -= 1
    torn = _torn(text, line, start, end)
    if torn is None:
        start -= start > line and text[start - 1] == SOFT_HYPHEN
        return Edit(start, end, _between(text, start, end)), None
    whole_line = torn.left == text[line : start - 1].replace(SOFT_HYPHEN, "")
    if above and whole_line and len(above.result) <= _REACH:  # a word torn twice
        torn = torn._replace(left=above.result)
    kind, between = _decided(torn, sources)
    stays = between.startswith("-") and not torn.soft  # as the character that it is
    edit = Edit(start, end, between[1:]) if stays else Edit(start - 1, end, between)
    return edit, Joint(kind, torn.left + text[start - 1], torn.right, f"{torn.left}{between}{torn.right}")


def _torn(text: str, line: int, start: int, end: int) -> _Torn | None:
    """The word that a hyphen tears at this end of a line; None where there is no such hyphen."""
    if start < line + 2 or text[start - 1] not in _HYPHENS:
        return None
    soft = text[start - 1] in _SOFT
    before = _shown(_LAST_TOKEN, text[max(line, start - 1 - _REACH) : start - 1])
    after = _shown(_FIRST_TOKEN, text[end : end + _REACH])
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    if left is None or not after:
        return None
    whole = _FIRST_WORD.match(_shown(_FIRST_TOKEN, _AGAIN.sub("", text[end : end + 2 * _REACH])))
    return _Torn(_plain(left), _plain(right), _plain(whole), before, after, soft)


def _shown(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0].replace(SOFT_HYPHEN, "") if found else ""


def _plain(word: re.Match[str] | None) -> str:
    return _HYPHEN.sub("-", word[0]) if word else ""


def _between(text: str, start: int, end: int) -> str:
    """What stands between two lines where no hyphen does."""
    if start == 0 or end == len(text) or LINE_BREAK in (text[start - 1], text[end]):
        return ""
    last, previous = text[start - 1], text[start - 2 : start - 1]
    if last in "/@" and previous.strip():
        return ""
    return "" if last == "–" and previous.isdigit() and text[end].isdigit() else " "


def _decided(torn: _Torn, sources: Sequence[Evidence]) -> tuple[JointKind, str]:
    """What the hyphen is, and what stands between the parts."""
    if not torn.right:
        return ("kept", "-") if torn.after.startswith("/") else ("suspended", "- ")
    if torn.whole.casefold() in _CONJUNCTIONS:
        return "suspended", "- "
    if torn.soft:
        return "joined", ""
    if _must_keep(torn):
        return "kept", "-"
    return _by_words(torn, sources) or _by_left_part(torn) or _by_parts(torn, sources)


def _must_keep(torn: _Torn) -> bool:
    """Whether no Danish word has such a tear in it: digits, a capital after it, an address."""
    if torn.left[-1].isdigit() or torn.right[0].isdigit():
        return True
    if "@" in torn.before + torn.after or "://" in torn.before or torn.before.startswith("www."):
        return True
    if _HOST.match(torn.after):
        return True
    return torn.right[0].isupper() and not (torn.left.isupper() and torn.right.isupper())


def _by_words(torn: _Torn, sources: Sequence[Evidence]) -> tuple[JointKind, str] | None:
    """What the word is where it stands whole; where it stands both ways, the way in which it stands more often."""
    for source in sources:
        for each in (torn, torn.inner):
            joined, hyphenated = source.count(each.joined), source.count(each.hyphenated)
            if joined != hyphenated:
                unsure = each is not torn and "-" in torn.whole
                if joined > hyphenated:
                    return "doubtful" if unsure else "joined", ""
                return "doubtful" if unsure else "kept", "-"
    return None


def _by_left_part(torn: _Torn) -> tuple[JointKind, str] | None:
    """What the first part says: after an abbreviation, a letter or a name the hyphen stays."""
    left = torn.inner.left
    if left.casefold() in _ABBREVIATIONS or (len(left) == 1 and left != "u"):
        return "kept", "-"
    if torn.right.isupper() and left.isupper():
        return ("kept", "-") if len(left) <= _ABBREVIATION else None
    if not left.islower() and not left.istitle():
        return "kept", "-"
    if "-" in torn.left and left in _BETWEEN:
        return "kept", "-"
    return ("kept", "-") if left in _municipalities() else None


def _by_parts(torn: _Torn, sources: Sequence[Evidence]) -> tuple[JointKind, str]:
    """What the parts say: longer words begin or end with them, and none has a hyphen there. Else it is doubtful."""
    left, right = torn.inner.left, torn.inner.whole
    if sources[0].is_name(left):
        return "doubtful", "-"
    small, first = left.casefold(), f"{left.casefold()}-"
    whole = any(small in source.words for source in sources)
    if "-" in torn.left and whole:  # "mor-barn-" and "ophold": a word of several words has a hyphen between them all
        return "doubtful", "-"
    if "-" in torn.whole or any(source.begins(first) for source in sources):
        return "doubtful", ""
    begins = any(source.begins_longer(small) for source in sources)
    if begins and (not whole or any(source.ends_longer(right.casefold()) for source in sources)):
        return "joined", ""
    return "doubtful", ""


@cache
def _municipalities() -> frozenset[str]:
    from qstd.catalogue import municipalities

    return frozenset(each.name for each in municipalities().values())
