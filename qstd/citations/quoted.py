"""Law text that a standard quotes: the act's own words, which cite what the act cites and not what the standard rests on."""

import re
from collections.abc import Sequence
from functools import lru_cache

from qstd.prose.words import folded

_MARK = re.compile(r"[»”“\"]?\s*(?:§\s*\d+\s?[a-h]?\.|Stk\.\s*\d+\.?)\s+[»”“\"]?[A-ZÆØÅ]")
_MARK_ALONE = re.compile(r"[»”“\"]?\s*(?:§\s*\d+\s?[a-h]?\.|(?P<stk>Stk\.\s*\d+\.?))")
_VOICE = re.compile(r"(?:Kommunalbestyrelsen|Regionsrådet)\s+(?:skal|kan|sørger|tilbyder|træffer|yder|afgør|fører)\b")
_IN_MARKS = re.compile(r"[»”“\"].*[«”“\"][.]?", re.DOTALL)
_NAMED = re.compile(r"loven|lov om|\b(?:SEL|SUL|ÆL)\b|§", re.IGNORECASE)
_LAW_WORDS = re.compile(r"[»”“\"]\s*(?:Kommunalbestyrelsen|Regionsrådet|Stk\.|§)")
_CLOSED = re.compile(r"[«”“\"][.]?\Z")
_MARKS = '»«”“"'
_BEGINS = frozenset('»”“"§S')
_LAW_BEGINS = ("§", "Stk.", "Kommunalbestyrelsen", "Regionsrådet")
_ENOUGH = 8  # words: fewer stand in both by chance


def law_text(sentences: Sequence[str], law: str = "", basis: bool = False) -> tuple[bool, ...]:
    """Tell of each sentence of a paragraph whether it is law text. What begins with "§ 99." or "Stk. 2." is, to the end
    of the paragraph; so is what stands in quotation marks and speaks as an act does, up to the closing one, and what stands
    word for word in `law`. In a
    section on the legal basis (`basis`) "Kommunalbestyrelsen skal ..." is the act speaking too.
    """
    known = _plain(law)
    found, open_, in_marks = [], False, False
    whole = "\n".join(sentences)
    marks = any(sign in whole for sign in _MARKS)  # few paragraphs have one
    for each, after in zip(sentences, (*sentences[1:], ""), strict=False):
        open_ = open_ or (each.lstrip()[:1] in _BEGINS and (bool(_MARK.match(each)) or _is_mark(each, after)))
        in_marks = in_marks or (marks and bool(_LAW_WORDS.search(each)))
        law_here = open_ or in_marks or (marks and _is_quoted(each)) or _stands_in(each, known)
        found.append(law_here or (basis and _speaks(each)))
        in_marks = in_marks and not _CLOSED.search(each)
    return tuple(found)


@lru_cache(maxsize=4096)  # neighbours say the same
def may_be_law_text(sentence: str, law: str = "") -> bool:
    """Tell of a sentence at a glance whether it may be what makes law text of it or of its paragraph; of nearly all, it is
    none.
    """
    begins = sentence.lstrip().startswith(_LAW_BEGINS)
    return begins or any(sign in sentence for sign in _MARKS) or _stands_in(sentence, _plain(law))


def _is_mark(sentence: str, after: str) -> bool:
    """Tell whether a sentence is the "§ 99." or "Stk. 2." before law text, and not a bare citation."""
    found = _MARK_ALONE.fullmatch(sentence)
    return bool(found and after and (found["stk"] or _VOICE.match(after)))


def _is_quoted(sentence: str) -> bool:
    return bool(_IN_MARKS.fullmatch(sentence)) and len(sentence.split()) >= _ENOUGH


def _speaks(sentence: str) -> bool:
    return bool(_VOICE.match(sentence)) and not _NAMED.search(sentence)


def _stands_in(sentence: str, law: str) -> bool:
    if not law or _has_word_beyond(sentence, _vocabulary(law)):
        return False
    words = folded(sentence)
    return len(words) >= _ENOUGH and " ".join(words) in law


def _has_word_beyond(sentence: str, known: frozenset[str]) -> bool:
    """Tell of nearly all sentences by one of their first words that a law does not have it."""
    for each in sentence.split():
        word = each.casefold()
        if word not in known and word.isalpha() and each.isalpha():
            return True
    return False


@lru_cache(maxsize=64)
def _vocabulary(law: str) -> frozenset[str]:
    return frozenset(law.split())


@lru_cache(maxsize=64)
def _plain(law: str) -> str:
    return " ".join(folded(law))
