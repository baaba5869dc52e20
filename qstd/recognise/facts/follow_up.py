"""Follow-up: how often the help, the plan or the standard is looked at again."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from qstd.model.facts import FollowUp
from qstd.recognise.facts.numbers import NUMBER, ORDINALS, iso, number, quantities
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

Subject = Literal["case", "plan", "standard"]
_I = re.IGNORECASE
_ORDINAL = "|".join(ORDINALS)
_UNIT = r"(?P<unit>uge|måned|mdr\.?|md\.?|halvår|kvartal|år)"
_VERB = phrases(
    """
    følge[rs]?…op | opfølg~ | fulgt op~ | revurder~ | evaluer~ | revider~ | revision~ | genvurder~ | re-?visit~
    statusmøde~ | status | vurderes igen~ | ajourfør~ | opdatere~ | gennemgås~ | genbesøg~ | tages op~
    """
)
_EVERY = re.compile(
    rf"""\bhver(?:t)?\s+(?:
        (?P<half>halve?)\s+(?:år|måned)
      | (?:(?P<n>\d{{1,2}})\.?|(?P<ord>{_ORDINAL})|(?P<word>{NUMBER}))\s+{_UNIT}
      | (?P<one>uge|måned|halvår|kvartal|år)\b
    )""",
    re.VERBOSE | _I,
)
_TIMES = re.compile(
    rf"""\b(?P<n>{NUMBER})(?:\s*(?:-|–|til|eller)\s*(?P<high>{NUMBER}))?\s+gange?\s+
    (?:(?:om|i|pr\.?|per|hvert?)\s+)?(?:(?P<every>{NUMBER})\.?\s+)?(?P<unit>året|år(?:ligt)?|måneden|måned(?:ligt)?|halvår(?:ligt|et)?
    |kvartal(?:et)?|ugen|uge(?:ntligt)?|halvårligt)""",
    re.VERBOSE | _I,
)
_ADVERB = re.compile(
    r"\b(?P<word>halvårligt?|halvårlige?|årligt?|årlige|månedligt?|månedlige|kvartalsvist?|kvartårligt?|ugentligt?)\b",
    _I,
)
_BETWEEN = re.compile(rf"\b(?P<n>{NUMBER})\s+(?P<unit>uger|måneder(?:s)?|år(?:s)?)\s+(?:mellemrum|interval)", _I)
_ADVERBS = {"halv": "P6M", "årli": "P1Y", "måne": "P1M", "kvar": "P3M", "ugen": "P1W"}
_AD_HOC = phrases(
    """
    (efter|ved) behov~ | når (der er|behovet|det er nødvendigt)~ | hvis (der er behov|behovet)~
    ved (væsentlige )?ændring~ | ved ændrede~
    """
)
_CONTINUOUS = phrases("løbende | kontinuerlig~")
_NONE = phrases(
    r"""
    (ikke|ingen)…(opfølgning|følges? op|revurder~|evaluer~)~ | følges ikke op~ | opfølgning\b[^.]{0,30}\bikke
    """
)
_EVENT = phrases(r"(efter|senest|inden(\s?for)?|første gang)")
_OTHER_MATTERS = phrases("regnskab~ | takst~ | pris(en|er|erne)? | beløb~ | statistik~ | tilsyn~ | brugerundersøgelse~")
_CLAUSE = re.compile(r"[;,]\s+(?:og|men|samt|mens)\s+|;\s+")
_LISTED = re.compile(r"(?:\b\d{1,2},\s+)*\Z")
_MADE = phrases("(udarbejde|lave|iværksætte|opstarte|oprette|påbegynde)[srt]{0,2}")
_NOW_AND_THEN = phrases(
    r"""
    (løbende|kontinuerlig~|efter behov|ved behov)\b[^.]{0,25}\b(følge|følg|opfølg|evaluer|revurder|revider|vurder)~
    (følge[rs]?|opfølgning~|evaluere?s?|revurdere?s?|revidere?s?)\b[^.]{0,25}\b(løbende|kontinuerligt|efter behov|ved behov)
    """
)
_STANDARD = phrases("kvalitetsstandard~ | standarden~ | serviceniveau~ | kvalitetsmål~")
_PLAN = phrases(
    """
    (handle|behandlings|indsats|pleje|udviklings|trænings|opfølgnings|døgnrytme)?plan(en|er|erne|ens)?
    """
)
_NOT_ABOUT = ("complaints", "contact", "supervision", "legal_basis", "competence")
_OWN = ("follow_up", "action_plan")


def speaks(sentence: Sentence) -> bool:
    """Tell whether a sentence is about follow-up."""
    text = _said(sentence)
    return bool(text) and (sentence.topic in _OWN or bool(_VERB.search(text)))


def _said(sentence: Sentence) -> str:
    """Return the words of a sentence without the clauses on other matters: "..., og der føres tilsyn"."""
    if not _OTHER_MATTERS.search(sentence.text):
        return sentence.text
    return ", og ".join(each for each in _CLAUSE.split(sentence.text) if not _OTHER_MATTERS.search(each))


def propose(source: Source) -> Iterator[FollowUp]:
    """Propose the follow-up of a standard."""
    for sentence in (*source.sentences(*_OWN), *source.elsewhere(*_OWN, *_NOT_ABOUT)):
        if speaks(sentence):
            yield from _facts(sentence)


def _facts(sentence: Sentence) -> Iterator[FollowUp]:
    text, subject = _said(sentence), _subject(sentence)
    own = sentence.topic == "follow_up"
    if _NONE.search(text):
        if own or sentence.topic == "special":
            yield _fact(sentence, "none", subject)
        return
    every = interval(text)
    offsets = _offsets(text) if own or _VERB.search(text) else ()
    if offsets:
        yield _fact(sentence, "events", subject, offsets=offsets)
    if every:
        yield _fact(sentence, "interval", subject, interval=every)
    elif not offsets and (own or _close(text)):
        if _AD_HOC.search(text):
            yield _fact(sentence, "ad_hoc", subject)
        elif _CONTINUOUS.search(text):
            yield _fact(sentence, "continuous", subject)


def _close(text: str) -> bool:
    """Tell whether "løbende" or "efter behov" stands beside the word for follow-up."""
    return bool(_NOW_AND_THEN.search(text))


def _fact(
    sentence: Sentence,
    mode: Literal["interval", "events", "ad_hoc", "continuous", "none"],
    subject: Subject,
    interval: str | None = None,
    offsets: tuple[str, ...] = (),
) -> FollowUp:
    return FollowUp(
        kind="follow_up",
        mode=mode,
        interval=interval,
        offsets=offsets,
        subject=subject,
        evidence=sentence.evidence,
        proposed=True,
    )


def _subject(sentence: Sentence) -> Subject:
    if _STANDARD.search(sentence.text):
        return "standard"
    if _PLAN.search(sentence.text):
        return "plan"
    return "standard" if sentence.topic == "quality_goals" else "case"


def interval(text: str) -> str:
    """Return how often something happens as ISO 8601, empty where the text does not say."""
    if found := _EVERY.search(text):
        return _each(found)
    if found := _TIMES.search(text):
        return _times(found)
    if found := _BETWEEN.search(text):
        return iso(number(found["n"]), _named(found["unit"]))
    found = _ADVERB.search(text)
    return _ADVERBS[found["word"][:4].casefold()] if found else ""


def _each(found: re.Match[str]) -> str:
    if found["half"]:
        return "P6M"
    if found["one"]:
        return _period(found["one"], Decimal(1))
    times = (
        Decimal(found["n"])
        if found["n"]
        else Decimal(ORDINALS[found["ord"].casefold()])
        if found["ord"]
        else number(found["word"])
    )
    return _period(found["unit"], times)


def _period(unit: str, times: Decimal) -> str:
    folded = unit.casefold()
    if folded.startswith("halvår"):
        return iso(times * 6, "month")
    if folded.startswith("kvartal"):
        return iso(times * 3, "month")
    return iso(times, _named(folded))


def _times(found: re.Match[str]) -> str:
    """Return the time between, where something happens so many times in a period."""
    times, unit = number(found["n"]), found["unit"].casefold()
    months = Decimal(
        12 if unit.startswith("år") else 6 if unit.startswith("halv") else 3 if unit.startswith("kvartal") else 1
    )
    every = number(found["every"]) if found["every"] else Decimal(1)
    if unit.startswith("uge"):
        return iso(every, "week") if times == 1 else ""
    if times == 1:
        return _period(
            "halvår" if months == 6 else "kvartal" if months == 3 else unit[:2] if months == 12 else "måned", every
        )
    months *= every
    return iso(months / times, "month") if times and not months % times else ""


def _named(unit: str) -> str:
    folded = unit.casefold().rstrip(".")
    return "week" if folded.startswith("uge") else "year" if folded.startswith("år") else "month"


def _offsets(text: str) -> tuple[str, ...]:
    """Return the times after an event: "senest 1 måned og igen 6 måneder efter"."""
    found = []
    made = _MADE.search(text)
    for each in quantities(text):
        before, after = text[max(0, each.start - 40) : each.start], text[each.end : each.end + 60]
        counted = re.search(r"\bhver(?:t)?\s+\Z|\bgange?\s+(?:om|i|pr\.?)\s+\Z|\bmed\s+\Z", before, _I) or re.match(
            r"s?\s+(?:mellemrum|interval)", after, _I
        )
        placed = _EVENT.search(before) or re.match(r"\s+(?:og\s+(?:igen\s+)?[\w\s]{0,20})?efter\b|\s+og\b", after, _I)
        short = each.unit in ("hour", "minute") or (each.unit == "day" and not _VERB.search(text))
        if counted or not placed or made or short:
            continue
        listed = _LISTED.search(text[max(0, each.start - 40) : each.start])
        first = [number(digits) for digits in re.findall(r"\d{1,2}", listed[0] if listed else "")]
        found += [iso(amount, each.unit) for amount in (*first, each.low, each.high) if amount is not None]
    return tuple(each for each in dict.fromkeys(found) if each)
