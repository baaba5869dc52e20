"""K002 evidence_quote (error): the quote behind a fact stands in its section.

Applies to every fact of every standard.
Looks for the quote, word for word, in the section's published text (shared texts in place, list marks and Markdown
signs left out, white space folded).
Why: a comparison shows the fact with its quote one click away. A quote that is no longer there means that the text was
changed and the fact was not, or the other way round.
How to mend: copy the words from the section into `quote:`, and check that the fact still says what they say.
Bad: section "... inden for 14 dage ...", quote "inden for 7 dage". Good: quote "inden for 14 dage", value 14.
"""

import re
from collections.abc import Iterator
from functools import cache

from qstd import prose
from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import Message, message
from qstd.model.fragments import effective_section
from qstd.model.standard import Standard

# Lines of letters, digits and harmless signs, of which a list entry's "- " is no part: no Markdown, and so whatever stands
# on one of them is published as it stands. Nearly all quotes are found by that, without making the text of the section.
_PLAIN = re.compile(
    r"(?:(?:- )?[A-Za-zÀ-ÖØ-öø-ÿ(»§][A-Za-zÀ-ÖØ-öø-ÿ0-9 .,:;?!()/»«§%'\"–-]*+(?:\n++|\Z))*+",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for each quote in the text of its section."""
    bodies: dict[str, str] = {}
    for section in standard.sections:
        if section.use is None:
            bodies.setdefault(section.key, section.body)
        elif around.shared(section.use) == "whole":  # else a quote may stand in the part that is not there
            bodies.setdefault(section.key, effective_section(section, around.fragments).body)
    text_of = cache(lambda name: prose.text(bodies[name]) if name in bodies else None)
    plain: dict[str, str] = {}
    for index, fact in enumerate(standard.facts):
        quote, name = prose.normal(fact.evidence.quote), fact.evidence.section
        if name not in plain:
            plain[name] = bodies[name] if _PLAIN.fullmatch(bodies.get(name, "#")) else ""
        if quote[:1].isalnum() and prose.stands(quote, plain[name]):
            continue
        text = text_of(name)
        if text is None or prose.stands(quote, text):
            continue
        path = ("facts", index, "evidence", "quote")
        yield Hit(
            path, message("Citatet står ikke i afsnittet »{name}«.", name=fact.evidence.section), _hint(quote, text)
        )


def _hint(quote: str, text: str) -> Message:
    if not quote:
        return message("Skriv de ord i afsnittet, som oplysningen bygger på.")
    near = _nearest(quote, text)
    if near:
        return message(
            "I afsnittet står der: »{near}«. Ret citatet, og se efter, om oplysningen stadig passer.", near=near
        )
    return message("Kopiér ordene fra afsnittet, og se efter, om oplysningen stadig passer.")


def _nearest(quote: str, text: str) -> str:
    """Return the stretch of the text that is most like the quote, if any is."""
    from difflib import SequenceMatcher

    words, wanted = text.split(), len(quote.split())
    stretches = [" ".join(words[at : at + wanted]) for at in range(max(1, len(words) - wanted + 1))][:2000]
    matcher = SequenceMatcher(b=quote, autojunk=False)
    best, score = "", 0.6
    for each in stretches:
        matcher.set_seq1(each)
        if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and (ratio := matcher.ratio()) > score:
            best, score = each, ratio
    return best


RULE = Rule("K002", "error", check)
