"""How much a change of words matters. In doubt it matters: only what surely says the same is called anything less.

`cosmetic` is punctuation, capitals, spaces and looks. `editorial` is a slip of the keyboard, a hyphen in a word, the form
of a word that goes with its article. Everything else is `substantive`: other words, numbers and what stands between them,
negations, signs such as § and ✓, words that were joined or split, and where a link leads.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from qstd.compare.matching import matches
from qstd.model.revision import ChangeClass, Span

_ORDER: tuple[ChangeClass, ...] = ("", "cosmetic", "editorial", "substantive")
_PUNCTUATION = r"""\s.,;:!?"'’‘”“„»«()\[\]{}–—…•·*_\u2029-"""
# Numbers with their separators, words, and every sign that is no punctuation.
_MEANING = re.compile(rf"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[^\w{_PUNCTUATION}]")
_LETTERS = re.compile(rf"[^\W_]|[^\w{_PUNCTUATION}]")
_BESIDE_NUMBER = re.compile(r"\d\s*\Z"), re.compile(r"\s*\d")
_DASH = re.compile(r"\s*[–—-]\s*")
_GENDERS = (frozenset(("en", "et")), frozenset(("den", "det")))
# What a word ends in without and with its article: "borger" and "borgeren", "borgere" and "borgerne".
_ENDINGS = frozenset((("", "en"), ("", "et"), ("", "ne"), ("e", "ne"), ("e", "ene")))
_STEM, _LONG, _LONGER = 4, 6, 8  # letters


def edit_class(old: str, new: str, spans: Sequence[Span]) -> ChangeClass:
    """Return the class of an edit: that of the change in it which matters most."""
    return worst(_region_class(*each) for each in _regions(old, new, spans))


def whole_class(text: str) -> ChangeClass:
    """Return the class of a leaf that is new or gone."""
    return "substantive" if _LETTERS.search(text) else "cosmetic"


def worst(classes: Iterable[ChangeClass]) -> ChangeClass:
    """Return the class that matters most; empty where there is none."""
    found: ChangeClass = ""
    for each in classes:
        if each == "substantive":  # nothing matters more: the rest need not be judged
            return each
        if _ORDER.index(each) > _ORDER.index(found):
            found = each
    return found


def _regions(old: str, new: str, spans: Sequence[Span]) -> Iterator[tuple[str, str, bool]]:
    """Yield what was deleted, what was inserted in its place, and whether a number stands beside it; what stands
    elsewhere now is neither.
    """
    gone = come = ""
    before = 0
    for each in (*spans, Span("same", len(old), len(old), len(new), len(new))):
        if each.move:
            continue
        if each.op == "deleted":
            gone += old[each.old_start : each.old_end]
        elif each.op == "inserted":
            come += new[each.new_start : each.new_end]
        else:
            if gone or come:
                behind, ahead = _BESIDE_NUMBER
                yield gone, come, bool(behind.search(old, 0, before) or ahead.match(old, each.old_start))
            gone = come = ""
            before = each.old_end


@lru_cache(maxsize=1 << 14)
def _region_class(old: str, new: str, by_number: bool) -> ChangeClass:
    words_old, words_new = _MEANING.findall(old), _MEANING.findall(new)
    if [each.casefold() for each in words_old] == [each.casefold() for each in words_new]:
        numbers = by_number or any(each[0].isdigit() for each in words_old)
        return "substantive" if numbers and _tight(old) != _tight(new) else "cosmetic"
    if not (words_old and words_new) or _digits(words_old) != _digits(words_new):
        return "substantive"
    return worst(_words_class(*each) for each in _apart(words_old, words_new))


def _tight(text: str) -> str:
    """Return a text around numbers as it is compared: any dash is one, spaces and the point at the end are none."""
    return "".join(_DASH.sub("-", text).casefold().split()).rstrip(".")


def _digits(words: Sequence[str]) -> list[str]:
    return [each for each in words if each[0].isdigit()]


def _apart(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield what differs between two runs of words, the words that both have left out."""
    signs: dict[str, str] = {}
    a, b = ("".join(signs.setdefault(each.casefold(), chr(len(signs) + 1)) for each in words) for words in (old, new))
    i = j = 0
    for at, to, size in (*matches(a, b), (len(a), len(b), 0)):
        if i < at or j < to:
            yield old[i:at], new[j:to]
        i, j = at + size, to + size


def _words_class(old: Sequence[str], new: Sequence[str]) -> ChangeClass:
    a, b = [each.casefold() for each in old], [each.casefold() for each in new]
    if "".join(a) == "".join(b):
        return "editorial" if _only_fragments(a, b) or _only_fragments(b, a) else "substantive"
    return worst(map(_word_class, a, b)) if len(a) == len(b) else "substantive"


def _only_fragments(split: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether a word was written in two of which one is no word: "u visiteret". "Hver dag" is not "hverdag"."""
    return len(whole) == 1 and len(split) == 2 and any(len(each) == 1 and each not in "iåø" for each in split)


def _word_class(old: str, new: str) -> ChangeClass:
    if old == new:
        return "cosmetic"
    if not (old.isalpha() and new.isalpha()):
        return "substantive"
    genders = any(old in each and new in each for each in _GENDERS)
    return "editorial" if genders or _inflected(old, new) or _slip(old, new) else "substantive"


def _inflected(a: str, b: str) -> bool:
    """Tell whether two words differ in whether they carry their article."""
    stem = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        stem += 1
    rests = (a[stem:], b[stem:])
    return stem >= _STEM and (rests in _ENDINGS or rests[::-1] in _ENDINGS)


def _slip(a: str, b: str) -> bool:
    """Tell whether two long words differ by two neighbours that changed places, or by a letter that was typed twice.
    Any other letter can make another word ("opsøger", "opsiger").
    """
    start = next(at for at in range(max(len(a), len(b))) if a[at : at + 1] != b[at : at + 1])
    rest_a, rest_b = a[start:], b[start:]
    if min(len(a), len(b)) >= _LONG and start and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]:
        return True
    longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
    return min(len(a), len(b)) >= _LONGER and longer[1:] == shorter and longer[:1] == a[start - 1 : start] != ""
