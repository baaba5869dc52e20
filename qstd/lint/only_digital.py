"""R014 only_digital (warning): there is another way to apply and to complain than a digital one.

Applies to what is said about applying and complaining. Silent where the same place, the contact section or a contact fact has a
telephone number, an address or a place to come to, and where it is said who need not use the digital way.
Why: the municipality may not give the impression that a digital channel is obligatory where no law says so. A complaint can
be made by word of mouth.
Source: the Ombudsman, 2023, on complaints over parking, as quoted on k10.dk (read); a general principle and no statute.
How to mend: add a telephone number or an address, or write that one can also come or call.
Bad: "Du skal søge digitalt via borger.dk." Good: "Du kan søge via borger.dk eller ringe til Visitationen."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.complaints import about_complaints
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.modality import classify, plain
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import passages_of, sections_of_topic
from qstd.lint.shared.wording import short
from qstd.model.facts import ContactPoint
from qstd.model.finding import message
from qstd.model.standard import Standard

_DIGITAL = lazy(
    r"\bdigital[te]?\b|\be-?boks\b|\bborger\.dk\b|\bselvbetjening\w*|\bonline\b|\bhjemmeside\w*|\bpå nettet\b|\bapp\b"
)
_BY_THAT_WAY = lazy(
    r"\b(?:ansøg\w*|søge[sr]?|søg|klag\w*|send\w*|indsend\w*|afleve\w*|indgiv\w*|henvend\w*|skema\w*|udfyld\w*|sker?|foregå\w*)"
    r"\b"
)
_OTHER_WAY = lazy(
    r"\b(?:tlf|telefon\w*|ring|ringe[rs]?|opkald|brev\w*|mundtlig\w*|skriftlig\w*|personlig\w*|fremmøde|møde op|borgerservice|"
    r"kom forbi|besøg\w*|henvende sig|henvend dig|henvendelse|kontakt\w*|adresse\w*|papir\w*|blanket\w*|med posten|"
    r"vejleder|visitator\w*|læge\w*|sygehus\w*|hospital\w*|pårørende)\b|\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b|\b\d{4} [a-zæøå]{3,}"
)
_EXEMPT = lazy(
    r"\b(?:fritaget|fritag\w*|undtaget|har (?:du|man|borgeren) ikke digital post)"
    r"|\bikke (?:selv )?(?:kan|har) (?:\w+ ){0,3}?digital"
)
_NO_MEANS_TO_APPLY = lazy(
    r"\blæse?\b|\bse\b|\bfinde[rs]?\b|\boplysninger om\b|\bvelfærdsteknologi|\bdigitale? (?:støtte|bostøtte|hjælp)"
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at what is said about applying, and about complaining."""
    if standard.language != "da" or _other_contact(standard, around):
        return
    for said in (passages_of(standard, around, "application"), about_complaints(standard, around)):
        only = _only_digital(said)
        if only:
            what = message("Her står kun en digital vej: »{words}«.", words=short(only.text))
            hint = message(
                "Skriv også et telefonnummer, en adresse eller et sted, man kan møde op. Ingen må få det indtryk, at den "
                "digitale vej er den eneste."
            )
            yield Hit(("sections", only.section, "body"), what, hint, only.line)


def _only_digital(said: tuple[Passage, ...]) -> Passage | None:
    """Return the sentence with the digital way, where there is no other."""
    texts = [plain(each.text) for each in said]
    if any(_EXEMPT.search(each) or _OTHER_WAY.search(each) for each in texts):
        return None
    return next((each for each, text in zip(said, texts, strict=True) if _is_way(each, text)), None)


def _is_way(passage: Passage, said: str) -> bool:
    if passage.kind == "heading" or not _DIGITAL.search(said) or _NO_MEANS_TO_APPLY.search(said):
        return False
    return bool(_BY_THAT_WAY.search(said)) and classify(passage.text) not in ("not", "not_as_rule")


def _other_contact(standard: Standard, around: Around) -> bool:
    if any(fact.phone or fact.address for _, fact in of_kind(standard, ContactPoint)):
        return True
    own = sections_of_topic(standard, "contact")
    return any(_OTHER_WAY.search(plain(each.text)) for index in own for each in of_section(standard, index, around))


RULE = Rule(
    "R014",
    "warning",
    check,
    source=message("Kilde: Folketingets Ombudsmand, 2023, om digitale kanaler uden hjemmel."),
)
