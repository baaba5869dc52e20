"""The sentences of Danish prose: where each begins and ends in its text.

A sentence is never cut at an abbreviation, an ordinal ("6. måned"), an initial, a number or a colon. Where it is in
doubt it is not cut: two sentences taken for one are still compared, half a sentence says something else.
"""

import re
from collections.abc import Iterator


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stand before what belongs to them: no sentence ends there.
_OPENERS = _set(
    "adr afd afs art bek bl bilag ca cf cirk cvr dir dr dvs eks ekskl evt f feks fhv fig fmd forb fr fru frk fx hhv hr ift "
    "iht incl inkl ill jf jfr jvf kap kgl kl kons kr lb lbk litra lok maks max mdr medd mht mia min mio mr mrs nr nto "
    "obs omtr opg oprind pag par pct pga pgr pkt pr prof pt red ref s sekr skr skt sml spec st stk t tab tal td tel tlf "
    "udg vedr vejl vol vs årg"
)
# May end a sentence: where a capital follows, they do.
_CLOSERS = _set("a etc osv mv mm mfl ol lign ll ass forts ff m.v m.m m.fl o.l o.lign o.a s.u")
_SHORT = _OPENERS | _CLOSERS
_MONTHS = _set("januar februar marts april maj juni juli august september oktober november december kvartal halvår")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,5}\.)+[^\W\d_]{1,5}")  # "f.eks", "bl.a", "d.v.s"
# The end of a sentence: its last sign, what closes around it, and white space; or a line that was ended by hand. It begins
# with a set of signs, so that the search passes over all other letters quickly.
_END = re.compile(r"[.!?…\n](?:(?<=\n)|(?<![.!?…]{2})[.!?…]*+[\"'”’»«)\]]*+(?=\s))")
# What may end a sentence beside a point and a space, or stand between these: a quarter of all paragraphs have any of it.
_NO_POINT = re.compile(
    "[!?…\"'”’»«)\\]\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
)
_NEXT = re.compile(r"[\s\"'“”»«(\[–—•*-]*(\w*)")
_NO_INITIAL = 2  # letters
_ROMAN = re.compile(r"[ivx]+")


def spans(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of a text begins and ends, without the white space around it."""
    found: list[tuple[int, int]] = []
    start = 0
    plain = ".." not in text and _NO_POINT.search(text) is None
    for stop, end in _points(text) if plain else (each.span() for each in _END.finditer(text)):
        if _surely_ends(text, start, stop, end) or _ends(text, start, stop, end):
            _put(found, text, start, end)
            start = end
    _put(found, text, start, len(text))
    return found


def surely_ends(text: str, start: int) -> bool:
    """Tell whether the sentence that begins at `start` surely ends before the last two characters, a space and a letter."""
    return _surely_ends(text, start, len(text) - 3, len(text) - 2)


def _points(text: str) -> Iterator[tuple[int, int]]:
    """Yield what the pattern of ends finds in a text with no other signs than points, and no white space but spaces."""
    at = text.find(". ")
    while at >= 0:
        yield at, at + 1
        at = text.find(". ", at + 1)


def _put(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch of a text without the white space around it, where there is more."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _surely_ends(text: str, start: int, stop: int, end: int) -> bool:
    """Tell of nearly all ends at a glance: a point after a word that is no abbreviation, nor the first, a space, a capital."""
    if text[stop] != "." or text[end] != " " or not text[end + 1 : end + 2].isupper():
        return False
    at = text.rfind(" ", start, stop)
    word = text[at + 1 : stop]
    if at <= start or text[at - 1].isspace() or len(word) < _NO_INITIAL:
        return False
    return word.isalpha() and word.casefold() not in _SHORT


def _ends(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether the sentence whose words begin at or after `start` ends with the sign at `stop`."""
    following = text[end + 1 : end + 2] if text[end : end + 1] == " " else ""
    if not following.isalpha():  # something lies between; else the first letter will do, save for a few
        following = _word_after(text, end)
    if following[:1].islower():
        return False
    if text[stop] != ".":
        return True
    before = text[start:stop].rsplit(None, 1)
    if not before or text[stop - 1].isspace():
        return False
    word = before[-1].casefold()
    if word.isalpha() and len(word) > 1 and len(before) > 1 and word not in _SHORT:  # nearly all
        return True
    word = word.lstrip("\"'“”»«([–—-")
    return bool(word) and not _goes_on(word, len(before) == 1, _word_after(text, end))


def _word_after(text: str, end: int) -> str:
    found = _NEXT.match(text, end)
    return found[1] if found else ""


def _goes_on(word: str, first: bool, following: str) -> bool:
    """Tell whether a word with a point after it leads on to `following`; `first`: it is the first of its sentence."""
    if word in _CLOSERS:
        return not following[:1].isupper()
    if word in _OPENERS or ("." in word and _DOTTED.fullmatch(word)):
        return True
    if word.isdigit():
        return first or following.casefold() in _MONTHS
    return len(word) == 1 or (first and bool(_ROMAN.fullmatch(word)))
