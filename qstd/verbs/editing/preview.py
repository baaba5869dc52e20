"""Preview: one section as citizens will see it, laid out and written by what makes the published page."""

from collections.abc import Iterable
from dataclasses import replace

from qstd.model.standard import Standard
from qstd.present.standard import section_anchors, standard_document
from qstd.verbs.editing.desk import Looked
from qstd.writers import html
from qstd.writers.html_page import Section


def preview(looked: Looked, ref: str, at: int, language: str) -> str:
    """Return a section as HTML; the whole standard where `at` is below 0; nothing where its text cannot be read."""
    standard = looked.effective or looked.standard
    if standard is None or at >= len(standard.sections):
        return ""
    alone = _alone(standard, at) if at >= 0 else standard
    parts = html.inside(standard_document(alone, looked.municipality, ref, language), language)
    if at < 0:
        return parts.head + parts.intro + "".join(each.html for each in parts.sections)
    return _of(parts.sections, section_anchors(alone.sections)[0])


def _alone(standard: Standard, at: int) -> Standard:
    """Return a standard with one of its sections, and what rests on that."""
    section = standard.sections[at]
    facts = tuple(each for each in standard.facts if each.evidence.section == section.key)
    return replace(standard, sections=(section,), facts=facts, waive=(), approval=None)


def _of(sections: Iterable[Section], anchor: str) -> str:
    for each in sections:
        if each.id == anchor:
            return each.html
        if found := _of(each.inside, anchor):
            return found
    return ""
