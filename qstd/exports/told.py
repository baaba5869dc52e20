"""What a standard says under some topics, and the facts in it that a person has said are right, for exports in other
people's formats.
"""

from collections.abc import Iterator

from qstd.exports.readable import body_text, readable
from qstd.model.facts import AnyFact
from qstd.model.standard import Standard


def told(standard: Standard, *topics: str) -> str:
    """Return the text of all sections of the first of these topics that has any; empty where none has."""
    for topic in topics:
        texts = (readable(body_text(each.body)).strip() for each in standard.sections if each.topic == topic)
        if text := "\n\n".join(filter(None, texts)):
            return text
    return ""


def described(standard: Standard) -> str:
    """Return what the service is, in the municipality's words; a standard that does not tell is described by its title."""
    return told(standard, "activities", "purpose", "need", "about_standard") or readable(standard.title)


def confirmed(standard: Standard) -> Iterator[tuple[int, AnyFact]]:
    """Yield the facts that are no mere proposals, each with its number from 1 in the standard as it is given."""
    for at, fact in enumerate(standard.facts, 1):
        if not fact.proposed:
            yield at, fact
