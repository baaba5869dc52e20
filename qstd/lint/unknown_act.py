"""K006 unknown_act (error): an act that a citation names is in the catalogue.

Applies to facts of kind citation.
Why: only a known act can be linked, dated and compared.
How to mend: write the act's key, for example SEL for serviceloven.
Bad: `act: Serviceloven`. Good: `act: SEL`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.facts import Citation
from qstd.model.finding import Message, message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up the act of each citation."""
    cited = [(index, fact.act) for index, fact in enumerate(standard.facts) if isinstance(fact, Citation)]
    for index, act in cited:
        if act not in catalogue.keys("acts"):
            yield Hit(("facts", index, "act"), message("Loven »{act}« findes ikke i kataloget.", act=act), _hint(act))


def _hint(word: str) -> Message:
    """Find the key by any name that people use for the act."""
    for act in catalogue.acts().values():
        names = (act.title, act.popular, *act.abbreviations)
        if word.casefold() in {each.casefold() for each in names}:
            return message("Mente du »{near}«?", near=act.key)
    return choose(word, catalogue.acts())


RULE = Rule("K006", "error", check)
