"""Ages: who can get the service, in years. "Over 18" is taken to admit those who are 18; "under 67" those up to 66."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qstd.model.facts import Age, Evidence
from qstd.recognise.facts.passages import Sentence, Source, joined
from qstd.recognise.facts.patterns import phrases

TOPICS = (
    "target_group",
    "eligibility",
    "need",
    "exclusion_criteria",
    "purpose",
    "application",
    "visitation",
    "activities",
)
_LEAST, _MOST = 15, 99
_FAR = 60
_NEAR = 400
"""How many characters apart two halves of one range may stand, in two entries of a list."""

_PENSION = r"(?:folke)?pensions(?:alder|alderen)"
_A = r"(?P<min>\d{2})\s*(?:år)?"
_B = r"(?P<max>\d{2})\b"
_DASH = r"\s*(?:-|–|—|til(?:\s+og\s+med)?|og)\s*"

_RANGE = re.compile(
    rf"""(?:
        \b(?:mellem|fra|alderen|alder|aldersgruppen|på)\s+(?:de\s+|ca\.\s*)?{_A}{_DASH}(?:det\s+fyldte\s+)?{_B}\.?\s*(?:år|leveår)
      | (?<![\d.,])(?P<min2>\d{{2}})\s*(?:-|–|—)\s*(?P<max2>\d{{2}})[\s-]*(?:år\b|årige?\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_PENSION = re.compile(
    rf"""(?<![\d.,§])(?P<min>\d{{2}})\.?\s*år(?:\s+eller\s+(?:derover|ældre))?
    \s*(?:,\s*)?(?:-|–|—|til|og|men|indtil|op\s+til)\s*
    (?:(?:er\s+|endnu\s+|må\s+)?(?:ikke\s+(?:\w+\s+){{0,2}}?(?:opnået|nået)|under|indtil|til|inden|(?:du|man|borgeren)\s+(?:når|har\s+nået))\s+)?{_PENSION}\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LOW = re.compile(
    r"""(?:
        \b(?:fyldt|over|fra|mindst|minimum|ældre\s+end|fra\s+og\s+med|fra\s+det\s+fyldte)\s+(?:de\s+|du\s+er\s+)?(?P<a>\d{2})\.?\s*(?:år\b|årige?\b)
      | (?<![\d.,§])(?P<b>\d{2})\s*år\s+(?:eller|og)\s+(?:derover|ældre|opefter|over)
      | (?<![\d.,§])(?P<c>\d{2})\s*\+
      | (?<![\d.,§-])(?P<e>\d{2})-årige?\s+(?:og|eller)\s+(?:derover|ældre|opefter)
      | \+\s?(?P<d>\d{2})\s*år
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_HIGH = re.compile(
    r"""(?:
        \bunder\s+(?:de\s+)?(?P<below>\d{2})\s*(?:år\b|årige?\b)
      | \b(?:indtil|inden|til|før)\s+(?:det|sit|dit|de|du\s+er|borgeren\s+er)\s+fyldt?e?\s+(?P<until>\d{2})\.?\s*(?:år|leveår)
      | \b(?:ikke\s+(?:er\s+)?fyldt|yngre\s+end|(?:men|og)\s+(?:endnu\s+)?ikke(?:\s+er)?)\s+(?P<short>\d{2})\s*år
      | \b(?:op\s+til|indtil|højst|til\s+og\s+med)\s+(?P<to>\d{2})\s*år
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_UNDER_PENSION = re.compile(
    rf"\b(?:under|indtil|inden|til|op\s+til|før|ikke\s+(?:\w+\s+)?(?:opnået|nået))\s+(?:\w+\s+)?{_PENSION}\b",
    re.IGNORECASE,
)
_LEAST_MAX = re.compile(r"\bdog\s+(?:minimum|mindst|tidligst)\s+(?:til\s+)?(?P<max>\d{2})\b", re.IGNORECASE)
_KEEPS = phrases(
    r"""
    (bevare~|beholde~|bibeholde~|fortsætte~|opretholde~|bevarer)\b[^.]{0,120}\b((folke)?pension~|\d{2}\.?\s*år)~
    ((folke)?pension~|\d{2}\.?\s*år)\b[^.]{0,120}\b(bevare~|beholde~|bibeholde~|fortsætte~|opretholde~)~
    """
)
_NOT_KEEPS = phrases("(ikke (bevare|beholde|fortsætte)~|(ophører|bortfalder))")
_CHILDREN = re.compile(r"\b(?:børn|barn|barnet|hjemmeboende|sønner|døtre)\b[^.,]{0,40}\Z", re.IGNORECASE)
_EXCEPTIONAL = phrases("i (helt |ganske )?særlige tilfælde~ | undtagelsesvist?~")
_BRACKETS = re.compile(r"\((?!\s*dog)[^()]*\)", re.IGNORECASE)
_YOUNG = phrases("(de |for )?unge(?! voksne)")
_OTHERS = phrases(
    r"""
    (medarbejder|personale|hjælpere?n?\b|ledsagere~ skal|ansatte|leverandør)~
    """
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence says of age."""

    sentence: Sentence
    low: int | None = None
    high: int | None = None
    pension: bool = False
    keeps: bool | None = None

    @property
    def weight(self) -> int:
        """How much is said: both ends weigh most."""
        return (self.low is not None) + (self.high is not None or self.pension)


def propose(source: Source) -> Iterator[Age]:
    """Propose the ages of a standard: at most one range."""
    found = _found(source, bare=True)
    if not any(each.weight for each in found):
        found = _found(source, bare=False)
    found = _without_the_young(found)
    best = max(
        (each for each in found if each.weight), key=lambda each: (each.weight, -found.index(each)), default=None
    )
    if best is None:
        return
    best, evidence = _completed(best, found, source)
    if best.low is not None and best.high is not None and best.low > best.high:
        return
    yield Age(
        kind="age",
        min=best.low,
        max=best.high,
        max_ref="pension_age" if best.pension else None,
        keeps_after_max=best.keeps,
        evidence=evidence,
        proposed=True,
    )


def _found(source: Source, bare: bool) -> list[_Said]:
    """Return what sentences say of age; `bare` without what stands in brackets: that is often one group of several."""
    said = (_said(each, _BRACKETS.sub("", each.text) if bare else each.text) for each in source.sentences(*TOPICS))
    return [each for each in said if each.weight or each.keeps is not None]


def _without_the_young(found: list[_Said]) -> list[_Said]:
    """Leave out a range for the young where another sentence names the age at which the others begin."""
    lows = [each.low for each in found if each.low is not None and each.high is None]
    return [
        each
        for each in found
        if not (each.low and each.high and lows and (_YOUNG.match(each.sentence.text) or each.high <= max(lows) + 1))
    ]


def _completed(best: _Said, found: list[_Said], source: Source) -> tuple[_Said, Evidence]:
    """Add the other half of a range, or that the help is kept after it, where the same section says so close by."""
    evidence, low, high, pension, keeps = best.sentence.evidence, best.low, best.high, best.pension, best.keeps
    first, last = best.sentence, best.sentence
    text = next(each.text for each in source.passages if each.key == first.key)
    for each in found:
        if each is best or each.sentence.key != first.key:
            continue
        adds = (low is None and each.low is not None) or (high is None and not pension and _ended(each))
        keeping = keeps is None and each.keeps is not None
        if (low is not None and each.high is not None and each.high < low) or (
            high is not None and (each.low or 0) > high
        ):
            continue
        wider = joined(*_ordered(first, each.sentence, found), text)
        if ((adds and each.weight == 1) or keeping) and len(wider.quote) <= _NEAR + len(evidence.quote):
            low = each.low if low is None else low
            high, pension = (high, pension) if high is not None or pension else (each.high, each.pension)
            keeps = each.keeps if keeps is None else keeps
            first, last = _ordered(first, each.sentence, found)
            evidence = joined(first, last, text)
    return _Said(best.sentence, low, high, pension, keeps), evidence


def _ended(said: _Said) -> bool:
    return said.high is not None or said.pension


def _ordered(one: Sentence, other: Sentence, found: list[_Said]) -> tuple[Sentence, Sentence]:
    order = [each.sentence for each in found]
    return (one, other) if order.index(one) <= order.index(other) else (other, one)


def _said(sentence: Sentence, text: str) -> _Said:
    if _OTHERS.search(text) or _EXCEPTIONAL.search(text):
        return _Said(sentence)
    low, high, pension = _range(text)
    if high is None and (more := _LEAST_MAX.search(text)) and pension:
        high = _age(more["max"])
    if low is not None and high is not None and low >= high:
        return _Said(sentence)
    return _Said(sentence, low, high, pension, _keeps(text))


def _range(text: str) -> tuple[int | None, int | None, bool]:
    if found := _TO_PENSION.search(text):
        return _age(found["min"]), None, True
    if found := _RANGE.search(text):
        return _age(found["min"] or found["min2"]), _age(found["max"] or found["max2"]), False
    return _low(text), _high(text), bool(_UNDER_PENSION.search(text))


def _low(text: str) -> int | None:
    for found in _LOW.finditer(text):
        negated = (
            text[max(0, found.start() - _FAR) : found.start()]
            .casefold()
            .rstrip()
            .endswith(("ikke", "ikke er", "endnu ikke"))
        )
        if not negated and not _CHILDREN.search(text[max(0, found.start() - _FAR) : found.start()]):
            return _age(next(each for each in found.groups() if each))
    return None


def _high(text: str) -> int | None:
    for found in _HIGH.finditer(text):
        age = _age(next(each for each in found.groups() if each))
        if age is not None and not _CHILDREN.search(text[max(0, found.start() - _FAR) : found.start()]):
            return age if found["to"] else age - 1
    return None


def _keeps(text: str) -> bool | None:
    if not _KEEPS.search(text):
        return None
    return not _NOT_KEEPS.search(text)


def _age(digits: str) -> int | None:
    age = int(digits)
    return age if _LEAST <= age <= _MOST else None
