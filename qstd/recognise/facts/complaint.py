"""Complaints: over what, to whom, through whom, and how soon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from qstd.model.facts import Complaint
from qstd.recognise.facts.numbers import iso, quantities
from qstd.recognise.facts.passages import Passage, Sentence, Source, joined
from qstd.recognise.facts.patterns import either, phrases

Subject = Literal["decision", "handling", "conduct", "execution", "supplier", "any"]
_I = re.IGNORECASE
_KLAG = phrases("(på)?klag~ | anke[srt]? | indbringe~ | utilfreds~")
_SUBJECTS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    ("decision", phrases("afgørelse~ | afslag~ | bevillingen")),
    ("handling", phrases("sagsbehandling~")),
    ("conduct", phrases(
        """
        opførsel~ | adfærd~ | betjening~ | optræden~ | (over|på|med) (_ )?~(personale|medarbejder)~
        den måde,? du (er blevet|bliver) behandlet~
        """
    )),
    (
        "execution",
        phrases(
        """
        udførelse~ | kvalitet~ | den leverede~ | udføre[srt] | praktiske opgaver~ | serviceydelse~ | ydelsen | over service~
        (over|med) (den )?(_ )?(hjælp|støtte|pleje|behandling|træning|mad)(en)? | levering~
        """
    ),
    ),
    ("supplier", phrases("leverandør~")),
)  # fmt: skip
_WAY = either(
    """
    klage[rns]? | over | sende? | henvend~ | kontakte?[rs]? | indbringes? | sendes? | rettes? | indgives? | stiles | rejses
    afleveres | fremsendes? | indsendes? | ankes? | påklages? | gå | tale | tages? op
    """
)
_OFFICE = either(
    """
    sygehuset | hospitalet | regionen
    ankestyrelsen | styrelsen for patient~ | ~patientklage~ | _nævn(et)? | ombudsmand~ | domstolene | byretten | tilsynet
    (_ kommunes )?borgerrådgiver(en)?
    (den |det |tilbuddets |stedets |kommunens )?((daglige|ansvarlige|nærmeste) )?ledelsen?
    (den |det |tilbuddets |stedets |kommunens )?((daglige|ansvarlige|nærmeste) )?~(leder|forstander)(en)?{place}
    (den )?(enkelte |valgte |private )?leverandør(en)? | (din |den )?sagsbehandler(en)?
    (kommunens )?visitation(en)? | visitator(en)? | ~forvaltningen | ~afdelingen | kommunen | _ kommune
    """.replace("{place}", r"( (af|på|for|i) (?!\d|tlf|telefon)_)?")
)
_PROPER = r"[A-ZÆØÅ][\w-]+(?:\s+(?:(?:og|for|i|af)\s+)?[A-ZÆØÅ][\w-]+)*"
_TO = re.compile(rf"{_WAY}[^.;:]{{0,140}}?\b(?:til|for|hos|ved|med|over\s+for)\s+(?P<body>{_OFFICE})(?![\w-])", _I)
_CONTACTED = re.compile(rf"\bkontakte?\s+(?P<body>{_OFFICE})(?![\w-])", _I)
_NAMED = re.compile(rf"(?i:{_WAY})[^.;:]{{0,80}}?\b(?:til|for|hos|ved)\s+(?P<body>{_PROPER})")
_BOARD = phrases("Ankestyrelsen~ | Styrelsen for Patientklager~ | Klagenævnet")
_SENT = either(
    """
    (sendes?|send|afleveres?|indgives?|stiles|rettes?|fremsendes|indsendes|modtaget|være|klages?|skriftligt|mundtligt)
    """
)
_CLERK = either("(din |den )?(kommunen|visitationen|sagsbehandler(en)?|myndighedsafdelingen|forvaltningen)")
_VIA = re.compile(
    rf"(?:(?i:{_SENT})[^.;]{{0,60}}?\b(?:til|i|hos|af)|\b(?:via|gennem))\s+(?P<via>(?i:{_CLERK})|(?!Ankestyrelsen){_PROPER})(?![\w-])"
)
_ONWARD = phrases("videre~ | sender (kommunen|vi)")
_NOT_POSSIBLE = phrases(
    "ikke (_ ){0,3}?(klages?|indbringes|påklages|ankes) | (ikke|ingen) (_ )?klage(adgang|mulighed)~"
)
_REVIEW = phrases(
    """
    genvurder~ | revurder~ | vurdere~ (sagen|afgørelsen)~ | behandle[rs]? (_ )?klage~ | svar~
    """
)
_OTHER_THAN_DECISION = phrases("opførsel~ | adfærd~ | ledelsen | borgerrådgiver~ | leverandør~")
_NOT_FORMAL = re.compile(r"\bkommunen\b|kommune\b|visitat|myndighed|sagsbehandler|forvaltning|afdelingen\Z", _I)
_HAS_TIME = phrases(
    r"""
    har (du |borgeren |man )?(en |et )?_ (hverdage|dage|uger|måned|måneder|år)\b[^.]{0,40}\b(klage|anke)~
    (klage|anke)[rs]?\b[^.]{0,60}\b(i|gennem) (op til )?_ (dage|uger|måneder) (efter|fra)
    _ (dage|uger|måneder) (efter|fra)\b[^.]{0,60}\b(modtaget|fået|afgørelse)~
    """
)
_SECOND = re.compile(r"\s*[,;]?\s+(?:og|mens|men|samt)\s+(?=(?:(?:klager?|klagen)\s+(?:\w+\s+)?)?over\s)", _I)
_GOES_ON = re.compile(
    r"""Det(?:te)?\s+(?:skal|må)\b[^.]{0,40}\b(?:ske|gøres?)\b | Det\s+sker\b | (?:Klage|Tids)?fristen\b
    | Klagen\s+skal\b(?![^.]{0,60}\btil\b)""",
    re.VERBOSE | _I,
)
_LONGEST_QUOTE = 900
_FAR = 400


def propose(source: Source) -> Iterator[Complaint]:
    """Propose the ways to complain, from sections about that."""
    for passage in source.passages:
        if passage.topic in ("complaints", "rights") or re.search(r"\bklage", passage.heading, _I):
            yield from _of_section(passage)


def _of_section(passage: Passage) -> Iterator[Complaint]:
    said = (each for each in passage.sentences if not each.law and not _NOT_POSSIBLE.search(each.text))
    sentences = [part for each in said for part in _halves(each)]
    formal = [each for each in sentences if _BOARD.search(each.text)]
    if formal:
        yield _formal(passage, sentences, formal)
    elif parts := _in_two(sentences):
        yield _joined(passage, *parts)
        sentences = [each for each in sentences if each not in parts]
    for at, each in enumerate(sentences):
        body = _body(each) if each not in formal[:1] and _KLAG.search(f"{each.under} {each.text}") else ""
        if body and not (formal and _is_way(body, each)):
            yield _plain(passage, sentences[at : at + 2], body)


def _halves(sentence: Sentence) -> Sequence[Sentence]:
    """Return a sentence that names two ways to complain as two: "over maden til ... og over afgørelsen til ..."."""
    found = _SECOND.search(sentence.text)
    if not found or not (_BOARD.search(sentence.text) and _TO.search(sentence.text[: found.start()])):
        return (sentence,)
    under = f"{sentence.under} klage"
    return (
        replace(sentence, text=sentence.text[: found.start()]),
        replace(sentence, text=sentence.text[found.end() :], under=under),
    )


def _in_two(sentences: Sequence[Sentence]) -> tuple[Sentence, Sentence] | None:
    """Find the sentence that says over what and how soon, and the one after it that says to whom."""
    for one, other in pairwise(sentences):
        if _about_decision(one) and "decision" in _subjects(one, "") and _period([one]) and not _body(one):
            body = _body(other)
            if body and _KLAG.search(other.text) and not _subjects(other, body):
                return one, other
    return None


def _joined(passage: Passage, one: Sentence, other: Sentence) -> Complaint:
    return Complaint(
        kind="complaint",
        subject=_subjects(one, ""),
        body=_body(other),
        period=_period([one]),
        evidence=joined(one, other, passage.text),
        proposed=True,
    )


def _plain(passage: Passage, sentences: Sequence[Sentence], body: str) -> Complaint:
    """Return the complaint of a sentence; how soon may be said by the one after it."""
    sentence, after = sentences[0], sentences[1:]
    subjects, period, evidence = _subjects(sentence, body) or ("any",), _period([sentence]), sentence.evidence
    if not period and "decision" in subjects and after and _goes_on(sentence, after[0]):
        period = _period(after)
        evidence = joined(sentence, after[0], passage.text) if period else evidence
    return Complaint(
        kind="complaint", subject=subjects, body=body, period=period or None, evidence=evidence, proposed=True
    )


def _goes_on(sentence: Sentence, after: Sentence) -> bool:
    """Tell whether a sentence says more of what the one before it said."""
    return after.leaf - sentence.leaf <= 1 and bool(_GOES_ON.match(after.text))


def _body(sentence: Sentence) -> str:
    found = _TO.search(sentence.text) or _CONTACTED.search(sentence.text) or _NAMED.search(sentence.text)
    return found["body"].strip(" .,;:") if found else ""


def _is_way(body: str, sentence: Sentence) -> bool:
    """Tell whether a sentence only says how a complaint over a decision comes to the board, or that it does."""
    subjects = _subjects(sentence, body)
    return (not subjects or "decision" in subjects) and (
        bool(_BOARD.search(body)) or bool(_NOT_FORMAL.search(body)) or bool(re.match(r"[A-ZÆØÅ]", body))
    )


def _formal(passage: Passage, sentences: Sequence[Sentence], formal: Sequence[Sentence]) -> Complaint:
    near = _near(sentences, formal[0])
    period = _period(near)
    timed = [each for each in near if period and _says(each, period)]
    order = sorted([formal[0], *timed[:1]], key=sentences.index)
    wide = joined(order[0], order[-1], passage.text)
    board = _BOARD.search(formal[0].text)
    return Complaint(
        kind="complaint",
        subject=_subjects(formal[0], "") or ("decision",),
        body=board[0] if board else "",
        via=_via(near) or None,
        period=period or None,
        evidence=wide if len(wide.quote) <= _LONGEST_QUOTE else formal[0].evidence,
        proposed=True,
    )


def _near(sentences: Sequence[Sentence], formal: Sentence) -> list[Sentence]:
    """Return the sentences on complaints over decisions, and those that go on with one: "Det skal ske inden 4 uger."."""
    near: list[Sentence] = []
    for each in sentences:
        if each is formal or (near and _goes_on(near[-1], each)) or _about_decision(each):
            near.append(each)
    return near


def _about_decision(sentence: Sentence) -> bool:
    others = {"conduct", "execution", "supplier"} & {*_subjects(sentence, "")}
    return (
        not others
        and bool(re.search(r"\bafgørelse|klage", sentence.text, _I))
        and not _OTHER_THAN_DECISION.search(sentence.text)
    )


def _via(sentences: Sequence[Sentence]) -> str:
    for each in sentences:
        for found in _VIA.finditer(each.text) if _KLAG.search(f"{each.under} {each.text}") else ():
            if not _ONWARD.search(found[0]) and not _BOARD.match(found["via"]):
                return found["via"]
    return ""


def _says(sentence: Sentence, period: str) -> bool:
    return any(iso(each.low, each.unit) == period for each in quantities(sentence.text))


def _period(sentences: Sequence[Sentence]) -> str:
    """Return how soon one must complain; how soon the complaint is dealt with does not count."""
    for sentence in sentences:
        for each in quantities(sentence.text):
            limited = each.bound == "max" or "frist" in sentence.text.casefold() or _HAS_TIME.search(sentence.text)
            if (
                limited
                and each.unit != "hour"
                and not _REVIEW.search(sentence.text, max(0, each.start - _FAR), each.start)
            ):
                return iso(each.low, each.unit)
    return ""


def _subjects(sentence: Sentence, body: str) -> tuple[Subject, ...]:
    text = sentence.text.replace(body, "") if body else sentence.text
    own = tuple(name for name, pattern in _SUBJECTS if pattern.search(text))
    if own or "borgerrådgiver" in sentence.text.casefold():
        return own
    return tuple(name for name, pattern in _SUBJECTS if pattern.search(sentence.under))
