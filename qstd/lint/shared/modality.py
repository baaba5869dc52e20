"""How binding a sentence of a standard is: must, as a rule, may, exceptionally, not, not as a rule, or none of these.

What counts is said in the main clauses: "hvis du ikke selv kan" denies nothing. In a Danish main clause the negation follows
the finite verb ("ydes ikke", "kan der ikke gives"), in a subordinate clause it stands before it ("der ikke kan"); that
order tells them apart where no comma does. A reservation may stand in the sentence, in the words that lead in to it, or
in the sentence after it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Modality

Binding = Modality | Literal[""]

_INVISIBLE = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF)
)


def visible(text: str) -> str:
    """Return a text without signs that cannot be seen, its words one space apart."""
    return " ".join((text if text.isprintable() else text.translate(_INVISIBLE)).split())


def plain(text: str) -> str:
    """Return the same in small letters, as words are looked for."""
    return visible(text).casefold()


# Finite verbs that standards are written with. Any other word on -r or -es is taken for one where a negation follows it.
_VERBS = """
er har kan skal vil må bør får fik blev bliver var havde kunne skulle ville giver gives yder ydes tilbyder tilbydes
bevilger bevilges visiterer visiteres etablerer etableres leverer leveres udfører udføres omfatter omfattes indeholder
indgår dækker dækkes inkluderer består foregår gælder sker finder findes begynder starter varer koster betaler betales
vurderer vurderes træffer træffes sender sendes modtager modtages hjælper hjælpes støtter støttes følger følges kommer
går står bor tager tages laver laves bruger bruges sørger skyldes ønsker fastholder behandler behandles tildeles fastsættes
fastsætter kræves kræver stilles stiller opkræves opkræver registrerer registreres overtager anvender anvendes benytter
benyttes ansætter ansættes kører køber passer gør siger deltager afholder afholdes varetager varetages medfører forudsætter
forventer forventes hører ligger bortfalder ophører undtages udelukkes afvises tilrettelægges aftales aftaler beslutter
udarbejdes udarbejder iværksættes påbegyndes søges søger klager klages rettes retter refunderes holder holdes lægger
lægges arbejder ansøger oplyser oplyses opfylder opnår henvender træder beskriver beskrives
""".split()
_NO_VERBS = (
    "der her hver eller efter over under for per hvor når før især deres jeres vores fælles andres alles begges enkeltes "
    "voksnes borgeres brugeres pårørendes men der heller især selvfølgelig hverken især ellers dettes disses"
)
_FINITE = rf"(?:{'|'.join(sorted(set(_VERBS), key=len, reverse=True))})"
_OTHER_VERB = rf"(?!(?:{'|'.join(sorted(set(_NO_VERBS.split())))})\b)[^\W\d_]{{2,30}}(?:r|es)"
# Both together, in few words: most of the listed ones end so.
_ANY_VERB = rf"(?:{'|'.join(each for each in _VERBS if len(each) < 3 or not each.endswith(('r', 'es')))}|{_OTHER_VERB})"
_RESERVED_WORDS = r"som\s(?:udgangspunkt|hovedregel|regel)"

# What may stand between the verb and its negation: "kan der derfor ikke", "yder kommunen som udgangspunkt ikke".
_BETWEEN = (
    rf"(?:\s(?:der|{_RESERVED_WORDS}))?"
    rf"(?:\s(?:{_RESERVED_WORDS}|(?!(?:som|der|at|hvis|når|hvor|om|fordi|og|eller|men|ikke|ingen|aldrig)\b)[^\s,;:]{{1,40}}))"
    r"{0,4}?"
)
_HOLLOW = (  # takes back what the negation says, or moves it to another word
    r"(?:kun|bare|blot|alene|udelukkende|mindst|nødvendigvis|nødvendigt|desto|automatisk|ualmindelig\w*|usædvanlig\w*|uvæsentlig\w*|"
    r"ubetydelig\w*|uden|til hinder|i vejen for|(?:\w+ ){0,2}?(?:udelukkes?|udelukket|afvises?|nægtes?|afslås?|undlade\w*))"
)
_SUBORDINATE_ORDER = (  # "der ikke kan", "som ikke selv har"
    r"(?:(?:selv|længere|altid|umiddelbart|tidligere|allerede|i\s\w+|på\s\w+)\s){0,2}"
    r"(?:kan|er|har|skal|vil|må|får|bliver|magter|ønsker|bor|behøver|kunne|opsøger)\b"
)
_NOT = rf"(?:ikke|aldrig)\b(?!\s{_HOLLOW}\b)(?!\s{_SUBORDINATE_ORDER})"
_NONE = r"(?:ingen|intet|hverken)\b(?!\s(?:tvivl|hinder))"
_NEGATION = lazy(
    rf"\b(?:{_FINITE}\b{_BETWEEN}|{_OTHER_VERB})\s(?:{_NOT}|{_NONE})"
    rf"|\A(?:aldrig|ingen\s\w+\s{_FINITE})\b"
    r"|\b(?:under ingen omstændigheder|i intet tilfælde|på ingen måde)\b"
)
_IN_CONTENT = lazy(rf"\b(?:ikke|aldrig)\s(?!{_HOLLOW}\b)(?:\w+\s){{0,2}}?(?:{_FINITE}|[^\W\d_]{{2,30}}es)\b")

_AS_RULE = lazy(
    r"\b(?:som (?:udgangspunkt|hovedregel|regel)|i udgangspunktet|udgangspunktet er|(?:hoved)?reglen er|normalt|"
    r"almindeligvis|sædvanligvis|typisk|fortrinsvist?|primært|hovedsagelig(?:t|en)?|i almindelighed|oftest|"
    r"i de fleste tilfælde|for det meste|i princippet|principielt|overvejende|i reglen|som oftest|generelt)\b"
)
_EXCEPTIONAL = lazy(
    r"\b(?:i (?:ganske |helt |meget )?(?:særlige|særligt \w+|enkelte|sjældne|ekstraordinære) (?:tilfælde|situationer)|"
    r"under (?:ganske |helt )?særlige (?:omstændigheder|forhold)|undtagelsesvist?|ekstraordinært|"
    r"(?:særlige|tungtvejende) (?:forhold|hensyn|omstændigheder|grunde) (?:\w+ ){0,2}?(?:taler|gør))\b"
)
_ASSESSED = lazy(
    r"\b(?:konkret\w*|individuel\w*)(?:,? (?:og |og en )?(?:konkret\w*|individuel\w*|faglig\w*|helheds\w*|samlet))?"
    r" (?:vurdering\w*|skøn\w*|behovsvurdering\w*|vurderet|vurderes)\b"
    r"|\bvurder\w* (?:\w+ ){0,4}?(?:individuelt|konkret)\b|\bkan (?:altid |dog )?fraviges\b|\bkan (?:\w+ ){0,2}?dispensere\w*\b"
    r"|\bvurdering\w* (?:\w+ ){0,3}?(?:individuel|konkret)\w*\b"
)
_UNLESS = lazy(r"\b(?:medmindre|med mindre|undtagen|bortset fra|ikke altid|ikke i alle tilfælde)\b")
_HOWEVER = lazy(r"\A(?:\w+ ){0,6}?dog\b(?! (?:ikke|aldrig|kun|højst|maks\w*)\b)")

_MODALS: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    ("must", lazy(r"\b(?:skal|har (?:altid )?(?:pligt til|ret til|krav på)|er (?:forpligtet|berettiget) til)\b")),
    ("as_rule", lazy(r"\bbør\b")),
    ("may", lazy(r"\b(?:kan|må|(?:har|er der|der er) mulighed for|er det muligt|det er muligt)\b")),
)

# Where a clause begins. Some conjunctions are followed here though writers leave out the comma before them.
_CUT = lazy(
    r"\s*(?P<sign>[,;()–—]|:(?=\s)|\s-(?=\s))\s*"
    r"|\s(?=(?:hvis|såfremt|medmindre|fordi|selvom|når|eftersom|uanset)\b)"
)
_SUBORDINATE = lazy(
    r"(?:(?:og|eller|men|samt|også|kun|bare|blot|især|selv|fx|dog)\s){0,2}"
    r"(?:hvis|såfremt|medmindre|med mindre|når|da|fordi|eftersom|idet|selvom|selv om|mens|imens|indtil|inden|før|førend|"
    r"efter at|for at|så at|således at|sådan at|så|uden at|ved at|til at|at|som(?!\s(?:udgangspunkt|hovedregel|regel))|hvor|"
    r"hvem|hvad|hvilke[nt]?|om|uanset|hvorvidt|hvordan|hvornår|hvorfor|hvorefter|hvormed|hvortil|hvoraf|"
    r"(?:til|for|med|af|på|i|om|over|ved) (?:hvem|hvad|hvilke[nt]?))\b"
)
_THAT = lazy(r"\bat\s")
# A relative clause without a comma before it: "borgere der ikke selv kan", but not "kan der ikke", "gives der ikke".
_RELATIVE = lazy(
    rf"\b(?!(?:{_ANY_VERB}|og|men|eller|såvel)\s)\w+\s"
    r"(?=(?:der|som)\s(?:(?:ikke|selv|også|ofte|ellers|tidligere)\s){0,2}"
    rf"(?!{_RESERVED_WORDS})(?:{_FINITE})\b)"
)
_SAYS = lazy(
    r"\b(?:bemærk\w*|opmærksom\w* på|besluttet|beslutter|betyder|medfører|fremgår(?: det)?|gælder(?: det)?|oplyses|"
    r"vedtaget|vidende om|husk|præciseres|understreges)\Z"
)
_VERB_FIRST = lazy(
    rf"{_ANY_VERB}\s(?:du|de|i|man|der|vi|jeg|han|hun|den|det|borger\w*|bruger\w*|kommunen?|ansøger\w*|"
    r"beboer\w*|personen|pårørende|hjælpen|støtten|ydelsen|tilbuddet|behovet|din|dit|dine|en|et)\b"
)
_FINITE_WORD = lazy(rf"\b(?:{_FINITE}|(?!(?:{'|'.join(sorted(set(_NO_VERBS.split())))})\b)[^\W\d_]{{2,30}}[^se]es)\b")
_PARTS_OF_LEAD = lazy(r"(?<=[?:.!])\s")


@lru_cache(maxsize=4096)
def classify(sentence: str, lead: str = "", following: str = "") -> Binding:
    """Tell how binding a sentence is, with the words that lead in to it and the sentence after it."""
    said = plain(sentence)
    if said.endswith("?"):
        return ""
    own = _statement(said)
    before = plain(lead)
    if own == "" and is_fragment(said):
        own = _of_lead(before)
    if own in ("not", "") and _reserved_in(before):
        own = "not_as_rule" if own == "not" else "as_rule"
    return "not_as_rule" if own == "not" and softens(following) else own


def reserved(text: str) -> bool:
    """Tell whether a text makes room for exceptions: as a rule, in special cases, unless, after an assessment."""
    said = plain(text)
    return any(each.search(said) for each in (_AS_RULE, _EXCEPTIONAL, _ASSESSED, _UNLESS))


def assessed(text: str) -> bool:
    """Tell whether a text says that each case is assessed for itself, or that the rule can be departed from."""
    return bool(_ASSESSED.search(plain(text)))


def softens(following: str) -> bool:
    """Tell whether a sentence takes back some of what the one before it denied: "Dog kan ...", "I særlige tilfælde ..."."""
    said = plain(following)
    if not said or said.endswith("?"):
        return False
    return bool(_HOWEVER.search(said) or _EXCEPTIONAL.search(said) or _ASSESSED.search(said))


def is_fragment(sentence: str) -> bool:
    """Tell whether a sentence has no verb of its own, as the entries of a list."""
    return not any(_FINITE_WORD.search(each) for each in main_clauses(plain(sentence)))


def is_conditional(sentence: str) -> bool:
    """Tell whether what a sentence says holds only under a condition that it names."""
    said = plain(sentence)
    return bool(
        re.search(r"\b(?:hvis|såfremt|medmindre|når|i det omfang|i tilfælde af|forudsat|så længe)\b", said)
        or (_VERB_FIRST.match(said) and "," in said)
    )


def main_clauses(said: str) -> Iterator[str]:
    """Yield the main clauses of a sentence in small letters, and what is said in clauses that only report."""
    before, sign = "", ""
    for at, (clause, next_sign) in enumerate(_clauses(said)):
        if clause.startswith("at ") and _SAYS.search(before):
            yield clause
        elif not _is_subordinate(clause, at, sign, next_sign):
            yield from _unreported(clause)
        before, sign = clause, next_sign


def _clauses(said: str) -> Iterator[tuple[str, str]]:
    start = 0
    for cut in _CUT.finditer(said):
        yield said[start : cut.start()], cut["sign"] or " "
        start = cut.end()
    yield said[start:], ""


def _is_subordinate(clause: str, at: int, sign: str, next_sign: str) -> bool:
    if _SUBORDINATE.match(clause):
        return True
    if at and sign in (",", "(") and clause.startswith("der "):
        return True
    return at == 0 and next_sign == "," and bool(_VERB_FIRST.match(clause))


def _unreported(clause: str) -> Iterator[str]:
    """Yield a clause up to where one without a comma begins in it; one with "at" too, where the first only introduces it."""
    that = _THAT.search(clause)
    if that and _SAYS.search(clause[: that.start()].rstrip()):
        yield clause[: that.start()]
        yield clause[that.start() :]
    else:
        relative = _RELATIVE.search(clause)
        yield clause[: relative.end()].rstrip() if relative else clause


def _statement(said: str) -> Binding:
    clauses = tuple(main_clauses(said))
    if any(_is_negated(each) for each in clauses):
        return "not_as_rule" if reserved(said) or _HOWEVER.search(_after_first(said)) else "not"
    if _AS_RULE.search(said):
        return "as_rule"
    if _EXCEPTIONAL.search(said):
        return "exceptional"
    return next((found for each in clauses if (found := _modal(each))), "")


def _after_first(said: str) -> str:
    """Return what follows the first comma: room for an exception in the same sentence ("ydes ikke, men kan dog ...")."""
    return said.partition(",")[2].strip()


def _is_negated(clause: str) -> bool:
    return bool(_NEGATION.search(clause) or (clause.startswith("at ") and _IN_CONTENT.search(clause)))


def _modal(clause: str) -> Binding:
    found = [(hit.start(), name) for name, pattern in _MODALS if (hit := pattern.search(clause))]
    return min(found)[1] if found else ""


def _of_lead(lead: str) -> Binding:
    """Tell what a list or a heading makes of its entries; what stands nearest to them decides."""
    for part in reversed(_PARTS_OF_LEAD.split(lead)):
        said = part.rstrip("?:. ")
        if _NEGATION.search(said):
            return "not"
        if found := _statement(said) or _modal(said):
            return found
    return ""


def _reserved_in(lead: str) -> bool:
    return bool(_AS_RULE.search(lead) or _UNLESS.search(lead))
