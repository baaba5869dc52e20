"""Who gives the help, and whether the citizen can choose."""

import re
from collections.abc import Iterator
from typing import Literal

from qstd.model.facts import Provider, SupplierChoice
from qstd.recognise.facts.passages import Passage, Source
from qstd.recognise.facts.patterns import phrases

_I = re.IGNORECASE
_VERB = phrases(
    """
    (er|har|kan|skal|bliver|give[rs]?|udføre[rs]?|levere[rs]?|yde[rs]?|varetage[rs]?|vælge|tilbyder|sker|foregår|aftales|afhænger|fremgår|se)
    """
)
_BY = re.compile(
    r"\b(?:leveres|udføres|ydes|varetages|gives|udbydes|drives|leveret|udført)\s+(?:\w+\s+){0,3}?(?<!\ben\s)(?<!\bet\s)(?<!nogle\s)af\s+(?P<who>[^.;:]+)",
    _I,
)
_AT = re.compile(
    r"\b(?i:leveres|udføres|ydes|gives|foregår|finder\s+sted)\s+(?:på|i|hos|fra)\s+(?P<who>[A-ZÆØÅ][^.;:]+)"
)
_DOES = re.compile(
    r"(?P<who>[^.;:,]{3,80}?)\s+(?:udfører|leverer|yder|varetager|står\s+for)\s+(?:[\w-]+\s+)?[\w-]+(?:en|et|erne)\b",
    _I,
)
_STOP = re.compile(
    r""",\s+(?:der|som|hvor|når|hvis|efter|på|i)\b
      | \s+(?:der|som|hvor|når|hvis|efter|på\s+baggrund|på\s+grundlag|i\s+(?:borgerens|dit|eget|form|samarbejde)
          |samt\s+efter|med\s+henblik)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LISTED = re.compile(
    r"""\s*,?\s+(?:eller|samt)\s+
      | \s*(?:,|\s+og)\s+(?=(?:en|et|de|den|det|af|andre|private|godkendte|eksterne|øvrige|kommunens)\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_STAFF = phrases(
    """
    (personale|medarbejdere?|pædagog~|assistent~|hjælpere?|terapeut~|sygeplejerske~|uddannede?~|læge~|ansatte)
    """
)
_NO_SERVICE = phrases(
    """
    (afgørels|bevilling|tilladels|svar|klage|vurdering|visitation|udredning|handleplan|tilsyn|ansøgning)~
    """
)
_CHOICE: tuple[tuple[Literal["none", "free", "approved_list", "voucher", "equivalent_offer"], re.Pattern[str]], ...] = (
    (
        "none",
        phrases(
            r"""
            (ikke|ingen|intet)\b[^.,]{0,50}\b(frit (_ ){0,2}?valg|valgfrihed|valg)
            (ikke|ingen|intet)\b[^.,]{0,50}\b(valg af leverandør|vælge (_ ){0,2}?leverandør)~
            ikke omfattet af (reglerne om )?(det )?frit?e? (leverandør)?valg~
            (ingen|ikke) (_ ){0,2}?valgmulighed~ | valgmulighed~…ikke
            (leveres|udføres|gives|varetages) (kun|udelukkende|alene) af
            kommunen (udpeger|vælger|bestemmer|anviser|finder)…(leverandør|tilbud|sted|hvem)~
            """
        ),
    ),
    ("voucher", phrases("fritvalgsbevis~")),
    (
        "equivalent_offer",
        phrases(r"(vælge|valg)\b[^.]{0,160}\btilsvarende (karakter|tilbud|behandling)~"),
    ),
    (
        "approved_list",
        phrases(
            r"""
            vælge\b((?!\bend\b)[^.]){0,100}\b(godkend|aftale med)~
            godkendte?…leverandør~…vælge~ | vælge mellem…(leverandør|aftale)~
            """
        ),
    ),
    (
        "free",
        phrases(
            """
            frit (leverandør)?valg~ | frit (_ )?vælge~ | vælge (frit|selv)~
            selv (_ )?vælge…(leverandør|tilbud|behandlingssted|hvem|træningssted|ledsager)~ | vælge…leverandør~
            vælger selv…(hjælper|ledsager|leverandør|behandler)~ | fri leverandørvalg~ | selv (_ )?bestemme…hvem
            vælge…(i en anden kommune|et andet (sted|tilbud)|en anden _)
            selv (_ )?(udpege|finde|ansætte|vælge)…(person|ledsager|hjælper|kontaktperson)~
            """
        ),
    ),
)
_NO = phrases("nej | ingen")


def providers(source: Source) -> Iterator[Provider]:
    """Propose who gives the help: the name that a section on the supplier holds, or whom the text says it is given by."""
    for passage in source.about("supplier"):
        yield from _names(passage)
    for sentence in source.elsewhere(
        "supplier", "legal_basis", "complaints", "about_standard", "competence", "exclusions", "boundary"
    ):
        found = _BY.search(sentence.text)
        if (
            found
            and not re.search(r"\bikke\b", sentence.text, _I)
            and not _NO_SERVICE.search(sentence.text[: found.start()])
        ):
            for name in _split(found["who"]):
                if re.search(r"[A-ZÆØÅ]|\bkommunens\b|leverandør", name) and not _STAFF.search(name):
                    yield Provider(kind="provider", name=name, evidence=sentence.evidence, proposed=True)


def _names(passage: Passage) -> Iterator[Provider]:
    for sentence in passage.sentences:
        if sentence.law:
            continue
        if found := _BY.search(sentence.text) or _AT.search(sentence.text) or _DOES.match(sentence.text):
            for name in _split(found["who"]):
                if not re.search(r"\bikke\b", sentence.text[: found.end()], _I):
                    yield Provider(kind="provider", name=name, evidence=sentence.evidence, proposed=True)
        elif _is_name(_STOP.split(sentence.text)[0]):
            for name in _split(sentence.text):
                yield Provider(kind="provider", name=name, evidence=sentence.evidence, proposed=True)


def _is_name(words: str) -> bool:
    return len(words.split()) <= 14 and not _VERB.search(words) and bool(re.search(r"\w{3}", words))


def _split(words: str) -> Iterator[str]:
    head = _STOP.split(words)[0].strip(" .,;")
    for each in _LISTED.split(head):
        name = re.sub(r"^(?:enten|både|af|leverandør(?:en)?:?)\s+(?=\S)", "", each.strip(" .,;"), flags=_I)
        if 2 < len(name) <= 90:
            yield name


def choices(source: Source) -> Iterator[SupplierChoice]:
    """Propose whether the citizen can choose: at most one answer, from the section on it before any other."""
    topics = ("supplier_choice", "supplier", "vouchers", "rights", "delivery", "start_deadline")
    for each in (*source.sentences(*topics), *source.elsewhere(*topics, "legal_basis", "about_standard", "complaints")):
        if each.topic == "supplier_choice" and each.leaf == 0 and _NO.match(each.text):
            yield SupplierChoice(kind="supplier_choice", mode="none", evidence=each.evidence, proposed=True)
            return
        for mode, pattern in _CHOICE:
            if pattern.search(each.text):
                yield SupplierChoice(kind="supplier_choice", mode=mode, evidence=each.evidence, proposed=True)
                return
