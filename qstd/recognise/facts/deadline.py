"""Time limits and durations: how soon an answer comes, how soon the help begins, how long it is given."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from qstd.model.facts import Deadline
from qstd.recognise.facts import follow_up
from qstd.recognise.facts.numbers import Quantity, quantities
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

Role = Literal["reaction", "decision", "start", "complaint", "cancellation", "duration"]
Anchor = Literal["enquiry", "application", "grant", "visitation", "discharge", "decision", "other"]
_I = re.IGNORECASE
_NO_TOPICS = ("legal_basis", "follow_up", "contact", "competence", "about_standard", "supervision", "approval")

_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("complaint", phrases("klag~ | ankestyrelsen~")),
    (
        "cancellation",
        phrases(
            """
            afbud~ | afmeld~ | aflys~ | frameld~ | afbestil~ | opsig~ | melde?s? fra
            """
        ),
    ),
    (
        "start",
        phrases(
            """
            iværksæt~ | påbegynd~ | opstart~ | starte[srt]? | start | begynde[rs]? | igangsæt~ | sættes i gang~
            går i gang~ | modtager (du |borgeren )?(den første )?hjælp~
            første (besøg|træning|levering|møde)~ | visitationsbesøg~ | levere[st] | leveret
            (tilbydes?|tilbyder|får|giver) (_ ){0,3}?((en |den )?(første )?tid|plads|behandling|træning|forløb)
            behandlingsgaranti~ | indkaldes? til (_ )?(træning|forløb)~ | opstår~ | flytte ind | indflyt~ | i gang
            (hjælp|støtte|træning|behandling|indsats|forløb)(en|et) (er klar|kommer|gives første gang)
            """
        ),
    ),
    (
        "decision",
        phrases(
            """
            afgørelse~ | afgjort~ | sagsbehandling~ | behandle[st] | behandlingstid~ | svar på (_ )?ansøgning~
            beslutning~ | træffe~
            afgør | afgøres? | færdigbehandl~ | bevilge~ | bevilling (gives|sker|foreligger)~ | visitere[st] | visitation~
            ansøgning~ | sagsbehandlingsfrist~
            """
        ),
    ),
    (
        "reaction",
        phrases(
            """
            reager~ | kontakt~ | (be)?svar~ | kvitter~ | henvend~ | tilbagemeld~ | bekræft~ | ring~ | besked~ | besøg~
            samtale~ | møde | hører? (_ ){0,2}?fra
            """
        ),
    ),
)
_PATTERNS = dict(_ROLES)
_DONE: tuple[Role, ...] = ("start", "decision", "reaction")
_GIVEN = phrases("(tilbydes|ydes|gives|udføres)")
_BY_TOPIC: dict[str, Role] = {"case_deadline": "decision", "start_deadline": "start", "complaints": "complaint"}
_DECIDING = ("case_deadline", "case_process", "visitation")
_ANSWER = phrases("(svar|besked)")
_RECEIPT = phrases("kvitter~ | bekræft~")
_ENQUIRY = phrases("henvend~ | kontakt~")
_CLAUSE = re.compile(r"[;:,]\s|\s+(?:og|men)\s+(?=\w+\s+(?:\w+\s+)?(?:senest|inden))|(?<=\w)\s+og\s+(?=senest|inden)")
_ANCHORED = re.compile(
    r"""\A\s*,?\s*(?:efter|fra|af)\s*,?\s+(?:
        (?:at|du|vi|kommunen|borgeren|den|det)\s[^,;.]{0,80},
      | (?:(?:din|den|en|at|vi|har|modtaget|kommunen|du|er|blevet|sygehuset|borgerens)\s+)*\w+
    )""",
    re.VERBOSE | _I,
)
_DURATION = phrases(
    """
    varighed~ | vare[rt]? | bevilges (_ ){0,4}?(for|i|op)
    (ydes|gives|tilbydes|bevilges|strækker sig|forlænge~) | forløb~ | periode~ | tidsbegræns~ | i træk
    ophold~ | længde~ | (bevilling|afgørelse|tilladelse|indsats|støtte|hjælp)~ (_ )?gælder
    """
)
_SAVED = phrases("ferie~ | opspar~ | spare[rs]?…op | brug(e|es|er|t)? | forbrug~ | overfør~ | afvikle~")
_COMPLAINT_TERM = phrases("(klage)?frist(en)?")
_LASTS = phrases("~varighed(en)? | vare[rt]?")
_FAR = 240
_WAITING = phrases("ventetid~")
_BETWEEN = re.compile(r"\b(?:mellem|fra)\s+\Z", _I)
_BEFORE_PAST = re.compile(r"\b(?:seneste|sidste|forløbne|over|mere\s+end|igennem)\s*\Z", _I)
_TERM = phrases("sagsbehandlingsfrist(en)? | sagsbehandlingstid(en)? | svarfrist(en)? | behandlingsgaranti(en)?")
_LIMIT = phrases("(senest|inden|indenfor)")
_SHARE = re.compile(r"%|\bpct\b|\bprocent\b", _I)
_SPREAD = phrases("~gange | timer | minutter | fordel~ | forløb~ | strækker sig")
_PER = phrases(
    r"""
    \s*(pr\.?|per|om|hver|/)\s*(uge|måned|md|mdr|år|dag|døgn|gang|halvår|kvartal|besøg)~
    """
)
_EVERY = re.compile(r"\bhver(?:t|anden|tredje|andet)?\.?\s*\Z|\bhver\s+\w+\s*\Z|\bgang(?:e)?\s*\Z", _I)
_EXPERIENCE = phrases(
    r"""
    \s*(s )?(erfaring|erhvervserfaring|uddannelse|anciennitet|om ugen|alderen|gammel)~
    """
)
_ANCHORS: tuple[tuple[Anchor, re.Pattern[str]], ...] = (
    (
        "discharge",
        phrases("udskriv~ | udskrev~ | hjemsend~ | genoptræningsplan~ | (kommet|kommer) hjem fra (sygehus|hospital)~"),
    ),
    ("application", phrases("ansøg~ | søgt | søge[rs]?")),
    ("enquiry", phrases("henvend~ | kontakt~ | anmod~ | ringe[rt]? til")),
    ("grant", phrases("bevil~ | tilsagn~ | tildel~")),
    ("visitation", phrases("visit~")),
    ("decision", phrases("afgørelse~ | afgjort~ | beslutning~")),
)
_NOUNS: tuple[tuple[Anchor, re.Pattern[str]], ...] = (
    ("application", phrases("~ansøgning(en|er|erne)?")),
    ("enquiry", phrases("henvendelse(n|r|rne)? | anmodning(en|er)?")),
    ("discharge", phrases("genoptræningsplan(en|er)?")),
)
_RECEIVED = re.compile(
    r"\s*,?\s*(?:at\s+)?(?:(?:den|de|denne|dem)\b|(?:vi|kommunen|\w+)\s+(?:har\s+)?(?:modtaget|fået)\s+(?:den|dem)\b|modtagelse(?:n)?\b|modtaget\b)",
    _I,
)
_AFTER = re.compile(r"\s*,?\s*(?:\w+\s+){0,2}?(?:efter|fra|på|siden|når|regnet\s+fra|af)\b(?P<what>[^.;]{0,90})", _I)
_WHEN = re.compile(r"(?<!hører\s)(?<!svar\s)(?<!besked\s)\b(?:når|efter|fra)\b(?P<what>[^.;,]{0,90})", _I)
_UNBOUNDED = phrases(
    """
    (kan ikke|ikke (muligt|mulig)|ingen|ikke)…(fastsætte|fastsat|angive|sætte|garantere|frist)~…(frist|tid|ventetid)~
    der er ingen (sagsbehandlings)?frist~
    """
)


def propose(source: Source) -> Iterator[Deadline]:
    """Propose the time limits of a standard: each role once for each limit that is stated."""
    found = list(_all(source))
    anchored = {_limit(each) for each in found if each.anchor}
    yield from (each for each in found if each.anchor or _limit(each) not in anchored)


def _limit(fact: Deadline) -> tuple[object, ...]:
    return fact.role, fact.value, fact.value_to, fact.unit, fact.day_kind


def _all(source: Source) -> Iterator[Deadline]:
    for sentence in source.elsewhere(*_NO_TOPICS):
        if follow_up.speaks(sentence) or (sentence.topic == "quality_goals" and _SHARE.search(sentence.text)):
            continue
        for each in _spanned(sentence.text):
            if role := _role(sentence, each):
                yield _deadline(sentence, each, role)
    for sentence in source.sentences("case_deadline", "start_deadline"):
        if _UNBOUNDED.search(sentence.text) and not any(quantities(sentence.text)):
            role = "start" if sentence.topic == "start_deadline" else "decision"
            yield Deadline(kind="deadline", role=role, unbounded=True, evidence=sentence.evidence, proposed=True)


def _spanned(text: str) -> Iterator[Quantity]:
    """Yield the amounts of time; "mellem 6 måneder og 2 år" is one."""
    found = list(quantities(text))
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if (
            other
            and _BETWEEN.search(text[max(0, one.start - 12) : one.start])
            and text[one.end : other.start].strip() in ("og", "til")
        ):
            at += 1
            if one.unit == "month" and other.unit == "year":
                one = replace(one, end=other.end, high=other.low * 12)
        at += 1
        yield one


def _deadline(sentence: Sentence, each: Quantity, role: Role) -> Deadline:
    return Deadline(
        kind="deadline",
        role=role,
        value=int(each.low),
        value_to=None if each.high is None else int(each.high),
        unit=None if each.unit == "minute" else each.unit,
        day_kind=each.day_kind,
        bound=each.bound,
        anchor=None if role in ("duration", "cancellation") else _anchor(sentence.text, each),
        evidence=sentence.evidence,
        proposed=True,
    )


def _role(sentence: Sentence, each: Quantity) -> Role | None:
    before, after = _around(sentence.text, each)
    if each.unit == "minute" or each.low % 1 or each.low <= 0 or _no_limit(before, after, each):
        return None
    if _LIMIT.search(before[-60:]) or _TERM.search(before) or sentence.topic in ("case_deadline", "start_deadline"):
        return _limited(sentence, before, after)
    if sentence.topic == "complaints":
        return "complaint" if _COMPLAINT_TERM.search(before + after) else None
    if each.unit == "hour" or not _DURATION.search(before + after) or _SAVED.search(_CLAUSE.split(before)[-1]):
        return None
    return "duration" if each.bound != "min" or _LASTS.search(before + after) else None


def _around(text: str, each: Quantity) -> tuple[str, str]:
    """Return the words before and after a number, as far as they can belong to it."""
    return text[max(0, each.start - _FAR) : each.start], text[each.end : each.end + _FAR]


def _no_limit(before: str, after: str, each: Quantity) -> bool:
    if _WAITING.search(before[-60:]) or _PER.match(after) or _EVERY.search(before) or _EXPERIENCE.match(after):
        return True
    if each.unit == "year" and each.low > 12:
        return True
    return bool(_BEFORE_PAST.search(before)) and each.bound != "max" and not _SPREAD.search(before[-60:])


def _limited(sentence: Sentence, before: str, after: str) -> Role | None:
    """Tell what must have happened when the time is over: what is said nearest to the number decides."""
    for role in ("complaint", "cancellation"):
        if _PATTERNS[role].search(before) or _PATTERNS[role].search(after):
            return role
    clause, rest = _CLAUSE.split(before)[-1], _ANCHORED.sub("", after)
    if _RECEIPT.search(clause):
        return "reaction"
    for words, last in ((clause, True), (_CLAUSE.split(rest)[0], False), (before, True), (rest, False)):
        if found := _nearest(words, last):
            return _in_topic(found, sentence)
    if _GIVEN.search(clause):
        return "start"
    return _BY_TOPIC.get(sentence.topic)


def _nearest(words: str, last: bool) -> Role | None:
    places: list[tuple[int, Role]] = []
    for role in _DONE:
        found = [each.end() if last else each.start() for each in _PATTERNS[role].finditer(words)]
        places += [(found[-1 if last else 0], role)] if found else []
    return (max(places) if last else min(places))[1] if places else None


def _in_topic(role: Role, sentence: Sentence) -> Role:
    """An answer in a section on how long a case takes is the decision, unless it answers an enquiry."""
    answer = _ANSWER.search(sentence.text) and not _ENQUIRY.search(sentence.text)
    return "decision" if role == "reaction" and answer and sentence.topic in _DECIDING else role


def _anchor(text: str, each: Quantity) -> Anchor | None:
    before, after = _around(text, each)
    found = _AFTER.match(after)
    if found:
        return (
            _named(found["what"])
            or _meant(found["what"], text[: each.start])
            or ("other" if not found[0].lstrip(" ,").casefold().startswith(("på", "af")) else None)
        )
    for when in _WHEN.finditer(before):
        if named := _named(when["what"]):
            return named
    return None


def _meant(words: str, before: str) -> Anchor | None:
    """Tell what "den er modtaget" is said of: what the sentence named last before it."""
    if not _RECEIVED.match(words):
        return None
    named = [(found.start(), anchor) for anchor, nouns in _NOUNS for found in nouns.finditer(before)]
    return max(named)[1] if named else None


def _named(words: str) -> Anchor | None:
    places = [(found.start(), anchor) for anchor, pattern in _ANCHORS if (found := pattern.search(words))]
    return min(places)[1] if places else None
