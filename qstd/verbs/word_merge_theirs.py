"""What a Word file says, as the file of a standard would say it: every field as it was, save for what was changed in Word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from qstd.merge.bodies import changes
from qstd.model.fragments import effective_section
from qstd.model.municipality import Fragment
from qstd.model.outline import Block
from qstd.model.standard import Section
from qstd.model.word import WordBase
from qstd.present.slugs import slug
from qstd.recognise import topics
from qstd.verbs.word_merge_sections import Found, Parted, order
from qstd.verbs.word_merge_text import returned

_SURE = 3  # how sure the topic of a new heading must be
Again = Callable[[], Mapping[int, Sequence[Block]]]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of a shared text that were changed in one standard's Word file: which text, in which section, and how."""

    name: str
    section: Section
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Theirs:
    """Title and sections of a Word file, the sections of the base that it does not have, and what it changed in shared
    texts.
    """

    title: str
    sections: tuple[Section, ...]
    removed: tuple[Section, ...]
    shared: tuple[Shared, ...]


def theirs_of(parted: Parted, base: WordBase, again: Again) -> Theirs:
    """Return what a Word file says. `again` gives the blocks of the base as they stand in a Word file."""
    again = cache(again)
    fragments = {name: Fragment(body=text) for name, text in base.shared.items()}
    names = {each.key for each in base.sections}
    shared: list[Shared] = []
    made: list[Section] = []
    for each in parted.sections:
        if each.base is None:
            made.append(_new(each, names))
        else:
            known = base.sections[each.base]
            made.append(_known(each, each.base, known, parted.professional, fragments, again, shared))
    there = {each.base for each in parted.sections}
    removed = tuple(each for at, each in enumerate(base.sections) if at not in there)
    title = base.title if parted.title is None or _same(parted.title, base.title) else parted.title
    return Theirs(title or base.title, tuple(order(parted.sections, base.sections, made)), removed, tuple(shared))


def _same(a: str, b: str) -> bool:
    return a.split() == b.split()


def _new(found: Found, names: set[str]) -> Section:
    """Return a section that was written in Word."""
    match = topics.match(found.heading)
    topic = match.topic if match.confidence >= _SURE else None
    name = None
    if not topic or topic in names:
        base = slug(found.heading).strip("-")
        base = base if base[:1].isalpha() else f"afsnit-{base}".strip("-")
        name = next(each for each in _numbered(base) if each not in names)
    names.add(name or topic or "")
    return Section(
        topic=topic,
        id=name,
        number=found.number,
        heading=found.heading,
        body=returned("", found.blocks, min(found.level, 2) - 1),
        audience="professional" if found.professional else "everyone",
    )


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _known(
    found: Found,
    at: int,
    known: Section,
    professional: bool,
    fragments: Mapping[str, Fragment],
    again: Again,
    shared: list[Shared],
) -> Section:
    """Return a section of the base as the Word file has it; what was changed of a shared text is put among `shared`."""
    whole = effective_section(known, fragments)
    audience = known.audience
    if professional:  # the heading above those for professionals is there: they are those below it
        audience = "professional" if found.professional else "everyone"
    deeper = min(found.level, 2) - 1
    text = returned(whole.body, found.blocks, deeper, lambda: again().get(at))
    made = replace(known, number=found.number, heading=found.heading, audience=audience)
    if text == whole.body:
        return made
    common = fragments[known.use].body.strip("\n") if known.use and known.use in fragments else ""
    if not known.use or not common:
        return replace(made, body=text)
    own, touched = _parted(common, whole.body, text)
    shared += [Shared(known.use, known, *each) for each in touched]
    tail = known.body[len(known.body.rstrip("\n")) :] if known.body.strip() else "\n"
    return replace(made, body=known.body if own == known.body.strip("\n") else f"{own}{tail}" if own else "")


def _parted(common: str, old: str, new: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the section's own words in a text that begins with shared ones, and what was changed in those."""
    lines, last = old.split("\n"), common.count("\n") + 1
    touched: list[tuple[str, str]] = []
    own: list[str] = []
    at = last
    for change in changes(lines, new.rstrip("\n").split("\n") if new.strip() else []):
        if change.start >= last:
            own += [*lines[at : change.start], *change.lines]
            at = change.end
        else:
            touched.append(("\n".join(lines[change.start : change.end]), "\n".join(change.lines)))
    return "\n".join([*own, *lines[at:]]).strip("\n"), touched
