"""Prices: what the citizen pays."""

import re
from collections.abc import Iterator
from typing import Literal

from qstd import prose
from qstd.model.facts import Price
from qstd.recognise.facts.numbers import bound, number
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

Per = Literal["meal", "portion", "hour", "day", "month", "year", "trip", "item"]
_I = re.IGNORECASE
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,6}(?:,\d{1,2})?"
_AMOUNT = re.compile(
    rf"""(?<![\w.,§])(?:kr\.?|DKK)\s*(?P<a>{_DIGITS})(?:,-)?
    | (?<![\w.,§])(?P<b>{_DIGITS})(?:,-|\s*(?:,-\s*)?(?:kr\b\.?|kroner\b|DKK\b))""",
    re.VERBOSE | _I,
)
_PER_WORDS: tuple[tuple[Per, str], ...] = (
    ("portion", r"portion"),
    ("meal", r"måltid|hovedret|ret\b|middag"),
    ("hour", r"timer?\b"),
    ("day", r"dag(?:en)?\b|døgn"),
    ("month", r"måned|md\b|mdr\b|md\."),
    ("year", r"år\b|året|kalenderår"),
    ("trip", r"(?:enkelt)?tur\b|kørsel|gang\b"),
    ("item", r"stk\b|styk"),
)
_PERS: tuple[tuple[Per, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:\b(?:pr\.?|per|om|i|for|for\s+en|for\s+et|hver|ad)|/)\s*(?:{words})", _I))
    for name, words in _PER_WORDS
)
_ADVERBS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    ("month", phrases("månedligt? | månedlig~")),
    ("year", phrases("årligt? | årlig~")),
    ("day", phrases("dagligt?")),
)
_DISHES: tuple[tuple[Per, re.Pattern[str]], ...] = (
    ("portion", phrases("portion")),
    ("meal", phrases("(hovedret|måltid|middag)(ten|et)?")),
)
_YEAR = re.compile(
    r"(?:\b(?P<a>20\d\d)\s*-?\s*(?:niveau|priser|pris|pl|takst)|(?:\bi|\bfor|\bniveau|\bpriser|\bår|\btakster|\()\s*(?P<b>20\d\d)\b|\b\d{1,2}\.\s*januar\s+(?P<c>20\d\d))",
    _I,
)
_PAYS = phrases(
    r"""
    betal~ | koste~ | pris~ | takst~ | egenbetaling~ | brugerbetaling~ | gebyr~ | opkræv~ | maks~ \d~
    """
)
_NOT_PRICE = phrases(
    r"""
    tilskud~ | udbetal~ | kompensation~ | kommunen (betaler|dækker|yder)~ | merudgift~ | rådighedsbeløb~
    beløb på\b[^.]{0,30}\bfra kommunen~ | gavekort~ | dækkes (?!af (borgeren|dig))~ | indkomst~ | formue~
    forbrugsgode~
    """
)
_FREE = phrases(
    """
    gratis | vederlagsfri~ | uden (beregning|betaling|egenbetaling)~ | ingen (egen|bruger)?betaling~
    ikke (_ ){0,2}?(egenbetaling|brugerbetaling)~ | koster ikke~ | betale(r|s) ikke (_ ){0,2}?for~
    skal ikke betale~ | omkostningsfri~ | betalingsfri~ | opkræves (ikke|ingen) (_ )?(bruger|egen)?betaling
    (uden|ingen) (udgift|omkostning)~ for | koster (dig|borgeren) (ikke noget|intet) | betaler (ikke noget|intet)
    har ingen (_ )?(udgift|omkostning)~ | ikke forbundet med (udgift|betaling|omkostning|egenbetaling)~
    (kræves|opkræves|tages) (ikke|ingen) (_ )?betaling
    """
)
_BUT = phrases("men | dog | bortset fra | undtagen | mens | undtaget | resten")
_FAR = 400
_NOTHING = re.compile(r"(?:[^\d.]{0,60}\s)?0(?:,00|,-)?\s*(?:kr\b\.?|kroner)(?:\s+pr\.?\s+\w+)?\.?", _I)
_FREE_NOT = phrases(
    """
    ikke (gratis|vederlagsfri)~ | (transport|kørsel|befordring|ledsager(en|kort))…gratis~
    gratis (adgang|entre|billet|ledsager)~
    """
)
_ACTUAL = phrases(
    r"""
    faktiske (udgift|omkostning)~ | kostpris~ | selv (at )?(betale|afholde|dække)~
    (betaler|afholder|dækker|betale|afholde|dække) (_ ){0,3}?selv | for egen regning~ | egne? udgifter~ | fulde? (udgift|pris)~
    (?<!kommunen\s)betaler (_ ){0,2}?(husleje|kost|mad|el|varme|transport|kørsel|materialer|forplejning|entré|vask)~
    egenbetaling | brugerbetaling | (?<!kommunen\s)betaler for | skal (_ )?betale for | betaling for
    """
)


def propose(source: Source) -> Iterator[Price]:
    """Propose the prices of a standard."""
    yield from _bare(source)
    stated = False
    for sentence in (
        *source.sentences("price"),
        *source.elsewhere("price", "legal_basis", "about_standard", "competence"),
    ):
        found = list(_amounts(sentence))
        for mode in _modes(sentence, stated, bool(found)):
            yield Price(kind="price", mode=mode, evidence=sentence.evidence, proposed=True)
        yield from found
        stated = stated or bool(found) or (sentence.topic == "price" and _free(sentence))


def _bare(source: Source) -> Iterator[Price]:
    """A section on price that says no more than that there is none."""
    for passage in source.about("price"):
        if (words := passage.text) and prose.none_answer(words):
            for each in passage.sentences:
                yield Price(kind="price", mode="free", evidence=each.evidence, proposed=True)


def _modes(sentence: Sentence, stated: bool, amounts: bool) -> Iterator[Literal["free", "actual"]]:
    """Yield what a sentence says of prices without an amount: "gratis, men du betaler selv for kørsel" says two things."""
    free, but = _free(sentence), _BUT.search(sentence.text)
    if free and (but or not amounts):
        yield "free"
    rest = sentence.text[but.end() :] if free and but else sentence.text
    paid = sentence.topic == "price" and not amounts and _ACTUAL.search(rest) and not re.search(r"\bikke\b", rest, _I)
    if paid and (but or not (free or stated)):
        yield "actual"


def _free(sentence: Sentence) -> bool:
    """Tell whether a sentence says that there is nothing to pay, or that is the whole answer of a section on price."""
    text = sentence.text
    if sentence.topic == "price" and sentence.leaf == 0 and prose.none_answer(text):
        return True
    return bool(_NOTHING.fullmatch(text)) or (bool(_FREE.search(text)) and not _FREE_NOT.search(text))


def _amounts(sentence: Sentence) -> Iterator[Price]:
    text = sentence.text
    if (
        _NOT_PRICE.search(text)
        or _NOTHING.fullmatch(text)
        or not (sentence.topic == "price" or _PAYS.search(f"{sentence.context} {text}"))
    ):
        return
    stated = _YEAR.search(text) or _YEAR.search(sentence.context)
    for found in _AMOUNT.finditer(text):
        after = text[found.end() : found.end() + 60]
        top = bound(text, found.start()) == "max"
        year = _YEAR.search(text, found.start(), found.start() + _FAR) or stated
        yield Price(
            kind="price",
            mode="capped" if top else "fixed",
            amount=number(found["a"] or found["b"]),
            per=_per(after, text[max(0, found.start() - 60) : found.start()]),
            year=int(next(each for each in year.groups() if each)) if year else None,
            evidence=sentence.evidence,
            proposed=True,
        )


def _per(after: str, before: str) -> Per | None:
    head = re.split(r"\d[\d.]*\s*kr|\bkr\.?\s*\d", after)[0]
    places = [(found.start(), name) for name, pattern in (*_PERS, *_ADVERBS) if (found := pattern.search(head))]
    if places:
        return min(places)[1]
    return next((name for name, pattern in (*_ADVERBS, *_PERS, *_DISHES) if pattern.search(before)), None)
