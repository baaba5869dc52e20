"""Fragments: texts that a municipality's standards share, put where a section or another fragment asks for them; and
the standard as readers see it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from qstd.model.municipality import Fragment
from qstd.model.standard import Section, Standard


@dataclass(frozen=True, slots=True)
class Expanded:
    """The text of a fragment with all that it builds on. `missing` names a fragment that is not there, `cycle` the
    names that lead back to where they began; the text is then as much as could be had.
    """

    text: str
    missing: str = ""
    cycle: tuple[str, ...] = ()


def expand(name: str, fragments: Mapping[str, Fragment]) -> Expanded:
    """Follow a fragment and those that it uses; a used text comes before the text that uses it."""
    chain: list[str] = []
    cycle: tuple[str, ...] = ()
    missing, at = "", name
    while at:
        if at in chain:
            cycle = (*chain[chain.index(at) :], at)
            break
        if at not in fragments:
            missing = at
            break
        chain.append(at)
        at = fragments[at].use or ""
    bodies = [fragments[each].body.strip("\n") for each in reversed(chain)]
    return Expanded("\n\n".join(each for each in bodies if each.strip()), missing, tuple(cycle))


def effective(standard: Standard, fragments: Mapping[str, Fragment]) -> Standard:
    """Return the standard as readers see it: with the text of every used fragment in its sections (`use` still tells where
    it came from), and without the facts that are mere proposals.
    """
    return replace(
        standard,
        sections=tuple(effective_section(each, fragments) for each in standard.sections),
        facts=tuple(each for each in standard.facts if not each.proposed),
    )


def effective_section(section: Section, fragments: Mapping[str, Fragment]) -> Section:
    """Return one section as readers see it."""
    if section.use is None:
        return section
    parts = (expand(section.use, fragments).text, section.body.strip("\n"))
    return replace(section, body="\n\n".join(each for each in parts if each.strip()))
