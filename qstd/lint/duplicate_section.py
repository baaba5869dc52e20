"""K004 duplicate_section (error): no two sections of a standard have the same name.

Applies to all sections. A section's name is its `id`, or its `topic` where it has no id.
Why: facts and links point to sections by name; with two of a name nobody can tell which is meant.
How to mend: give the second section an `id` of its own.
Bad: two sections with `topic: complaints`. Good: the second one has `id: complaints_conduct` too.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find names that were used before."""
    first: dict[str, int] = {}
    for index, section in enumerate(standard.sections):
        if section.key and first.setdefault(section.key, index) != index:
            field = "id" if section.id else "topic"
            line = around.locate(("sections", first[section.key]), 0).line
            what = message("To afsnit hedder »{name}«. Det første står på linje {line}.", name=section.key, line=line)
            hint = message("Giv det ene afsnit sit eget navn med »id:«.")
            yield Hit(("sections", index, field), what, hint)


RULE = Rule("K004", "error", check)
