"""D005 mixed_deadlines (warning): when the citizen gets an answer and when the help begins are two deadlines.

Applies to sections about the deadline for the decision or about the start of the help, and to facts of those two kinds.
Why: a citizen who reads "Sagsbehandlingsfrist: hjælpen begynder senest 5 hverdage efter visitation" does not learn how long
the decision takes. In a comparison the start of one municipality would stand beside the decision of another.
Source: our own proposal, from published standards that keep the two apart (Herning, Nyborg).
How to mend: write both: from application to decision, and from decision to start. Give the section its right topic.
Bad: "Sagsbehandlingsfrist: Forløbet begynder senest 5 hverdage efter visitation." Good: "Du får svar senest 4 uger efter
ansøgningen. Forløbet begynder senest 5 hverdage efter afgørelsen."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.deadlines import tells_decision, tells_start
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import sections_of_topic
from qstd.lint.shared.values import lengths, short
from qstd.model.facts import Deadline
from qstd.model.finding import message
from qstd.model.standard import Standard

_NAMED = lazy(r"sagsbehandling|svartid|afgørelse", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the sections of each topic, and then at the facts of each role."""
    if standard.language != "da":
        return
    for index in sections_of_topic(standard, "case_deadline"):
        timed = _timed(of_section(standard, index, around))
        if _NAMED.search(standard.sections[index].heading) and timed and all(_only_start(each.text) for each in timed):
            what = message(
                "Afsnittet »{heading}« siger, hvornår hjælpen begynder, og ikke, hvornår borgeren får en afgørelse: »{quote}«",
                heading=standard.sections[index].heading,
                quote=short(timed[0].text),
            )
            hint = message(
                "Skriv begge frister: fra ansøgning til afgørelse, og fra afgørelse til hjælpen begynder. Fristen for, hvornår "
                "hjælpen begynder, hører til emnet »start_deadline«."
            )
            yield Hit(("sections", index, "body"), what, hint, timed[0].line)
    yield from _facts(standard)


def _facts(standard: Standard) -> Iterator[Hit]:
    for index, fact in of_kind(standard, Deadline):
        quote = fact.evidence.quote
        if fact.role == "decision" and _only_start(quote):
            what = message(
                "Fristen er noteret som en frist for afgørelsen, men »{quote}« siger, hvornår hjælpen begynder.",
                quote=short(quote),
            )
            yield Hit(("facts", index, "role"), what, message("Skriv »role: start« i stedet."))
        elif fact.role == "start" and _only_decision(quote):
            what = message(
                "Fristen er noteret som en frist for, hvornår hjælpen begynder, men »{quote}« handler om afgørelsen.",
                quote=short(quote),
            )
            yield Hit(("facts", index, "role"), what, message("Skriv »role: decision« i stedet."))


def _timed(sentences: tuple[Passage, ...]) -> list[Passage]:
    return [each for each in sentences if each.kind != "heading" and any(lengths(each.text))]


def _only_start(sentence: str) -> bool:
    return tells_start(sentence) and not tells_decision(sentence)


def _only_decision(sentence: str) -> bool:
    return tells_decision(sentence) and not tells_start(sentence)


RULE = Rule(
    "D005", "warning", check, source=message("Kilde: et forslag efter gennemgang af offentliggjorte standarder.")
)
