"""A Word file that comes back is merged into its standard: what to write, what clashes, and all that is to be told.

Three versions meet: the words as they were when the Word file was made (it carries them), the standard's file as it is now,
and what stands in the Word file. Nothing is written here: `plan` is a function of its arguments.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from qstd import prose
from qstd.edits.patch import patched
from qstd.merge import Choice, Conflict, Merge, Taken, merged
from qstd.model.edit import Edit, UneditableError
from qstd.model.facts import AnyFact
from qstd.model.finding import Finding, Place
from qstd.model.fragments import effective
from qstd.model.municipality import Municipality
from qstd.model.notes import ReviewNote
from qstd.model.standard import Standard, StandardFile
from qstd.model.word import WordBase
from qstd.readers.docx import edited
from qstd.readers.docx.changes import Author
from qstd.readers.docx.edited import Edited
from qstd.verbs import word_merge_words as words
from qstd.verbs.editing.files import said
from qstd.verbs.word_merge_base import (
    Present,
    carried,
    current_base,
    in_word_again,
    like_file,
    matching,
    municipality_of,
    whole,
)
from qstd.verbs.word_merge_notes import notes_of
from qstd.verbs.word_merge_sections import How, parted
from qstd.verbs.word_merge_theirs import Theirs, theirs_of

_ENOUGH = 3  # one section of so many must be found, or the file is of something else


@dataclass(frozen=True, slots=True)
class Placed:
    """A section of the Word file: how it was found, and how sure that is (in percent)."""

    number: str | None
    heading: str
    how: How
    confidence: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge comes to. `text` is what the file is to say, None where nothing may be written: something is wrong, or
    conflicts are undecided. `taken` is from the Word file, `kept` what the file had changed meanwhile, `lost` the facts whose
    sentence is gone.
    """

    text: str | None = None
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    taken: tuple[Taken, ...] = ()
    kept: tuple[Taken, ...] = ()
    findings: tuple[Finding, ...] = ()
    sections: tuple[Placed, ...] = ()
    lost: tuple[AnyFact, ...] = ()
    notes: tuple[ReviewNote, ...] = ()
    authors: tuple[Author, ...] = ()


def plan(
    data: bytes,
    file: str,
    present: Present,
    choices: Mapping[str, Choice] | None = None,
    accepted: Collection[str] | None = None,
) -> Plan:
    """Plan the merge of a Word file. `choices` decide conflicts by their ids; with `accepted`, only the tracked changes of
    these people are taken.
    """
    return plan_of(edited.read(data, file, accepted), file, present, choices, accepted)


def plan_of(
    found: Edited,
    file: str,
    present: Present,
    choices: Mapping[str, Choice] | None = None,
    accepted: Collection[str] | None = None,
) -> Plan:
    """Plan the merge of a Word file that has been read, with the changes of `accepted` people made."""
    place = Place(file)
    if found.outline is None:
        return Plan(findings=(*found.findings, words.nothing_read(place)))
    strangers = sorted(set(accepted or ()) - {each.name for each in found.authors})
    if strangers:
        return Plan(findings=(words.unknown_authors(strangers, found.authors, place),), authors=found.authors)
    ours = said(present.text)
    if ours is None or _twice_named(ours):
        return Plan(findings=(words.broken_standard(Place(present.ref)),), authors=found.authors)
    return _planned(found, place, ours, present, choices or {}, accepted)


def named(data: bytes, file: str) -> str:
    """Return the standard that a Word file says it is of; empty where it does not say."""
    found = edited.read(data, file)
    base = carried(found)
    return base.ref if base else found.ref


def _twice_named(standard: StandardFile) -> bool:
    keys = [each.key for each in standard.sections]
    return len(set(keys)) < len(keys)


def _planned(
    found: Edited,
    place: Place,
    ours: StandardFile,
    present: Present,
    choices: Mapping[str, Choice],
    accepted: Collection[str] | None,
) -> Plan:
    own = carried(found)
    ref = own.ref if own else found.ref
    if ref and ref != present.ref:
        return Plan(findings=(words.other_standard(ref, present.ref, place),), authors=found.authors)
    municipality = municipality_of(present.ref.partition("/")[0], present.common)
    findings = [
        *found.findings,
        *words.told_changes(found.authors, accepted, place),
        *words.not_taken(found.objects, place),
    ]
    now = current_base(whole(ours, present.ref), municipality, present.ref)
    base = own or matching(found, present)
    if base is None:
        findings.append(words.no_base(place))
    elif (base.title, base.sections) != (now.title, now.sections):
        findings.append(words.older_base(place))
    base = like_file(base or now, ours)
    in_word = parted(found.outline.blocks if found.outline else (), base)
    known = [each for each in in_word.sections if each.base is not None]
    if len(known) * _ENOUGH < len(base.sections):
        return Plan(findings=(*findings, words.too_little(len(known), len(base.sections), place)))
    their = theirs_of(in_word, base, lambda: in_word_again(base, ours, municipality))
    findings += words.told_theirs(their, in_word, present.users, place)
    notes = tuple(notes_of(found.remarks, base, place.file))
    merge = _merged(base, ours, their, choices)
    made = Plan(
        findings=tuple(findings),
        conflicts=merge.conflicts,
        taken=merge.taken,
        kept=merge.kept,
        sections=tuple(Placed(each.number, each.heading, each.how, each.confidence) for each in in_word.sections),
        notes=notes,
        authors=found.authors,
    )
    if merge.conflicts:
        return made
    return _written(made, merge.record, merge.edits, ours, present, municipality)


def _written(
    made: Plan,
    record: StandardFile,
    edits: tuple[Edit, ...],
    ours: StandardFile,
    present: Present,
    municipality: Municipality,
) -> Plan:
    """Return the plan with the text that is to be written."""
    try:
        text = patched(present.text, edits)
    except UneditableError:
        text = ""
    if said(text) != record:
        return replace(made, findings=(*made.findings, words.uneditable(Place(present.ref))))
    before, after = (effective(whole(each, present.ref), municipality.fragments) for each in (ours, record))
    lost = tuple(_lost(before, after))
    told = tuple(words.lost_sentence(each, Place(present.ref)) for each in lost)
    return replace(made, text=text, edits=edits, lost=lost, findings=(*made.findings, *told))


def _merged(base: WordBase, ours: StandardFile, their: Theirs, choices: Mapping[str, Choice]) -> Merge:
    old = replace(ours, title=base.title, sections=base.sections)
    new = replace(ours, title=their.title, sections=their.sections)
    known = {each.key for each in (*ours.sections, *base.sections)}
    return merged(_about_own(old, known), ours, _about_own(new, known), choices)


def _about_own(standard: StandardFile, known: Collection[str]) -> StandardFile:
    """Return a standard without facts and waivers about sections that are `known`, and not its own."""
    gone = set(known) - {each.key for each in standard.sections}
    facts = tuple(each for each in standard.facts if each.evidence.section not in gone)
    waive = tuple(each for each in standard.waive if each.section not in gone)
    return replace(standard, facts=facts, waive=waive)


def _lost(before: Standard, after: Standard) -> Iterator[AnyFact]:
    """Yield the facts whose sentence stood in their section and does not any more."""
    old, new = ({each.key: prose.text(each.body) for each in one.sections} for one in (before, after))
    for each in after.facts:
        if each in before.facts and _stands(each, old) and not _stands(each, new):
            yield each


def _stands(fact: AnyFact, texts: Mapping[str, str]) -> bool:
    return prose.stands(prose.normal(fact.evidence.quote), texts.get(fact.evidence.section, ""))
