"""Referrers: who may make contact on the citizen's behalf, or oneself, and with whom."""

import re
from collections.abc import Iterator

from qstd.model.facts import Referrer
from qstd.recognise.facts.contact import reached
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

_I = re.IGNORECASE
_ACTOR = phrases(
    """
    borgeren( selv)? | borgere | du( selv)? | dig selv | pårørende | naboer(ne)? | nabo | familie(n|medlemmer)? | venner
    netværk | samarbejdspartnere | ~psykiatrien | jobcent(eret|ret|er|re) | (egen |din )?læge(n|r)?
    praktiserende læger? | vagtlæge(n)? | sygehus(et|e)? | hospital(et|er)? | politi(et)? | boligselskab(et|er)?
    boligforening(en|er)? | visitator(en)? | hjemmeplejen? | hjemmesygeplejen? | sagsbehandlere?n? | kriminalforsorgen
    væresteder | botilbud | institutioner | krisecentre | uddannelsessteder | skoler? | arbejdsgivere?
    andre (myndigheder|kommuner|fagpersoner|instanser) | værger? | bisidder | frivillige( organisationer)?
    misbrugscent(er|ret) | offentlige myndigheder | fagpersoner | plejepersonalet?
    """
)
_VERB = phrases(
    """
    henvende~ | kontakte?~ | kontakt | ansøg~ | søge[rs]? | henvis~ | indstil~ | bekymring~ | gøre opmærksom~ | ringe?
    """
)
_IS_REFERRED = phrases("henvises (_ )?(af|fra)")
_SENT = phrases("henvist (af|fra)")
_ANYONE = phrases("alle( borgere)? kan (henvende sig|kontakte|tage kontakt)")
_BY = phrases("(fra|af|via|gennem)")
_EXAMPLES = phrases(
    r"""
    f\.?\s?eks\.? | eks\. | fx | eksempelvis | for eksempel | bl\.\s?a\. | blandt andet | m\.\s?v\. | mv\.? | m\.\s?fl\.
    mfl\.? | m\.m\. | osv\. | etc\.
    """
)
_TOPICS = ("application", "visitation", "case_process", "contact", "target_group", "activities")


def propose(source: Source) -> Iterator[Referrer]:
    """Propose who may make contact: the sentence that names most of them, at most one."""
    found = [(each, who) for each in source.sentences(*_TOPICS) if (who := _who(each))]
    if not found:
        return
    sentence, who = max(found, key=lambda each: (each[0].topic == "application", len(each[1]), -found.index(each)))
    yield Referrer(
        kind="referrer",
        who=who,
        to=reached(sentence.text),
        examples=bool(_EXAMPLES.search(sentence.text)),
        evidence=sentence.evidence,
        proposed=True,
    )


def _who(sentence: Sentence) -> tuple[str, ...]:
    text = sentence.text
    if not _VERB.search(text) or _IS_REFERRED.search(text) or re.search(r"\bklag", text, _I):
        return ()
    sent = _SENT.search(text)
    found = _ACTOR.finditer(text, sent.end() if sent else 0)
    who = tuple(dict.fromkeys(each[0].casefold() if each[0][0].isupper() else each[0] for each in found))
    others = [each for each in who if not re.match(r"borger|du\b|dig\b", each)]
    if _ANYONE.search(text):
        return ("alle",)
    if len(who) >= 2 and others and (_BY.search(text) or re.search(r"\bkan\b", text, _I)):
        return who
    return ()
