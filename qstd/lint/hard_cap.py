"""R004 hard_cap (warning): a highest amount of help leaves room for more where the need is greater.

Applies to sentences about how much help there is and how long it is given, save under provisions where the law itself sets
an amount or a time (§ 97: 15 hours; §§ 82 a and 82 b), and to no cell of a table: what a row holds is seldom all that there
is. Silent where the sentence, the heading above it, the next sentence or a later one of the section makes room for more,
and where the help can be given again ("ad gangen").
Why: the level is guiding. A cap that nothing can lift refuses the rest of the help in advance.
Source: Ankestyrelsen on quality standards (read); no statute forbids a cap in these words, so it is a warning:
https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune
How to mend: write "som udgangspunkt", or add when there can be more.
Bad: "Du kan få højst 3 timer om ugen." Good: "Du kan som udgangspunkt få op til 3 timer om ugen. Har du brug for mere,
vurderer vi det konkret."
"""

from collections.abc import Iterator, Sequence

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import followed
from qstd.lint.shared.modality import plain, reserved, softens
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import short
from qstd.model.finding import message
from qstd.model.standard import Standard

_TOPICS = frozenset(
    "scope activities exclusions delivery assessment target_group eligibility special need about_standard".split()
)
_NUMBER = r"(?:\d{1,4}(?:[.,]\d{1,2})?|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|fjorten)"
_UNIT = (
    r"(?:timer?s?|minutter|min\.?|gange?|dage?|hverdage|døgn|uger?|måned(?:er)?|mdr\.?|år|besøg|måltider|hovedretter|"
    r"stk\.?|bade?|ture?|\w{0,12}rejser?)"
)
_CAP = lazy(
    r"\b(?:maks\w*\.?|max\w*\.?|højst|højest|(?:ikke|aldrig) (?:\w+ )?(?:mere|længere|oftere) end|ikke overstige)"
    rf" (?:(?:i|på|til|med|for|få|bevilges|ydes|gives|vare|være|udgøre) )?{_NUMBER}(?: ?(?:-|–|til) ?{_NUMBER})? {_UNIT}(?!\w)"
    rf"|\bop til {_NUMBER}(?: ?(?:-|–|til) ?{_NUMBER})? {_UNIT}(?!\w)",
    stems="maks max =højst højest =op =end overstige",
)
_NO_CAP_OF_HELP = lazy(  # a deadline, an age, a saving up, somebody else's time, working hours, the whole day
    r"\b(?:frist\w*|svar\w*|sagsbehandling\w*|ventetid\w*|afgørelse\w*|ansøgning\w*|klag\w*|senest|varsel|iværksæt\w*|"
    r"påbegynd\w*|opspar\w*|spare?s?|gemme\w*|overfør\w*|leveres senest|refunder\w*|vikar\w*|prøvetid|lukke\w*|kr\.?|kroner|"
    r"aflys\w*|afbud|døgnet rundt|hele døgnet|transport\w*|kørsel|arbejdstid\w*|åbningstid\w*)\b"
    r"|\b24 timer|\b(?:børn|unge|personer|voksne|borgere|alder\w*) (?:\w+ )?(?:på |i )?op til \d+ år"
)
_PROLONGED = r"(?<!ikke )\bforlæng\w*+(?! ikke\b)"
_AGAIN = lazy(rf"\bad gangen\b|{_PROLONGED}|\bkan (?:(?!ikke\b)\w+ ){{0,3}}?(?:gentages|genbevilges|udvides)\b")
_MORE_THAN_THAT = lazy(r"\b(?:mere|flere|længere|yderligere|ud over|fravig\w*|undtagelse\w*)\b")
_MORE = lazy(
    rf"{_PROLONGED}|\b(?:udvid\w*|mere hjælp|flere timer|yderligere|brug for mere|større behov|genbevilg\w*|fravig\w*)\b"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a highest amount in each sentence about the extent of the help."""
    if standard.language != "da":
        return
    for each, after in followed(standard, around, _CAP):
        words = _cap(each, after) if standard.sections[each.section].topic in _TOPICS else ""
        if words and not _lifted_later(each, of_section(standard, each.section, around)):
            what = message("Her er en øvre grænse for hjælpen uden en undtagelse: »{words}«.", words=short(words))
            hint = message(
                "Serviceniveauet er vejledende. Skriv »som udgangspunkt«, eller skriv, at der kan gives mere efter "
                "en konkret og individuel vurdering."
            )
            yield Hit(("sections", each.section, "body"), what, hint, each.line)


def _cap(passage: Passage, following: str) -> str:
    """Return the words of a cap that nothing lifts; empty where there is none."""
    said = plain(passage.text)
    found = _CAP.search(said) if passage.kind in ("paragraph", "item") else None
    if found is None or _NO_CAP_OF_HELP.search(said) or _AGAIN.search(said):
        return ""
    if reserved(said) or reserved(passage.lead) or softens(following) or _MORE.search(plain(following)):
        return ""
    return found[0]


def _lifted_later(passage: Passage, section: Sequence[Passage]) -> bool:
    """Tell whether a later sentence of the section makes room for more: an exception may close a list of amounts."""
    later = section[section.index(passage) + 1 :]
    return any(softens(each.text) and _MORE_THAN_THAT.search(plain(each.text)) for each in later)


RULE = Rule(
    "R004",
    "warning",
    check,
    source=message("Kilde: Ankestyrelsen om kvalitetsstandarder."),
    url="https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune",
    applies=Applies(without=frozenset(("sel-97", "sel-82a", "sel-82b"))),
)
