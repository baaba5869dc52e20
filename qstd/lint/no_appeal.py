"""R013 no_appeal (error): a standard under §§ 82 a and 82 b does not send people to Ankestyrelsen.

Applies to standards under § 82 a or § 82 b alone. Silent where the standard also rests on another provision, whose decisions
can be taken to Ankestyrelsen.
Why: decisions under §§ 82 a and 82 b cannot be brought before another administrative authority.
Source: serviceloven §§ 82 a and 82 b, as printed in chapter 8 of Favrskov's standard (read).
How to mend: delete the sentence, or say that the decision cannot be appealed, and where one can complain over how it is done.
Bad: "Du kan klage over afgørelsen til Ankestyrelsen." Good: "Afgørelsen kan ikke indbringes for anden administrativ myndighed."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.complaints import BOARD, WITHOUT_APPEAL, about_complaints
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import classify, plain
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import short
from qstd.model.facts import Citation
from qstd.model.finding import message
from qstd.model.standard import Standard

_TO_THE_BOARD = lazy(r"\b(?:klag\w*|påklag\w*|anke[srt]?|indbring\w*|afgør\w*|behandl\w*|send\w*)\b")
_OTHER_PARAGRAPH = lazy(r"§+ ?(?!82\b)\d", stems="§")
_NOT_BY_ITSELF = lazy(r"principmeddelelse|praksisundersøgelse|hjemmeside|\bikke\b|\bhverken\b|\bkan ingen\b")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for Ankestyrelsen in what is said about complaints."""
    if _rests_on_another(standard, around):
        return
    for each in about_complaints(standard, around):
        said = plain(each.text)
        if each.kind == "heading" or not BOARD.search(said) or not _TO_THE_BOARD.search(said):
            continue
        if not _NOT_BY_ITSELF.search(said) and classify(each.text) not in ("not", "not_as_rule"):
            what = message(
                "Der kan ikke klages til Ankestyrelsen over §§ 82 a og 82 b: »{words}«.", words=short(each.text)
            )
            hint = message(
                "Slet sætningen, eller skriv, at afgørelsen ikke kan indbringes for anden administrativ myndighed, og hvor "
                "man kan klage over udførelsen."
            )
            yield Hit(("sections", each.section, "body"), what, hint, each.line)


def _rests_on_another(standard: Standard, around: Around) -> bool:
    """Tell whether other provisions are named as basis, in a fact, in the title or anywhere where complaints are spoken of."""
    if any(fact.role == "basis" and not _is_82(fact.paragraph) for _, fact in of_kind(standard, Citation)):
        return True
    basis = {index for index, each in enumerate(standard.sections) if each.topic in ("legal_basis", "complaints", None)}
    said = (each.text for each in holding(standard, around, _OTHER_PARAGRAPH) if each.section in basis)
    return any(_OTHER_PARAGRAPH.search(plain(each)) for each in (standard.title, *said))


def _is_82(paragraph: str | None) -> bool:
    return paragraph is not None and re.fullmatch(r"82 ?[a-d]?", paragraph.casefold()) is not None


RULE = Rule(
    "R013",
    "error",
    check,
    source=message("Kilde: serviceloven §§ 82 a og 82 b."),
    applies=Applies(services=WITHOUT_APPEAL),
)
