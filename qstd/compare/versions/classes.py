"""How much a change of words matters. In doubt it matters: only what surely says the same is called anything less.

`cosmetic` is punctuation, capitals and form. `editorial` is spelling, hyphens and spaces in words, endings, and articles.
Everything else is `substantive`: other words, numbers, negations, signs such as § and %, and where a link leads.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from qstd.compare.matching import matches
from qstd.model.revision import ChangeClass, Span

_ORDER: tuple[ChangeClass, ...] = ("", "cosmetic", "editorial", "substantive")
# Numbers with their separators, words, and the signs that mean something; the rest is punctuation.
_MEANING = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|[§%&+=<>€$/]")
_LETTERS = re.compile(r"[^\W_]|[§%&+=<>€$/]")
_ARTICLES = frozenset(("en", "et", "den", "det", "de", "der", "som", "at", "a", "an", "the"))
_ENDINGS = frozenset("e en et er erne ene ernes s es ens ets r n t te ede ende de des".split())
_LONG = 6  # letters; in shorter words one letter makes another word
_STEM = 4


def edit_class(old: str, new: str, spans: Sequence[Span]) -> ChangeClass:
    """Return the class of an edit: that of the change in it which matters most."""
    return worst(_region_class(*each) for each in _regions(old, new, spans))


def whole_class(text: str) -> ChangeClass:
    """Return the class of a leaf that is new or gone."""
    return "substantive" if _LETTERS.search(text) else "cosmetic"


def worst(classes: Iterable[ChangeClass]) -> ChangeClass:
    """Return the class that matters most; empty where there is none."""
    return max(classes, key=_ORDER.index, default="")


def _regions(old: str, new: str, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Yield what was deleted and what was inserted in its place; what stands elsewhere now is neither."""
    gone = come = ""
    for each in (*spans, Span("same", 0, 0, 0, 0)):
        if each.move:
            continue
        if each.op == "deleted":
            gone += old[each.old_start : each.old_end]
        elif each.op == "inserted":
            come += new[each.new_start : each.new_end]
        elif gone or come:
            yield gone, come
            gone = come = ""


@lru_cache(maxsize=1 << 14)
def _region_class(old: str, new: str) -> ChangeClass:
    words_old, words_new = _MEANING.findall(old), _MEANING.findall(new)
    if not (words_old and words_new):
        return _one_sided(words_old or words_new)
    if [each.casefold() for each in words_old] == [each.casefold() for each in words_new]:
        return "cosmetic"
    if _digits(words_old) != _digits(words_new):
        return "substantive"
    if _folded(old) == _folded(new):
        return "editorial"
    return worst(_words_class(*each) for each in _apart(words_old, words_new))


def _one_sided(words: Sequence[str]) -> ChangeClass:
    if not words:
        return "cosmetic"
    return "editorial" if all(each.casefold() in _ARTICLES for each in words) else "substantive"


def _digits(words: Sequence[str]) -> list[str]:
    return [each for each in words if each[0].isdigit()]


def _folded(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


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
    if not (old and new):
        return _one_sided(old or new)
    if "".join(old).casefold() == "".join(new).casefold():
        return "editorial"
    return worst(map(_word_class, old, new)) if len(old) == len(new) else "substantive"


def _word_class(old: str, new: str) -> ChangeClass:
    a, b = old.casefold(), new.casefold()
    if a == b:
        return "cosmetic"
    if not (a.isalpha() and b.isalpha()):
        return "substantive"
    if (a in _ARTICLES and b in _ARTICLES) or _inflected(a, b) or _slip(a, b):
        return "editorial"
    return "substantive"


def _inflected(a: str, b: str) -> bool:
    """Tell whether two words differ in their endings only."""
    stem = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        stem += 1
    return stem >= _STEM and all(not rest or rest in _ENDINGS for rest in (a[stem:], b[stem:]))


def _slip(a: str, b: str) -> bool:
    """Tell whether two long words differ by one letter, or by two neighbours that changed places; not at the front,
    where a letter makes the opposite ("visiteret", "uvisiteret").
    """
    if min(len(a), len(b)) < _LONG or a[:2] != b[:2]:
        return False
    start = next(at for at in range(max(len(a), len(b))) if a[at : at + 1] != b[at : at + 1])
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
