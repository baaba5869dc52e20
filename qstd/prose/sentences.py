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
_NEXT = re.compile(r"[\s\"'“”»«(\[–—•*-]*(\w*)")
_ROMAN = re.compile(r"[ivx]+")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, without the white space around it."""
    start = 0
    for each in _END.finditer(text):
        stop, end = each.span()
        if _ends(text, start, stop, end):
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def is_one(text: str) -> bool:
    """Tell whether a text is surely one sentence, without looking for more than the signs that end one."""
    return _END.search(text) is None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    own = text[start:end]
    if words_in := own.strip():
        start += own.index(words_in[0]) if own[0].isspace() else 0
        yield start, start + len(words_in)


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
