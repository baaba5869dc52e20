"""K015 section_without_name (error): every section has a name by which links and facts find it.

Applies to sections without topic. Their name cannot be taken from the topic, so they need an `id`.
Why: the name is the address of the section on the published page; it must not change when sections are moved.
How to mend: write `id:` with a short name in small letters.
Bad: `topic: null` alone. Good: `topic: null` and `id: local_history`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find sections that have neither topic nor id."""
    for index, section in enumerate(standard.sections):
        if not section.key:
            what = message("Afsnittet »{heading}« har hverken emne eller navn.", heading=section.heading)
            yield Hit(("sections", index), what, message("Skriv »topic:« med et emne, eller »id:« med et kort navn."))


RULE = Rule("K015", "error", check)
