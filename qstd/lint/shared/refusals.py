"""Sentences that refuse help in advance: no reservation, no condition, and what is refused is help.

That no payment is taken, that nobody is registered, or over what one cannot complain is no refusal of help.
"""

from qstd.lint.shared.modality import classify, is_conditional, main_clauses, plain
from qstd.lint.shared.patterns import lazy

_GIVES = (
    r"(?:ydes|gives|bevilges|bevilliges|tilbydes|visiteres|etableres|leveres|tildeles|dækkes|støttes|"
    r"yder|giver|bevilger|tilbyder|visiterer|leverer|udfører|hjælper|dækker|støtter|får|modtager|"
    r"omfatter|omfattes|indeholder|indgår|inkluderer|optages|udføres|har ret til|har krav på)"
)
_GIVE = (
    r"(?:ydes|gives|bevilges|tilbydes|visiteres|etableres|leveres|tildeles|dækkes|støttes|forventes(?!,? at\b)|"
    r"yde|give|bevilge|tilbyde|visitere|levere|dække|få|modtage|opnå|indgå|omfattes|optages)"
)
_WORDS = r"(?:\s[^\s,;:]{1,40}){0,4}?"
_NO = r"(?:ikke|aldrig|ingen|intet|hverken)\b"
_REFUSAL = lazy(
    rf"\b{_GIVES}\b{_WORDS}\s{_NO}"
    rf"|\b(?:kan|vil|skal|må)\b{_WORDS}\s(?:ikke|aldrig)\s(?:[^\s,;:]{{1,40}}\s){{0,3}}?{_GIVE}\b"
    rf"|\b(?:ikke|aldrig)\s(?:[^\s,;:]{{1,40}}\s){{0,2}}?{_GIVES}\b"
    rf"|\b(?:valgt|besluttet) ikke at {_GIVE}\b"
    r"|\b(?:har|er) (?:\w+ )?ikke (?:ret til|krav på|berettiget til|omfattet|inkluderet)\b"
    r"|\b(?:har|er der|der er) (?:\w+ )?ikke mulighed for at (?:få|give|yde|tilbyde)\b"
)
DENIES = lazy(r"\b(?:ikke|aldrig|ingen|intet|hverken)\b", stems="=ikke aldrig =ingen =intet hverken")
_OUT_OF_THE_QUESTION = lazy(
    rf"\b(?:under ingen omstændigheder|i intet tilfælde)\b(?:\s[^\s,;:]{{1,40}}){{0,3}}?\s{_GIVES}\b"
)

# What is not given is no help, or what does not reach further is no help.
_OTHER_OBJECT = lazy(
    r"\A\s(?:af(?! (?:ordningen|tilbuddet|målgruppen)\b(?! (?:med|om)\b))|som|i form af|på (?:et )?(?:bestemt|fast)\w*)\b|"
    r"\A(?:\s[^\s,;:]{1,40}){0,3}?\s(?:\w*oplysning\w*|besked|svar|afslag|samtykke|\w*betaling\w*|løn|\w*garanti\w*|frist\w*|"
    r"varsel|kritik|begrundelse\w*|lov til|tilladelse\w*|adgang|rabat|dispensation\w*|journal\w*|medhold|henvendelse\w*|"
    r"karakter\w*|klage\w*|klagen|gaver?|penge|kontanter|frit valg|(?:nogen )?afgørelse\w*|lejekontrakt\w*|"
    r"erstatning\w*|referat\w*)\b"
)
_OTHER_SUBJECT = lazy(
    r"\b(?:pris\w*|\w*betaling\w*|takst\w*|klage\w*|\w*standard\w*|\w*lov|\w*loven|bestemmelse\w*|vejledning\w*|"
    r"bekendtgørelse\w*|tilsyn\w*|afgørelse\w*|\w*frist\w*|\w*garanti\w*|oplysning\w*|gavekort\w*|krav\w*|anonymitet\w*|tavshedspligt\w*|"
    r"journal\w*|medarbejderne?|ansatte|personalet|leverandør\w*)\s*\Z"
)
_BOUNDED = lazy(
    r"\b(?:mere end|ud over|udover|længere end|oftere end|samtidig\w*|under (?:det fyldte )?\d+\.? år(?!.{1,60}\bover \d+\.? år)|"
    r"anden lovgivning|andre lovbestemmelser|anden lov|andre regler|uden (?:at|en|et|forudgående)|før|inden for|ikke tidligere|"
    r"tilbagevirkende|allerede|i sig selv|bopæl|andre kommuner|anden kommune|uden for kommunen)\b"
    r"|\bsom (?:\w+ ){0,6}?(?:selv|kan varetage\w*|er i stand til)\b|\bselv (?:eller \w+ )?(?:\w+ ){0,4}?kan\b"
    r"|\bkan (?:klare|udføre|varetage)\w* (?:\w+ )?selv\b"
    r"|\b(?:(?:ydes|gives|bevilges|tilbydes|leveres|udleveres|udlånes|dækkes|betales|varetages|udføres) (?:\w+ )?af|"
    r"det (?:gør|klarer|varetager)) (?:en anden myndighed|region\w*|sygehus\w*|hospital\w*|"
    r"hjemmesygeplej\w*|(?:egen |praktiserende )?læge\w*|jobcent\w*)"
)
_SIGNPOST = lazy(
    r"\b(?:kan (?:du|man|der|borgeren|i stedet|de) (?:\w+ ){0,3}?(?:søges?|få|fås|bevilges|gives|ydes)|søges efter|"
    r"henvises til|gives (?:i stedet )?efter|ydes (?:i stedet )?efter|dækkes efter)\b"
)


def refuses(sentence: str, lead: str = "", following: str = "") -> bool:
    """Tell whether a sentence refuses help in advance, without reservation in it, before it or after it."""
    said = plain(sentence)  # of nearly all sentences it is told without taking them apart
    if not DENIES.search(said) or not (_REFUSAL.search(said) or _OUT_OF_THE_QUESTION.search(said)):
        return False
    if classify(sentence, lead, following) != "not" or is_conditional(sentence):
        return False
    return not _SIGNPOST.search(plain(following)) and names_refused_help(sentence)


def names_refused_help(sentence: str) -> bool:
    """Tell whether what a sentence denies is help, and not only more of it, or help that the citizen does not need."""
    said = plain(sentence)
    if _BOUNDED.search(said):
        return False
    return any(_refuses(clause) for clause in main_clauses(said))


def _refuses(clause: str) -> bool:
    if _OUT_OF_THE_QUESTION.search(clause):
        return True
    for found in _REFUSAL.finditer(clause):
        if not _OTHER_SUBJECT.search(clause[: found.start()]) and not _OTHER_OBJECT.match(clause[found.end() :]):
            return True
    return False
