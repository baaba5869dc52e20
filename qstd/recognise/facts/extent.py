"""Extent: how much help there is, when in the day or the week, or that it cannot be fixed."""

import re
from collections.abc import Iterator
from typing import Literal

from qstd.model.facts import Bound, Extent, Modality
from qstd.recognise.facts import follow_up
from qstd.recognise.facts.numbers import DASH, NUMBER, START, bound, halved, number
from qstd.recognise.facts.passages import Sentence, Source, joined
from qstd.recognise.facts.patterns import either, phrases

Unit = Literal["hour", "minute", "time", "day", "week", "meal"]
Per = Literal["day", "week", "month", "year", "delivery", "total"]
_I = re.IGNORECASE
_TOPICS_OF_TIME = ("scope", "delivery", "activities", "assessment", "special", "need", "purpose")
_NO_TOPICS = tuple(
    """
    follow_up case_deadline start_deadline complaints competence contact price legal_basis supervision target_group
    eligibility exclusion_criteria about_standard approval effective review quality_goals obligations supplier_choice
    work_environment documentation user_involvement
    """.split()
)
_AMOUNT = re.compile(
    rf"""{START}(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?
    (?P<half>\s+(?:en\s+)?halv)?\s*(?P<kind>(?:effektive|ugentlige|månedlige|årlige|daglige|løn|pulje|ledsager)\s*)?
    (?P<unit>
        (?P<hour>(?:løn|pulje|ledsage\w{{0,3}}|støtte)?timer?s?)
      | (?P<minute>minutt?er?s?|min\.)
      | (?P<time>gange?|besøg|rejser?|samtaler?|træningsgange)
      | (?P<day>dage?s?|døgn)
      | (?P<week>uger?s?)
      | (?P<meal>hovedretter|hovedret|måltider|måltid|retter)
    )(?![\w-])""",
    re.VERBOSE | _I,
)
_PER = re.compile(
    r"""[^.;:\d]{0,45}?(?:\b(?:pr\.?|per|om|i|hver|ad)\s+|/\s*)
    (?:(?P<day>dagen|dag|døgnet|døgn) | (?P<week>ugen|uge) | (?P<month>måneden|måned|md\b|mdr\b)
      | (?P<year>året|år\b|kalenderår) | (?P<delivery>levering|udbringning))""",
    re.VERBOSE | _I,
)
_EVERY = re.compile(r"\s*(?:\w+\s+)?hver\s+(?P<n>\d{1,2}|anden|tredje|fjerde)\.?\s+(?P<unit>uge|måned|dag)\b", _I)
_OFTEN = re.compile(r"\bhver\s+(?:(?:\d{1,2}\.?|anden|tredje|fjerde|femte|sjette)\s+)?(?:uge|måned|dag)\b", _I)
_ADVERB = re.compile(r"\s*(?:\w+\s+)?(?P<word>dagligt?|ugentligt?|månedligt?|årligt?)\b", _I)
_ADVERB_PER: dict[str, Per] = {"dag": "day", "uge": "week", "mån": "month", "årl": "year"}
_BEFORE_PER = re.compile(r"\b(?P<word>daglig|ugentlig|månedlig|årlig)\w*\b[^.;]{0,40}\Z", _I)
_LIMITING = phrases(
    r"""
    (op til|maks~\.?|max~\.?|højst|højest|mindst|minimum|udgør|i alt|omfatter|består (_ )?af)
    """
)
_NO_EXTENT = phrases(
    """
    klag~ | afbud~ | afmeld~ | ventetid~ | telefon~ | åbn~ | opsig~ | personale~ (har|får)~ | kursus~ | tilsyn~
    medarbejder~ modtager~ | varsel~ | (brugerråd|beboerråd|pårørenderåd|bestyrelse)~ | supervision~ | mødes
    (bruger|beboer|pårørende|personale)møde~ | (pris|takst|beløb|sats|ydelse)(en|er|erne)?…(regulere|justere|fastsætte)s
    """
)
_COUNTED_NOT = phrases(r"senest~ | inden(\s?for)?")

_CLOCK = r"(?:kl\.|klokken)?\s*\d{1,2}(?:[.:]\d{2})?\s*(?:-|–|og|til)\s*(?:kl\.\s*)?\d{1,2}(?:[.:]\d{2})?(?!\d)"
_DAYS = either(r"(alle )?(hverdage(ne)?|ugens dage|dage) | mandag\s*(-|–|til)\s*(fredag|torsdag|lørdag|søndag)")
_TIMES = either(
    r"""
    dagtimer(ne)? | dagstimerne | dagtiden | aften\s?timerne | aften- og (natte?timerne|weekender) | normal arbejdstid
    dag- og (aften|nat)timerne
    """
)
_WINDOW = re.compile(
    rf"""(?P<window>
        {_TIMES}(?:\s+(?:på|i|alle)\s+{_DAYS})?(?:\s+(?:mellem\s+)?{_CLOCK})?
      | {_DAYS}[^.;]{{0,25}}?(?:kl\.|klokken)\s*{_CLOCK}
      | {_DAYS}\s+i\s+(?:{_TIMES}|tidsrummet\s+{_CLOCK})
      | hele\s+døgnet | døgnet\s+rundt | døgndækning | \bhverdage\b
    )""",
    re.VERBOSE | _I,
)
_COUNT = re.compile(rf"(?<!\w){NUMBER}\s*\Z", _I)
_GIVEN = phrases(
    """
    (ydes|gives|tilbydes|leveres|udføres|foregår|bevilges|finder sted|planlægges|er tilgængelig|har åbent|kan modtages|dækkes?)
    """
)
_EXCEPTION = re.compile(
    r"\b(?P<lead>i\s+(?:helt\s+)?(?:særlige|ganske\s+særlige)\s+tilfælde|undtagelsesvist?|efter\s+behov|ved\s+særlige\s+behov)\b",
    _I,
)
_ODD_TIME = phrases(
    r"""
    (aften(\s?timerne|er|en)?( (og|eller) (nat|weekend)~)?|weekend(er|en)?|nat(ten|timerne)?)
    """
)
_MODALITIES: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    ("not_as_rule", phrases("(som udgangspunkt|som hovedregel|normalt) ikke")),
    (
        "as_rule",
        phrases(
            """
            som udgangspunkt~ | som hovedregel~ | typisk~ | fortrinsvist?~ | normalt~ | primært~ | hovedsageligt?~
            som regel~
            """
        ),
    ),
    ("exceptional", phrases("i særlige tilfælde~ | undtagelsesvist?~")),
)
_UNBOUNDED = phrases(
    """
    kan (derfor )?ikke (_ ){0,2}?(fastsættes|fastlægges|angives|sættes|opgøres)…(tid|ramme|omfang|antal|grænse|timetal|varighed)~
    (tid|rammer?|omfang~|antal~|varighed~)…kan (derfor )?ikke (_ )?(fastsættes|fastlægges|angives|sættes)~
    ikke (_ ){0,2}?(fastsat|sat|nogen) (_ ){0,2}?(øvre )?(grænse|ramme|tidsramme|timetal|loft)~
    ikke (et |noget )?fast~ (timetal|antal|omfang)~ | ingen (øvre|fast|tidsmæssig)~ (grænse|ramme|loft)~
    """
)


def propose(source: Source) -> Iterator[Extent]:
    """Propose the extent of the help."""
    for sentence in source.elsewhere(*_NO_TOPICS):
        if not _NO_EXTENT.search(sentence.text):
            yield from _amounts(sentence)
    yield from _windows(source)
    for sentence in source.sentences("scope", "delivery", "activities", "assessment"):
        if _UNBOUNDED.search(sentence.text):
            yield Extent(kind="extent", unbounded=True, evidence=sentence.evidence, proposed=True)
            return


def _amounts(sentence: Sentence) -> Iterator[Extent]:
    text, firm = sentence.text, modality(sentence.text)
    followed = follow_up.speaks(sentence)
    if followed and sentence.topic not in _TOPICS_OF_TIME:
        return
    each_period = [(found, _per(found, text)) for found in _AMOUNT.finditer(text)]
    stated = any(per for _, per in each_period)
    for found, per in each_period:
        if (per or not stated) and not (followed and found["time"]) and _counts(found, per, sentence):
            yield _extent(sentence, found, per, firm)


def _extent(sentence: Sentence, found: re.Match[str], per: Per | None, firm: Modality | None) -> Extent:
    low, high = number(found["low"]), number(found["high"]) if found["high"] else None
    amount = halved(high if high is not None else low, found["high"] or found["low"], bool(found["half"]))
    limit: Bound = bound(sentence.text, found.start())
    return Extent(
        kind="extent",
        amount=amount,
        unit=_unit(found),
        per=per,
        bound="max" if high is not None and limit == "unspecified" else limit,
        modality=firm,
        evidence=sentence.evidence,
        proposed=True,
    )


def _unit(found: re.Match[str]) -> Unit:
    units: tuple[Unit, ...] = ("hour", "minute", "time", "day", "week", "meal")
    return next(each for each in units if found[each])


def _per(found: re.Match[str], text: str) -> Per | None:
    after = text[found.end() : found.end() + 80]
    kind = (found["kind"] or "").strip().casefold()[:3]
    if kind in _ADVERB_PER:
        return _ADVERB_PER[kind]
    if adverb := _ADVERB.match(after):
        return _ADVERB_PER[adverb["word"].casefold()[:3]]
    if per := _PER.match(after):
        names: tuple[Per, ...] = ("day", "week", "month", "year", "delivery")
        return next(each for each in names if per[each])
    before = _BEFORE_PER.search(text[max(0, found.start() - 60) : found.start()])
    return _ADVERB_PER[before["word"].casefold()[:3]] if before else None


def _counts(found: re.Match[str], per: Per | None, sentence: Sentence) -> bool:
    text = sentence.text
    before = text[max(0, found.start() - 40) : found.start()]
    if _COUNTED_NOT.search(before) or re.search(r"\bhver\s*\Z", before, _I) or found["low"] == "0":
        return False
    timed = bool(found["hour"] or found["minute"])
    if per is None and (_EVERY.match(text, found.end()) or _OFTEN.search(text, 0, found.start())):
        return timed and sentence.topic in _TOPICS_OF_TIME
    if found["day"] and re.fullmatch(r"7|syv", found["low"]):
        return False
    if per is not None:
        return True
    return bool((timed or found["time"]) and _LIMITING.search(before) and sentence.topic in _TOPICS_OF_TIME)


def modality(text: str) -> Modality | None:
    """Tell how firm a sentence is, where it has a word for that."""
    return next((name for name, pattern in _MODALITIES if pattern.search(text)), None)


def _windows(source: Source) -> Iterator[Extent]:
    for passage in source.about("scope", "delivery", "activities", "special"):
        sentences = [each for each in passage.sentences if not each.law]
        used = None
        for at, each in enumerate(sentences):
            if each is used:
                continue
            found = _window(each.text)
            if (
                not found
                or not (_GIVEN.search(each.text) or passage.topic in ("scope", "delivery"))
                or _NO_EXTENT.search(each.text)
            ):
                continue
            odd, last = _exception(sentences[at : at + 2])
            used = last
            evidence = joined(each, last, passage.text) if last else each.evidence
            yield Extent(
                kind="extent",
                window=found["window"].strip(),
                modality=modality(each.text),
                exception=odd or None,
                evidence=evidence,
                proposed=True,
            )


def _window(text: str) -> re.Match[str] | None:
    """Find when help is given; in "5 hverdage" the days are counted."""
    return next((each for each in _WINDOW.finditer(text) if not _COUNT.search(text, 0, each.start())), None)


def _exception(sentences: list[Sentence]) -> tuple[str, Sentence | None]:
    """Find when else the help may be given, in the same sentence or the next."""
    for each in sentences:
        lead, time = _EXCEPTION.search(each.text), _ODD_TIME.search(each.text)
        if lead and time:
            return f"{time[0]} {lead['lead']}", each
    return "", None
