"""T001 two_values (warning): a standard does not answer one question in two ways.

Applies to confirmed facts of one kind that rest on different sections, to ages in the text, and to a fact whose number is not
in the sentence that it rests on. Different answers to different questions are none of that: another group of people, another
item, an exception, a part of the help with a section of its own.
Why: the citizen believes one answer and the case worker the other. Comparisons show only one of the two.
Source: our own proposal.
How to mend: decide which is right, and write it in both places, or in one.
Bad: "mellem 18 og 64 år" in one section, "18-67 år" in another. Good: the same ages in both.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.statements import Statement, statements
from qstd.lint.shared.values import has_digits, numbers, short
from qstd.model.facts import Age, Deadline, Extent, FactBase, Price
from qstd.model.finding import message
from qstd.model.standard import Standard, section

_QUALIFIED = lazy(
    r"\b(?:dog|akut\w*|hast\w+|særlig\w* (?:tilfælde|tilrettelagt|behov)|særligt|undtag\w*|hvis|såfremt|ved|herefter|derefter"
    r"|første gang|første opfølgning|forlæng\w*|børn|unge|yngre|ældre|øvrige|desuden|tidligere|kun)\b",
    re.IGNORECASE,
)
_ANYWHERE = {"phone", "mail", "access", "voluntary", "temporary"}
_NO_NUMBER = lazy(r"halv|kvart|\bdagen\b|samme dag|straks|dags varsel|dobbelt|døgn|dusin|fjerding", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]{5,}")
_COMMON = frozenset(
    "koster betaler betales borgeren prisen kroner udgør måned portion niveau egenbetaling hvert".split()
)
_NEAR = 5


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at facts and their sentences, and then at statements that answer the same question."""
    yield from _against_their_sentences(standard)
    groups: dict[tuple[object, ...], list[Statement]] = {}
    for each in statements(standard, around):
        groups.setdefault(each.key, []).append(each)
    for group in groups.values():
        pair = _at_odds(standard, group)
        if pair:
            yield _hit(standard, *pair)


def _at_odds(standard: Standard, group: list[Statement]) -> tuple[Statement, Statement] | None:
    """Return the first statement of a group and the first one that gives another answer."""
    first = group[0]
    for other in group[1:]:
        if first.value != other.value and _comparable(standard, first, other):
            return first, other
    return None


def _comparable(standard: Standard, first: Statement, other: Statement) -> bool:
    """Tell whether two statements are about the same thing, so that they ought to agree."""
    kind = first.key[0]
    if kind == "age" and not _ages_at_odds(first.value, other.value):
        return False
    if kind == "price" and not _same_item(first, other):
        return False
    if _QUALIFIED.search(first.quote) or _QUALIFIED.search(other.quote):
        return False
    if kind in _ANYWHERE:
        return True
    return first.section != other.section and _is_common(standard, first) and _is_common(standard, other)


def _is_common(standard: Standard, statement: Statement) -> bool:
    """Tell whether a statement stands in a section about the whole help, and not about a part or in an annex."""
    own = section(standard, statement.section)
    return own is not None and own.topic not in (None, "annex")


def _ages_at_odds(first: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tell whether two ranges of ages differ at one end and agree at the other; of single ages, whether they are near."""
    differing = [(one, two) for one, two in zip(first, other, strict=True) if one != two]
    if len(differing) != 1:
        return False
    one, two = differing[0]
    if one is None or two is None:
        return False
    alone = sum(each is not None for each in first) == 1
    return not alone or not (isinstance(one, int) and isinstance(two, int)) or abs(one - two) <= _NEAR


def _same_item(first: Statement, other: Statement) -> bool:
    """Tell whether two prices are for the same thing: a ride, or what both sentences name."""
    shared = _words(first.quote) & _words(other.quote)
    return first.key[1] == "trip" or bool(shared)


def _words(quote: str) -> set[str]:
    return {word for word in map(str.casefold, _WORD.findall(quote)) if word not in _COMMON}


def _hit(standard: Standard, first: Statement, other: Statement) -> Hit:
    what = message(
        "To forskellige svar på det samme ({about}): »{first}« i afsnittet »{here}« og »{other}« i afsnittet »{there}«.",
        about=first.about,
        first=short(first.quote),
        here=_heading(standard, first.section),
        other=short(other.quote),
        there=_heading(standard, other.section),
    )
    hint = message(
        "Afgør, hvad der gælder, og skriv det samme begge steder. Gælder de hver sit, så skriv, hvad de gælder for."
    )
    return Hit(other.path, what, hint, other.line)


def _heading(standard: Standard, key: str) -> str:
    own = section(standard, key)
    return own.heading if own and own.heading else key


def _against_their_sentences(standard: Standard) -> Iterator[Hit]:
    """Find facts whose number is not in the sentence that they rest on."""
    for index, age in of_kind(standard, Age):
        yield from _missing(index, age, "min", age.min, (age.min, (age.min or 0) - 1))
        yield from _missing(index, age, "max", age.max, (age.max, (age.max or 0) + 1))
    for index, deadline in of_kind(standard, Deadline):
        yield from _missing(index, deadline, "value", deadline.value, _same_time(deadline))
    for index, extent in of_kind(standard, Extent):
        if extent.amount != 1:  # "dagligt" is once a day
            yield from _missing(index, extent, "amount", extent.amount, (extent.amount,))
    for index, price in of_kind(standard, Price):
        yield from _missing(index, price, "amount", price.amount, (price.amount,))


def _same_time(fact: Deadline) -> tuple[int | None, ...]:
    """Return the numbers by which a length of time can be told: four weeks are 28 days."""
    more = {"day": (1, 24), "week": (7, 5), "month": (30, 4), "year": (12, 52)}.get(fact.unit or "", (1, 1))
    value = fact.value or 0
    fewer = (value // 7, value // 30) if fact.unit == "day" else (value // 4, value // 12)
    return (fact.value, *(value * each for each in more), *(each for each in fewer if each))


def _missing(
    index: int, fact: FactBase, name: str, value: int | Decimal | None, allowed: Iterable[int | Decimal | None]
) -> Iterator[Hit]:
    quote = fact.evidence.quote
    if value is None or not has_digits(quote) or (isinstance(fact, Deadline | Extent) and _NO_NUMBER.search(quote)):
        return
    told = numbers(quote)
    if not any(each in told for each in allowed if each is not None):
        what = message(
            "Oplysningen siger {value}, men det tal står ikke i den sætning, den bygger på: »{quote}«",
            value=f"{value:f}" if isinstance(value, Decimal) else value,
            quote=short(quote),
        )
        hint = message("Ret tallet i oplysningen, eller vælg den sætning, der siger det.")
        yield Hit(("facts", index, name), what, hint)


RULE = Rule("T001", "warning", check, source=message("Kilde: et forslag: Standarden skal kunne læses på én måde."))
