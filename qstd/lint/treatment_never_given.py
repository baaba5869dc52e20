"""R008 treatment_never_given (warning): a standard does not say that treatment under § 102 is never given.

Applies to every sentence that says so of § 102 of serviceloven, and to refusals without reservation in standards under § 102.
Why: a municipality may not decide in general never to give treatment under § 102.
Source: the Ombudsman, 30 June 2024 (read; ft.dk, SOU 2023-24, bilag 255). What Ankestyrelsen has made of it since has not
been checked, and it is no statute: so it is a warning.
How to mend: say when treatment under § 102 can be given, and that each case is assessed.
Bad: "Kommunen giver ikke behandling efter § 102." Good: "Behandling efter § 102 gives efter en konkret vurdering, når den er
nødvendig og ikke kan fås efter anden lovgivning."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import followed
from qstd.lint.shared.modality import classify, is_conditional, plain
from qstd.lint.shared.passages import Passage, passages
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.refusals import names_refused_help, refuses
from qstd.lint.shared.wording import short
from qstd.model.finding import message
from qstd.model.standard import Standard

_PARAGRAPH = lazy(
    r"(?<!sundhedslovens )(?<!sundhedsloven )(?<!straffelovens )§+ ?(?:\d+[ a-z]*(?:,|og|eller) )*102\b(?! ?[a-z] )",
    stems="102",
)
_NOT_USED = lazy(
    r"\b(?:bruger|anvender|benytter|yder|giver|bevilger|tilbyder|ydes|gives|bevilges|tilbydes|bruges|anvendes)\b"
)
_ONLY_BOUNDARY = lazy(r"\b(?:omfatter|indgår|indeholder|inkluderer)\b")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each sentence that refuses."""
    for each, after in _near(standard, around) if standard.language == "da" else ():
        if each.kind == "heading":
            continue
        if _refuses_paragraph(each.text, each.lead) or (
            standard.service == "sel-102" and refuses(each.text, each.lead, after)
        ):
            what = message("Her afvises behandling efter § 102 på forhånd: »{words}«.", words=short(each.text))
            hint = message(
                "Kommunen kan ikke beslutte, at den aldrig giver behandling efter § 102. Skriv, hvornår den kan gives, og at "
                "hver sag vurderes konkret."
            )
            yield Hit(("sections", each.section, "body"), what, hint, each.line)


def _near(standard: Standard, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield the sentences to look at, each with the one after it."""
    if standard.service != "sel-102":
        return followed(standard, around, _PARAGRAPH)
    said = passages(standard, around)
    return zip(said, [*(each.text for each in said[1:]), ""], strict=False)


def _refuses_paragraph(text: str, lead: str) -> bool:
    said = plain(text)
    if not _PARAGRAPH.search(said) or _ONLY_BOUNDARY.search(said) or is_conditional(said) or "anden lovgivning" in said:
        return False
    return classify(text, lead) == "not" and (names_refused_help(text) or _NOT_USED.search(said) is not None)


RULE = Rule(
    "R008",
    "warning",
    check,
    source=message("Kilde: Folketingets Ombudsmand, den 30. juni 2024."),
    url="https://www.ft.dk/samling/20231/almdel/SOU/bilag/255/2889608",
)
