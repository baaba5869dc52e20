"""K008 missing_fragment (error): a shared text that is asked for exists.

Applies to `use:` in sections and in the fragments of municipality.yaml.
Why: the section would be published without the text that it takes from elsewhere.
How to mend: correct the name, or write the text under `fragments:` in the municipality's municipality.yaml.
Bad: `use: complaint` where the fragment is called `complaints`. Good: `use: complaints`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.nearest import choose
from qstd.model.finding import Message, message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look up what each section uses, and what that in turn builds on: a section must never lose a part of its text."""
    for index, section in enumerate(standard.sections):
        state = around.shared(section.use) if section.use is not None else "whole"
        if section.use is not None and state == "missing":
            yield Hit(("sections", index, "use"), _what(section.use), _hint(section.use, tuple(around.fragments)))
        elif section.use is not None and state == "faulty":
            what = message("Den fælles tekst »{name}« har fejl i municipality.yaml.", name=section.use)
            yield Hit(("sections", index, "use"), what, message("Ret fejlen dér."))


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look up what each fragment builds on."""
    for name, fragment in municipality.fragments.items():
        if fragment.use is not None and fragment.use not in municipality.fragments:
            yield Hit(
                ("fragments", name, "use"), _what(fragment.use), _hint(fragment.use, tuple(municipality.fragments))
            )


def _what(name: str) -> Message:
    return message("Den fælles tekst »{name}« findes ikke i municipality.yaml.", name=name)


def _hint(name: str, names: tuple[str, ...]) -> Message:
    if not names:
        return message("Kommunen har ingen fælles tekster endnu. Skriv teksten under »fragments:« i municipality.yaml.")
    return choose(name, names)


RULE = Rule("K008", "error", check, check_municipality)
