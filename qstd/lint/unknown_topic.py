"""K003 unknown_topic (error): a section's topic is a key of the catalogue, or null.

Applies to every section of every standard, and to the headings that a municipality.yaml knows.
Why: sections are laid beside each other by topic. A misspelt topic would make one municipality's text look missing.
How to mend: take the key that the finding suggests. Where no topic fits, write `topic: null` and give the section an `id`.
Bad: `topic: prise`. Good: `topic: price`.
"""

from collections.abc import Iterator

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up the topic of each section."""
    known = catalogue.keys("topics")
    for index, section in enumerate(standard.sections):
        if section.topic is not None and section.topic not in known:
            what = message("Emnet »{topic}« findes ikke.", topic=section.topic)
            yield Hit(("sections", index, "topic"), what, choose(section.topic, known))


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look up the topic of each known heading."""
    known = catalogue.keys("topics")
    for index, each in enumerate(municipality.headings):
        if each.topic not in known:
            what = message("Emnet »{topic}« findes ikke.", topic=each.topic)
            yield Hit(("headings", index, "topic"), what, choose(each.topic, known))


RULE = Rule("K003", "error", check, check_municipality)
