"""The words that a Word file rests on: those that it carries, those of an earlier version, or those of now."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qstd.model.decode import MismatchError, decode
from qstd.model.document import Document
from qstd.model.fragments import effective
from qstd.model.municipality import Fragment, Municipality
from qstd.model.outline import Block, paragraphs
from qstd.model.standard import Section, Standard, StandardFile, of
from qstd.model.theme import Theme
from qstd.model.word import FORM, WordBase
from qstd.present.standard import standard_document
from qstd.present.word_base import with_base
from qstd.readers.docx import edited
from qstd.readers.docx.edited import Edited
from qstd.readers.yaml_file import read_municipality
from qstd.verbs.editing.files import said
from qstd.verbs.word_merge_sections import parted
from qstd.writers import docx


@dataclass(frozen=True, slots=True)
class Present:
    """The standard as it is now: its name, the texts of its file and of its municipality's. `users` are the standards that
    use each shared text; `older` gives the texts of both files as they were before, the newest first.
    """

    ref: str
    text: str
    common: str = ""
    users: Mapping[str, Sequence[str]] = field(default_factory=dict)
    older: Callable[[], Iterable[tuple[str, str]]] = tuple


def municipality_of(slug: str, common: str) -> Municipality:
    """Return whose standard it is, as far as can be read."""
    record = read_municipality(common.encode(), "").record if common else None
    return record or Municipality(name=slug, code="0000")


def whole(file: StandardFile, ref: str) -> Standard:
    """Return the standard of a file."""
    return of(ref.partition("/")[0], file)


def carried(found: Edited) -> WordBase | None:
    """Return what a Word file carries; None where it carries nothing, or nothing that can be read."""
    try:
        value = json.loads(found.base) if found.base else None
        base = decode(WordBase, value) if value else None
    except (ValueError, MismatchError, RecursionError):
        return None
    keys = [each.key for each in base.sections] if base else []
    return base if base and base.form == FORM and len(set(keys)) == len(keys) else None


def current_base(standard: Standard, municipality: Municipality, ref: str) -> WordBase:
    """Return what a Word file that was made now would carry."""
    document = _document(standard, municipality, ref)
    return decode(WordBase, json.loads(document.base.text if document.base else ""))


def matching(found: Edited, present: Present) -> WordBase | None:
    """Return the version from which a Word file was made that carries nothing: its bookmarks tell one from another."""
    names = [name for each in paragraphs(found.outline.blocks if found.outline else ()) for name in each.names]
    slug = present.ref.partition("/")[0]
    for text, common in ((present.text, present.common), *present.older()) if names else ():
        file = said(text)
        if file is None:
            continue
        document = _document(whole(file, present.ref), municipality_of(slug, common), present.ref)
        if document.base and any(name.startswith(document.base.prefix) for name in names):
            return decode(WordBase, json.loads(document.base.text))
    return None


def like_file(base: WordBase, ours: StandardFile) -> WordBase:
    """Return a base in which a section says where its words are from, and its text ends, as in the file: Word files do not
    carry that.
    """
    known = {each.key: each for each in ours.sections}
    return replace(base, sections=tuple(_like(each, known.get(each.key)) for each in base.sections))


def _like(section: Section, known: Section | None) -> Section:
    if known is None:
        return section
    same = known.body.strip("\n") == section.body.strip("\n")
    return replace(section, derived_from=known.derived_from, body=known.body if same else section.body)


def in_word_again(base: WordBase, ours: StandardFile, municipality: Municipality) -> dict[int, Sequence[Block]]:
    """Return what stands in each section of a Word file of the base, by the number of the section."""
    standard = replace(whole(ours, base.ref), title=base.title, sections=base.sections, facts=())
    known = replace(municipality, fragments={name: Fragment(body=text) for name, text in base.shared.items()})
    data = docx.write(_document(standard, known, base.ref), Theme({}, {}))
    outline = edited.read(data, "").outline
    found = parted(outline.blocks if outline else (), base).sections
    return {each.base: each.blocks for each in found if each.base is not None}


def _document(standard: Standard, municipality: Municipality, ref: str) -> Document:
    shown = effective(standard, municipality.fragments)
    return with_base(standard_document(shown, municipality, ref), shown, municipality.fragments, ref)
