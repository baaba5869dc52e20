"""R003 categorical_refusal (warning): help is not refused in advance, without a word about exceptions.

Applies to sentences about what help is given and to whom, and to sections that only list what is not part of it. Silent
where the sentence, the heading, the line before the list or the next sentence makes room ("som udgangspunkt", "dog kan",
"i særlige tilfælde"), where a condition is named, where the law itself draws the line, where the reader is told after
which other provision the help is given, and where the sentence says which other authority gives it. What is said of § 102
is the matter of R008.
Why: a standard is guiding. The municipality must assess each case, and cannot refuse help that it is obliged to give by
writing that it does not give it. It is the fault that the supervisory authority names most.
Source: Ankestyrelsen on quality standards (read); no statute says it in these words, so it is a warning:
https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune
How to mend: write "som udgangspunkt", and say that each case is assessed.
Bad: "Der ydes ikke hjælp til vinduespudsning." Good: "Der ydes som udgangspunkt ikke hjælp til vinduespudsning."
"""

from collections.abc import Iterator, Sequence

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import followed
from qstd.lint.shared.modality import classify, is_fragment, plain, reserved
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.refusals import DENIES, refuses
from qstd.lint.shared.wording import short
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

# What is not given in these sections is seldom help: the citizen's duties, payment, choice, complaint, the paper itself.
_NO_HELP = frozenset(
    "doc_metadata approval effective review values legal_basis organisation supplier supplier_choice supply_security "
    "competence user_involvement case_process case_deadline action_plan vouchers price obligations rights work_environment "
    "quality_goals follow_up documentation supervision complaints contact".split()
)
# Where the act itself leaves something out, a standard may say so without reservation.
_BY_LAW = {
    "sel-97": lazy(r"pædagogisk|praktisk|§+ ?9[68]|bpa\b|borgerstyret"),
    "sel-98": lazy(r"praktisk|husarbejde|§+ ?97"),
    "sel-104": lazy(r"\bløn\b"),
    "sel-112": lazy(r"indbo|forbrugsgode"),
    "sel-113": lazy(r"indbo|500"),
}

_OTHER_RULE = lazy(r"§+ ?(?:\d{1,3}[ a-z]*(?:,|og|eller) ?)?102\b")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each sentence about help, and at bare lists under a heading that refuses."""
    if standard.language != "da":
        return
    refusing: dict[int, list[Passage]] = {}
    for each in _refusals(standard, around):
        refusing.setdefault(each.section, []).append(each)
    for index, section in enumerate(standard.sections):
        for each in refusing.get(index, ()):
            yield Hit(("sections", index, "body"), _what(each.text), _hint(), each.line)
        if section.topic == "exclusions" and index not in refusing:
            own = [each for each in of_section(standard, index, around) if not _is_left_out(standard, each.text)]
            if _only_lists(section.heading, own):
                yield Hit(("sections", index, "heading"), _list(section.heading), _hint())


def _refusals(standard: Standard, around: Around) -> Iterator[Passage]:
    for each, after in followed(standard, around, DENIES):
        is_about_help = each.kind in ("paragraph", "item") and standard.sections[each.section].topic not in _NO_HELP
        if is_about_help and refuses(each.text, each.lead, after) and not _is_left_out(standard, each.text):
            yield each


def _is_left_out(standard: Standard, text: str) -> bool:
    """Tell whether a refusal is the law's own, or another rule's matter."""
    said, pattern = plain(text), _BY_LAW.get(standard.service)
    return _OTHER_RULE.search(said) is not None or (pattern is not None and pattern.search(said) is not None)


def _only_lists(heading: str, pieces: Sequence[Passage]) -> bool:
    """Tell whether a heading refuses and all that stands under it are names of things, none with a reservation."""
    said = [each.text for each in pieces if each.kind != "heading"]
    if not said or classify("-", heading) != "not":
        return False
    return all(is_fragment(each) for each in said) and not any(reserved(each.text) for each in pieces)


def _what(words: str) -> Message:
    return message("Her afvises hjælp på forhånd og uden forbehold: »{words}«.", words=short(words))


def _list(heading: str) -> Message:
    return message(
        "Alt i afsnittet afvises på forhånd og uden forbehold, for overskriften er »{heading}«.", heading=short(heading)
    )


def _hint() -> Message:
    return message(
        "Skriv fx »Der ydes som udgangspunkt ikke …«, og at der altid foretages en konkret og individuel vurdering. Hjælp, "
        "som kommunen har pligt til at give, kan ikke afvises alene ved at skrive, at den ikke gives."
    )


RULE = Rule(
    "R003",
    "warning",
    check,
    applies=Applies(without=frozenset(("sel-102",))),
    source=message("Kilde: Ankestyrelsen om kvalitetsstandarder."),
    url="https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune",
)
