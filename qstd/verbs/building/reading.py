"""From what lies in the workspace to what the site is planned from; only folders in which something changed are read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from qstd import depot, workspace
from qstd.model.alignments import Alignment
from qstd.model.finding import Finding
from qstd.model.theme import Theme
from qstd.site.assets import own_assets
from qstd.site.choices import Choices
from qstd.site.look import looks
from qstd.site.plan import Contents
from qstd.site.published import Folder, Published
from qstd.verbs import corpus
from qstd.verbs.building.folders import read_folder
from qstd.verbs.building.inputs import ChangedMeanwhileError, Inputs, mark_of
from qstd.verbs.building.state import FolderState, State
from qstd.verbs.building.workers import Task, Workers
from qstd.workspace import MUNICIPALITY_FILE, RULES_FILE, Workspace


@dataclass(frozen=True, slots=True)
class Whole:
    """A workspace as it was read: each folder, what people said of pairs of sections, and what is wrong with what all
    folders share.
    """

    folders: Mapping[str, FolderState]
    alignments: tuple[Alignment, ...]
    findings: tuple[Finding, ...]

    @property
    def published(self) -> tuple[Published, ...]:
        """All standards that are ready, in order."""
        return tuple(each for _, folder in sorted(self.folders.items()) for each in folder.published)

    @property
    def broken(self) -> frozenset[str]:
        """The standards that cannot be published as they are now."""
        return frozenset(ref for folder in self.folders.values() for ref in folder.broken)


def read(home: Workspace, inputs: Inputs, state: State, program: str, workers: Workers) -> Whole:
    """Read all that changed since a state."""
    common = sha256(f"{program}{inputs.files.get(f'standards/{RULES_FILE}', ('', ''))[1]}".encode()).hexdigest()
    marks = {slug: mark_of(files, common) for slug, files in _folders(home, inputs)}
    known = {slug: folder for slug, folder in state.folders.items() if marks.get(slug) == folder.mark}
    files = inputs.by_folder()
    todo = {slug: (home.root, slug, mark, files.get(slug, {})) for slug, mark in marks.items() if slug not in known}
    tasks = [Task(slug, read_folder, args, len(args[-1]), slug) for slug, args in todo.items()]
    # A folder that killed its worker may have been unlucky; here is nobody else to kill.
    fresh = {done.name: done.result or read_folder(*todo[done.name]) for done in workers.run(tasks)}
    _still_the_same(home, inputs, todo)
    alignments, beside = corpus.beside(home)
    return Whole(
        {slug: known.get(slug) or fresh[slug] for slug in sorted(marks)}, alignments, (*beside, *_of_all(home))
    )


def _still_the_same(home: Workspace, inputs: Inputs, slugs: Iterable[str]) -> None:
    """See that folders are as they were looked at: what was read of them is kept under the names of those contents."""
    for slug in slugs:
        folder = f"standards/{slug}"
        there = depot.stamps(home.root / folder, deepest=0)
        if there != inputs.stamps_in(folder):
            raise ChangedMeanwhileError(folder)


def _folders(home: Workspace, inputs: Inputs) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the municipalities' folders with their files; one that may not be opened has none, and is read to say so."""
    found = inputs.by_folder()
    return ((each.name, found.get(each.name, {})) for each in home.folders())


def _of_all(home: Workspace) -> tuple[Finding, ...]:
    """Return what is wrong with the file that says how bad findings are."""
    return corpus.read((), home.root).findings


def themes(home: Workspace, inputs: Inputs) -> dict[str, Theme]:
    """Return the common theme under "", and for each municipality its own; the same one where it has replaced nothing.
    Raises ThemeError.
    """
    common = workspace.theme(home)
    own = {path.split("/")[1] for path in inputs.files if path.split("/")[2:3] == ["templates"]}
    slugs = [each.name for each in home.folders()]
    return {"": common} | {slug: workspace.theme(home, slug) if slug in own else common for slug in slugs}


def contents(whole: Whole, inputs: Inputs, own_themes: Mapping[str, Theme], choices: Choices) -> Contents:
    """Return what the site is planned from."""
    files = inputs.by_folder()
    ready = {slug: folder for slug, folder in whole.folders.items() if folder.published}
    return Contents(
        published=whole.published,
        commons={slug: _folder(slug, files[slug], (MUNICIPALITY_FILE,)) for slug in ready},
        looks=looks(own_themes),
        choices=choices,
        logos={
            slug: _folder(slug, files[slug], (each.logo,)) for slug, each in ready.items() if each.logo in files[slug]
        },
        alignments=whole.alignments,
        own_assets=own_assets(own_themes),
    )


def report_folders(whole: Whole, inputs: Inputs) -> dict[str, Folder]:
    """Return all files of each municipality, and under "" what is common to them."""
    files = inputs.by_folder()
    rules = inputs.of("standards")
    common = {name: digest for name, digest in rules.items() if name == RULES_FILE}
    each_one = {
        slug: _folder(slug, files[slug], (*filter(_is_yaml, sorted(files[slug])), each.logo))
        for slug, each in whole.folders.items()
        if slug in files
    }
    return each_one | {"": _folder("", common, tuple(common))}


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _folder(slug: str, files: Mapping[str, str], names: tuple[str, ...]) -> Folder:
    there = tuple(each for each in names if each in files)
    digest = sha256(repr([(slug, each, files[each]) for each in there]).encode()).hexdigest()
    return Folder(slug, digest, there)
