"""S017 import_debris (info): no broken words, page numbers or codes are left from the file that the text came from.

Applies to all standards, in title, headings and bodies; broken words only in those in Danish.
Why: a reader stumbles, a screen reader reads nonsense, and a search for the word does not find it.
Source: good practice; both of the first two standards here had such words.
How to mend: write the word together, or delete what does not belong to the text.
Bad: "en u visiteret ordning", "med hen- blik på", "aften timerne". Good: "en uvisiteret ordning".
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.lines import Line, everywhere, lines, may_be_written, places_of, written
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

# Left and right half of words that are written as two again and again; as two words none of them means anything.
_HALVES = (
    ("u", "visiter", r"\w*"),
    ("aften|dag|nat|weekend|morgen", "timer", "(?:ne)?"),
    ("mål", "opfyldelse|sætning", r"\w*"),
    ("handle|behandlings|indsats", "plan", "(?:en|er|erne)?"),
    ("kvalitets", "standard|mål", r"\w*"),
    ("sagsbehandlings", "frist|tid", r"\w*"),
    ("klage", "frist", "(?:en|er)?"),
    ("hen", "blik|vendelse", r"\w*"),
    ("funktions", "evne|nedsættelse|niveau", r"\w*"),
    ("døgn", "rytme|ophold", r"\w*"),
    ("anke", "styrelse", r"\w*"),
    ("fritids", "aktivitet", r"\w*"),
    ("kommunal", "bestyrelse", r"\w*"),
)
_HYPHENATED = lazy(r"\b([^\W\d_]{2,})[-\u2010\u00ad] ([^\W\d_]{2,})\b")
_BEFORE_SPACE = ("- ", "\u2010 ", "\u00ad ")
_SUSPENDED = ("og", "eller", "samt", "til", "som", "men", "såvel", "hhv", "henholdsvis")
_PAGE = lazy(r"\s*(?:Side|S\.) ?\d{1,3}(?: ?(?:af|/|ud af) ?\d{1,3})?\s*", re.IGNORECASE)
_CODE = lazy(
    r"&(?:amp;)?(?:nbsp|amp|lt|gt|quot|oslash|aring|aelig|Oslash|Aring|AElig|ndash|#\d{2,5});|[\ufffd\u00ad]|[\ue000-\uf8ff]"
    r"|Ã[¦¸¥†˜…]|â€[™œ“”]"
)
_LEFT = frozenset(each for left, *_ in _HALVES for each in left.split("|"))
_TWO_WORDS = tuple(
    (each, f"{each} {half}") for left, right, _ in _HALVES for each in left.split("|") for half in right.split("|")
)
_WHOLE = tuple(whole for _, whole in _TWO_WORDS)
_HALF = sorted(_LEFT - {"u"})
_BEFORE = lazy(
    rf"\b(?:{'|'.join(_HALF)})\b|\bu visiter", re.IGNORECASE, " ".join(("visiter", *(f"={e}" for e in _HALF)))
)
_OTHER_I = ("\u0130", "\u0131", "\u0307")
# Signs that are looked for one by one: that is quicker than to hold a long text against a set of them.
_ALONE = ("&", "\ufffd", "\u00ad", "\u2010", "\u00c3", "\u00e2")
_PRIVATE = lazy(r"[\ue000-\uf8ff]")
# Each begins with one sign, so that a text without it is passed over at once.
_HYPHEN = lazy(r"-(?<=[^\W\d_]-)(?: (?!og |eller |samt |til )[^\W\d_]|[ \t]*(?:\n|\Z))")
_ON_ITS_OWN = lazy(r"\n(?=[ \t]*(?:\d{1,3}[ \t]*(?:\n|\Z)|[Ss](?:ide|\.)))")
_TORN = lazy(r"[^\W\d_]{3,}[-\u2010]\s*")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for what is surely no part of the text, one on a line."""
    everything = written(standard, around)
    signs, torn = list(_places(everything)), _torn(standard, around)
    if not signs and not torn:
        return
    danish, words = standard.language == "da", cache(lambda: _words(standard))
    for each in lines(standard, around, signs, torn, _is_torn):
        found = _code(each) or (_broken(each, words) if danish else None) or _left_over(each, standard)
        if found:
            yield Hit(each.path, *found, each.line)


def _places(everything: str) -> Iterator[int]:
    """Yield where in a whole standard something stands that may be no part of the text."""
    yield from places_of(_ALONE, everything)
    if not everything.isascii() and _has_private(everything):
        yield from (each.start() for each in _PRIVATE.finditer(everything))
    yield from (each.start() for each in _HYPHEN.finditer(everything))
    yield from (each.start() for each in _ON_ITS_OWN.finditer(f"\n{everything}"))


def _has_private(text: str) -> bool:
    """Tell whether a text has a sign for private use, of which UTF-8 begins with one of two bytes."""
    data = text.encode("utf-8", "surrogatepass")
    return (b"\xee" in data or b"\xef" in data) and _PRIVATE.search(text) is not None


def _is_torn(text: str) -> bool:
    return not _LEFT.isdisjoint(text.casefold().split()) and _halves().search(text) is not None


def _torn(standard: Standard, around: Around) -> list[int]:
    """Tell of a whole standard where two halves of a word may stand beside each other."""
    everything = written(standard, around)
    if not any(each in everything for each in _OTHER_I) and not may_be_written(standard, around, _WHOLE, _BEFORE):
        return []
    text = everything.casefold()
    if _has_other_i(text) or len(text) != len(everything):
        return everywhere(standard, around)
    there = _LEFT.intersection(text.split())
    if not any(left in there and whole in text for left, whole in _TWO_WORDS):
        return []
    return list(places_of((whole for _, whole in _TWO_WORDS), text))


def _has_halves(text: str) -> bool:
    """Tell of a casefolded text whether two halves of a word may stand beside each other in it."""
    return any(whole in text for _, whole in _TWO_WORDS) or _has_other_i(text)


def _has_other_i(text: str) -> bool:
    """Tell of a casefolded text whether it has a letter that a pattern takes for an i."""
    return "\u0131" in text or "i\u0307" in text


def _words(standard: Standard) -> frozenset[str]:
    """Return the words of all sections where a hyphen stands before a space; else none are asked for."""
    text = "\n".join(each.body for each in standard.sections)
    return frozenset(re.findall(r"\w+", text.casefold())) if _HYPHEN.search(text) else frozenset()


def _code(line: Line) -> tuple[Message, Message] | None:
    found = None if line.text.isascii() and "&" not in line.text else _CODE.search(line.text)
    if not found:
        return None
    if found[0] == "\u00ad":
        return message("Her står en skjult bindestreg midt i teksten."), message(
            "Slet den, så ordet kan findes ved søgning."
        )
    return message("Her står tegn, som er rester af et andet format: »{words}«.", words=found[0]), message(
        "Skriv det rigtige tegn, eller slet dem."
    )


def _broken(line: Line, words: Callable[[], frozenset[str]]) -> tuple[Message, Message] | None:
    found = _halves().search(line.text) if _has_halves(line.text.casefold()) else None
    if found is None and any(each in line.text for each in _BEFORE_SPACE):
        found = next((each for each in _HYPHENATED.finditer(line.text) if _is_one_word(each, words)), None)
    if found is None:
        return None
    whole = re.sub(r"[-\u2010\u00ad]? ", "", found[0])
    return message("Ordet er delt i to: »{words}«.", words=found[0]), message("Skriv »{whole}«.", whole=whole)


def _is_one_word(found: re.Match[str], words: Callable[[], frozenset[str]]) -> bool:
    """Tell whether the halves stand as one word elsewhere in the standard."""
    return found[2].casefold() not in _SUSPENDED and f"{found[1]}{found[2]}".casefold() in words()


@cache
def _halves() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{left}) (?:{right}){end}\b" for left, right, end in _HALVES), re.IGNORECASE)


def _left_over(line: Line, standard: Standard) -> tuple[Message, Message] | None:
    """Find page numbers on a line of their own, and a paragraph that ends in half a word."""
    if line.section is None or not line.line:
        return None
    if _PAGE.fullmatch(line.text) or _is_page_number(line, standard.sections[line.section].body):
        what = message("»{words}« ligner et sidetal og hører ikke til teksten.", words=line.text.strip())
        return what, message("Slet linjen.")
    last = line.text.rpartition(" ")[2]
    if not line.after.strip() and _TORN.fullmatch(last) and not line.text.lstrip().startswith(("-", "*", "|")):
        what = message("Afsnittet slutter midt i et ord: »{words}«.", words=last)
        return what, message("Find resten af ordet, fx i starten af et andet afsnit, og sæt teksten sammen.")
    return None


def _is_page_number(line: Line, body: str) -> bool:
    """Tell whether a paragraph is a number and nothing else; where it is the whole text, it is the answer."""
    number = line.text.strip()
    alone = not line.before.strip() and not line.after.strip()
    return alone and number.isdigit() and len(number) <= 3 and body.strip() != number


RULE = Rule("S017", "info", check)
