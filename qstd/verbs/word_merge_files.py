"""Merging a Word file on disk: which standard it belongs to, what lies around that, and writing what was planned."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from qstd import depot, history, workspace
from qstd.edits.layout import dump
from qstd.edits.patch import patched
from qstd.history import Refusal
from qstd.merge import Choice
from qstd.model.edit import Insert, UneditableError
from qstd.model.finding import Finding, Place, message
from qstd.model.notes import ReviewNote
from qstd.model.plain import plain
from qstd.readers import yaml_file
from qstd.verbs import refs
from qstd.verbs.word_merge import Plan, named, plan
from qstd.verbs.word_merge_base import Present
from qstd.verbs.word_merge_notes import added
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace

_NOTES = "notes"
_MOST = 4_000_000
_LARGEST = 64_000_000
_HEAD = """\
# yaml-language-server: $schema=../../schemas/notes.schema.json
# Bemærkninger fra Word-filer. Slet dem, der er taget stilling til.
"""


@dataclass(frozen=True, slots=True)
class Ready:
    """A merge that is ready to be written: the standard, the digest of its file when it was read, and the plan. `entry` is
    None where it is not known which standard is meant; then the plan says why.
    """

    entry: Entry | None
    digest: str
    plan: Plan


def prepare(
    path: Path,
    into: str | None,
    here: Path,
    home: Workspace,
    choices: Mapping[str, Choice] | None = None,
    accepted: Collection[str] | None = None,
) -> Ready:
    """Plan the merge of a Word file into a standard: the one it is made of, if none is named. Raises OSError."""
    data = workspace.read(path, _LARGEST)
    word = into or named(data, path.name)
    entries = refs.resolve(word, here, home) if word else ()
    if len(entries) != 1:
        if not word and (unread := plan(data, path.name, Present("", "")).findings) and unread[-1].code == "V001":
            return Ready(None, "", Plan(findings=unread))
        return Ready(None, "", Plan(findings=(_no_standard(word, path, home),)))
    entry = entries[0]
    text = workspace.read(entry.path)
    planned = plan(data, path.name, present_of(home, entry, _decoded(text)), choices, accepted)
    return Ready(entry, sha256(text).hexdigest(), planned)


def present_of(home: Workspace, entry: Entry, text: str) -> Present:
    """Return a standard whose file says a text, with what lies around it. Raises OSError."""
    return Present(entry.ref, text, common_text(entry), users_of(home, entry), lambda: older_texts(entry))


def write(ready: Ready, home: Workspace) -> tuple[bool, int]:
    """Write what was planned; tell whether the standard changed, and how many notes are new. Raises OSError, and
    `depot.ChangedError` where somebody else has written the file meanwhile; nothing is written then.
    """
    if ready.entry is None or ready.plan.text is None:
        return False, 0
    path = ready.entry.path
    data = ready.plan.text.encode()
    changed = sha256(data).hexdigest() != ready.digest
    if changed:
        depot.swap(path, data, lambda: sha256(workspace.read(path)).hexdigest() == ready.digest)
    return changed, noted(ready.entry, ready.plan.notes, home)


def notes_path(entry: Entry, home: Workspace) -> Path:
    """Return where the notes about a standard lie."""
    return home.root / _NOTES / entry.municipality / f"{entry.path.stem}.yaml"


# ---------- Around the standard ----------


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def common_text(entry: Entry) -> str:
    """Return what the municipality's file says; empty where there is none."""
    path = entry.path.parent / MUNICIPALITY_FILE
    return _decoded(workspace.read(path)) if workspace.is_file(path) else ""


def users_of(home: Workspace, entry: Entry) -> dict[str, list[str]]:
    """Return which standards of a municipality use each of its shared texts, be it through another one."""
    municipality = yaml_file.read_municipality(common_text(entry).encode(), "").record
    fragments = municipality.fragments if municipality else {}
    found: dict[str, list[str]] = {}
    for each in workspace.entries_in(entry.path.parent) if fragments else ():
        record = yaml_file.read_standard(workspace.read(each.path), "", each.municipality).record
        for name in dict.fromkeys(section.use for section in record.sections if section.use) if record else ():
            seen: set[str] = set()
            while name and name in fragments and name not in seen:
                seen.add(name)
                users = found.setdefault(name, [])
                if each.ref not in users:
                    users.append(each.ref)
                name = fragments[name].use or ""
    return found


def older_texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the standard's file as it was before, the newest first, each with its municipality's file of now."""
    try:
        names = dict.fromkeys(each.content for each in history.log(entry.path) if each.content)
        texts = history.contents(entry.path.parent, tuple(names), _MOST)
    except Refusal:
        return
    common = common_text(entry)
    for name in names:
        if name in texts:
            yield _decoded(texts[name]), common


def _no_standard(word: str, path: Path, home: Workspace) -> Finding:
    if word:
        return refs.unknown(word, home)
    what = message("Word-filen siger ikke, hvilken standard den er lavet af.")
    hint = message("Skriv det: qstd merge {file} --into kommune/navn", file=path.name)
    return Finding("V008", "error", what, Place(path.name), hint)


# ---------- Notes ----------


def noted(entry: Entry, notes: tuple[ReviewNote, ...], home: Workspace) -> int:
    """Put notes that are new into the file of notes, and return how many those are. A file that cannot be read or changed is
    left alone, and another begun beside it. Raises OSError.
    """
    if not notes:
        return 0
    path = notes_path(entry, home)
    for at in range(2, 100):
        text = _decoded(workspace.read(path)) if workspace.exists(path) else f"{_HEAD}schema: 1\nnotes: []\n"
        source = yaml_file.read_notes(text.encode(), path.name)
        if source.record is not None and source.whole:
            new = added(source.record.notes, notes)
            made = _with(text, len(source.record.notes), new)
            if made is not None:
                workspace.write(path, made.encode())
                return len(new)
        path = path.with_name(f"{entry.path.stem}-{at}.yaml")
    return 0


def _with(text: str, count: int, notes: tuple[ReviewNote, ...]) -> str | None:
    if not notes:
        return text
    entries = [plain(each) for each in notes]
    if not count and text.rstrip().endswith("notes: []"):
        return text.rstrip().removesuffix(" []") + "\n" + dump(entries)
    try:
        return patched(text, [Insert(("notes", count + at), each, ("schema",)) for at, each in enumerate(entries)])
    except UneditableError:
        return None
