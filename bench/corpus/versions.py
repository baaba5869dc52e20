"""New versions of a standard, by edits of ten kinds: those that people make between two meetings of a committee."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from bench.corpus.wording import pools, worded
from qstd import catalogue, prose
from qstd.model.facts import AnyFact, Deadline, Evidence
from qstd.model.standard import Section, Standard

Edit = Callable[[Standard, random.Random], Standard | None]
_PLAIN = re.compile(r"\b[a-zæøå]{5,}\b")
_LOOSE_NUMBER = re.compile(r"(?<![§\w.])\b[1-9]\d?\b(?![\w.])")


def versions(standard: Standard, seed: int, edits: int = 10) -> Standard:
    """Return a new version after `edits` edits, each kind in turn. Facts whose words were edited away are left out."""
    rng = random.Random(f"{seed}/{standard.municipality}")
    done, at = 0, 0
    while done < edits:
        edited = KINDS[at % len(KINDS)](standard, rng)
        at += 1
        if edited is not None and edited != standard:
            standard, done = edited, done + 1
        elif at > 50 * edits:
            raise ValueError(f"{standard.municipality}: nothing left to edit")
    return settled(standard)


def settled(standard: Standard) -> Standard:
    """Leave out the facts whose words were edited away."""
    return replace(standard, facts=tuple(each for each in standard.facts if _stands(each, standard)))


# ---- places to edit


def _paragraphs(section: Section) -> list[str]:
    return section.body.rstrip("\n").split("\n\n") if section.body else []


def _is_prose(paragraph: str) -> bool:
    return bool(paragraph) and paragraph[0] not in "-#|"


def _with(standard: Standard, index: int, paragraphs: list[str]) -> Standard:
    body = "\n\n".join(paragraphs) + "\n" if paragraphs else ""
    sections = list(standard.sections)
    sections[index] = replace(sections[index], body=body)
    return replace(standard, sections=tuple(sections))


def _pick(standard: Standard, rng: random.Random, fits: Callable[[str], bool]) -> tuple[int, list[str], int] | None:
    """Choose a paragraph that fits: its section's index, the section's paragraphs, and its place among them."""
    places = [
        (index, at)
        for index, section in enumerate(standard.sections)
        for at, each in enumerate(_paragraphs(section))
        if fits(each)
    ]
    if not places:
        return None
    index, at = rng.choice(places)
    return index, _paragraphs(standard.sections[index]), at


def _sentences(paragraph: str) -> list[str]:
    return paragraph.split("\n")


def _in_paragraph(
    standard: Standard, rng: random.Random, fits: Callable[[str], bool], change: Callable[[str], str]
) -> Standard | None:
    place = _pick(standard, rng, fits)
    if place is None:
        return None
    index, paragraphs, at = place
    paragraphs[at] = change(paragraphs[at])
    return _with(standard, index, paragraphs)


# ---- the ten kinds


def word(standard: Standard, rng: random.Random) -> Standard | None:
    """Another word in the place of one."""
    others: list[str] = sorted(set(_PLAIN.findall(" ".join(each.body for each in standard.sections))))

    def change(paragraph: str) -> str:
        start, end = rng.choice([found.span() for found in _PLAIN.finditer(paragraph)])
        return paragraph[:start] + rng.choice(others) + paragraph[end:]

    return _in_paragraph(standard, rng, lambda each: _is_prose(each) and bool(_PLAIN.search(each)), change)


def number(standard: Standard, rng: random.Random) -> Standard | None:
    """Another number: a deadline with its fact, or any other that stands alone."""
    deadlines = [each for each in standard.facts if isinstance(each, Deadline) and each.value and each.value > 1]
    if deadlines:
        fact = rng.choice(deadlines)
        value = rng.choice([each for each in (3, 5, 6, 10, 14, 21) if each != fact.value])
        quote = re.sub(rf"\b{fact.value}\b", str(value), fact.evidence.quote)
        return _restated(standard, fact, replace(fact, value=value, evidence=replace(fact.evidence, quote=quote)))
    return _in_paragraph(
        standard,
        rng,
        lambda each: bool(_LOOSE_NUMBER.search(each)),
        lambda each: _LOOSE_NUMBER.sub(lambda found: str(int(found[0]) + rng.randint(1, 9)), each, count=1),
    )


def _restated(standard: Standard, old: Deadline, new: Deadline) -> Standard:
    sections = tuple(
        replace(each, body=each.body.replace(old.evidence.quote, new.evidence.quote))
        if each.key == old.evidence.section
        else each
        for each in standard.sections
    )
    return replace(standard, sections=sections, facts=tuple(new if each is old else each for each in standard.facts))


def sentence_in(standard: Standard, rng: random.Random) -> Standard | None:
    """A new sentence in a paragraph."""
    municipality = catalogue.municipalities()[standard.municipality]
    sentence = worded(rng.choice(pools()["anywhere"].stock), rng, municipality)

    def change(paragraph: str) -> str:
        lines = _sentences(paragraph)
        lines.insert(rng.randint(0, len(lines)), sentence)
        return "\n".join(lines)

    return _in_paragraph(standard, rng, _is_prose, change)


def sentence_out(standard: Standard, rng: random.Random) -> Standard | None:
    """A sentence taken out of a paragraph."""

    def change(paragraph: str) -> str:
        lines = _sentences(paragraph)
        del lines[rng.randrange(len(lines))]
        return "\n".join(lines)

    return _in_paragraph(standard, rng, lambda each: _is_prose(each) and "\n" in each, change)


def moved(standard: Standard, rng: random.Random) -> Standard | None:
    """A paragraph taken to the end of another section, with the facts that rest on it."""
    place = _pick(standard, rng, lambda each: _is_prose(each) and len(each.split()) > 8)
    if place is None:
        return None
    index, paragraphs, at = place
    taken = paragraphs.pop(at)
    other = rng.choice([each for each in range(len(standard.sections)) if each != index])
    edited = _with(standard, index, paragraphs)
    edited = _with(edited, other, [*_paragraphs(edited.sections[other]), taken])
    return replace(edited, facts=tuple(_followed(each, edited, edited.sections[other].key) for each in edited.facts))


def _followed(fact: AnyFact, standard: Standard, section: str) -> AnyFact:
    """Point a fact to the section that its words were moved to."""
    there = replace(fact, evidence=Evidence(section=section, quote=fact.evidence.quote))
    return there if not _stands(fact, standard) and _stands(there, standard) else fact


def split(standard: Standard, rng: random.Random) -> Standard | None:
    """One paragraph made two."""

    def change(paragraph: str) -> str:
        lines = _sentences(paragraph)
        at = rng.randint(1, len(lines) - 1)
        return "\n".join(lines[:at]) + "\n\n" + "\n".join(lines[at:])

    return _in_paragraph(standard, rng, lambda each: _is_prose(each) and "\n" in each, change)


def joined(standard: Standard, rng: random.Random) -> Standard | None:
    """Two paragraphs made one."""
    places = [
        (index, at)
        for index, section in enumerate(standard.sections)
        for at, pair in enumerate(zip(_paragraphs(section), _paragraphs(section)[1:], strict=False))
        if all(map(_is_prose, pair))
    ]
    if not places:
        return None
    index, at = rng.choice(places)
    paragraphs = _paragraphs(standard.sections[index])
    paragraphs[at : at + 2] = ["\n".join(paragraphs[at : at + 2])]
    return _with(standard, index, paragraphs)


def swapped(standard: Standard, rng: random.Random) -> Standard | None:
    """Two entries of a list in each other's place."""

    def change(paragraph: str) -> str:
        lines = _sentences(paragraph)
        one, other = rng.sample(range(len(lines)), 2)
        lines[one], lines[other] = lines[other], lines[one]
        return "\n".join(lines)

    return _in_paragraph(standard, rng, lambda each: each.startswith("- ") and "\n" in each, change)


def section(standard: Standard, rng: random.Random) -> Standard | None:
    """A section added, taken out or called something else."""
    sections = list(standard.sections)
    at = rng.randrange(len(sections))
    what = rng.choice(["added", "removed", "renamed"])
    if what == "removed":
        del sections[at]
    elif what == "renamed":
        heading = rng.choice(pools().get(sections[at].topic or "local", pools()["local"]).headings)
        municipality = catalogue.municipalities()[standard.municipality]
        sections[at] = replace(sections[at], heading=worded(heading, rng, municipality) + rng.choice(["", " (nyt)"]))
    else:
        name = f"tilfoejet_{len(sections)}"
        if any(each.key == name for each in sections):
            return None
        lines = rng.sample(pools()["local"].stock + pools()["anywhere"].stock, 3)
        municipality = catalogue.municipalities()[standard.municipality]
        body = "\n".join(worded(each, rng, municipality) for each in lines) + "\n"
        sections.insert(at, Section(id=name, heading="Nyt i denne udgave", body=body))
    return replace(standard, sections=tuple(sections))


def punctuation(standard: Standard, rng: random.Random) -> Standard | None:
    """A comma gone."""

    def change(paragraph: str) -> str:
        at = rng.choice([found.start() for found in re.finditer(r",(?= [a-zæøå])", paragraph)])
        return paragraph[:at] + paragraph[at + 1 :]

    return _in_paragraph(standard, rng, lambda each: bool(re.search(r", [a-zæøå]", each)), change)


KINDS: tuple[Edit, ...] = (
    word,
    number,
    sentence_in,
    sentence_out,
    moved,
    split,
    joined,
    swapped,
    section,
    punctuation,
)


def _stands(fact: AnyFact, standard: Standard) -> bool:
    found = next((each for each in standard.sections if each.key == fact.evidence.section), None)
    return found is not None and prose.stands(prose.normal(fact.evidence.quote), prose.text(found.body))
