"""Numbers in Danish sentences: how long, how old, how much. What the rules about deadlines and typed facts share.

A rule compares what a sentence says with a fact, with the law, or with another sentence. Only forms that leave no doubt are
read; a number that is written in some other way is no number here.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Deadline
from qstd.prose.words import small

_WORDS = {
    word: value
    for value, words in enumerate(
        "nul en,én,et,ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten "
        "tyve enogtyve toogtyve treogtyve fireogtyve femogtyve seksogtyve syvogtyve otteogtyve niogtyve tredive".split()
    )
    for word in words.split(",")
} | {"treds": 60, "tres": 60, "halvfems": 90, "halvtreds": 50, "fyrre": 40, "dobbelt": 2, "første": 1, "anden": 2}
_ORDINALS = {"andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "tolvte": 12}
_WORD_VALUES = {word: Decimal(value) for word, value in (_WORDS | _ORDINALS).items()}
_DIGITS = lazy(r"\d+(?:\.\d{3})*(?:,\d+)?")
_DIGIT = lazy(r"\d")
_LETTERS = lazy(r"[^\W\d_]+")
_COUNT = r"(?:\d{1,4}|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|tyve|tredive)"
SPAN = lazy(
    rf"(?<![\w.,§-])({_COUNT})(?:\s*(?:-|–|til)\s*({_COUNT}))?\s+"
    r"(arbejdsdage?|hverdage?|kalenderdage?|dage?|døgn|uger?|måned(?:er)?|mdr\b\.?|år)(?![\w-])",
    re.IGNORECASE,
    stems="dag =døgn =uge =uger måned =mdr =år",
)
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
AGES = lazy(
    r"(?:mellem|fra|alderen|på|\()\s*(?:de(?:t|n)? (?:fyldte )?)?(\d{1,2})\.?(?: år)?\s*(?:-|–|—|til|og)\s*"
    r"(?:de(?:t|n)? (?:fyldte )?)?(\d{1,3})\.?\s*år",
    re.IGNORECASE,
    stems="0",
)

_OLDEST = 120  # years
_NOTE = lazy(r"\[\[\d{1,3}\]\]")


class Length(NamedTuple):
    """A length of time in a sentence: where it begins and ends, how many (the higher of two), of what, and which days."""

    start: int
    end: int
    value: int
    unit: str
    day_kind: str

    @property
    def days(self) -> int:
        """About how many days that is, counted through week-ends."""
        return in_days(self.value, self.unit, self.day_kind)


@lru_cache(maxsize=1024)  # several rules ask of the same sentence
def lengths(text: str) -> tuple[Length, ...]:
    """Return the lengths of time that a sentence names."""
    return tuple(
        Length(*found.span(), _count(found[2] or found[1]), _unit(small(found[3])), _day_kind(small(found[3])))
        for found in SPAN.finditer(text)
    )


def in_days(value: int, unit: str, day_kind: str = "unspecified") -> int:
    """Return a length of time in days; five working days are a week."""
    if unit == "day" and day_kind == "working":
        return value // 5 * 7 + value % 5
    return value * _UNIT_DAYS.get(unit, 1)


def deadline_days(fact: Deadline) -> int | None:
    """Return the longest time that a deadline leaves, in days; None where it sets none."""
    if fact.value is None or fact.unit is None:
        return None
    return in_days(max(fact.value, fact.value_to or 0), fact.unit, fact.day_kind)


@lru_cache(maxsize=1024)  # neighbours say the same
def numbers(text: str) -> frozenset[Decimal]:
    """Return the numbers of a text, in digits and in words."""
    digits = (Decimal(each.replace(".", "").replace(",", ".")) for each in _DIGITS.findall(text) if len(each) < 16)
    words = (_WORD_VALUES[each] for each in map(str.lower, _LETTERS.findall(text)) if each in _WORD_VALUES)
    return frozenset((*digits, *words))


def has_digits(text: str) -> bool:
    """Tell whether a text holds a number in digits."""
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=1024)  # neighbours say the same
def age_ranges(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the lowest and the highest age of each range of ages in a sentence, and its words."""
    found = ((int(each[1]), int(each[2]), each[0].strip("( ")) for each in AGES.finditer(text))
    return tuple(each for each in found if each[0] < each[1] <= _OLDEST)


def short(text: str, most: int = 90) -> str:
    """Return the beginning of a sentence, for a message."""
    line = " ".join(_NOTE.sub("", text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(_WORD_VALUES[small(word)])


def _day_kind(word: str) -> str:
    return "working" if word.startswith(("arbejds", "hver")) else "calendar" if word[0] == "k" else "unspecified"


def _unit(word: str) -> str:
    if "dag" in word or word == "døgn":
        return "day"
    return {"uge": "week", "mån": "month", "mdr": "month", "år": "year"}[word[:3]]
