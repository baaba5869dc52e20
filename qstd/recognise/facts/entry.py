"""How one comes to the help and leaves it: access, voluntariness, anonymity, and whether it is temporary."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from qstd.model.facts import Access, Anonymity, Temporary, Voluntary
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

Mode = Literal["visited", "unvisited", "referred", "leader", "mixed"]
_I = re.IGNORECASE
_OTHER_PROVISION = re.compile(r"§{1,2}\s*(\d+(?:\s?[a-h]\b)?)")

# In the order in which they win where a standard says several.
_ACCESS: tuple[tuple[Mode, re.Pattern[str]], ...] = (
    (
        "mixed",
        phrases("både…visiter~…uvisiter~ | både…uvisiter~…visiter~"),
    ),
    (
        "leader",
        phrases(
            """
            (leder(en)?|forstander(en)?)…(træffer|beslutter|afgør|tager stilling|optager|vurderer)…(optag|indskriv|ophold|plads)~
            (leder(en)?|forstander(en)?)…optager | selvmøder~
            """
        ),
    ),
    (
        "unvisited",
        phrases(
            r"""
            u\s?-?visiter~ | ingen visit(ation|ering)~ | uden (_ )?(visitation|visitering|bevilling|henvisning)
            kræver? (derfor )?(ikke|ingen) (_ )?(visitation|visitering|bevilling|henvisning)~
            ikke (krav om |at være |være |nødvendigt? (at være |med ))?(visiteret|visitation|visiteres|visitering)
            (behøver|skal) ikke (have )?(en |nogen )?(henvisning|visitation|bevilling)
            uden at være (visiteret|henvist) | direkte (at )?(henvende sig|møde op) uden
            """
        ),
    ),
    (
        "referred",
        phrases(
            r"""
            (henvises|henvist|henvisning|lægehenvisning)…(fra|af|ved) (_ ){0,3}?(læge|sygehus|hospital)~
            lægehenvisning~ | henvisning fra | sygehuset (_ )?(sender|fremsender|henviser)
            genoptræningsplan~ (fra|udarbejdet)\b[^.]{0,30}(sygehus|hospital)~
            """
        ),
    ),
    (
        "visited",
        phrases(
            """
            (er )?(en |et )?(visiteret|visiterede) (ydelse|tilbud|indsats|ordning|hjælp|støtte)~
            visitere[rs]? (borgere~ )?(til|af|efter|på)
            (skal|bliver?|kan|er) (_ ){0,3}?(visiteret|visiteres|bevilges|bevilget)
            visitator~ (_ ){0,4}?(visiterer|vurderer|bevilger|afgør|træffer|foretager)~
            kræver (_ )?(visitation|bevilling|visitering)~
            visitationen? (_ ){0,3}?(træffer|vurderer|visiterer|bevilger|afgør)~
            (bevilges|bevilliges|tildeles|visiteres)…(vurdering|afgørelse|visitator~|visitation~|udredning)
            (tildeler|bevilger)…(efter|på baggrund af|ud fra) (en )?(_,? (og )?){0,3}?~(vurdering|udredning)~
            træffe[rs]? (_ ){0,3}?afgørelse…(bevilling|ydelse|hjælp|støtte|tildeling|vurdering|indsats)~
            """
        ),
    ),
)
_ENTRANCES = ("visitation", "application", "case_process", "target_group", "eligibility")
_DECIDED = ("visitation", "application", "case_process", "eligibility")
_AUTHORITY = (
    "(kommunen|visitationen|visitator(en|er|erne)?|~udvalget|~afdelingen|~forvaltningen|myndighed(en)?|~teamet"
    "|~cent(ret|eret|er|re)|sagsbehandler(en)?|(social)?rådgiver(en)?|_ kommune|vi)"
)
_DONE = "(afgøres|besluttes|bevilli?ges|tildeles|godkendes|visiteres|udmåles)"
_ASKED = "(om|hvilken|hvilke|hvilket|hvor|hvad|din|dine|dit|borgerens|behovet|behov|ansøgningen|ud fra|på baggrund)"
_DECIDES = phrases(
    rf"""
    {_AUTHORITY},? (_,? ){{0,6}}?(træffe[rs]?|afgør|beslutter|bevilli?ger|tildeler|godkender|visiterer|udmåler)
    (afgør|beslutter|bevilli?ger|vurderer|træffer) {_AUTHORITY} | {_DONE} (_,? ){{0,4}}?(af|i|hos) (_ ){{0,2}}?{_AUTHORITY}
    {_AUTHORITY},? (_,? ){{0,8}}?vurderer(,? (_ ){{0,3}}?{_ASKED}) | visitator(en)?…vurderer
    {_AUTHORITY},? (_,? ){{0,8}}?(foretager|laver) (_ ){{0,5}}?~(vurdering|udredning|visitation)(en)?
    (der )?træffes (der )?(_ ){{0,3}}?afgørelse | (afgørelsen?|bevilling(en)?) (_ ){{0,3}}?(træffes|gives|sker)
    (får|modtager) (_ ){{0,4}}?(bevilling(en)?|afgørelsen?) | visitations(udvalg|møde|team|konference)~ | visitationsudvalg~
    """
)
_ACCESS_NOT_ABOUT = (
    "complaints",
    "about_standard",
    "follow_up",
    "legal_basis",
    "price",
    "contact",
    "quality_goals",
    "competence",
)


def access(source: Source) -> Iterator[Access]:
    """Propose how one gets in. What a standard says of a help under another provision does not count."""
    order = (*source.sentences(*_ENTRANCES), *source.elsewhere(*_ENTRANCES, *_ACCESS_NOT_ABOUT))
    sentences = [each for each in order if not _about_others(each, source)]
    for mode, pattern in _ACCESS:
        for each in sentences:
            if (found := pattern.search(each.text)) and not (mode == "visited" and _denied(each.text, found.start())):
                yield Access(kind="access", mode=mode, evidence=each.evidence, proposed=True)
                return
    for each in sentences:
        found = _DECIDES.search(each.text) if each.topic in _DECIDED else None
        if found and not _denied(each.text, found.start()):
            yield Access(kind="access", mode="visited", evidence=each.evidence, proposed=True)
            return


def _denied(text: str, at: int) -> bool:
    return bool(re.search(r"\bikke\b|\buden\b", text[max(0, at - 30) : at + 60], _I))


def _about_others(sentence: Sentence, source: Source) -> bool:
    named = {" ".join(each.split()) for each in _OTHER_PROVISION.findall(sentence.text)}
    own = {paragraph for _, paragraph in source.own}
    return bool(named) and not any(each in own or re.sub(r"(\d)([a-h])", r"\1 \2", each) in own for each in named)


_FREE = phrases(
    r"""
    frivillig(t|e)? (tilbud|ordning|ydelse|indsats|for\b|at\b|om\b|hjælp for)~
    (er|det er|som) (_ ){0,4}?frivillig(t)?\b(?! (organisation|forening|arbejde|hjælper|aktør|indsatser))~
    baser~ på frivillighed~ | frivillighed(sprincip)?…princip~ | (på )?frivilligt? (basis|grundlag)
    """
)
_NOT_FREE = phrases("ikke (et |en )?frivillig~")
_LEAVE = phrases(
    r"""
    (altid|til enhver tid|når som helst|på ethvert tidspunkt)…(frasige|ophøre|stoppe|afslutte|takke nej|framelde)~
    (altid|til enhver tid|når som helst|på ethvert tidspunkt)…(fravælge|trække|afbryde|udskrive|melde fra)~
    (altid|til enhver tid|når som helst|på ethvert tidspunkt)…sige…(fra|nej|op)
    (frasige|sige fra|stoppe|afslutte|takke nej|framelde|fravælge|afbryde)…(når som helst|til enhver tid|på ethvert)~
    """
)


def voluntary(source: Source) -> Iterator[Voluntary]:
    """Propose whether the citizen is free to take the help."""
    found = [
        each for each in source.elsewhere("about_standard") if _FREE.search(each.text) or _NOT_FREE.search(each.text)
    ]
    best = max(found, key=lambda each: bool(_LEAVE.search(each.text)), default=None)
    if best is None:
        return
    free = not _NOT_FREE.search(best.text)
    leave = True if free and _LEAVE.search(best.text) else None
    yield Voluntary(kind="voluntary", value=free, leave_anytime=leave, evidence=best.evidence, proposed=True)


_ANONYMOUS = phrases("anonym(t|e|itet|iteten)?")
_ANONYMITY: tuple[tuple[Literal["right", "offered", "none"], re.Pattern[str]], ...] = (
    (
        "none",
        phrases(
            r"""
            ikke…anonym~ | ingen\b[^.]{0,20}\banonym~ | anonym~[^.]{0,30}\b(er ikke mulig|kan ikke)~
            """
        ),
    ),
    (
        "right",
        phrases(
            r"""
            ret(ten)? til…anonym~ | anonym~[^.]{0,30}\ber en ret~ | krav på\b[^.]{0,30}\banonym~
            anonym~…så længe (borgeren|brugeren|du|man|vedkommende|den enkelte|de) (_ )?(ønsker|vil|foretrækker)~
            (bestemmer|vælger|afgør) (du |borgeren |brugeren )?(selv )?…anonym~ | anonym~ hele vejen
            """
        ),
    ),
    (
        "offered",
        phrases(
            """
            (kan|tilbyde~|tilbud~|mulighed~|mulig|muligt|mulige|vælge~|ønske~|rådgivning|behandling|ydes|gives|er)…anonym~
            anonym~…(tilbud~|rådgivning|behandling|hvis|kan|mulig~)~
            """
        ),
    ),
)


def anonymity(source: Source) -> Iterator[Anonymity]:
    """Propose whether the citizen may stay anonymous: a right goes before an offer."""
    found = [each for each in source.sentences() if _ANONYMOUS.search(each.text)]
    modes = [(mode, each) for each in found for mode, pattern in _ANONYMITY if pattern.search(each.text)]
    for wanted in ("right", "offered", "none"):
        for mode, each in modes:
            first = next(name for name, pattern in _ANONYMITY if pattern.search(each.text))
            if mode == wanted == first:
                yield Anonymity(kind="anonymity", mode=mode, evidence=each.evidence, proposed=True)
                return


_SERVICE = (
    r"(?:ydelse|ordning|støtte|indsats|hjælp|tilbud|ophold|bevilling|botilbud|forløb|foranstaltning|kontakt|bolig)\w*"
)
_TEMPORARY = re.compile(
    rf"\b{_SERVICE}\s+(?:er|ydes|gives|bevilges|tilbydes)\s+(?:[\w-]+,?\s+){{0,4}}?(?:midlertidig\w*|tidsbegrænse\w*)\b"
    rf"|\b(?:midlertidig|tidsbegrænse)\w*\s+(?:{_SERVICE}|karakter)"
    rf"|\b{_SERVICE}\s+af\s+midlertidig\s+karakter",
    _I,
)
_LASTING = re.compile(
    rf"\b{_SERVICE}\s+(?:er|ydes|gives|bevilges)\s+(?:som\s+udgangspunkt\s+)?(?:ikke\s+(?:midlertidig|tidsbegrænse)\w*|uden\s+tidsbegrænsning|tids?ubegrænse\w*|permanent\w*|varig\w*)"
    r"|\b(?:ikke|ingen)\s+tidsbegræns\w*|\buden\s+tidsbegrænsning",
    _I,
)
_NOT_THE_HELP = phrases(
    """
    midlertidigt? ophold~? (i|uden for|på) (_ ){0,2}?(kommune|kommunen|danmark|landet|udlandet|sygehus|hospital|ferie)~
    (bopæl|bor|bosat|opholder sig)…midlertidigt? | midlertidigt? (ophold~ )?i udlandet | ferie~…midlertidigt?
    midlertidigt? (eller varigt? )?(nedsat|funktion|fysisk|psykisk|eller)~
    """
)


def temporary(source: Source) -> Iterator[Temporary]:
    """Propose whether the service is meant to be temporary. A temporarily reduced function does not make it so,
    nor does a stay in the municipality.
    """
    tests: tuple[tuple[bool, Callable[[str], object]], ...] = (
        (False, _LASTING.search),
        (True, lambda text: _TEMPORARY.search(text) and not _NOT_THE_HELP.search(text)),
    )
    topics = ("scope", "delivery", "purpose", "activities", "about_standard", "need", "target_group")
    order = [*source.sentences(*topics), *source.elsewhere(*topics, "legal_basis", "complaints", "price")]
    for value, said in tests:
        for each in order:
            if said(each.text) and not _about_others(each, source):
                yield Temporary(kind="temporary", value=value, evidence=each.evidence, proposed=True)
                return
