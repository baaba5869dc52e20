"""Legal citations: provisions and instruments that a standard names, and what for."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from qstd import catalogue
from qstd.model.facts import Citation
from qstd.recognise.facts.acts import Mention, mentions
from qstd.recognise.facts.passages import Sentence, Source
from qstd.recognise.facts.patterns import phrases

Role = Literal["basis", "boundary", "reference"]
_BOUNDARY_TOPICS = (
    "exclusions",
    "exclusion_criteria",
    "boundary",
    "target_group",
    "eligibility",
    "activities",
    "scope",
    "special",
)
_OUT = ("exclusions", "exclusion_criteria", "boundary")
_NEGATION = phrases(
    """
    (ikke|undtaget|udelukke~|afgrænse~|frem for|i stedet for|hverken|uden for)
    """
)
_IS_BASIS = phrases("lovgrundlag~ | retsgrundlag~ | hjemmelsgrundlag~ | lovhjemmel~ | lovmæssigt grundlag")
_NO_BASIS = ("complaints", "follow_up", "price", "case_process", "documentation", "supervision", "competence")
_HELP = (
    "(hjælpen|støtten|ydelsen|indsatsen|tilbuddet|ordningen|træningen|opholdet|behandlingen|bistanden|aflastningen"
    "|ledsagelsen|genoptræningen|sygeplejen|tilskuddet|kompensationen|hjælpemidle(t|r)|botilbuddet|pladsen)"
)
_GIVEN = "(ydes|gives|bevilli?ges|tilbydes|leveres|tildeles|udmåles|etableres|iværksættes)"
_AFTER = r"(efter|i henhold til|jf\.|i medfør af|med hjemmel i|på baggrund af|i overensstemmelse med)"
_GROUNDS = phrases(
    rf"""
    {_HELP}…{_GIVEN}…{_AFTER}
    {_HELP} (er|har)( (en|et) (_ ){{0,3}}?(ydelse|tilbud|indsats))? (_ )?(hjemlet|reguleret|beskrevet) (i|af|efter)
    {_HELP} er (_ )?(omfattet af|efter) | (har|med) hjemmel i | bygger på | hviler på
    """
)
_ASIDE = phrases(
    """
    (kan|skal) (også|desuden|endvidere|i stedet) | efter reglerne (i|om) | se (også|desuden|i øvrigt|endvidere) | læs mere
    andre (tilbud|ydelser|indsatser) | uden samtykke | dog
    """
)
_LABEL = 40
"""How many characters the words that say "this is the legal basis" may stand away."""
_PROCEDURE = frozenset({"RSL", "FVL", "DBL", "AML", "WTL", "STL", "PENS"})


def propose(source: Source) -> Iterator[Citation]:
    """Propose the citations of a standard. A provision that the help rests on is not named again for other reasons."""
    found = [(each, sentence, _role(each, sentence, source)) for sentence, each in _mentions(source)]
    basis = {(each.act, each.paragraph) for each, _, role in found if role == "basis"}
    alone = Counter(sentence for _, sentence, _ in found)
    grounded = {each.act for each, _, _ in found if each.paragraph}
    for each, sentence, role in found:
        if role != "basis" and (each.act, each.paragraph) in basis:
            continue
        if not each.paragraph and (each.act in grounded or (not each.instrument and alone[sentence] > 1)):
            continue
        yield Citation(
            kind="citation",
            act=each.act,
            paragraph=each.paragraph or None,
            stk=each.stk or None,
            nr=each.nr or None,
            litra=each.litra or None,
            role=role,
            evidence=sentence.evidence,
            proposed=True,
        )


def _mentions(source: Source) -> Iterator[tuple[Sentence, Mention]]:
    for passage in source.passages:
        for leaf in passage.leaves:
            last = source.act
            for sentence in leaf.sentences:
                for each in mentions(sentence.text, last):
                    last = each.act or last
                    if (
                        each.act
                        and (each.named or not sentence.law)
                        and (each.paragraph or each.instrument or _is_place(sentence))
                    ):
                        yield sentence, each


def _is_place(sentence: Sentence) -> bool:
    """Tell whether a sentence stands where the law is named that the help rests on."""
    return sentence.topic == "legal_basis" or bool(_IS_BASIS.search(f"{sentence.context} {sentence.text[:_LABEL]}"))


def _role(each: Mention, sentence: Sentence, source: Source) -> Role:
    kind = catalogue.acts()[each.act].type
    own = (each.act, each.paragraph) in source.own
    if kind == "VEJ":
        return "reference"
    if own and (each.named or not sentence.law):
        return "basis"
    if _bounds(each, sentence, own):
        return "boundary"
    if each.act not in _PROCEDURE and not sentence.law and _grounds(each, sentence):
        return "basis"
    return "reference"


def _grounds(each: Mention, sentence: Sentence) -> bool:
    """Tell whether the help rests on a provision: it stands where that is said, or the sentence says so."""
    if _is_place(sentence):
        return not _ASIDE.search(sentence.text[: each.start])
    if sentence.topic in (*_NO_BASIS, *_BOUNDARY_TOPICS) and sentence.topic != "activities":
        return False
    said = _GROUNDS.search(sentence.text, 0, each.start)
    return said is not None and each.start - said.end() <= _LABEL and not _NEGATION.search(sentence.text)


def _bounds(each: Mention, sentence: Sentence, own: bool) -> bool:
    if own or not each.paragraph:
        return False
    if sentence.topic in _OUT:
        return True
    return sentence.topic in _BOUNDARY_TOPICS and bool(_NEGATION.search(sentence.text))
