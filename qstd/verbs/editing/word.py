"""Word in the editor: a standard as a Word file, and one that somebody has edited on its way into a draft."""

from collections.abc import Mapping

from qstd import workspace
from qstd.merge import Choice
from qstd.model.finding import Finding, Place, message
from qstd.present.standard import standard_document
from qstd.present.word_base import with_base
from qstd.readers.docx.edited import Edited
from qstd.verbs import word_merge, word_merge_files
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.draft import Author, Draft
from qstd.verbs.editing.drafts import Drafts
from qstd.verbs.editing.reading_apart import State
from qstd.verbs.word_merge import Plan
from qstd.writers import docx


def document(desk: Desk, ref: str, language: str) -> bytes | None:
    """Return a standard, as its file is, as a Word file that can come back edited; None where it cannot be read. Raises
    OSError and ThemeError.
    """
    looked = desk.look(ref, desk.read(ref).text)
    shown = looked.effective
    if shown is None:
        return None
    laid_out = standard_document(shown, looked.municipality, ref, language)
    return docx.write(with_base(laid_out, shown, looked.municipality.fragments, ref), workspace.theme(desk.home))


def planned(desk: Desk, draft: Draft, found: Edited, upload: State, choices: Mapping[str, Choice]) -> Plan:
    """Plan the merge of what stands in a Word file into a draft. Raises OSError."""
    file = upload.file
    entry = desk.entry(draft.ref)
    if entry is None:
        what = message("Standarden er ikke gemt endnu, så den kan ikke være lavet til Word herfra.")
        return Plan(findings=(Finding("W020", "error", what, Place(file), message("Gem den først.")),))
    present = word_merge_files.present_of(desk.home, entry, draft.text)
    return word_merge.plan_of(found, file, present, choices, upload.wish.accepted)


def take(desk: Desk, drafts: Drafts, who: Author, draft: Draft, plan: Plan) -> tuple[Draft, int]:
    """Put a planned merge into the draft, and remarks from the Word file beside the standard; return the draft, and how many
    remarks are new. Raises DraftError and OSError; then the draft is as it was.
    """
    entry = desk.entry(draft.ref)
    if plan.text is not None and plan.text != draft.text:
        draft = drafts.replace(draft.ref, who, plan.text, seen=draft.digest)
    return draft, word_merge_files.noted(entry, plan.notes, desk.home) if entry else 0
