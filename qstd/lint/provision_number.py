"""L001 provision_number (info): a paragraph that is cited can exist in its act.

Applies to paragraphs in the text and in citation facts, of acts whose size the catalogue can tell roughly.
Why: a slip of the hand ("§ 999", "§ 0") sends the reader to nothing, and the help rests on nothing.
Source: our own estimate of how many paragraphs the act has, taken high on purpose. It is no statement of law: the catalogue
has no register of all paragraphs. So the finding asks you to look.
How to mend: look the paragraph up at retsinformation.dk, and correct the number.
Bad: "Servicelovens § 997". Good: "Servicelovens § 97".
"""

import re
from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.law import act_name, at, cited
from qstd.model.facts import Citation
from qstd.model.finding import Message, message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at each paragraph in the text, and at those of the facts."""
    for each in cited(standard, around):
        for one in each.citation.provisions:
            if _beyond(each.citation.act, one.paragraph):
                yield at(each.passage, _what(each.citation.act, one.paragraph), _hint())
    for index, fact in of_kind(standard, Citation):
        if fact.paragraph and _beyond(fact.act, fact.paragraph):
            yield Hit(("facts", index, "paragraph"), _what(fact.act, fact.paragraph), _hint())


def _beyond(act: str, paragraph: str) -> bool:
    known = catalogue.acts().get(act)
    figure = re.match(r"\d+", paragraph)
    return bool(known and known.highest and figure and not 0 < int(figure[0]) < known.highest)


def _what(act: str, paragraph: str) -> Message:
    return message(
        "Der er næppe en § {paragraph} i {act}. Nummeret ser forkert ud.", paragraph=paragraph, act=act_name(act)
    )


def _hint() -> Message:
    return message("Slå paragraffen op på retsinformation.dk, og se efter, om tallet er skrevet rigtigt.")


RULE = Rule(
    "L001",
    "info",
    check,
    source=message("Kilde: et skøn over, hvor mange paragraffer loven har. Se efter i loven selv."),
    url="https://www.retsinformation.dk",
)
