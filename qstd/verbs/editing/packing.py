"""Packages made for the editor: for a committee, and of what a change in the law touches."""

from collections.abc import Sequence

from qstd import workspace
from qstd.verbs import law_change, law_change_files, package
from qstd.verbs.editing import archives
from qstd.verbs.editing.archives import Files, Packed
from qstd.workspace import Workspace


def packed(home: Workspace, ref: str, since: str, beside: Sequence[str], language: str) -> Packed:
    """Make a package of a standard; `since` is the version before (empty: the standard is new)."""
    return archives.packed(_files, home, ref, ref, since, tuple(beside), language)


def _files(home: Workspace, ref: str, since: str, beside: Sequence[str], language: str) -> Files:
    made, findings = package.prepared(ref, since, beside, home.root, home)
    return dict(package.files(made, workspace.today(), language)) if made else {}, findings


def of_law_change(home: Workspace, provision: str, language: str) -> Packed:
    """Make the files about a change in a provision ("SEL:100"), with a text for each municipality."""
    return archives.packed(_of_law_change, home, "lovaendring", provision, language)


def _of_law_change(home: Workspace, provision: str, language: str) -> Files:
    wanted = law_change.named(provision)
    if wanted is None:
        return {}, ()
    found = law_change.touched(home.entries(), home.root, wanted)
    return dict(law_change_files.files(found, workspace.theme(home), language)), ()
