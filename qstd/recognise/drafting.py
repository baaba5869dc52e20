"""One standard from its pieces: sections with topic, number, heading and body, and the front."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qstd import prose
from qstd.model.draft import Draft, SectionOrigin
from qstd.model.outline import Block, Furniture, paragraphs
from qstd.model.standard import Section, StandardFile
from qstd.present.slugs import slug
from qstd.recognise import doubts, place, topics
from qstd.recognise.front import Front, front
from qstd.recognise.hints import Hints
from qstd.recognise.markdown import body
from qstd.recognise.pieces import shown
from qstd.recognise.sections import Found, found
from qstd.recognise.standards import Part
from qstd.recognise.topics import Match
from qstd.recognise.words import from_file


@dataclass(frozen=True, slots=True)
class Around:
    """What all standards of a source share: the name of its file, the title in its properties, its furniture, the
    municipality that the text names, and the words of an approval of all of them.
    """

    file: str
    title: str
    furniture: tuple[Furniture, ...]
    municipality: str
    approval: str


def draft(part: Part, hints: Hints, around: Around) -> Draft:
    """Make a standard of the pieces that belong to it."""
    head = front(part, around.furniture, around.approval)
    parts = found(head.pieces)
    bodies = [body(each.blocks) for each in parts]
    matches = [_topic(each, text, hints.lexicon) for each, text in zip(parts, bodies, strict=True)]
    sections = _sections(parts, bodies, matches)
    title = head.title or around.title or from_file(around.file)
    basis = next((each.body for each in sections if each.topic == "legal_basis"), "")
    text = " ".join((title, *bodies))
    service, sure = (hints.service, True) if hints.service else place.service(title, basis, text)
    standard = StandardFile(
        schema=1,
        title=title,
        service=service or "unknown",
        status="in_force" if _in_force(head) else "draft",
        approval=head.approval,
        sections=sections,
    )
    municipality = hints.municipality or around.municipality
    found_doubts = doubts.doubts(standard, parts, matches, head, doubts.Guess(municipality, hints, service, sure))
    origins = tuple(
        SectionOrigin(each.spot, match.confidence, _source(each)) for each, match in zip(parts, matches, strict=True)
    )
    return Draft(standard, municipality, place.name(title, service), origins, found_doubts)


def _in_force(head: Front) -> bool:
    return bool(
        head.approval and not head.open and (head.approval.date or head.approval.effective_from or head.approval.body)
    )


def _topic(part: Found, text: str, lexicon: Mapping[str, str]) -> Match:
    """Tell what a section is about: by its heading, else by its words."""
    words = prose.text(text)
    if not part.heading:
        return Match("about_standard", 1) if "kvalitetsstandard" in words.casefold() else topics.NONE
    return topics.decide(part.heading, words, lexicon)


def _sections(parts: Sequence[Found], bodies: Sequence[str], matches: Sequence[Match]) -> tuple[Section, ...]:
    taken: set[str] = set()
    out: list[Section] = []
    for part, text, match in zip(parts, bodies, matches, strict=True):
        base = match.topic or _word(part.heading)
        name = base
        count = 1
        while name in taken:
            count += 1
            name = f"{base}-{count}"
        taken.add(name)
        out.append(
            Section(
                topic=match.topic or None,
                id=None if name == match.topic else name,
                number=part.number or None,
                heading=part.heading,
                body=text,
            )
        )
    return tuple(out)


def _word(heading: str) -> str:
    """Return a heading as the name of a section."""
    name = slug(heading)[:40].strip("-")
    return name if re.match(r"[a-z]", name) else f"afsnit-{name}".strip("-")


def _source(part: Found) -> str:
    return "\n".join(_lines(part.blocks))


def _lines(blocks: Iterable[Block]) -> Iterable[str]:
    return (f"{para.marker} {shown(para)}".strip() for para in paragraphs(tuple(blocks)))


def with_facts(made: Draft) -> Draft:
    """Add the facts that the text says."""
    from qstd.recognise.facts import propose

    return replace(made, standard=replace(made.standard, facts=propose(made.standard)))
