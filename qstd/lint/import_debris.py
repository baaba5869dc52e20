"""S017 import_debris (info): no broken words, page numbers, codes or unseen signs are left from another file.

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
from qstd.lint.shared.lines import Line, lines, sign
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
_HYPHENS = ("-", "\u2010")
_BEFORE_SPACE = ("- ", "\u2010 ", "\u00ad ")
_SUSPENDED = ("og", "eller", "samt", "til", "som", "men", "såvel", "hhv", "henholdsvis")
_PAGE = lazy(r"\s*(?:Side|S\.) ?\d{1,3}(?: ?(?:af|/|ud af) ?\d{1,3})?\s*", re.IGNORECASE)
_CODE = lazy(
    r"&(?:amp;)?(?:nbsp|amp|lt|gt|quot|oslash|aring|aelig|Oslash|Aring|AElig|ndash|#\d{2,5});|[\ufffd\u00ad]|[\ue000-\uf8ff]"
    r"|Ã[¦¸¥†˜…]|â€[™œ“”]"
    r"|(?P<unseen>[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d(?=\w))"  # \u200d joins faces too
)
_TWO_WORDS = tuple(
    f"{each} {half}" for left, right, _ in _HALVES for each in left.split("|") for half in right.split("|")
)
# It begins with one sign, so that a text is passed over quickly.
_RIGHT = lazy(f" (?:{'|'.join(right for _, right, _ in _HALVES)})")
_HYPHEN = lazy(r"-(?<=[^\W\d_]-)(?: (?!og |eller |samt |til )[^\W\d_]|[ \t]*(?:\n|\Z))")
_TORN = lazy(r"[^\W\d_]{3,}[-\u2010]\s*")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for what is surely no part of the text, one on a line."""
    danish, words = standard.language == "da", cache(lambda: _words(standard))
    for each in lines(standard, around, _is_odd):
        found = _code(each) or (_broken(each, standard, words) if danish else None) or _left_over(each, standard)
        if found:
            yield Hit(each.path, *found, each.line)


@sign
def _is_odd(text: str) -> bool:
    """Tell of a line by its words alone whether something in it may be no part of the text."""
    return (
        (_may_have_code(text) and _CODE.search(text) is not None)
        or (_has_halves(text.casefold()) and _halves().search(text) is not None)
        or (any(each in text for each in _BEFORE_SPACE) and _HYPHENATED.search(text) is not None)
        or _is_number(text.strip())
        or _PAGE.fullmatch(text) is not None
        or (text.rstrip().endswith(_HYPHENS) and _TORN.fullmatch(text.rpartition(" ")[2]) is not None)
    )


def _has_halves(text: str) -> bool:
    """Tell of a casefolded text whether two halves of a word may stand beside each other in it."""
    may = bool(_RIGHT.findall(text)) and any(whole in text for whole in _TWO_WORDS)
    return may or _has_other_i(text)


def _has_other_i(text: str) -> bool:
    """Tell of a casefolded text whether it has a letter that a pattern takes for an i."""
    return "\u0131" in text or "i\u0307" in text


def _words(standard: Standard) -> frozenset[str]:
    """Return the words of all sections where a hyphen stands before a space; else none are asked for."""
    text = "\n".join(each.body for each in standard.sections)
    return frozenset(re.findall(r"\w+", text.casefold())) if _HYPHEN.search(text) else frozenset()


def _may_have_code(text: str) -> bool:
    """Tell at a glance: signs for private use and hidden hyphens are none that are printed."""
    return "&" in text or not text.isprintable() or "Ã" in text or "â" in text or "\ufffd" in text


def _code(line: Line) -> tuple[Message, Message] | None:
    found = _CODE.search(line.text) if _may_have_code(line.text) else None
    if not found:
        return None
    if found[0] == "\u00ad":
        return message("Her står en skjult bindestreg midt i teksten."), message(
            "Slet den, så ordet kan findes ved søgning."
        )
    if found["unseen"]:
        code = f"U+{ord(found[0]):04X}"
        return message("Her står et tegn, som ikke kan ses: {code}.", code=code), message(
            "Slet det. Det kan dele et ord for den, der søger eller får læst op, og vende teksten om."
        )
    return message("Her står tegn, som er rester af et andet format: »{words}«.", words=found[0]), message(
        "Skriv det rigtige tegn, eller slet dem."
    )


def _broken(line: Line, standard: Standard, words: Callable[[], frozenset[str]]) -> tuple[Message, Message] | None:
    found = _halves().search(line.text) if _has_halves(line.text.casefold()) else None
    if found is None and any(each in line.text for each in _BEFORE_SPACE):
        found = next((each for each in _HYPHENATED.finditer(line.text) if _is_one_word(each, standard, words)), None)
    if found is None:
        return None
    whole = re.sub(r"[-\u2010\u00ad]? ", "", found[0])
    return message("Ordet er delt i to: »{words}«.", words=found[0]), message("Skriv »{whole}«.", whole=whole)


def _is_one_word(found: re.Match[str], standard: Standard, words: Callable[[], frozenset[str]]) -> bool:
    """Tell whether the halves stand as one word elsewhere in the standard."""
    whole = f"{found[1]}{found[2]}".casefold()
    if found[2].casefold() in _SUSPENDED or not any(whole in each.body.casefold() for each in standard.sections):
        return False
    return whole in words()


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
    return alone and _is_number(number) and body.strip() != number


def _is_number(words: str) -> bool:
    return words.isdigit() and len(words) <= 3


RULE = Rule("S017", "info", check)
