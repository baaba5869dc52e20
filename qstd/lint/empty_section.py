"""S011 empty_section (warning): no section has a heading and no text.

Applies to all standards. A heading over numbered sub-sections may stand alone, and so may one that is itself the answer
("Godkendt den 5. oktober 2015").
Why: the reader cannot tell whether there is nothing to say or whether it was forgotten.
Source: good practice; many published standards have such gaps.
How to mend: write the answer, also where it is "none", or delete the section.
Bad: "Hvad koster ydelsen?" and nothing below it. Good: "Hvad koster ydelsen? Hjælpen er gratis."
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Section, Standard

_SEEN = lazy(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\\]")
_ABOUT_ITSELF = ("approval", "effective", "review", "doc_metadata")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for headings with nothing below."""
    for index, section in enumerate(standard.sections):
        if section.use is None and section.heading.strip() and not _SEEN.search(section.body):
            following = standard.sections[index + 1] if index + 1 < len(standard.sections) else None
            if not _answers_itself(section) and not _is_part_of(following, section):
                what = message("Afsnittet »{heading}« har ingen tekst.", heading=section.heading.strip()[:60])
                yield Hit(("sections", index, "body"), what, _hint(section))


def _answers_itself(section: Section) -> bool:
    return section.topic in _ABOUT_ITSELF and any(each.isdigit() for each in section.heading)


def _is_part_of(following: Section | None, section: Section) -> bool:
    """Tell whether the next section is numbered as a part of this one: 8.1 under 8, A1 under A."""
    if following is None or not following.number or not section.number:
        return False
    own, rest = section.number.strip(" ."), following.number.strip(" .")
    longer = rest.startswith(own) and len(rest) > len(own)
    return longer and (rest[len(own)] in ".-" or not own[-1:].isdigit())


def _hint(section: Section) -> Message:
    if section.topic == "price":
        return message(
            "Skriv, hvad hjælpen koster. Er den gratis, så skriv det: »Hjælpen er gratis.« Ellers slet afsnittet."
        )
    if section.topic == "special":
        return message(
            "Skriv de særlige forhold, skriv »Der er ikke særlige forhold, du skal kende«, eller slet afsnittet."
        )
    return message("Skriv teksten, også hvis svaret er, at der ikke er noget, eller slet afsnittet.")


RULE = Rule("S011", "warning", check)
